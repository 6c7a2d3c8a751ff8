"""制度数值：every number the regulations run on, the organ's own among them, since when, by which clause."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.law.document import Edition, Parameter
from zhixing.law.faults import EditionFaults
from zhixing.law.parameters import Override
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import edition_on
from zhixing.organ.models import OwnValue
from zhixing.organ.models.own_value import PROPOSED
from zhixing.organ.parameters import own_values
from zhixing.organ.policy import visible
from zhixing.regulations import shelf
from zhixing.web.access import may_open
from zhixing.web.pages.organ.as_of import day_asked
from zhixing.web.requests import DeskRequest, looking


@dataclass(frozen=True, slots=True)
class Line:
    """A number of the edition, its clause as one cites it, and the organ's own value where one counts."""

    parameter: Parameter
    cite: str
    own: Override | None

    @property
    def shown(self) -> str:
        return self.own.text if self.own else self.parameter.text


@dataclass(frozen=True, slots=True)
class Part:
    """The numbers of one regulation."""

    edition: Edition
    lines: tuple[Line, ...]


@require_safe
def parameters(request: DeskRequest) -> HttpResponse:
    viewer, day = looking(request), day_asked(request)
    parts = []
    for regulation in shelf.all():
        try:
            edition = edition_on(regulation, day)
        except (Refusal, EditionFaults):
            continue
        own = own_values(viewer.organ.pk, regulation.number).on(day)
        parts.append(Part(edition, lines_of(edition, own)))
    context = {
        "parts": parts,
        "day": day,
        "today": viewer.day,
        "waiting": visible(viewer, OwnValue).filter(state=PROPOSED).select_related("proposed_by"),
        "may_propose": may_open("web:organ_parameter_propose", request.roles),
    }
    return render(request, "web/organ/parameters.html", context)


def lines_of(edition: Edition, own: Mapping[str, Override]) -> tuple[Line, ...]:
    return tuple(Line(one, cited(edition, one), own.get(one.name)) for one in edition.parameters.values())


def cited(edition: Edition, parameter: Parameter) -> str:
    clause = edition.clauses.get(parameter.clause)
    return clause.cite if clause else parameter.clause
