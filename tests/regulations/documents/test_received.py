"""收文 (09-1.1, 09-1.2, 09-1.6): one door, numbers in order, three questions, days by urgency."""

from datetime import date

import pytest

from tests.regulations.documents.receiving import DAY, LETTER, People, entered, facts, passed, who
from zhixing.law.refusal import Refusal
from zhixing.organ.made import made
from zhixing.organ.models import Organ
from zhixing.regulations.documents.models import ClassifiedNumber, HandedIn, ReceivedDocument
from zhixing.regulations.documents.workflow.received import (
    Incoming,
    due_of,
    register,
    take_classified_number,
)
from zhixing.regulations.documents.workflow.received_handed import decline, hand_in
from zhixing.regulations.documents.workflow.received_review import review, sort_anew


def handed_by(people: People, number: str) -> HandedIn:
    receipt = hand_in(
        title="全市会议材料",
        sender="市经信局",
        origin="全市工业大会",
        copies=2,
        note="",
        **who(people[number]),
    )
    return made(HandedIn, receipt)


def test_numbers_run_by_class_and_year(people: People) -> None:
    shown = [
        entered(people, sender_number=f"{place}号", series=series).shown
        for place, series in enumerate(("收", "收", "会收", "收"))
    ]
    assert shown == ["收〔2026〕1号", "收〔2026〕2号", "会收〔2026〕1号", "收〔2026〕3号"]


def test_whoever_is_not_the_clerk_hands_it_over(people: People) -> None:
    """B9-12."""
    with pytest.raises(Refusal) as refusal:
        register(paper=LETTER, **who(people["E031"]))
    assert facts(refusal) == ["登记人"]
    assert "转交文书" in refusal.value.findings[0].mend
    row = handed_by(people, "E031")
    document = made(ReceivedDocument, register(paper=LETTER, handed=row, **who(people["E010"])))
    row.refresh_from_db()
    assert (row.state, document.handed) == ("已登记", row)
    with pytest.raises(Refusal) as refusal:
        register(paper=LETTER, handed=row, twin_reason="再登一次", **who(people["E010"]))
    assert facts(refusal) == ["转交记录"]


def test_what_is_not_ours_is_declined_with_a_reason(people: People) -> None:
    row = handed_by(people, "E031")
    with pytest.raises(Refusal) as refusal:
        decline(handed=row, reason=" ", **who(people["E031"]))
    assert facts(refusal) == ["登记人", "不予登记的理由"]
    decline(handed=row, reason="个人材料", **who(people["E010"]))
    row.refresh_from_db()
    assert (row.state, row.answer) == ("不予登记", "个人材料")


def test_classified_material_gets_a_number_and_nothing_else(people: People) -> None:
    """G-90."""
    for level in ("秘密", "机密", "绝密"):
        with pytest.raises(Refusal) as refusal:
            entered(people, level=level)
        assert facts(refusal) == ["密级"]
        assert "保密工作制度" in refusal.value.findings[0].mend
    assert not ReceivedDocument.objects.exists()
    row = made(ClassifiedNumber, take_classified_number(received_on=DAY, **who(people["E010"])))
    assert str(row) == "密收〔2026〕1号"
    with pytest.raises(Refusal):
        take_classified_number(received_on=DAY, **who(people["E008"]))


def test_the_same_paper_twice_is_pointed_out_and_needs_a_reason(people: People) -> None:
    first = entered(people)
    with pytest.raises(Refusal) as refusal:
        entered(people, title="别的标题")
    assert facts(refusal) == ["来文单位和字号"]
    assert first.shown in refusal.value.findings[0].found
    receipt = register(paper=LETTER, twin_reason="补发的正本", **who(people["E010"]))
    assert made(ReceivedDocument, receipt).twin_of == first
    entered(people, sender="区府办")
    entered(people, sender_number="")
    entered(people, sender_number="")


def test_everything_wrong_with_an_entry_is_told_at_once(people: People) -> None:
    bad = Incoming(
        sender="", title=" ", type="通知", urgency="平件", mode="办件", received_on=date(2026, 11, 24),
        written_on=date(2026, 11, 25), copies=0,
    )  # fmt: skip
    with pytest.raises(Refusal) as refusal:
        register(paper=bad, **who(people["E010"]))
    assert facts(refusal) == ["来文单位", "标题", "收文日期", "来文日期", "份数"]


def test_a_refused_entry_takes_no_number(people: People) -> None:
    with pytest.raises(Refusal):
        entered(people, title="")
    assert entered(people).number == 1


@pytest.mark.parametrize(
    ("urgency", "received", "due"),
    [
        ("特急", date(2026, 11, 23), date(2026, 11, 23)),
        ("特急", date(2026, 11, 28), date(2026, 11, 30)),
        ("加急", date(2026, 11, 23), date(2026, 11, 26)),
        ("加急", date(2026, 11, 26), date(2026, 12, 1)),
        ("平件", date(2026, 11, 23), date(2026, 12, 7)),
    ],
)
def test_days_go_by_urgency(organ: Organ, urgency: str, received: date, due: date) -> None:
    """B9-11, by the organ's own calendar."""
    assert due_of(organ, urgency, received) == due


def test_what_is_to_be_read_has_no_day(people: People) -> None:
    assert entered(people, mode="阅件").due is None
    assert entered(people, sender_number="2号").due == date(2026, 12, 7)


def test_what_passes_the_review_waits_for_advice(people: People) -> None:
    document = entered(people)
    sheet = passed(document, people)
    assert document.state == "待拟办"
    assert sheet.boxes.get().leader == people["E008"]
    assert sheet.hands.get(until=None).holder == people["E008"]


@pytest.mark.parametrize("answers", [(False, True, True), (True, False, True), (True, True, False)])
def test_what_fails_one_question_goes_back_with_the_reason(
    people: People, answers: tuple[bool, bool, bool]
) -> None:
    document = entered(people)
    ours, rules, drafting = answers
    asked = {"document": document, "ours": ours, "fits_rules": rules, "fits_drafting": drafting}
    with pytest.raises(Refusal) as refusal:
        review(**asked, reason="", **who(people["E010"]))  # type: ignore[arg-type]  # named as the act names them
    assert facts(refusal) == ["退文理由"]
    review(**asked, reason="应由区科技局办理", **who(people["E010"]))  # type: ignore[arg-type]  # the same
    document.refresh_from_db()
    assert (document.state, document.return_number) == ("已退文", "退文〔2026〕1号")
    assert document.sheet is not None
    assert document.sheet.state == "已停止"


def test_only_the_clerk_reviews_and_only_once(people: People) -> None:
    document = entered(people)
    with pytest.raises(Refusal) as refusal:
        review(
            document=document,
            ours=True,
            fits_rules=True,
            fits_drafting=True,
            reason="",
            **who(people["E031"]),
        )
    assert facts(refusal) == ["登记人"]
    passed(document, people)
    with pytest.raises(Refusal) as refusal:
        passed(document, people)
    assert facts(refusal) == ["状态"]


def test_the_office_director_sorts_anew(people: People) -> None:
    """G-104."""
    document = entered(people, mode="阅件")
    sheet = passed(document, people)
    with pytest.raises(Refusal) as refusal:
        sort_anew(document=document, mode="办件", **who(people["E010"]))
    assert facts(refusal) == ["办理人"]
    sort_anew(document=document, mode="办件", **who(people["E008"]))
    sheet.refresh_from_db()
    assert (document.mode, document.due, sheet.due) == ("办件", date(2026, 12, 7), date(2026, 12, 7))


def test_the_same_press_twice_enters_once(people: People) -> None:
    acting = who(people["E010"], key="twice")
    assert register(paper=LETTER, **acting) == register(paper=LETTER, **acting)
    assert ReceivedDocument.objects.count() == 1
