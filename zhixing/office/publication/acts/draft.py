"""拟稿、审核: nothing is published that another has not reviewed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.publication.acts.asking import by, in_state, note, of_the_organ, refuse
from zhixing.office.publication.kinds import Kind, kind, kind_of
from zhixing.office.publication.models import PublicNotice
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.once import once


@once
def draft(
    *, name: str, source: str, title: str, text: str, scope: str, contact: str, actor: Person, at: datetime,
    key: str,
) -> Receipt:  # fmt: skip
    """A notice is written about the regulation's own record `source`, and goes to review."""
    kind_ = kind(name)
    findings = by(actor, kind_, "drafts", today(at))
    findings += _unwritten(kind_, _typed(title, text, scope, contact))
    standing = PublicNotice.objects.filter(organ_id=actor.organ_id, kind=name, source=source)
    if standing.exclude(state="已撤下").exists():
        findings.append(
            Finding(
                "公示",
                "已经有一份",
                "没有撤下以前只有一份",
                "请在原来的公示上修改。",
                clause=kind_.clause("text"),
            )
        )
    refuse("公示稿没有保存。", findings)
    notice = PublicNotice.objects.create(
        organ_id=actor.organ_id, kind=name, source=source, title=title.strip(), text=text.strip(),
        scope=scope.strip(), contact=contact.strip(), state="待审核", drafted_by=actor, drafted_at=at,
    )  # fmt: skip
    return note(notice, "拟写公示", actor=actor, at=at, key=key, rule="text", payload={"来源": source})


@once
def rewrite(
    *, notice: PublicNotice, title: str, text: str, scope: str, contact: str, reason: str, actor: Person,
    at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """The text is changed and reviewed anew. Once it was published this ends the period that ran (E36)."""
    kind_ = kind_of(notice)
    findings = in_state(notice, "拟稿", "待审核", "已审核", "公示中") + of_the_organ(actor, notice)
    findings += by(actor, kind_, "drafts", today(at))
    findings += _unwritten(kind_, _typed(title, text, scope, contact))
    was_published = notice.texts.exists()
    if was_published:
        words(findings, reason, fact="修改原因", clause=kind_.clause("text"))
    refuse("公示稿没有改动。", findings)
    notice.title, notice.text, notice.scope = title.strip(), text.strip(), scope.strip()
    notice.contact, notice.edit_reason, notice.state = contact.strip(), reason.strip(), "待审核"
    notice.drafted_by, notice.drafted_at = actor, at
    notice.reviewed_by = notice.reviewed_at = notice.published_on = notice.last_day = None
    notice.working_days, notice.estimated, notice.review = None, False, ""
    notice.save()
    action = "发布后修改公示" if was_published else "修改公示稿"
    return note(
        notice, action, actor=actor, at=at, key=key, rule="text", payload={"原因": notice.edit_reason}
    )


@once
def approve(*, notice: PublicNotice, opinion: str, actor: Person, at: datetime, key: str) -> Receipt:
    """审核同意."""
    refuse("没有审核。", _reviewable(notice, actor, at))
    return _reviewed(notice, "已审核", opinion or "同意", actor=actor, at=at, key=key, action="审核公示")


@once
def send_back(*, notice: PublicNotice, opinion: str, actor: Person, at: datetime, key: str) -> Receipt:
    """退回修改, with the reason."""
    findings = _reviewable(notice, actor, at)
    words(findings, opinion, fact="退回原因", clause=kind_of(notice).clause("review"))
    refuse("没有退回。", findings)
    return _reviewed(notice, "拟稿", opinion, actor=actor, at=at, key=key, action="退回公示稿")


def _reviewed(
    notice: PublicNotice, state: str, opinion: str, *, actor: Person, at: datetime, key: str, action: str
) -> Receipt:
    notice.state, notice.review, notice.reviewed_by, notice.reviewed_at = state, opinion.strip(), actor, at
    notice.save(update_fields=["state", "review", "reviewed_by", "reviewed_at"])
    return note(notice, action, actor=actor, at=at, key=key, rule="review", payload={"意见": notice.review})


def _reviewable(notice: PublicNotice, actor: Person, at: datetime) -> list[Finding]:
    kind_ = kind_of(notice)
    findings = (
        in_state(notice, "待审核") + of_the_organ(actor, notice) + by(actor, kind_, "reviews", today(at))
    )
    if notice.drafted_by_id == actor.pk:
        findings.append(
            Finding(
                "审核人", actor.name, "不是拟稿人本人", "请由另一位同志审核。", clause=kind_.clause("review")
            )
        )
    return findings


def _typed(title: str, text: str, scope: str, contact: str) -> dict[str, str]:
    return {"标题": title, "公示内容": text, "公示范围": scope, "受理方式": contact}


def _unwritten(kind_: Kind, typed: Mapping[str, str]) -> list[Finding]:
    findings: list[Finding] = []
    for fact, said in typed.items():
        words(findings, said, fact=fact, clause=kind_.clause("text"))
    return findings
