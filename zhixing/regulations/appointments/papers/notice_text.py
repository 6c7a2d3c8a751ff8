"""公示文本, as it is put up: title, text, period, where to report (04-6)."""

from __future__ import annotations

from zhixing.office.papers.form import print_form
from zhixing.office.publication.models import PublicNotice
from zhixing.organ.local_time import today
from zhixing.regulations.appointments.models import Case
from zhixing.regulations.appointments.papers.printed import HERE, Printing, spoken
from zhixing.regulations.appointments.workflow.announce import NAME, proposed_text
from zhixing.regulations.appointments.workflow.statute import cite

TEMPLATE = HERE / "notice.typ"


def notice_form(case: Case, printing: Printing) -> dict[str, object]:
    """Everything notice.typ shows: the text as published last, else as it is being drafted."""
    notice = _notice(case)
    text = notice.text if notice else proposed_text(case, today(printing.at))
    published = notice.published_on if notice else None
    estimated = "（暂估）" if notice and notice.estimated else ""
    return {
        "paragraphs": text.splitlines(),
        "period": f"{spoken(published)}发布，到{spoken(notice.last_day)}期满{estimated}"
        if notice and published
        else "",
        "scope": notice.scope if notice else "",
        "contact": notice.contact if notice else "",
        "organ": case.organ.name,
        "day": spoken(published),
        "basis": cite("04-6", today(printing.at)),
    }


def print_notice(case: Case, printing: Printing) -> bytes:
    """The text as PDF/A; a draft until it is published."""
    notice = _notice(case)
    title = notice.title if notice else NAME
    envelope = printing.envelope(case, title, draft=notice is None or notice.published_on is None)
    return print_form(TEMPLATE, notice_form(case, printing), envelope)


def _notice(case: Case) -> PublicNotice | None:
    rows = PublicNotice.objects.filter(organ=case.organ, kind=NAME, source=case.source)
    return rows.order_by("pk").last()
