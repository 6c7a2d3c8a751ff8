"""Month, talk and settlement: 02-1.2d, 02-2, 02-3.1."""

from datetime import date, time

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Month, MonthLine, SettlementLine, SignIn, Talk
from zhixing.regulations.attendance.workflow import month as months
from zhixing.regulations.attendance.workflow.late_excuse import excuse_late
from zhixing.regulations.attendance.workflow.month_correct import correct, follow_records
from zhixing.regulations.attendance.workflow.month_figures import corrected
from zhixing.regulations.attendance.workflow.pay import pay_shown_to, set_pay
from zhixing.regulations.attendance.workflow.settlement import propose_settlement, settlement_shown_to
from zhixing.regulations.attendance.workflow.talks import assign, hold

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
OPENED = at("2026-11-03 09:00:00")
LATER = at("2026-11-09 09:00:00")
EVERYONE = ("林启衡", "吴慕川", "叶知秋", "潘映雪", "金若谷", "罗景行", "贺兰亭", "邓一舟")
LATE = time(8, 30, 1)
THREE = {"d1012a": LATE, "d1019a": time(9), "d1030p": time(13, 31)}


@pytest.fixture
def october(bureau: Bureau) -> Month:
    """October with three late marks of 贺兰亭, the third on the last working day."""
    for name in EVERYONE:
        bureau.signs(name, FIRST, LAST, **(THREE if name == "贺兰亭" else {}))
    return opened(bureau)


def opened(bureau: Bureau) -> Month:
    months.open_month(actor=bureau["潘映雪"], year=2026, month=10, at=OPENED, key=key())
    return Month.objects.get()


def line_of(sheet: Month, person: Person) -> MonthLine:
    return sheet.lines.get(person=person)


def locked(bureau: Bureau, sheet: Month) -> Month:
    sheet.refresh_from_db()
    months.lock(actor=bureau["潘映雪"], sheet=sheet, at=LATER, key=key())
    return sheet


def settled(bureau: Bureau, sheet: Month) -> list[tuple[str, int, int]]:
    propose_settlement(actor=bureau["潘映雪"], sheet=sheet, at=LATER, key=key())
    return list(SettlementLine.objects.order_by("pk").values_list("item", "count", "amount"))


def test_the_office_opens_a_month_with_a_line_for_everyone(bureau: Bureau, october: Month) -> None:
    line = line_of(october, bureau["贺兰亭"])
    assert october.lines.count() == len(EVERYONE)
    # 22 weekdays less the five of 1 to 7 October, and Saturday the 10th worked: 18 days
    assert (line.due, line.present, line.late, line.open) == (36, 36, 3, 0)
    assert october.confirm_by == date(2026, 11, 6)


def test_a_month_is_opened_once_after_its_end_and_by_the_office(bureau: Bureau, october: Month) -> None:
    for year, month, actor in (
        (2026, 10, "潘映雪"),
        (2026, 11, "潘映雪"),
        (2026, 9, "贺兰亭"),
        (2026, 13, "潘映雪"),
    ):
        with pytest.raises(Refusal):
            months.open_month(actor=bureau[actor], year=year, month=month, at=OPENED, key=key())


def test_everyone_confirms_only_the_own_line_and_only_once(bureau: Bureau, october: Month) -> None:
    line = line_of(october, bureau["贺兰亭"])
    with pytest.raises(Refusal, match="不归您"):
        months.confirm(actor=bureau["邓一舟"], line=line, at=OPENED, key=key())
    months.confirm(actor=bureau["贺兰亭"], line=line, at=OPENED, key=key())
    with pytest.raises(Refusal):
        months.confirm(actor=bureau["贺兰亭"], line=line, at=OPENED, key=key())


def test_an_objection_must_be_answered_before_the_lock(bureau: Bureau, october: Month) -> None:
    line = line_of(october, bureau["贺兰亭"])
    months.object_to(actor=bureau["贺兰亭"], line=line, text="30日下午在送急件", at=OPENED, key=key())
    with pytest.raises(Refusal) as refusal:
        locked(bureau, october)
    assert [finding.fact for finding in refusal.value.findings] == ["贺兰亭的异议"]
    excuse(bureau, date(2026, 10, 30), "下午")
    line.refresh_from_db()
    months.answer(actor=bureau["潘映雪"], line=line, text="已核销一次", at=OPENED, key=key())
    line.refresh_from_db()
    assert (line.state, line.late) == ("已答复", 2)
    assert locked(bureau, october).state == "已锁定"


def test_a_month_is_not_locked_while_people_may_still_confirm(bureau: Bureau, october: Month) -> None:
    with pytest.raises(Refusal, match="没有锁定"):
        months.lock(actor=bureau["潘映雪"], sheet=october, at=at("2026-11-06 17:00:00"), key=key())
    for line in october.lines.select_related("person", "sheet"):
        months.confirm(actor=line.person, line=line, at=OPENED, key=key())
    months.lock(actor=bureau["潘映雪"], sheet=october, at=at("2026-11-06 17:00:00"), key=key())


def excuse(bureau: Bureau, day: date, half: str) -> None:
    row = SignIn.objects.get(person=bureau["贺兰亭"], day=day, half=half)
    excuse_late(actor=bureau["潘映雪"], sign_in=row, reason="送急件到区府办，已核实", at=LATER, key=key())


def test_the_third_late_mark_on_the_last_day_proposes_a_talk_to_the_chief(
    bureau: Bureau, october: Month
) -> None:
    talk = Talk.objects.get()
    assert (talk.person, talk.count, talk.state) == (bureau["贺兰亭"], 3, "待安排")
    with pytest.raises(Refusal, match="不归您"):
        assign(actor=bureau["吴慕川"], talk=talk, talker=bureau["吴慕川"], at=LATER, key=key())
    assign(actor=bureau["林启衡"], talk=talk, talker=bureau["吴慕川"], at=LATER, key=key())
    with pytest.raises(Refusal) as refusal:
        hold(actor=bureau["林启衡"], talk=talk, held_at=LATER, content="", stance="", at=LATER, key=key())
    assert {finding.fact for finding in refusal.value.findings} == {"谈话内容", "本人表态", "记录人"}
    hold(
        actor=bureau["吴慕川"],
        talk=talk,
        held_at=LATER,
        content="提醒按时到岗",
        stance="今后注意",
        at=LATER,
        key=key(),
    )
    assert Talk.objects.get().state == "已谈话"


def test_one_mark_excused_later_brings_the_count_to_two_and_takes_the_talk_back(
    bureau: Bureau, october: Month
) -> None:
    excuse(bureau, date(2026, 10, 30), "下午")
    talk = Talk.objects.get()
    assert (talk.state, "变为2次" in talk.reverse_reason) == ("已撤销", True)


def test_two_late_marks_cost_nothing_and_three_cost_sixty_yuan(bureau: Bureau, october: Month) -> None:
    bureau.pays("贺兰亭", 435_000)
    assert settled(bureau, locked(bureau, october)) == [("迟到早退", 3, 6_000)]


def test_the_deduction_never_exceeds_the_allowance(bureau: Bureau, october: Month) -> None:
    bureau.pays("贺兰亭", 435_000, allowance=5_000)
    assert settled(bureau, locked(bureau, october)) == [("迟到早退", 3, 5_000)]


def test_a_mark_excused_after_the_settlement_takes_the_deduction_back(bureau: Bureau, october: Month) -> None:
    bureau.pays("贺兰亭", 435_000)
    settled(bureau, locked(bureau, october))
    excuse(bureau, date(2026, 10, 30), "下午")
    october.refresh_from_db()
    follow_records(actor=bureau["潘映雪"], sheet=october, reason="迟到已核销", at=LATER, key=key())
    rows = settled(bureau, october)
    assert rows == [("迟到早退", 3, 6_000), ("迟到早退", 0, -6_000)]
    assert SettlementLine.objects.last().corrects == SettlementLine.objects.first()  # type: ignore[union-attr]


def test_what_finance_has_already_is_not_handed_over_a_second_time(bureau: Bureau, october: Month) -> None:
    bureau.pays("贺兰亭", 435_000)
    sheet = locked(bureau, october)
    settled(bureau, sheet)
    with pytest.raises(Refusal, match="没有再提") as refusal:
        settled(bureau, sheet)
    (finding,) = refusal.value.findings
    assert finding.found == "2026-11-09交财务以后没有变化"
    assert finding.mend == "不用再提，财务已经收到。"
    assert Entry.objects.filter(action="提出扣款建议").count() == 1


def test_a_mark_excused_but_not_yet_corrected_says_to_correct_the_month_first(
    bureau: Bureau, october: Month
) -> None:
    bureau.pays("贺兰亭", 435_000)
    sheet = locked(bureau, october)
    settled(bureau, sheet)
    excuse(bureau, date(2026, 10, 30), "下午")
    with pytest.raises(Refusal) as refusal:
        settled(bureau, sheet)
    assert "先按现在的记录更正" in refusal.value.findings[0].mend
    follow_records(actor=bureau["潘映雪"], sheet=sheet, reason="迟到已核销", at=LATER, key=key())
    assert settled(bureau, sheet)[1:] == [("迟到早退", 0, -6_000)]
    with pytest.raises(Refusal, match="没有再提"):
        settled(bureau, sheet)


def test_a_month_that_proposes_nothing_is_handed_over_once(bureau: Bureau, october: Month) -> None:
    for day in (date(2026, 10, 19), date(2026, 10, 30)):
        excuse(bureau, day, "上午" if day.day == 19 else "下午")
    line = line_of(october, bureau["贺兰亭"])
    months.object_to(actor=bureau["贺兰亭"], line=line, text="已核销", at=OPENED, key=key())
    months.answer(actor=bureau["潘映雪"], line=line, text="已重新统计", at=OPENED, key=key())
    sheet = locked(bureau, october)
    assert settled(bureau, sheet) == []
    with pytest.raises(Refusal, match="没有再提"):
        settled(bureau, sheet)


def test_an_objection_that_ends_in_a_full_stop_is_cited_without_it(bureau: Bureau, october: Month) -> None:
    line = line_of(october, bureau["贺兰亭"])
    months.object_to(actor=bureau["贺兰亭"], line=line, text="30日下午在送急件。", at=OPENED, key=key())
    with pytest.raises(Refusal) as refusal:
        locked(bureau, october)
    assert refusal.value.findings[0].found == "30日下午在送急件"


def test_a_locked_line_keeps_its_value_and_the_correction_stands_beside(
    bureau: Bureau, october: Month
) -> None:
    sheet = locked(bureau, october)
    line = line_of(sheet, bureau["邓一舟"])
    with pytest.raises(Refusal):
        months.object_to(actor=bureau["邓一舟"], line=line, text="晚了", at=LATER, key=key())
    correct(
        actor=bureau["潘映雪"], line=line, column="personal", after=2, reason="补报事假", at=LATER, key=key()
    )
    line.refresh_from_db()
    assert (line.personal, corrected(line).personal) == (0, 2)
    with pytest.raises(Refusal) as refusal:
        correct(actor=bureau["潘映雪"], line=line, column="personal", after=2, reason="", at=LATER, key=key())
    assert {finding.fact for finding in refusal.value.findings} == {"更正理由", "新值"}


def test_personal_leave_costs_base_pay_by_21_75_and_drops_what_is_less_than_a_fen(
    bureau: Bureau, october: Month
) -> None:
    bureau.pays("邓一舟", 10_000)
    bureau.pays("贺兰亭", 0, allowance=0)
    sheet = locked(bureau, october)
    line = line_of(sheet, bureau["邓一舟"])
    correct(
        actor=bureau["潘映雪"], line=line, column="personal", after=2, reason="补报事假", at=LATER, key=key()
    )
    assert settled(bureau, sheet) == [("事假", 2, 459)]  # 100.00 ÷ 21.75 = 4.597…


def test_whoever_lacks_a_pay_base_is_named_before_the_settlement(bureau: Bureau, october: Month) -> None:
    with pytest.raises(Refusal) as refusal:
        settled(bureau, locked(bureau, october))
    assert [finding.fact for finding in refusal.value.findings] == ["贺兰亭的工资基数"]


def test_an_open_month_is_not_settled(bureau: Bureau, october: Month) -> None:
    with pytest.raises(Refusal, match="没有提出"):
        settled(bureau, october)


def test_pay_is_entered_by_finance_and_seen_by_the_person_and_finance_only(
    bureau: Bureau, october: Month
) -> None:
    def enter(actor: str, since: date) -> None:
        set_pay(
            actor=bureau[actor], person=bureau["贺兰亭"], base=435_000, allowance=50_000, bonus=200_000, since=since,
            basis="工资审批表", at=OPENED, key=key(),
        )  # fmt: skip

    with pytest.raises(Refusal):
        enter("潘映雪", FIRST)
    enter("金若谷", date(2026, 1, 1))
    enter("金若谷", FIRST)
    with pytest.raises(Refusal):
        enter("金若谷", date(2026, 9, 1))
    seen = {name for name in EVERYONE if pay_shown_to(bureau[name], bureau["贺兰亭"], LAST)}
    assert seen == {"贺兰亭", "金若谷"}
    settled(bureau, locked(bureau, october))
    counts = [
        settlement_shown_to(bureau[name], october, LAST).count() for name in ("贺兰亭", "金若谷", "林启衡")
    ]
    assert counts == [1, 1, 0]


def test_a_late_mark_of_the_next_month_counts_for_that_month(bureau: Bureau) -> None:
    bureau.signs("贺兰亭", FIRST, date(2026, 11, 2), d1012a=LATE, d1019a=LATE, d1102a=LATE)
    assert line_of(opened(bureau), bureau["贺兰亭"]).late == 2
    assert not Talk.objects.exists()
