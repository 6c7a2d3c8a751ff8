"""Out and back: late on the day after the last day, over when the keeper says so (E31, E35)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.office.registers.conftest import DAY, REGISTER, Rules, deputised, lent, who
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.registers.acts.entering import stop
from zhixing.office.registers.acts.lending import bring_back, confirm_return, lend
from zhixing.office.registers.models import Kept, Loan
from zhixing.office.registers.overdue import is_late, late_loan_of, late_loans, out_now
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Person

People = dict[str, Person]


def facts(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [one.fact for one in refusal.value.findings]


def test_what_is_lent_is_out(kept: Kept, people: People, organ: Organ) -> None:
    loan = lent(kept, people)
    kept.refresh_from_db()
    assert (kept.state, loan.number, loan.state) == ("借出", "模借〔2026〕1号", "借出")
    assert list(out_now(organ, REGISTER)) == [loan]


def test_only_whoever_has_it_in_hand_lends_it(kept: Kept, people: People) -> None:
    deputised(kept, people)
    with pytest.raises(Refusal) as refusal:
        lend(kept=kept, borrower=people["E031"], purpose="签合同", due=DAY, **who(people["E011"]))
    assert facts(refusal) == ["办理人"]
    lend(kept=kept, borrower=people["E031"], purpose="签合同", due=DAY, **who(people["E010"]))


def test_everything_wrong_with_a_loan_is_told_at_once(kept: Kept, people: People, rules: Rules) -> None:
    rules.lending.append(Finding("依据", "没有批准", "已经批准", "先报批。"))
    with pytest.raises(Refusal) as refusal:
        lend(
            kept=kept, borrower=people["E031"], purpose="", due=DAY - timedelta(days=1), **who(people["E012"])
        )
    assert facts(refusal) == ["办理人", "用途", "应还日期", "依据"]


def test_what_is_out_is_not_lent_again(kept: Kept, people: People) -> None:
    lent(kept, people)
    with pytest.raises(Refusal) as refusal:
        lend(kept=kept, borrower=people["E019"], purpose="签合同", due=DAY, **who(people["E011"]))
    assert facts(refusal) == ["状态"]


def test_a_loan_is_not_over_when_the_borrower_says_so(kept: Kept, people: People) -> None:
    """E35."""
    loan = lent(kept, people)
    bring_back(loan=loan, report="盖了两份", **who(people["E031"], hours=4))
    kept.refresh_from_db()
    loan.refresh_from_db()
    assert (kept.state, loan.state) == ("借出", "待验收")
    confirm_return(loan=loan, remark="印面完好", **who(people["E011"], hours=5))
    kept.refresh_from_db()
    loan.refresh_from_db()
    assert (kept.state, loan.state, loan.closed_by) == ("在用", "已归还", people["E011"])


@pytest.mark.parametrize("number", ["E031", "E008", "E012"])
def test_nobody_but_the_keeper_confirms_a_return(kept: Kept, people: People, number: str) -> None:
    loan = lent(kept, people)
    with pytest.raises(Refusal) as refusal:
        confirm_return(loan=loan, remark="完好", **who(people[number]))
    assert "办理人" in facts(refusal)


def test_only_the_borrower_brings_it_back_and_says_what_it_was_used_for(kept: Kept, people: People) -> None:
    loan = lent(kept, people)
    with pytest.raises(Refusal) as refusal:
        bring_back(loan=loan, report="", **who(people["E019"]))
    assert facts(refusal) == ["办理人", "使用情况"]


def test_a_return_is_confirmed_once(kept: Kept, people: People) -> None:
    loan = lent(kept, people)
    confirm_return(loan=loan, remark="完好", **who(people["E011"]))
    with pytest.raises(Refusal) as refusal:
        confirm_return(loan=loan, remark="完好", **who(people["E011"]))
    assert facts(refusal) == ["状态"]


def test_a_loan_is_late_on_the_day_after_its_last_day(kept: Kept, people: People, organ: Organ) -> None:
    """E31."""
    loan = lent(kept, people)
    following = DAY + timedelta(days=1)
    assert not is_late(loan, DAY)
    assert is_late(loan, following)
    assert late_loan_of(kept, DAY) is None
    assert late_loan_of(kept, following) == loan
    assert list(late_loans(organ, REGISTER, following)) == [loan]


def test_what_waits_for_the_keeper_is_late_all_the_same(kept: Kept, people: People) -> None:
    loan = lent(kept, people)
    bring_back(loan=loan, report="盖了两份", **who(people["E031"]))
    assert late_loan_of(kept, date(2026, 11, 24)) == loan


def test_what_was_stopped_while_it_was_out_comes_back_stopped(kept: Kept, people: People) -> None:
    loan = lent(kept, people)
    stop(kept=kept, reason="丢失", **who(people["E008"]))
    confirm_return(loan=loan, remark="找回", **who(people["E011"]))
    kept.refresh_from_db()
    assert kept.state == "停用"


def test_the_database_lends_one_thing_once_and_closes_no_loan_by_itself(kept: Kept, people: People) -> None:
    loan = lent(kept, people)
    with pytest.raises(IntegrityError), transaction.atomic():
        Loan.objects.filter(pk=loan.pk).update(state="已归还")
    loan.pk, loan.number = None, "模借〔2026〕2号"
    with pytest.raises(IntegrityError), transaction.atomic():
        loan.save(force_insert=True)


def test_pressed_twice_it_goes_out_once(kept: Kept, people: People) -> None:
    acting = who(people["E011"])
    first = lend(kept=kept, borrower=people["E031"], purpose="签合同", due=DAY, **acting)
    second = lend(kept=kept, borrower=people["E031"], purpose="签合同", due=DAY, **acting)
    assert made(Loan, first) == made(Loan, second)
    assert Loan.objects.count() == 1
