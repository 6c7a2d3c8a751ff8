"""发布、撤下: the period counts from the day after publishing, in the organ's own working days."""

from __future__ import annotations

from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refused import words
from zhixing.office.publication.acts.asking import by, in_state, note, of_the_organ, refuse
from zhixing.office.publication.kinds import kind_of
from zhixing.office.publication.models import PublicNotice, PublishedText
from zhixing.organ.days import calendar_of
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def publish(*, notice: PublicNotice, actor: Person, at: datetime, key: str) -> Receipt:
    """发布: the reviewed text is put up today; its period begins tomorrow, also where another text ran before."""
    kind_, day = kind_of(notice), today(at)
    findings = in_state(notice, "已审核") + of_the_organ(actor, notice) + by(actor, kind_, "drafts", day)
    findings += kind_.gate(notice.source, day)
    refuse("公示没有发布。", findings)
    notice.working_days = kind_.working_days(notice.organ, day)
    last = calendar_of(notice.organ).due(day, notice.working_days)
    notice.state, notice.published_on, notice.last_day, notice.estimated = (
        "公示中",
        day,
        last.day,
        last.estimated,
    )
    notice.save(update_fields=["state", "published_on", "working_days", "last_day", "estimated"])
    published = PublishedText.objects.create(
        organ_id=notice.organ_id, notice=notice, number=notice.texts.count() + 1, title=notice.title,
        text=notice.text, scope=notice.scope, contact=notice.contact, reason=notice.edit_reason,
        published_on=day, working_days=notice.working_days, last_day=last.day, estimated=last.estimated, by=actor,
        at=at,
    )  # fmt: skip
    payload = {
        "第几次": published.number,
        "发布日期": str(day),
        "公示期": notice.working_days,
        "期满日": str(last.day),
    }
    return note(notice, "发布公示", actor=actor, at=at, key=key, payload=payload, touched=[published])


@once
def take_down(*, notice: PublicNotice, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """撤下, with the reason: what was published stays in the record."""
    kind_ = kind_of(notice)
    findings = in_state(notice, "拟稿", "待审核", "已审核", "公示中") + of_the_organ(actor, notice)
    findings += by(actor, kind_, "drafts", today(at))
    words(findings, reason, fact="撤下原因", clause=kind_.clause("text"))
    refuse("公示没有撤下。", findings)
    notice.state, notice.taken_down_by, notice.taken_down_at = "已撤下", actor, at
    notice.taken_down_reason = reason.strip()
    notice.save(update_fields=["state", "taken_down_by", "taken_down_at", "taken_down_reason"])
    return note(notice, "撤下公示", actor=actor, at=at, key=key, payload={"原因": notice.taken_down_reason})
