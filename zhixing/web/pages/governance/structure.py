"""队伍结构: the staff counted by age, education, sex, party, specialty; cut by a further group (01-21.1, 01-21.2)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.regulations.governance.workflow.structure import SORTS, structure, words_of
from zhixing.web.requests import DeskRequest, looking


@require_safe
def staff_structure(request: DeskRequest) -> HttpResponse:
    viewer = looking(request)
    cut = request.GET.get("cut", "")
    cut = cut if cut in SORTS else ""
    words = words_of(viewer.organ, viewer.day, cut) if cut else []
    word = request.GET.get("word", "")
    word = word if word in words else (words[0] if words else "")
    counted = {sort: structure(viewer.organ, viewer.day, sort, cut, word) for sort in SORTS if sort != cut}
    context = {
        "cut": cut, "word": word, "words": words, "sorts": tuple(SORTS), "day": viewer.day,
        "bars": [(sort, bars(groups), sum(groups.values())) for sort, groups in counted.items()],
    }  # fmt: skip
    return render(request, "web/governance/structure.html", context)


def bars(groups: dict[str, int]) -> list[tuple[str, int, int]]:
    """(group, people, length of its bar in a hundred)."""
    most = max(groups.values(), default=1)
    return [(word, number, number * 100 // most) for word, number in groups.items()]
