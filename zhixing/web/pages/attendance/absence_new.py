"""提出待核实: half days that nobody has explained, and the question put about them (02-1.2b)."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import AbsenceCase
from zhixing.regulations.attendance.workflow.absence import CLAUSE, open_case, unexplained
from zhixing.regulations.attendance.workflow.span import Slot
from zhixing.regulations.attendance.workflow.statute import edition
from zhixing.web.days import day_in
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.attendance.register_forms import SlotsForm
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.requests import DeskRequest, acting, looking

ASK = "提出待核实"
USUAL_DAYS, MOST_DAYS = 30, 92


@require_http_methods(["GET", "HEAD", "POST"])
def absence_new(request: DeskRequest) -> HttpResponse:
    """Everybody with unexplained half days between two days; ?person= opens the question about one."""
    last = day_in(request.GET.get("to", "")) or looking(request).day
    first = day_in(request.GET.get("from", "")) or last - timedelta(days=USUAL_DAYS)
    context = {"first": first, "last": last, "clause": edition(looking(request).day).clauses[CLAUSE]}
    if not 0 <= (last - first).days <= MOST_DAYS:
        wanted = f"止日不早于起日，相隔不超过{MOST_DAYS}天"
        found = Finding("起止日期", f"{first}至{last}", wanted, "请改正起止日期。")
        context["refusal"] = Refusal("没有查找。", [found])
        return render(request, "web/attendance/absence_new.html", context, status=REFUSED)
    open_halves = {
        person.pk: (person, [(half.day, half.half) for half in halves])
        for person, halves in unexplained(looking(request).organ, first, last, request.at)
    }
    context["people"] = [(person, len(slots)) for person, slots in open_halves.values()]
    number = request.GET.get("person", "")
    if not number.isdecimal():
        return render(request, "web/attendance/absence_new.html", context)
    person = get_object_or_404(Person.objects.filter(organ=looking(request).organ), pk=int(number))
    return asking(request, person, open_halves.get(person.pk, (person, []))[1], context)


def asking(
    request: DeskRequest, person: Person, slots: list[Slot], context: dict[str, object]
) -> HttpResponse:
    form = written(
        request, ASK, SlotsForm, "ask", known=slots, name="facts", label="事实", most=1000,
        hint="写核实到的情况：有没有签到、请假、外出、备注，问过谁。",
    )  # fmt: skip
    refusal = None
    if request.method == "POST":
        refusal = press(request, {ASK: Button("已提出，请通知本人。", form, open_case, {"person": person})})
        if refusal is None:
            own = AbsenceCase.objects.filter(organ=looking(request).organ, person=person)
            return redirect("web:absence", own.filter(opened_by=acting(request)).latest("pk").pk)
    context |= {"person": person, "form": form, "refusal": refusal, "slots": slots}
    return render(request, "web/attendance/absence_new.html", context, status=REFUSED if refusal else 200)
