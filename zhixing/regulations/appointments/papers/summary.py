"""民主推荐情况汇总表: both recommendations, totals by class of voter (domain R4 4.2)."""

from __future__ import annotations

from zhixing.office.papers.form import print_form
from zhixing.organ.local_time import today
from zhixing.regulations.appointments.models import CLASSES, Case, Recommendation
from zhixing.regulations.appointments.papers.printed import HERE, Printing, spoken
from zhixing.regulations.appointments.workflow.statute import cite
from zhixing.regulations.appointments.workflow.validity import MEETING, TALKS, standing, validity

TITLE = "民主推荐情况汇总表"
TEMPLATE = HERE / "summary.typ"
NAMES = dict(CLASSES)


def summary_form(case: Case, printing: Printing) -> dict[str, object]:
    """Everything summary.typ shows; what was superseded is not in it."""
    now, found = standing(case), validity(case)
    return {
        "title": case.title,
        "section": case.section.name,
        "parts": [_part(now[kind]) for kind in (MEETING, TALKS) if kind in now],
        "valid": f"从{spoken(found.since)}起算，到{spoken(found.last)}有效"
        if found
        else "两种推荐还没有都完成",
        "basis": f"{cite('04-2a', today(printing.at))}；{cite('04-2b', today(printing.at))}",
    }


def print_summary(case: Case, printing: Printing) -> bytes:
    """The form as PDF/A; a draft until both recommendations are there."""
    envelope = printing.envelope(case, TITLE, draft=validity(case) is None)
    return print_form(TEMPLATE, summary_form(case, printing), envelope)


def _part(one: Recommendation) -> dict[str, object]:
    ballots = list(one.ballots.all())
    classes = [each.voter_class for each in ballots]
    votes: dict[str, dict[str, int]] = {}
    for got in one.counts.all():
        votes.setdefault(got.person.name, {})[got.voter_class] = got.votes
    ranked = sorted(votes.items(), key=lambda line: -sum(line[1].values()))
    return {
        "kind": one.get_kind_display(),
        "held_on": spoken(one.held_on),
        "scope": one.scope,
        "counters": "、".join(name for name in (one.counted_by, one.watched_by) if name),
        "ballots": [
            [NAMES[each.voter_class], *map(str, (each.due, each.present, each.handed_out, each.returned, each.valid))]
            for each in ballots
        ],
        "heads": ["次序", "被推荐人", *(NAMES[each] for each in classes), "合计"],
        "people": [
            [str(place), name, *(str(got.get(each, 0)) for each in classes), str(sum(got.values()))]
            for place, (name, got) in enumerate(ranked, 1)
        ],
    }  # fmt: skip
