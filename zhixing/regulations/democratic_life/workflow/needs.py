"""What is there and what is missing on the way of one meeting, for the page and for its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.democratic_life.models import LifeMeeting, OpinionSummary
from zhixing.regulations.democratic_life.workflow.criticisms import roll_of
from zhixing.regulations.democratic_life.workflow.entered import is_sealed, note, refuse, running
from zhixing.regulations.democratic_life.workflow.materials import still_to_write
from zhixing.regulations.democratic_life.workflow.parties import by_office
from zhixing.regulations.democratic_life.workflow.superior import (
    in_time,
    last_day,
    report_findings,
    reported,
)
from zhixing.regulations.democratic_life.workflow.talks import matrix


@dataclass(frozen=True, slots=True)
class Need:
    """One thing: what is there, or what is missing; `bars` where nothing goes on without it."""

    fact: str
    clause: str
    who: str
    missing: str = ""
    said: str = ""
    bars: bool = False

    @property
    def done(self) -> bool:
        return not self.missing


def before(case: LifeMeeting, day: date) -> list[Need]:
    """会前: report, meeting called, opinions, talks, what each has written."""
    return [_report(case, day), _called(case), _opinions(case), _talks(case, day), _written(case, day)]


def after(case: LifeMeeting, at: datetime) -> list[Need]:
    """会上和会后: told, contents, sealed, absent members, every problem struck off."""
    return [_told(case), _contents(case), _sealed(case), *_absent(case, at), _mended(case)]


@once
def finish(*, case: LifeMeeting, actor: Person, at: datetime, key: str) -> Receipt:
    """办结: nothing is left open."""
    findings = running(case, actor, "13-7") + by_office(actor, today(at), "13-7")
    findings += [
        Finding(one.fact, one.missing, "已经办完", "请先办完这一项。", clause=one.clause, who=one.who)
        for one in after(case, at)
        if not one.done
    ]
    refuse("民主生活会还不能办结。", findings)
    case.state, case.closed_at = "已办结", at
    case.save(update_fields=["state", "closed_at"])
    return note(case, "民主生活会办结", actor=actor, at=at, key=key, rule="13-7")


def _report(case: LifeMeeting, day: date) -> Need:
    made = reported(case)
    found = report_findings(case, case.day)
    if not found and made is not None:
        said = f"{made.day}以{made.document}报告{made.whom}"
        return Need("会前报告", "13-3", "办公室主任", said=said, bars=True)
    last = last_day(case, day)
    late = f"，已经过了{last}" if made is None and day > last else ""
    missing = (
        f"最迟{last}报告上级党组织{late}"
        if made is None
        else "；".join(f"{one.found}，{one.expected}" for one in found)
    )
    return Need("会前报告", "13-3", "办公室主任", missing=missing, bars=True)


def is_late(case: LifeMeeting, day: date) -> bool:
    """B13-01: the report came too late, or its last day has gone by."""
    now = in_time(case, case.day)
    return not now.outcome["合规"] if now is not None else day > last_day(case, day)


def _called(case: LifeMeeting) -> Need:
    meeting = case.meeting
    if meeting is None or meeting.state in ("流会", "已取消"):
        return Need("会议通知", "13-3", "办公室主任", missing="还没有召集会议", bars=True)
    if meeting.notified_at is None:
        return Need("会议通知", "13-3", "办公室主任", missing="会议已经登记，通知还没有发出", bars=True)
    return Need("会议通知", "13-3", "办公室主任", said=f"{meeting.title}，已经通知", bars=True)


def _opinions(case: LifeMeeting) -> Need:
    number = case.opinions.count()
    if OpinionSummary.objects.filter(case=case).exists():
        return Need("征求意见汇总", "13-5", "办公室主任", said=f"听到{number}条意见，已经汇总", bars=True)
    return Need("征求意见汇总", "13-5", "办公室主任", missing=f"听到{number}条意见，还没有汇总", bars=True)


def _talks(case: LifeMeeting, day: date) -> Need:
    found = matrix(case, day)
    left = len(found.missing)
    if left:
        return Need("谈心", "13-5", "党组成员", missing=f"应谈{found.asked}对，还差{left}对")
    return Need("谈心", "13-5", "党组成员", said=f"{found.asked}对都谈过")


def _written(case: LifeMeeting, day: date) -> Need:
    left = still_to_write(case, day)
    if left:
        names = "、".join(one.name for one in left)
        return Need("发言提纲", "13-5", "党组成员", missing=f"还差{names}")
    return Need("发言提纲", "13-5", "党组成员", said="每位成员都已提交")


def _told(case: LifeMeeting) -> Need:
    if OpinionSummary.objects.filter(case=case).exclude(told_at=None).exists():
        return Need("通报意见", "13-5", "记录人", said="已经在会上通报")
    return Need("通报意见", "13-5", "记录人", missing="还没有在会上通报")


def _contents(case: LifeMeeting) -> Need:
    left = case.contents.filter(covered=None).count()
    if left:
        return Need("会议内容", "13-4", "办公室主任", missing=f"还有{left}项没有登记谈没谈到")
    return Need("会议内容", "13-4", "办公室主任", said="每一项都已登记")


def _sealed(case: LifeMeeting) -> Need:
    if is_sealed(case):
        return Need("会议记录", "13-6", "主持人", said="已经锁定")
    return Need("会议记录", "13-6", "主持人", missing="还没有锁定")


def _absent(case: LifeMeeting, at: datetime) -> Iterator[Need]:
    """书面发言 and 会后通报 of each who did not come."""
    if case.meeting is None or case.meeting.closed_at is None:
        return
    told = {one.person_id: one.informed_on for one in case.statements.all()}
    for one in roll_of(case.meeting, at).absent:
        name = f"{one.name}缺席"
        if one.pk not in told:
            yield Need(name, "13-6", one.name, missing="还没有书面发言")
        elif told[one.pk] is None:
            yield Need(name, "13-6", "办公室主任", missing="会上的情况还没有向本人通报")
        else:
            yield Need(name, "13-6", "办公室主任", said=f"有书面发言，{told[one.pk]}已经通报本人")


def _mended(case: LifeMeeting) -> Need:
    number = case.problems.count()
    left = case.problems.exclude(state="已销号").count()
    if left:
        return Need("整改", "13-7", "党组书记", missing=f"{number}个问题，还有{left}个没有销号")
    return Need("整改", "13-7", "党组书记", said=f"{number}个问题都已销号" if number else "没有列出问题")
