"""提醒: lines that the house sent to one, each with the place it speaks of; reading is no business act (domain 4.2)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zhixing.office.circulation.models import Assignment
from zhixing.office.duties import notices as told
from zhixing.office.duties.models import Notice
from zhixing.office.matters.models import Task
from zhixing.organ.policy import Viewer, visible
from zhixing.regulations.attendance.models import Month
from zhixing.regulations.democratic_life.models import Measure
from zhixing.regulations.documents.models import ReceivedDocument
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, looking


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice and the address of what it speaks of; "" where nothing is to be opened."""

    notice: Notice
    address: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What something speaks of: a notice, or a line of the desk (`pk` is then its place in the list)."""

    pk: int
    object_kind: str
    object_id: str
    key: str = ""


@require_safe
def notices(request: DeskRequest) -> HttpResponse:
    viewer, only = looking(request), request.GET.get("show", "")
    rows = visible(viewer, Notice).filter(read_at=None) if only == "未读" else visible(viewer, Notice)
    listed = page_of(request, rows.order_by("-at", "-pk"))
    places = places_of(viewer, spoken(listed["page"]))
    context = {
        **listed,
        "shown": [Shown(one, places.get(one.pk, "")) for one in listed["page"]],
        "only": only,
        "unread": told.unread(viewer).count(),
    }
    return render(request, "web/notices.html", context)


@require_POST
def notice_read(request: DeskRequest) -> HttpResponse:
    """One of them, or all; then on to what it speaks of, or back to the list."""
    viewer, number = looking(request), request.POST.get("notice", "")
    if not number.isdecimal():
        told.read(viewer=viewer, notice=None, at=request.at)
        return redirect("web:notices")
    one = get_object_or_404(visible(viewer, Notice), pk=int(number))
    told.read(viewer=viewer, notice=one.pk, at=request.at)
    address = places_of(viewer, spoken([one])).get(one.pk, "")
    return redirect(address or "web:notices")


def spoken(rows: Iterable[Notice]) -> list[Spoken]:
    return [Spoken(row.pk, row.object_kind, row.object_id, row.key) for row in rows]


def places_of(viewer: Viewer, rows: Iterable[Spoken]) -> dict[int, str]:
    """{pk: address} for what can be opened."""
    by_kind: dict[str, list[Spoken]] = {}
    for row in rows:
        by_kind.setdefault(row.object_kind, []).append(row)
    found: dict[int, str] = {}
    for kind, of_kind in by_kind.items():
        if kind in KINDS:
            found |= KINDS[kind](viewer, of_kind)
    return found


def tasks(viewer: Viewer, rows: list[Spoken]) -> dict[int, str]:
    wanted = [row.object_id for row in rows]
    matters = dict(visible(viewer, Task).filter(pk__in=wanted).values_list("pk", "matter_id"))
    return {
        row.pk: reverse("web:matter", args=[matters[int(row.object_id)]])
        for row in rows
        if int(row.object_id) in matters
    }


def months(viewer: Viewer, rows: list[Spoken]) -> dict[int, str]:
    """To the own line, or to the settlement where that is spoken of."""
    sheets = {
        sheet.pk: sheet for sheet in visible(viewer, Month).filter(pk__in=[row.object_id for row in rows])
    }
    found = {}
    for row in rows:
        sheet = sheets.get(int(row.object_id))
        if sheet and row.key.startswith("扣款建议"):
            found[row.pk] = reverse("web:settlement", args=[sheet.pk])
        elif sheet:
            found[row.pk] = f"{reverse('web:my_month')}?month={sheet.year}-{sheet.month:02d}"
    return found


def measures(viewer: Viewer, rows: list[Spoken]) -> dict[int, str]:
    """A measure stands on the page of its problem (13-7)."""
    wanted = [row.object_id for row in rows]
    problems = dict(visible(viewer, Measure).filter(pk__in=wanted).values_list("pk", "problem_id"))
    return {
        row.pk: reverse("web:life_problem", args=[problems[int(row.object_id)]])
        for row in rows
        if int(row.object_id) in problems
    }


def sheets(viewer: Viewer, rows: list[Spoken]) -> dict[int, str]:
    """A sheet stands on the page of the document that goes round with it."""
    return _of_documents(viewer, {row.pk: int(row.object_id) for row in rows})


def assignments(viewer: Viewer, rows: list[Spoken]) -> dict[int, str]:
    given = visible(viewer, Assignment).filter(pk__in=[row.object_id for row in rows])
    sheet_of = dict(given.values_list("pk", "sheet_id"))
    known = {row.pk: sheet_of[int(row.object_id)] for row in rows if int(row.object_id) in sheet_of}
    return _of_documents(viewer, known)


def _of_documents(viewer: Viewer, sheet_of: Mapping[int, int]) -> dict[int, str]:
    seen = visible(viewer, ReceivedDocument).filter(sheet__in=set(sheet_of.values()))
    places = dict(seen.order_by().values_list("sheet", "pk"))
    return {
        row: reverse("web:received_one", args=[places[sheet]])
        for row, sheet in sheet_of.items()
        if sheet in places
    }


def at_page(name: str) -> Callable[[Viewer, list[Spoken]], dict[int, str]]:
    """A kind whose page stands under its own number; the page's own policy decides whether it opens."""
    return lambda _, rows: {row.pk: reverse(name, args=[int(row.object_id)]) for row in rows}


KINDS: Mapping[str, Callable[[Viewer, list[Spoken]], dict[int, str]]] = {
    "task": tasks,
    "月考勤": months,
    "duty": at_page("web:duty_turn"),
    "旷工认定": at_page("web:absence"),
    "诫勉谈话": at_page("web:talk"),
    "漏签说明": at_page("web:missed"),
    "干部任用": at_page("web:appointment"),
    "收文": at_page("web:received_one"),
    "文件转交": at_page("web:received_handed_one"),
    "公文借阅": at_page("web:loans_one"),
    "办文单": sheets,
    "公文交办": assignments,
    "民主生活会": at_page("web:life_meeting"),
    "整改": measures,
    "议题申报": at_page("web:topics_one"),
    "重大事项": at_page("web:majors_one"),
    "临机处置": at_page("web:emergencies_one"),
    "会议": at_page("web:meeting"),
    "决定事项": at_page("web:resolution"),
    "副职报告": at_page("web:deputy_reports_one"),
    "岗位责任书": at_page("web:duty_sheets_one"),
    "重点工作项目": at_page("web:projects_one"),
    "用印": at_page("web:seal_uses_one"),
    "代管交接": at_page("web:seal_custodies_one"),
    "印章外带": at_page("web:seal_carries_one"),
    "急用补签": at_page("web:seal_uses_one"),
    "印章代管": at_page("web:seals_one"),
    "旧章上交": at_page("web:seal_incidents_one"),
    "强行用印报告": at_page("web:seal_coercions_one"),
}
