"""How a notice stands on a day: whether its period is over, what is still open, what it bars."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.office.publication.kinds import Kind, kind_of
from zhixing.office.publication.models import Objection, PublicNotice
from zhixing.organ.days import calendar_of


@dataclass(frozen=True, slots=True)
class Standing:
    """`actionable` is the first working day after the period, None while no period runs; `left` counts the working
    days that are still to come, today included."""

    notice: PublicNotice
    over: bool
    left: int
    actionable: date | None
    estimated: bool
    open: tuple[Objection, ...]
    barred: tuple[Objection, ...]


def standing_notice(organ: str, kind: str, source: str) -> PublicNotice | None:
    """The notice about this record that was not taken down."""
    rows = PublicNotice.objects.filter(organ=organ, kind=kind, source=source).exclude(state="已撤下")
    return rows.select_related("organ", "drafted_by", "reviewed_by").first()


def standing(notice: PublicNotice, day: date) -> Standing:
    """The last day still belongs to the period: it is over on the day after (E31)."""
    kind = kind_of(notice)
    objections = list(notice.objections.select_related("entered_by", "answered_by"))
    waiting = tuple(one for one in objections if one.open)
    barred = tuple(one for one in objections if one.result in kind.barring)
    if notice.last_day is None or notice.state != "公示中":
        return Standing(
            notice, over=False, left=0, actionable=None, estimated=False, open=waiting, barred=barred
        )
    calendar = calendar_of(notice.organ)
    following = calendar.due(notice.last_day, 1)
    over = day > notice.last_day
    left = 0 if over else calendar.working_days(day, notice.last_day).value
    return Standing(
        notice, over=over, left=left, actionable=following.day, estimated=notice.estimated or following.estimated,
        open=waiting, barred=barred,
    )  # fmt: skip


def unfinished(notice: PublicNotice | None, kind: Kind, day: date) -> list[Finding]:
    """Why what was announced may not be done yet: no notice, its period running, an objection open or upheld."""
    if notice is None or notice.state != "公示中":
        found = notice.state if notice else "没有公示"
        return [Finding("公示", found, "已经发布并且期满", "请先发布公示。", clause=kind.clause("period"))]
    now = standing(notice, day)
    findings = [] if now.over else [_running(now, kind)]
    return [*findings, *_objections(now, kind)]


def _running(now: Standing, kind: Kind) -> Finding:
    estimated = "（放假安排还没有公布，暂估）" if now.estimated else ""
    return Finding(
        "公示期", f"{now.notice.published_on}发布，到{now.notice.last_day}期满{estimated}", "公示期已满",
        f"期满以后再办，最早{now.actionable}。", clause=kind.clause("period"),
    )  # fmt: skip


def _objections(now: Standing, kind: Kind) -> Iterable[Finding]:
    clause = kind.clause("objections")
    if now.open:
        who = kind.posts["hears"]
        yield Finding(
            "公示反映",
            f"{len(now.open)}件没有答复",
            "每一件都核查、答复",
            f"请{who}核查以后逐件答复。",
            clause=clause,
            who=who,
        )
    for one in now.barred:
        yield Finding(
            "公示反映",
            f"{one.received_on}收到的，核查结论是{one.result}",
            "没有影响的反映",
            "请终止办理。",
            clause=clause,
        )
