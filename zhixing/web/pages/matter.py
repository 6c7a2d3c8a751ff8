"""One matter: the paper form, why it goes this way, who said what, and the acts at hand."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Refusal
from zhixing.office.matters.allowed import acts_open
from zhixing.office.matters.models import Matter, Task
from zhixing.office.matters.phrases import phrases_of
from zhixing.organ.form_findings import form_findings
from zhixing.organ.models import Person
from zhixing.organ.policy import visible
from zhixing.web.colleagues import colleagues
from zhixing.web.forms import LONGEST_OPINION, ActForm
from zhixing.web.matter_acts import ACTS, Pressed
from zhixing.web.matter_paper import APPROVING, paper_of
from zhixing.web.matter_record import Reading
from zhixing.web.matter_returned import returned
from zhixing.web.matter_trail import trail_of, waiting_on
from zhixing.web.pages.attendance.leave_case import panel_of
from zhixing.web.requests import DeskRequest, acting, looking

HANDLING = frozenset({"同意", "不同意", "退回", "转办"})
RARE = frozenset({"转办", "加签", "传阅", "抄送", "作废"})
UNREADABLE = 422


@require_safe
def matter(request: DeskRequest, number: int) -> HttpResponse:
    return page(request, seen_matter(request, number))


@require_POST
def act(request: DeskRequest, number: int) -> HttpResponse:
    case, person = seen_matter(request, number), acting(request)
    form = ActForm(request.POST, organ_id=person.organ_id)
    word = agree_word(own_task(case, person))
    try:
        pressed = read(request, form, case)
        receipt = ACTS[form.cleaned_data["act"]](pressed)
    except Refusal as refusal:
        case.refresh_from_db()
        return page(request, case, refusal=refusal, typed=request.POST.get("text", ""), status=UNREADABLE)
    messages.success(request, said(word_of(form.cleaned_data["act"], word), case, receipt))
    return redirect("web:todo" if form.cleaned_data["act"] in HANDLING else case_address(case))


def case_address(case: Matter) -> str:
    return f"/matters/{case.pk}/"


def seen_matter(request: DeskRequest, number: int) -> Matter:
    """The matter, if this viewer may see it; otherwise it is not there."""
    return get_object_or_404(visible(looking(request), Matter).select_related("starter", "organ"), pk=number)


def read(request: DeskRequest, form: ActForm, case: Matter) -> Pressed:
    """Raises Refusal where the form cannot be read."""
    if not form.is_valid():
        raise Refusal("没有办理：填写的内容不合要求。", form_findings(form))
    typed = form.cleaned_data
    return Pressed(
        matter=case,
        actor=acting(request),
        at=request.at,
        key=str(typed["key"]),
        text=typed["text"].strip(),
        seen=typed["seen"],
        people=tuple(typed["people"]),
        to=typed["to"],
        mode=typed["mode"] or "重走",
        where=typed["where"] or "前",
    )


def word_of(act: str, agreed: str) -> str:
    """A filing is told as a filing, not as an agreement."""
    return agreed if act == "同意" else act


def said(act: str, case: Matter, receipt: Receipt) -> str:
    """已同意：…，已送张三。回执…"""
    waiting = Task.objects.filter(matter=case, state="待办", kind="办理").select_related("person")
    names = "、".join(task.person.name for task in waiting)
    sent = f"，现在由{names}办理" if names else f"，现在是“{case.state}”"
    return f"{act}成功：{case.title}{sent}。回执号 {receipt.text()}"


def page(
    request: DeskRequest, case: Matter, *, refusal: Refusal | None = None, typed: str = "", status: int = 200
) -> HttpResponse:
    return render(request, "web/matter.html", context(request, case, refusal, typed), status=status)


def context(request: DeskRequest, case: Matter, refusal: Refusal | None, typed: str) -> dict[str, Any]:
    person = acting(request)
    open_acts = acts_open(case, person, request.at)
    mine = own_task(case, person)
    paper = paper_of(case, Reading(looking(request), person, request.at))
    done_before = [box for box in paper.boxes if mine and mine.step and box.step.order < mine.step.order]
    return {
        "matter": case,
        "leave_panel": panel_of(request, case),
        "record": paper.record,
        "paper": paper,
        "acts": [act for act in open_acts if act != "催办" or mine is None],
        "rare": bool(RARE & set(open_acts)),
        "task": mine,
        "agree_word": agree_word(mine),
        "back_to": list(enumerate(done_before)),
        "trail": trail_of(case),
        "waiting": waiting_on(case, request.at),
        "returned": returned(case),
        "readers": case.tasks.exclude(kind="办理").select_related("person"),
        "phrases": phrases_of(person),
        "colleagues": colleagues(person, looking(request).day),
        "longest": LONGEST_OPINION,
        "refusal": refusal,
        "typed": typed,
        "form_key": uuid4(),
    }


def own_task(case: Matter, person: Person) -> Task | None:
    """The to-do that the matter is on this desk for."""
    open_ = Task.objects.filter(matter=case, person=person, state="待办", kind="办理")
    return open_.select_related("step").first()


def agree_word(task: Task | None) -> str:
    """The word on the first button: a filing is not an approval."""
    if task is None or task.step is None or task.step.act in APPROVING:
        return "同意"
    return task.step.act
