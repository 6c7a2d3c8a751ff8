"""制度体检：what the regulations say about themselves when they are read side by side."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.law.report import Found, Kind
from zhixing.law.verify import check
from zhixing.organ.parameters import own_values
from zhixing.regulations import shelf
from zhixing.web.lawbook import cite_of
from zhixing.web.requests import DeskRequest, looking


@dataclass(frozen=True, slots=True)
class Line:
    """A finding, and the clauses it names as one reads them."""

    found: Found
    clauses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    means: str
    failing: bool
    lines: tuple[Line, ...]


# what each kind of finding means, and who does what about it
MEANS: dict[str, str] = {
    Kind.FAULT: "版本文件读不出来，这部制度暂时不能执行，必须改正。",
    Kind.GAP: "有的情形没有一行规定管得到，必须补上或者写明推定。",
    Kind.OVERLAP: "同一情形有两行规定同时管到，结论可能打架，必须改正。",
    Kind.EXAMPLE: "照规定算出来的结果和示例不一样，必须改正。",
    Kind.UNREACHABLE: "写了却永远用不上的行，请核对是否写错。",
    Kind.UNUSED: "列了却没有哪条规定用到的数值，请核对。",
    Kind.UNEXECUTED: "条文还没有落实成规则、流程或者任务，只能靠人记着办。",
    Kind.RHYTHMS: "同一件事在不同制度里周期不一样，请办公室报领导明确。",
    Kind.DANGLING: "制度引用的上级文件还没有录入，涉及的内容按推定执行，请办公室找到原件。",
    Kind.ONLY_READ: "原文没有写，系统按推定办理；推定的内容和理由可点开条文查看，修订制度时请一并考虑。",
}


@require_safe
def checkup(request: DeskRequest) -> HttpResponse:
    day = looking(request).day
    organ = looking(request).organ.pk
    own = {each.key: own_values(organ, each.number).on(day) for each in shelf.all()}
    report = check(shelf.all(), day, overrides=own)
    groups = [
        group(str(kind), list(found), day) for kind, found in groupby(report.findings, key=lambda f: f.kind)
    ]
    found = {group.kind: len(group.lines) for group in groups}
    counts = [(str(kind), found.get(str(kind), 0), MEANS[kind]) for kind in MEANS]
    shown = {"counts": counts, "groups": groups, "report": report, "day": day, "regulations": shelf.all()}
    return render(request, "web/checkup.html", shown)


def group(kind: str, findings: list[Found], day: date) -> Group:
    return Group(
        kind, MEANS.get(kind, ""), findings[0].failing, tuple(line(found, day) for found in findings)
    )


def line(found: Found, day: date) -> Line:
    return Line(found, tuple((clause, cite_of(clause, day)) for clause in found.clauses))
