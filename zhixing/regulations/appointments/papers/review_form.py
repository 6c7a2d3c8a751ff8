"""干部任前审核表, sent to the organisation department of the district (domain R4 4.2, 04-5)."""

from __future__ import annotations

from zhixing.office.papers.form import print_form
from zhixing.organ.local_time import today
from zhixing.organ.who import service_on
from zhixing.regulations.appointments.models import Case
from zhixing.regulations.appointments.papers.printed import HERE, Printing, month_of, spoken
from zhixing.regulations.appointments.workflow.statute import cite
from zhixing.regulations.appointments.workflow.validity import MEETING, TALKS, standing

TITLE = "干部任前审核表"
TEMPLATE = HERE / "review.typ"


def review_form(case: Case, printing: Printing) -> dict[str, object]:
    """Everything review.typ shows; empty cells are filled in by hand."""
    day, person = today(printing.at), case.candidate
    service = service_on(person, day) if person else None
    inspection = getattr(case, "inspection", None)
    return {
        "name": person.name if person else "",
        "sex": person.sex if person else "",
        "born": month_of(person.born) if person else "",
        "started": month_of(person.started_work) if person else "",
        "now": f"{service.section.name}{service.title}" if service else "",
        "title": case.title,
        "headcount": _headcount(case),
        "recommended": _recommended(case),
        "inspection": inspection.findings if inspection else "",
        "shortcomings": inspection.shortcomings if inspection else "",
        "archive": inspection.archive if inspection else "",
        "integrity": inspection.integrity if inspection else "",
        "decision": _decision(case),
        "reply": _reply(case),
        "basis": cite("04-5", day),
    }


def print_review(case: Case, printing: Printing) -> bytes:
    """The form as PDF/A; a draft until the party group has decided."""
    envelope = printing.envelope(case, TITLE, draft=not _decision(case))
    return print_form(TEMPLATE, review_form(case, printing), envelope)


def _headcount(case: Case) -> str:
    found = getattr(case, "headcount", None)
    return f"核定{found.approved}名，已配{found.filled}名（{found.document}）" if found else ""


def _recommended(case: Case) -> str:
    """会议推荐 2026年3月2日得24票；… of the candidate alone."""
    now, said = standing(case), []
    for kind in (MEETING, TALKS):
        if kind in now and case.candidate is not None:
            own = sum(one.votes for one in now[kind].counts.all() if one.person_id == case.candidate_id)
            valid = sum(one.valid for one in now[kind].ballots.all())
            said.append(f"{spoken(now[kind].held_on)}{kind}，有效票{valid}张，得{own}票")
    return "；".join(said)


def _decision(case: Case) -> str:
    passed = case.submissions.filter(purpose="讨论决定", result="通过").select_related("item__meeting").last()
    if passed is None or passed.item is None or passed.decided_at is None:
        return ""
    facts = passed.ruling.get("facts", {})
    votes = f"应到{facts['应到']}人，实到{facts['实到']}人，赞成{facts['赞成']}人，" if facts else ""
    return f"{spoken(today(passed.decided_at))}{passed.item.meeting.kind}讨论，{votes}同意任用。"


def _reply(case: Case) -> str:
    last = case.reviews.exclude(reply="").last()
    return f"{last.reply}：{last.reply_text}（{last.reply_document}）" if last else ""
