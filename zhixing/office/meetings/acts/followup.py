"""督办: progress, urging, extension by whoever set the date, closing, evaluation (01-11, 01-14.3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.meetings.acts.asking import by, refuse
from zhixing.office.meetings.acts.entered import note
from zhixing.office.meetings.kinds import kind_of
from zhixing.office.meetings.models import Progress, Resolution
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once

WHOLE = 100


@once
def report(
    *, resolution: Resolution, text: str, percent: int, actor: Person, at: datetime, key: str
) -> Receipt:
    """进展, by the responsible person or the lead."""
    findings = _in(resolution, "办理中") + _by_carriers(resolution, actor)
    if not resolution.percent <= percent < WHOLE:
        findings.append(
            Finding("进度", f"{percent}%", f"{resolution.percent}%到99%", "进度不往回填；办完的请报送办结。")
        )
    return _said(resolution, "进展", text, findings, actor, at, key, percent=percent)


@once
def urge(*, resolution: Resolution, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """催办, by the office or whoever set the date; the responsible person and the lead are told."""
    findings = _in(resolution, "办理中") + _by_setters(resolution, actor)
    receipt = _said(resolution, "催办", text, findings, actor, at, key)
    _tell(
        (resolution.person, resolution.lead),
        f"{resolution.number}请抓紧办理，时限{resolution.due}。",
        resolution,
        at,
        key,
    )
    return receipt


@once
def inspect(*, resolution: Resolution, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """督查: what was seen on the spot."""
    return _said(
        resolution,
        "督查",
        text,
        _in(resolution, "办理中", "待核") + _by_setters(resolution, actor),
        actor,
        at,
        key,
    )


@once
def ask_extension(
    *, resolution: Resolution, text: str, due: date, actor: Person, at: datetime, key: str
) -> Receipt:
    findings = _in(resolution, "办理中") + _by_carriers(resolution, actor) + _later(resolution, due)
    if _waiting(resolution) is not None:
        findings.append(Finding("延期", "已有一次申请没有批复", "没有待批的申请", "请等交办人批复。"))
    receipt = _said(resolution, "申请延期", text, findings, actor, at, key, due=due)
    _tell((resolution.set_by,), f"{resolution.number}申请延期，请您批复。", resolution, at, key)
    return receipt


@once
def answer_extension(
    *, resolution: Resolution, agreed: bool, text: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """Only whoever set the date may move it."""
    asked = _waiting(resolution)
    findings = _in(resolution, "办理中")
    findings += by(actor, "交办人", (resolution.set_by,), _clause(resolution))
    if asked is None:
        findings.append(Finding("延期", "没有待批的申请", "责任人申请延期", "请刷新页面再看。"))
    refuse("延期没有批复。", findings)
    assert asked is not None
    if agreed:
        assert asked.due is not None
        resolution.due = asked.due
        resolution.save(update_fields=["due"])
    kind = "同意延期" if agreed else "不同意延期"
    receipt = _said(resolution, kind, text or kind, [], actor, at, key, due=asked.due)
    _tell((resolution.person,), f"{resolution.number}{kind}，时限{resolution.due}。", resolution, at, key)
    return receipt


@once
def hand_in(*, resolution: Resolution, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """报送办结: what was done; whoever set it looks at it."""
    findings = _in(resolution, "办理中") + _by_carriers(resolution, actor)
    receipt = _said(resolution, "报送办结", text, findings, actor, at, key, state="待核")
    _tell((resolution.set_by,), f"{resolution.number}已报送办结，请您核实。", resolution, at, key)
    return receipt


@once
def send_back(*, resolution: Resolution, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    findings = _in(resolution, "待核") + _by_setters(resolution, actor)
    receipt = _said(resolution, "退回", text, findings, actor, at, key, state="办理中")
    _tell((resolution.person,), f"{resolution.number}办结被退回，请继续办理。", resolution, at, key)
    return receipt


@once
def accept(*, resolution: Resolution, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """办结, by whoever set it."""
    findings = _in(resolution, "待核") + by(actor, "交办人", (resolution.set_by,), _clause(resolution))
    return _said(resolution, "办结", text, findings, actor, at, key, state="已办结", percent=WHOLE)


@once
def evaluate(*, resolution: Resolution, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """跟踪评估 of what a decision brought about, by the body that took it: its host or office (01-11)."""
    findings = _in(resolution, "办理中", "待核", "已办结") + _by_setters(resolution, actor)
    return _said(resolution, "评估", text, findings, actor, at, key)


@once
def end_early(*, resolution: Resolution, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """终止: only where a later decision on the same thing replaces this one (01-11)."""
    findings = _in(resolution, "办理中", "待核") + by(
        actor, "交办人", (resolution.set_by,), _clause(resolution)
    )
    if not resolution.revised_by.filter(result="通过").exists():
        findings.append(
            Finding(
                "新的决定",
                "没有",
                "按程序重新作出的决定",
                "重大修改请另提议题，关联原决定；通过以后原决定才终止。",
                clause=_clause(resolution),
            )
        )
    return _said(resolution, "终止", text, findings, actor, at, key, state="已终止")


def _said(
    resolution: Resolution, kind: str, text: str, findings: list[Finding], actor: Person, at: datetime, key: str,
    *, percent: int | None = None, due: date | None = None, state: str = "",
) -> Receipt:  # fmt: skip
    words(findings, text, fact=kind, clause=_clause(resolution))
    refuse(f"没有{kind}。" if kind not in {"进展", "评估"} else f"{kind}没有登记。", findings)
    line = Progress.objects.create(
        organ_id=resolution.organ_id, resolution=resolution, kind=kind, text=text.strip(), percent=percent,
        due=due, by=actor, at=at,
    )  # fmt: skip
    resolution.state = state or resolution.state
    resolution.percent = resolution.percent if percent is None else percent
    resolution.closed_at = at if resolution.state in {"已办结", "已终止"} else None
    resolution.save(update_fields=["state", "percent", "closed_at"])
    payload = {"决定号": resolution.number, "事项": kind, "进度": resolution.percent}
    return note(resolution.item.meeting, resolution, f"督办{kind}", actor=actor, at=at, key=key, rule="resolution",
                payload=payload, touched=[line])  # fmt: skip


def _waiting(resolution: Resolution) -> Progress | None:
    """The last request for more time, while nobody has answered it."""
    last = resolution.progress.filter(kind__in=("申请延期", "同意延期", "不同意延期")).last()
    return last if last is not None and last.kind == "申请延期" else None


def _in(resolution: Resolution, *states: str) -> list[Finding]:
    if resolution.state in states:
        return []
    return [Finding("督办状态", resolution.state, "、".join(states), "请刷新页面再看。")]


def _later(resolution: Resolution, due: date) -> list[Finding]:
    if due > resolution.due:
        return []
    return [Finding("新时限", due.isoformat(), f"{resolution.due}以后", "请填写更晚的日期。")]


def _by_carriers(resolution: Resolution, actor: Person) -> list[Finding]:
    return by(actor, "责任人或者牵头领导", (resolution.person, resolution.lead), _clause(resolution))


def _by_setters(resolution: Resolution, actor: Person) -> list[Finding]:
    meeting = resolution.item.meeting
    return by(actor, "交办人或者办公室主任", (resolution.set_by, meeting.recorder), _clause(resolution))


def _clause(resolution: Resolution) -> str:
    return kind_of(resolution.item.meeting).clause("resolution")


def _tell(people: Iterable[Person], text: str, resolution: Resolution, at: datetime, key: str) -> None:
    tell = kind_of(resolution.item.meeting).tell
    tell(people, text, kind="决定事项", record=resolution, at=at, key=key)


def is_late(resolution: Resolution, at: datetime) -> bool:
    return resolution.state == "办理中" and resolution.due < today(at)
