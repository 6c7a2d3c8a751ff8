"""旷工：02-1.2b and 02-3.2. Nothing is absence before notice, hearing and the chief's decision."""

from datetime import date

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.law.refusal import Refusal
from zhixing.organ.days import calendar_of
from zhixing.regulations.attendance.models import AbsenceCase, DisciplineRecord, ExceptionNote
from zhixing.regulations.attendance.workflow import absence
from zhixing.regulations.attendance.workflow.absence_decide import decide_case, release
from zhixing.regulations.attendance.workflow.absence_year import ruling_of, year_of
from zhixing.regulations.attendance.workflow.day_view import day_status, days
from zhixing.regulations.attendance.workflow.discipline import register, revoke
from zhixing.regulations.attendance.workflow.honours import honours_list
from zhixing.regulations.attendance.workflow.notes import tell, verify
from zhixing.regulations.attendance.workflow.span import Slot

FIRST = date(2026, 9, 1)
OPENED = at("2026-11-16 09:00:00")
HEARD = at("2026-11-17 09:00:00")
AFTER = at("2026-11-20 09:00:00")


def worked(bureau: Bureau, number: int, first: date = FIRST) -> list[Slot]:
    """The first `number` half-days worked from `first` on."""
    calendar = calendar_of(bureau.organ)
    every = [day for day in days(first, date(2026, 11, 13)) if calendar.is_working(day)]
    return [(day, half) for day in every for half in ("上午", "下午")][:number]


def opened(bureau: Bureau, slots: list[Slot], name: str = "邓一舟") -> AbsenceCase:
    absence.open_case(
        actor=bureau["潘映雪"],
        person=bureau[name],
        slots=slots,
        facts="没有签到，也没有手续",
        at=OPENED,
        key=key(),
    )
    return AbsenceCase.objects.latest("pk")


def proposed(bureau: Bureau, slots: list[Slot], name: str = "邓一舟") -> AbsenceCase:
    case = opened(bureau, slots, name)
    absence.notify(actor=bureau["潘映雪"], case=case, notice="请三个工作日内说明", at=OPENED, key=key())
    absence.state(actor=bureau[name], case=case, text="家中有事，忘了请假", at=HEARD, key=key())
    absence.propose(actor=bureau["潘映雪"], case=case, opinion="建议认定", at=HEARD, key=key())
    return case


def decided(bureau: Bureau, halves: int, name: str = "邓一舟", first: date = FIRST) -> AbsenceCase:
    case = proposed(bureau, worked(bureau, halves, first), name)
    decide_case(actor=bureau["林启衡"], case=case, outcome="认定", decision="属实", at=AFTER, key=key())
    return case


def test_unexplained_half_days_are_put_before_the_office_and_are_no_absence(bureau: Bureau) -> None:
    bureau.signs("邓一舟", date(2026, 11, 12), date(2026, 11, 13), d1113p=None)
    found = dict(absence.unexplained(bureau.organ, date(2026, 11, 12), date(2026, 11, 13), OPENED))
    assert [(half.day, half.half) for half in found[bureau["邓一舟"]]] == [(date(2026, 11, 13), "下午")]
    assert year_of(bureau["邓一舟"], date(2026, 11, 13)).halves == 0


def test_a_case_goes_through_notice_hearing_opinion_and_decision(bureau: Bureau) -> None:
    case = decided(bureau, 3)
    assert (case.number, case.state, case.decided_by) == ("旷认〔2026〕1号", "已认定", bureau["林启衡"])
    assert case.hear_by == date(2026, 11, 19)
    assert day_status(bureau["邓一舟"], FIRST, AFTER)[0].word == "旷工"
    assert case.ruling["outcome"]["扣年终奖"] == "0.00"


def test_no_step_of_a_hearing_is_skipped(bureau: Bureau) -> None:
    case = opened(bureau, worked(bureau, 2))
    with pytest.raises(Refusal):
        decide_case(actor=bureau["林启衡"], case=case, outcome="认定", decision="属实", at=AFTER, key=key())
    absence.notify(actor=bureau["潘映雪"], case=case, notice="请说明", at=OPENED, key=key())
    with pytest.raises(Refusal, match="没有提请"):
        absence.propose(
            actor=bureau["潘映雪"], case=case, opinion="建议认定", at=at("2026-11-19 17:00:00"), key=key()
        )
    absence.propose(actor=bureau["潘映雪"], case=case, opinion="期满未陈述", at=AFTER, key=key())
    absence.state(actor=bureau["邓一舟"], case=case, text="住院了", at=AFTER, key=key())
    assert (case.state, case.statement) == ("待认定", "住院了")


def test_only_the_chief_decides(bureau: Bureau) -> None:
    case = proposed(bureau, worked(bureau, 2))
    for name in ("吴慕川", "叶知秋", "潘映雪", "邓一舟"):
        with pytest.raises(Refusal, match="不归您"):
            decide_case(actor=bureau[name], case=case, outcome="认定", decision="属实", at=AFTER, key=key())


def test_a_case_not_found_lets_its_half_days_go(bureau: Bureau) -> None:
    case = proposed(bureau, worked(bureau, 2))
    decide_case(actor=bureau["林启衡"], case=case, outcome="不认定", decision="情有可原", at=AFTER, key=key())
    assert case.halves.filter(released_at=None).count() == 0
    assert year_of(bureau["邓一舟"], date(2026, 11, 20)).halves == 0


def test_a_half_day_with_papers_or_in_another_case_cannot_be_asked_about(bureau: Bureau) -> None:
    bureau.signs("邓一舟", date(2026, 11, 13), date(2026, 11, 13))
    opened(bureau, [(date(2026, 11, 12), "上午")])
    with pytest.raises(Refusal) as refusal:
        opened(bureau, [(date(2026, 11, 12), "上午"), (date(2026, 11, 13), "上午")])
    assert [(finding.fact, finding.found) for finding in refusal.value.findings] == [
        ("2026-11-12上午", "已经提出过"),
        ("2026-11-13上午", "出勤"),
    ]


@pytest.mark.parametrize(
    ("halves", "bonus", "honours"),
    [(9, "450.00", "否"), (10, "1000.00", "是"), (19, "1000.00", "是"), (20, "2000.00", "是")],
)
def test_the_year_has_tiers(bureau: Bureau, halves: int, bonus: str, honours: str) -> None:
    bureau.pays("邓一舟", 435_000)
    decided(bureau, halves)
    ruling = ruling_of(bureau["邓一舟"], date(2026, 11, 20))
    assert ruling is not None
    assert (ruling.shown["扣年终奖"], ruling.shown["取消评优"]) == (bonus, honours)


def test_fifteen_days_across_the_holidays_are_one_run(bureau: Bureau) -> None:
    decided(bureau, 30, first=date(2026, 9, 16))
    ruling = ruling_of(bureau["邓一舟"], date(2026, 11, 20))
    assert year_of(bureau["邓一舟"], date(2026, 11, 20)).longest == 30
    assert ruling is not None
    assert ruling.shown["预警"] == "可依法解除劳动合同"


def test_a_civil_servant_of_exactly_fifteen_days_is_only_warned_of(bureau: Bureau) -> None:
    decided(bureau, 30, name="贺兰亭", first=date(2026, 9, 16))
    ruling = ruling_of(bureau["贺兰亭"], date(2026, 11, 20))
    assert ruling is not None
    assert ruling.shown["预警"] == "预警"


def test_absence_turned_into_papers_later_lowers_the_tier(bureau: Bureau) -> None:
    bureau.pays("邓一舟", 435_000)
    case = decided(bureau, 10)
    slot = worked(bureau, 10)[-1]
    with pytest.raises(Refusal, match="没有转出"):
        release(actor=bureau["潘映雪"], case=case, slots=[slot], reason="补办了手续", at=AFTER, key=key())
    tell(
        actor=bureau["邓一舟"], day=slot[0], half=slot[1], kind="下乡", text="到企业走访", at=AFTER, key=key()
    )
    note = ExceptionNote.objects.get(person=bureau["邓一舟"])
    verify(actor=bureau["潘映雪"], note=note, outcome="核实", answer="企业已证明", at=AFTER, key=key())
    release(actor=bureau["潘映雪"], case=case, slots=[slot], reason="备注已核实", at=AFTER, key=key())
    ruling = ruling_of(bureau["邓一舟"], date(2026, 11, 20))
    assert ruling is not None
    assert (ruling.shown["扣年终奖"], ruling.shown["取消评优"]) == ("450.00", "否")
    assert day_status(bureau["邓一舟"], slot[0], AFTER)[1].word == "下乡"


def test_a_warning_of_the_efficiency_office_strikes_from_the_honours_of_its_year(bureau: Bureau) -> None:
    register(
        actor=bureau["潘映雪"], person=bureau["贺兰亭"], kind="效能告诫", day=date(2026, 5, 6),
        source="鹿效能告〔2026〕3号", text="上班时间网购", at=OPENED, key=key(),
    )  # fmt: skip
    decided(bureau, 10)
    rows = {row.person.name: row for row in honours_list(bureau.organ, 2026, date(2026, 11, 20))}
    assert [one.clause for one in rows["贺兰亭"].struck] == ["02-3.3"]
    assert "鹿效能告〔2026〕3号" in rows["贺兰亭"].struck[0].reason
    assert [one.reason for one in rows["邓一舟"].struck] == ["2026年认定旷工5天"]
    assert rows["罗景行"].eligible
    assert all(row.eligible for row in honours_list(bureau.organ, 2025, date(2026, 11, 20)))


def test_a_discipline_record_names_its_source_and_may_be_withdrawn(bureau: Bureau) -> None:
    with pytest.raises(Refusal) as refusal:
        register(
            actor=bureau["潘映雪"], person=bureau["贺兰亭"], kind="打瞌睡", day=date(2026, 12, 1), source="",
            text="", at=OPENED, key=key(),
        )  # fmt: skip
    assert {finding.fact for finding in refusal.value.findings} == {"来源", "事实", "情形", "日期"}
    register(
        actor=bureau["潘映雪"], person=bureau["贺兰亭"], kind="效能告诫", day=date(2026, 5, 6), source="告诫书",
        text="擅离岗位", at=OPENED, key=key(),
    )  # fmt: skip
    revoke(
        actor=bureau["潘映雪"], record=DisciplineRecord.objects.get(), reason="上级撤销", at=AFTER, key=key()
    )
    rows = {row.person.name: row.eligible for row in honours_list(bureau.organ, 2026, date(2026, 11, 20))}
    assert rows["贺兰亭"]
