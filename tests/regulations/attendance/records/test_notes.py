"""02-1.1b 备注 and 02-3.1 抽查：told by the person, verified by the office."""

from datetime import date

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.law.refusal import Refusal
from zhixing.regulations.attendance.models import ExceptionNote, SpotCheck
from zhixing.regulations.attendance.workflow.day_view import day_status
from zhixing.regulations.attendance.workflow.notes import take_back, tell, verify
from zhixing.regulations.attendance.workflow.spot_checks import found_away, void_check

DAY = date(2026, 11, 19)
NEXT = at("2026-11-20 09:00:00")


def told(bureau: Bureau, name: str = "贺兰亭", half: str = "上午") -> ExceptionNote:
    tell(
        actor=bureau[name], day=DAY, half=half, kind="会议", text="区政府大楼三楼开会",
        at=at("2026-11-19 07:50:00"), key=key(),
    )  # fmt: skip
    return ExceptionNote.objects.get(person=bureau[name], half=half)


def morning(bureau: Bureau, name: str = "贺兰亭") -> str:
    return day_status(bureau[name], DAY, NEXT)[0].word


def test_a_verified_note_excuses_its_half_day_only(bureau: Bureau) -> None:
    verify(actor=bureau["潘映雪"], note=told(bureau), outcome="核实", answer="", at=NEXT, key=key())
    assert [half.word for half in day_status(bureau["贺兰亭"], DAY, NEXT)] == ["会议", "待核实"]


def test_an_unverified_note_stays_open(bureau: Bureau) -> None:
    told(bureau)
    assert morning(bureau) == "待核实"


def test_a_note_that_is_not_verified_leaves_the_half_day_open_and_says_why(bureau: Bureau) -> None:
    note = told(bureau)
    with pytest.raises(Refusal) as refusal:
        verify(actor=bureau["潘映雪"], note=note, outcome="不予核实", answer="", at=NEXT, key=key())
    assert [finding.fact for finding in refusal.value.findings] == ["理由"]
    verify(
        actor=bureau["潘映雪"], note=note, outcome="不予核实", answer="会议没有通知本局", at=NEXT, key=key()
    )
    assert morning(bureau) == "待核实"
    told_again = tell(
        actor=bureau["贺兰亭"], day=DAY, half="上午", kind="下乡", text="到企业走访", at=NEXT, key=key()
    )
    assert told_again.seq


def test_only_the_office_verifies_and_never_its_own_note(bureau: Bureau) -> None:
    with pytest.raises(Refusal, match="不归您"):
        verify(actor=bureau["罗景行"], note=told(bureau), outcome="核实", answer="", at=NEXT, key=key())
    own = told(bureau, "潘映雪")
    with pytest.raises(Refusal) as refusal:
        verify(actor=bureau["潘映雪"], note=own, outcome="核实", answer="", at=NEXT, key=key())
    assert [finding.fact for finding in refusal.value.findings] == ["核实人"]
    verify(actor=bureau["叶知秋"], note=own, outcome="核实", answer="", at=NEXT, key=key())


def test_every_fault_of_a_note_is_named_at_once(bureau: Bureau) -> None:
    with pytest.raises(Refusal) as refusal:
        tell(
            actor=bureau["贺兰亭"],
            day=date(2026, 11, 21),
            half="上午",
            kind="午睡",
            text=" ",
            at=NEXT,
            key=key(),
        )
    assert {finding.fact for finding in refusal.value.findings} == {"说明", "情形", "日期"}


def test_a_half_day_holds_one_note_until_it_is_taken_back(bureau: Bureau) -> None:
    note = told(bureau)
    with pytest.raises(Refusal):
        told(bureau)
    take_back(actor=bureau["贺兰亭"], note=note, at=NEXT, key=key())
    note.refresh_from_db()
    assert note.state == "已撤回"
    with pytest.raises(Refusal):
        take_back(actor=bureau["贺兰亭"], note=note, at=NEXT, key=key())


def test_leaving_early_is_entered_from_a_spot_check_and_may_be_voided(bureau: Bureau) -> None:
    bureau.signs("贺兰亭", DAY, DAY)
    found_away(
        actor=bureau["潘映雪"], person=bureau["贺兰亭"], kind="早退", found_at=at("2026-11-19 16:20:00"),
        text="办公室无人，电话未接", at=NEXT, key=key(),
    )  # fmt: skip
    assert day_status(bureau["贺兰亭"], DAY, NEXT)[1].word == "早退"
    check = SpotCheck.objects.get()
    void_check(actor=bureau["潘映雪"], check=check, reason="当时在会议室", at=NEXT, key=key())
    assert day_status(bureau["贺兰亭"], DAY, NEXT)[1].word == "出勤"


def test_a_spot_check_in_the_future_or_on_a_day_off_is_refused(bureau: Bureau) -> None:
    with pytest.raises(Refusal) as refusal:
        found_away(
            actor=bureau["潘映雪"], person=bureau["贺兰亭"], kind="早退", found_at=at("2026-11-21 16:20:00"),
            text="", at=NEXT, key=key(),
        )  # fmt: skip
    assert {finding.fact for finding in refusal.value.findings} == {"日期", "经过", "发现时间"}
