"""征求意见: from four groups, signed or not; the summary, and that it was told at the meeting (13-5)."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db import transaction

from zhixing.journal.write import Receipt, already_done, locked_head, write
from zhixing.law.refusal import Finding
from zhixing.organ.local_time import at_clock, today
from zhixing.organ.models import Person
from zhixing.organ.once import once
from zhixing.regulations.democratic_life.explained import KINDS
from zhixing.regulations.democratic_life.models import GROUPS, LifeMeeting, LifeOpinion, OpinionSummary
from zhixing.regulations.democratic_life.workflow.entered import (
    before_opening,
    note,
    one_of,
    refuse,
    running,
    written,
)
from zhixing.regulations.democratic_life.workflow.parties import by_office

CLAUSE = "13-5"
NOBODY = "匿名"


@once
def give(*, case: LifeMeeting, group: str, text: str, actor: Person, at: datetime, key: str) -> Receipt:
    """An opinion under one's own name."""
    refuse("意见没有提交。", _givable(case, group, text, actor))
    opinion = LifeOpinion.objects.create(
        organ_id=case.organ_id, case=case, group=group, text=text.strip(), day=today(at), anonymous=False,
        person=actor, by=actor,
    )  # fmt: skip
    return note(case, "提出意见", actor=actor, at=at, key=key, rule=CLAUSE, record=opinion)


def give_unsigned(
    *, case: LifeMeeting, group: str, text: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """An opinion without a name: `actor` is asked whether he belongs here and is written down nowhere.

    The entry stands at the beginning of the day, so that the hour does not tell who was at work.
    """
    with transaction.atomic():
        locked_head(actor.organ_id)
        done = already_done(actor.organ_id, key)
        if done is not None:
            return done
        case.refresh_from_db()
        refuse("意见没有提交。", _givable(case, group, text, actor))
        opinion = LifeOpinion.objects.create(
            organ_id=case.organ_id, case=case, group=group, text=text.strip(), day=today(at), anonymous=True
        )
        return write(
            organ=case.organ_id, actor=NOBODY, office="", action="提出意见", object_kind=KINDS[LifeOpinion],
            object_id=str(opinion.pk), payload={"编号": case.number}, at=at_clock(today(at), time(0, 0)), key=key,
            rule=CLAUSE, touched=[opinion],
        )  # fmt: skip


@once
def enter_heard(
    *, case: LifeMeeting, group: str, source: str, text: str, day: date, actor: Person, at: datetime, key: str
) -> Receipt:
    """What the office heard from outside: units, the public, retired colleagues; by letter, talk or box."""
    findings = _givable(case, group, text, actor) + by_office(actor, today(at), CLAUSE)
    findings += written({"提出单位或者人员": source}, CLAUSE)
    if day > today(at):
        findings.append(Finding("日期", str(day), "今天或者今天以前", "请核对日期。", clause=CLAUSE))
    refuse("意见没有登记。", findings)
    opinion = LifeOpinion.objects.create(
        organ_id=case.organ_id, case=case, group=group, text=text.strip(), day=day, anonymous=False,
        source=source.strip(), by=actor,
    )  # fmt: skip
    return note(case, "登记意见", actor=actor, at=at, key=key, rule=CLAUSE, record=opinion)


def enter_heard_unsigned(
    *, case: LifeMeeting, group: str, text: str, actor: Person, at: datetime, key: str
) -> Receipt:
    """An unsigned letter or a slip of the box, which the office copies out."""
    refuse("意见没有登记。", by_office(actor, today(at), CLAUSE))
    return give_unsigned(case=case, group=group, text=text, actor=actor, at=at, key=key)


@once
def summarize(
    *, case: LifeMeeting, sections: str, units: str, public: str, retirees: str, actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """汇总: each group has its words; where nothing was heard it says so. It may be written anew until the opening."""
    texts = dict(zip((name for _, name in GROUPS), (sections, units, public, retirees), strict=True))
    findings = running(case, actor, CLAUSE) + by_office(actor, today(at), CLAUSE)
    findings += before_opening(case, CLAUSE) + written(texts, CLAUSE)
    refuse("汇总没有保存。", findings)
    values = {
        "organ_id": case.organ_id, "sections": sections.strip(), "units": units.strip(), "public": public.strip(),
        "retirees": retirees.strip(), "by": actor, "at": at,
    }  # fmt: skip
    summary, _ = OpinionSummary.objects.update_or_create(case=case, defaults=values)
    payload = {"意见": case.opinions.count()}
    return note(case, "汇总意见", actor=actor, at=at, key=key, rule=CLAUSE, record=summary, payload=payload)


@once
def tell_meeting(*, case: LifeMeeting, actor: Person, at: datetime, key: str) -> Receipt:
    """会上通报: in the room, entered by whoever records or hosts."""
    meeting, summary = case.meeting, OpinionSummary.objects.filter(case=case).first()
    findings = running(case, actor, CLAUSE)
    if meeting is None or meeting.state != "进行中":
        findings.append(
            Finding(
                "会议", meeting.state if meeting else "没有召集", "正在开会", "请在会上通报。", clause=CLAUSE
            )
        )
    elif actor not in (meeting.recorder, meeting.host):
        findings.append(Finding("办理人", actor.name, "记录人或者主持人", "请由记录人登记。", clause=CLAUSE))
    if summary is None:
        findings.append(Finding("征求意见汇总", "没有", "已经汇总", "请先汇总。", clause=CLAUSE))
    elif summary.told_at is not None:
        findings.append(Finding("通报", "已经通报", "还没有通报", "不用再登记。", clause=CLAUSE))
    refuse("通报没有登记。", findings)
    assert summary is not None
    summary.told_by, summary.told_at = actor, at
    summary.save(update_fields=["told_by", "told_at"])
    return note(case, "会上通报意见", actor=actor, at=at, key=key, rule=CLAUSE, record=summary)


def summary_findings(case: LifeMeeting) -> list[Finding]:
    """Why the meeting may not open as far as the opinions go."""
    if OpinionSummary.objects.filter(case=case).exists():
        return []
    mend = "请听取四方面的意见，写好汇总，带到会上通报。"
    return [Finding("征求意见汇总", "没有", "四方面的意见都有汇总", mend, CLAUSE, who="办公室主任")]


def _givable(case: LifeMeeting, group: str, text: str, actor: Person) -> list[Finding]:
    findings = running(case, actor, CLAUSE) + before_opening(case, CLAUSE)
    return findings + one_of(group, GROUPS, "哪一方面", CLAUSE) + written({"意见": text}, CLAUSE)
