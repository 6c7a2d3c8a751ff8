"""诫勉谈话 (02-3.1): proposed by the count, assigned by the chief, held by whom he names, taken back with the count."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.law.refusal import Refusal
from zhixing.regulations.attendance.models import Month, MonthLine, SignIn, Talk
from zhixing.regulations.attendance.workflow import month as months
from zhixing.regulations.attendance.workflow.month_correct import correct
from zhixing.regulations.attendance.workflow.signin import void_sign_in
from zhixing.regulations.attendance.workflow.spot_checks import found_away
from zhixing.regulations.attendance.workflow.talks import assign, hold

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
OPENED = at("2026-11-03 09:00:00")
LATER = at("2026-11-09 09:00:00")
TWICE = {"d1012a": time(8, 31), "d1019a": time(9)}
THRICE = {**TWICE, "d1030p": time(13, 31)}
EVERYONE = ("林启衡", "吴慕川", "叶知秋", "潘映雪", "金若谷", "罗景行", "贺兰亭", "邓一舟")


def opened(bureau: Bureau, **late: time) -> Month:
    for name in EVERYONE:
        bureau.signs(name, FIRST, LAST, **(late if name == "贺兰亭" else {}))
    months.open_month(actor=bureau["潘映雪"], year=2026, month=10, at=OPENED, key=key())
    return Month.objects.get()


def line_of(bureau: Bureau, sheet: Month) -> MonthLine:
    return sheet.lines.get(person=bureau["贺兰亭"])


def early(bureau: Bureau) -> None:
    found_away(
        actor=bureau["潘映雪"], person=bureau["贺兰亭"], kind="早退", found_at=at("2026-10-26 16:20:00"),
        text="办公室无人", at=OPENED, key=key(),
    )  # fmt: skip


def answered(bureau: Bureau, sheet: Month) -> None:
    line = line_of(bureau, sheet)
    months.object_to(actor=bureau["贺兰亭"], line=line, text="请再核对", at=OPENED, key=key())
    months.answer(actor=bureau["潘映雪"], line=line, text="已核对", at=OPENED, key=key())


def locked(bureau: Bureau, sheet: Month) -> Month:
    months.lock(actor=bureau["潘映雪"], sheet=sheet, at=LATER, key=key())
    return sheet


def states() -> list[tuple[int, str]]:
    return list(Talk.objects.order_by("pk").values_list("count", "state"))


def test_two_marks_ask_for_no_talk(bureau: Bureau) -> None:
    opened(bureau, **TWICE)
    assert states() == []


def test_two_late_and_one_early_are_three(bureau: Bureau) -> None:
    for name in EVERYONE:
        bureau.signs(name, FIRST, LAST, **(TWICE if name == "贺兰亭" else {}))
    early(bureau)
    months.open_month(actor=bureau["潘映雪"], year=2026, month=10, at=OPENED, key=key())
    assert states() == [(3, "待安排")]


def test_a_third_mark_found_when_an_objection_is_answered_asks_for_a_talk(bureau: Bureau) -> None:
    sheet = opened(bureau, **TWICE)
    early(bureau)
    answered(bureau, sheet)
    assert states() == [(3, "待安排")]


def test_a_mark_that_falls_away_with_its_sign_in_takes_the_talk_back(bureau: Bureau) -> None:
    sheet = opened(bureau, **THRICE)
    wrong = SignIn.objects.get(person=bureau["贺兰亭"], day=date(2026, 10, 30), half="下午")
    void_sign_in(actor=bureau["潘映雪"], sign_in=wrong, reason="考勤机时钟快了", at=OPENED, key=key())
    answered(bureau, sheet)
    assert states() == [(3, "已撤销")]
    assert Talk.objects.get().reverse_reason == "答复异议时重新统计，当月次数变为2次。"


def test_a_correction_after_the_lock_moves_the_talk_both_ways(bureau: Bureau) -> None:
    sheet = locked(bureau, opened(bureau, **THRICE))
    for times in (2, 4):
        correct(
            actor=bureau["潘映雪"], line=line_of(bureau, sheet), column="late", after=times, reason="重新核对", at=LATER,
            key=key(),
        )  # fmt: skip
    assert states() == [(3, "已撤销"), (4, "待安排")]


def test_only_the_chief_assigns_and_never_the_person_or_a_stranger(bureau: Bureau, other: Bureau) -> None:
    opened(bureau, **THRICE)
    talk = Talk.objects.get()
    for name in ("潘映雪", "吴慕川", "贺兰亭"):
        with pytest.raises(Refusal, match="不归您"):
            assign(actor=bureau[name], talk=talk, talker=bureau["吴慕川"], at=LATER, key=key())
    for talker in (bureau["贺兰亭"], other["曾望山"]):
        with pytest.raises(Refusal) as refusal:
            assign(actor=bureau["林启衡"], talk=talk, talker=talker, at=LATER, key=key())
        assert [finding.fact for finding in refusal.value.findings] == ["谈话人"]
    with pytest.raises(Refusal, match="不归您"):
        assign(actor=other["曾望山"], talk=talk, talker=other["曾望山"], at=LATER, key=key())


def test_the_chief_may_name_another_talker_until_the_talk_is_held(bureau: Bureau) -> None:
    opened(bureau, **THRICE)
    talk = Talk.objects.get()
    for name in ("吴慕川", "林启衡"):
        assign(actor=bureau["林启衡"], talk=talk, talker=bureau[name], at=LATER, key=key())
    hold(actor=bureau["林启衡"], talk=talk, held_at=LATER, content="提醒", stance="改正", at=LATER, key=key())
    with pytest.raises(Refusal) as refusal:
        assign(actor=bureau["林启衡"], talk=talk, talker=bureau["吴慕川"], at=LATER, key=key())
    assert refusal.value.findings[0].found == "已谈话"


def test_a_talk_is_not_written_down_before_it_is_held(bureau: Bureau) -> None:
    opened(bureau, **THRICE)
    talk = Talk.objects.get()
    assign(actor=bureau["林启衡"], talk=talk, talker=bureau["吴慕川"], at=OPENED, key=key())
    with pytest.raises(Refusal) as refusal:
        hold(
            actor=bureau["吴慕川"],
            talk=talk,
            held_at=LATER,
            content="提醒",
            stance="改正",
            at=OPENED,
            key=key(),
        )
    assert [finding.fact for finding in refusal.value.findings] == ["谈话时间"]


def test_of_two_who_saw_the_same_page_the_second_is_told(bureau: Bureau) -> None:
    opened(bureau, **THRICE)
    mine, yours = Talk.objects.get(), Talk.objects.get()
    assign(actor=bureau["林启衡"], talk=mine, talker=bureau["吴慕川"], at=LATER, key=key())
    hold(actor=bureau["吴慕川"], talk=mine, held_at=LATER, content="提醒", stance="改正", at=LATER, key=key())
    with pytest.raises(Refusal) as refusal:
        assign(actor=bureau["林启衡"], talk=yours, talker=bureau["林启衡"], at=LATER, key=key())
    assert refusal.value.findings[0].found == "已谈话"
