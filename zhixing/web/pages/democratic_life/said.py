"""批评和自我批评: written and read by the members of the meeting alone (13-6)."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.office.meetings.models import Meeting
from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.regulations.democratic_life.models import AbsentStatement, Criticism, LifeMeeting
from zhixing.regulations.democratic_life.workflow.criticisms import (
    IN_THE_ROOM,
    Roll,
    criticize,
    roll_of,
    state_in_writing,
)
from zhixing.regulations.democratic_life.workflow.statute import LAW
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.appointments.acts import Offer
from zhixing.web.pages.democratic_life.cases import case_of
from zhixing.web.pages.democratic_life.desk import Desk
from zhixing.web.pages.democratic_life.forms import SaidForm, StatementForm
from zhixing.web.requests import DeskRequest, acting, looking

Matrix = list[tuple[Person, list[tuple[Person, int]]]]


@require_http_methods(["GET", "HEAD", "POST"])
def life_said(request: DeskRequest, number: int) -> HttpResponse:
    case, desk = case_of(request, number), Desk(request)
    meeting = case.meeting
    if meeting is None or meeting.notified_at is None:
        raise Http404
    roll = roll_of(meeting, request.at)
    if acting(request) not in roll.due:
        raise Http404
    offered, refusal = offers(desk, case, meeting, roll), None
    if request.method == "POST":
        refusal = desk.pressed(offered)
        if refusal is None:
            return redirect("web:life_said", case.pk)
    viewer = looking(request)
    rows = list(visible(viewer, Criticism).filter(case=case).select_related("giver", "receiver"))
    context = {
        "case": case,
        "rows": rows,
        "matrix": matrix_of(roll, rows),
        "members": roll.due,
        "statements": visible(viewer, AbsentStatement).filter(case=case).select_related("person"),
        "offers": offered,
        "open": meeting.state in IN_THE_ROOM,
        "pressed": request.POST.get("act", ""),
        "refusal": refusal,
        "clause": LAW.edition(viewer.day).clauses["13-6"],
    }
    return render(request, "web/democratic_life/said.html", context, status=REFUSED if refusal else 200)


def offers(desk: Desk, case: LifeMeeting, meeting: Meeting, roll: Roll) -> list[Offer]:
    given = {"case": case}
    if meeting.state in IN_THE_ROOM and desk.actor in roll.came:
        return [
            desk.offer(
                "登记发言", "已登记，登记以后不能改。", criticize, given, SaidForm, people=roll.due,
                hint="选本人就是自我批评。登记以后不能改，只有到会名册上的党组成员可以看。",
            )
        ]  # fmt: skip
    if meeting.state in ("已通知", *IN_THE_ROOM) and desk.actor in roll.absent:
        return [
            desk.offer("提交书面发言", "书面发言已提交。", state_in_writing, given, StatementForm,
                       hint="不能到会的成员，写好书面发言在会上宣读；只交一份。")
        ]  # fmt: skip
    return []


def matrix_of(roll: Roll, rows: list[Criticism]) -> Matrix:
    """How often each spoke to each; on the diagonal 自我批评."""
    number: dict[tuple[int, int], int] = {}
    for one in rows:
        pair = (one.giver_id, one.receiver_id)
        number[pair] = number.get(pair, 0) + 1
    return [(one, [(other, number.get((one.pk, other.pk), 0)) for other in roll.due]) for one in roll.due]
