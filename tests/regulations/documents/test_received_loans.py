"""借阅 (09-1.5): the staff borrow, others look; what is classified stays in its circle."""

from dataclasses import replace
from datetime import date

import pytest

from tests.regulations.documents.receiving import DAY, People, facts, viewer, who
from zhixing.law.refusal import Refusal
from zhixing.office.duties.reminders import borne_by
from zhixing.organ.made import made
from zhixing.organ.policy import visible
from zhixing.regulations.documents.models import PaperLoan
from zhixing.regulations.documents.workflow.loans import Wanted, ask, lend, refuse, take_back

ORDINARY = Wanted(kind="借阅", paper_number="收〔2026〕1号", paper_title="关于某事的通知", purpose="起草材料")


def wanted(people: People, **changes: object) -> Wanted:
    given: dict[str, object] = {"borrower": people["E031"], **changes}
    return replace(ORDINARY, **given)  # type: ignore[arg-type]  # the fields, as the test names them


def asked(people: People, **changes: object) -> PaperLoan:
    return made(PaperLoan, ask(wanted=wanted(people, **changes), **who(people["E031"])))


def test_an_ordinary_paper_is_lent_by_the_clerk_for_seven_days(people: People) -> None:
    loan = asked(people)
    with pytest.raises(Refusal) as refusal:
        lend(loan=loan, **who(people["E008"]))
    assert facts(refusal) == ["办理人"]
    lend(loan=loan, **who(people["E010"]))
    assert (loan.number, loan.state, loan.due) == ("文借〔2026〕1号", "借出", date(2026, 11, 30))
    assert [one.due for one in borne_by(people["E031"], DAY)] == [date(2026, 11, 30)]
    take_back(loan=loan, remark="", **who(people["E010"], days=1))
    assert (loan.state, loan.back_on) == ("已归还", date(2026, 11, 24))


def test_an_outsider_borrows_nothing_and_may_look(people: People) -> None:
    """B9-01."""
    with pytest.raises(Refusal) as refusal:
        asked(people, borrower=None, outsider="某公司王某")
    assert facts(refusal) == ["借阅人"]
    assert "查阅" in refusal.value.findings[0].mend
    loan = asked(people, kind="查阅", borrower=None, outsider="某公司王某")
    lend(loan=loan, **who(people["E010"]))
    assert loan.due == DAY


@pytest.mark.parametrize("level", ["秘密", "机密", "绝密"])
def test_a_classified_paper_in_its_circle_is_the_directors(people: People, level: str) -> None:
    """B9-02, B9-03: and it comes back the same day (G-70)."""
    loan = asked(people, level=level, in_circle=True, paper_title="", paper_number="密收〔2026〕1号")
    with pytest.raises(Refusal) as refusal:
        lend(loan=loan, **who(people["E010"]))
    assert facts(refusal) == ["办理人"]
    lend(loan=loan, **who(people["E008"]))
    assert (loan.approved_by, loan.due) == (people["E008"], DAY)


@pytest.mark.parametrize("level", ["秘密", "机密", "绝密"])
def test_outside_the_circle_nobody_lets_it_through(people: People, level: str) -> None:
    for who_asks in ("E031", "E001"):
        with pytest.raises(Refusal) as refusal:
            asked(people, level=level, in_circle=False, paper_title="", borrower=people[who_asks])
        assert facts(refusal) == ["传达范围内"]
    with pytest.raises(Refusal) as refusal:
        asked(people, level=level, paper_title="")
    assert facts(refusal) == ["传达范围内"]


def test_a_classified_paper_has_no_title_here(people: People) -> None:
    with pytest.raises(Refusal) as refusal:
        asked(people, level="机密", in_circle=True)
    assert facts(refusal) == ["文件"]


def test_the_director_does_not_let_himself_have_a_classified_paper(people: People) -> None:
    """G-18: one level up."""
    loan = asked(people, level="机密", in_circle=True, paper_title="", borrower=people["E008"])
    with pytest.raises(Refusal):
        lend(loan=loan, **who(people["E008"]))
    lend(loan=loan, **who(people["E002"]))
    assert loan.state == "借出"


def test_a_loan_is_over_when_the_clerk_says_so(people: People) -> None:
    loan = asked(people)
    lend(loan=loan, **who(people["E010"]))
    with pytest.raises(Refusal) as refusal:
        take_back(loan=loan, remark="", **who(people["E031"]))
    assert facts(refusal) == ["办理人", "确认人"]
    with pytest.raises(Refusal) as refusal:
        refuse(loan=loan, reason="", **who(people["E010"]))
    assert facts(refusal) == ["状态", "不批准的原因"]


def test_one_sees_ones_own_loans(people: People) -> None:
    asked(people)
    seen = {number for number, one in people.items() if visible(viewer(one), PaperLoan).exists()}
    assert seen == {"E001", "E002", "E008", "E010", "E031"}
