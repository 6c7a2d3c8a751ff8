"""抽查 (02-1.1a, G-08): leaving early is seen by somebody, never reckoned."""

from __future__ import annotations

from datetime import date

import pytest

from tests.regulations.attendance.records.bureau import Bureau, at, key
from zhixing.law.refusal import Refusal
from zhixing.regulations.attendance.models import SpotCheck
from zhixing.regulations.attendance.workflow.day_view import day_status
from zhixing.regulations.attendance.workflow.month_figures import month_of
from zhixing.regulations.attendance.workflow.spot_checks import found_away, void_check

DAY = date(2026, 11, 19)
NOW = at("2026-11-20 09:00:00")


def found(
    bureau: Bureau,
    *,
    when: str = "2026-11-19 16:20:00",
    kind: str = "早退",
    text: str = "不在",
    actor: str = "潘映雪",
) -> SpotCheck:
    found_away(
        actor=bureau[actor],
        person=bureau["贺兰亭"],
        kind=kind,
        found_at=at(when),
        text=text,
        at=NOW,
        key=key(),
    )
    return SpotCheck.objects.latest("pk")


def refused(bureau: Bureau, **given: str) -> list[str]:
    with pytest.raises(Refusal) as refusal:
        found(bureau, **given)
    return [finding.fact for finding in refusal.value.findings]


def test_no_sign_out_means_no_early_mark_without_a_check(bureau: Bureau) -> None:
    bureau.signs("贺兰亭", DAY, DAY)
    assert month_of(bureau["贺兰亭"], 2026, 11, NOW).early == 0
    found(bureau)
    assert month_of(bureau["贺兰亭"], 2026, 11, NOW).early == 1


def test_the_half_day_is_that_of_the_moment(bureau: Bureau) -> None:
    bureau.signs("贺兰亭", DAY, DAY)
    found(bureau, when="2026-11-19 11:20:00")
    morning, afternoon = day_status(bureau["贺兰亭"], DAY, NOW)
    assert (morning.word, afternoon.word) == ("早退", "出勤")


def test_being_away_from_the_desk_is_kept_and_counts_as_no_early_mark(bureau: Bureau) -> None:
    bureau.signs("贺兰亭", DAY, DAY)
    found(bureau, kind="擅离岗位")
    assert SpotCheck.objects.get().kind == "擅离岗位"
    assert month_of(bureau["贺兰亭"], 2026, 11, NOW).early == 0


def test_a_half_day_is_entered_once_for_each_finding(bureau: Bureau) -> None:
    bureau.signs("贺兰亭", DAY, DAY)
    found(bureau)
    assert refused(bureau, when="2026-11-19 16:40:00") == ["抽查"]
    found(bureau, when="2026-11-19 16:40:00", kind="擅离岗位")


def test_whoever_is_on_leave_is_not_entered(bureau: Bureau) -> None:
    bureau.away("贺兰亭", "年休假", DAY, DAY)
    assert refused(bureau) == ["当天情况"]


def test_every_fault_is_named_at_once(bureau: Bureau) -> None:
    assert refused(bureau, when="2026-11-22 16:20:00", kind="打盹", text=" ") == [
        "日期",
        "经过",
        "情形",
        "发现时间",
    ]


@pytest.mark.parametrize("name", ["贺兰亭", "吴慕川", "林启衡"])
def test_only_the_office_enters_and_voids_a_check(bureau: Bureau, name: str) -> None:
    bureau.signs("贺兰亭", DAY, DAY)
    assert refused(bureau, actor=name) == ["办理人"]
    check = found(bureau)
    with pytest.raises(Refusal, match="不归您"):
        void_check(actor=bureau[name], check=check, reason="试", at=NOW, key=key())


def test_a_voided_check_stays_and_may_be_entered_anew(bureau: Bureau) -> None:
    bureau.signs("贺兰亭", DAY, DAY)
    check = found(bureau)
    void_check(actor=bureau["潘映雪"], check=check, reason="当时在会议室", at=NOW, key=key())
    check.refresh_from_db()
    assert (check.voided_at, check.void_reason) == (NOW, "当时在会议室")
    with pytest.raises(Refusal) as refusal:
        void_check(actor=bureau["潘映雪"], check=check, reason="", at=NOW, key=key())
    assert [finding.fact for finding in refusal.value.findings] == ["撤销原因", "抽查"]
    found(bureau)
    assert SpotCheck.objects.count() == 2


def test_another_organ_neither_enters_nor_voids(bureau: Bureau, other: Bureau) -> None:
    bureau.signs("贺兰亭", DAY, DAY)
    check = found(bureau)
    with pytest.raises(Refusal, match="不归您"):
        void_check(actor=other["曾望山"], check=check, reason="试", at=NOW, key=key())
    with pytest.raises(Refusal, match="不归您"):
        found_away(
            actor=other["曾望山"], person=bureau["贺兰亭"], kind="早退", found_at=at("2026-11-19 16:50:00"), text="试",
            at=NOW, key=key(),
        )  # fmt: skip
