"""任前公示: drafted, reviewed, published; what was reported in the period, and every answer (04-6)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.law.refusal import Refusal
from zhixing.office.publication.acts.draft import approve, draft, rewrite, send_back
from zhixing.office.publication.acts.objections import answer, take_objection
from zhixing.office.publication.acts.publish import publish, take_down
from zhixing.office.publication.models import FORMS, Objection, PublicNotice
from zhixing.office.publication.period import standing
from zhixing.organ.policy import visible
from zhixing.regulations.appointments.models import Case
from zhixing.regulations.appointments.workflow.announce import KIND, NAME, notice_of, proposed_text
from zhixing.regulations.appointments.workflow.statute import LAW
from zhixing.regulations.attendance.forms import DATE
from zhixing.web.pages.answering import REFUSED
from zhixing.web.pages.appointments.cases import rows_of
from zhixing.web.pages.attendance.register_forms import UNSAID, WordsForm, lines
from zhixing.web.pages.pressed import Button, press, written
from zhixing.web.requests import DeskRequest, acting, looking

DRAFT, REWRITE, APPROVE, BACK = "拟写公示", "修改公示", "审核同意", "退回修改"
PUBLISH, TAKE, DOWN, ANSWER = "发布公示", "登记反映", "撤下公示", "答复反映"


class TextForm(forms.Form):
    title = forms.CharField(label="标题", max_length=120)
    text = forms.CharField(label="公示内容", max_length=4000, widget=forms.Textarea(attrs={"rows": 8}))
    scope = forms.CharField(label="公示范围", max_length=200, help_text="如“局机关和下属单位”。")
    contact = forms.CharField(label="受理方式", max_length=200, help_text="写受理部门、电话和信箱。")


class RewriteForm(TextForm):
    reason = forms.CharField(
        label="修改原因",
        max_length=300,
        required=False,
        help_text="发布以后再改的要写原因；改过重新审核、重新发布，公示期从头计算。",
    )


class ObjectionForm(forms.Form):
    form = forms.ChoiceField(label="方式", choices=[UNSAID, *FORMS])
    name = forms.CharField(
        label="反映人", max_length=40, required=False, help_text="实名的填写；匿名的不填，填了也不保存。"
    )
    contact = forms.CharField(label="联系方式", max_length=100, required=False)
    received_on = forms.DateField(label="收到日期", widget=DATE)
    content = lines("反映内容", 4000)


class AnswerForm(forms.Form):
    inquiry = lines("核查情况", 4000)
    result = forms.ChoiceField(label="核查结论", choices=[UNSAID, *((one, one) for one in KIND.results)])
    answer = lines("答复", 2000, "写怎样答复反映人；匿名的写怎样公开说明。")


@require_http_methods(["GET", "HEAD", "POST"])
def appointment_notice(request: DeskRequest, number: int) -> HttpResponse:
    case = get_object_or_404(rows_of(request), pk=number)
    notice = notice_of(case)
    buttons = buttons_of(request, case, notice)
    refusal: Refusal | None = None
    if request.method == "POST":
        refusal = press(request, buttons)
        if refusal is None:
            return redirect("web:appointment_notice", case.pk)
    return page(request, case, buttons, refusal)


def buttons_of(request: DeskRequest, case: Case, notice: PublicNotice | None) -> dict[str, Button]:
    if notice is None:
        return _first(request, case)
    found = _text(request, notice) | _review(request, notice)
    return found | (_objections(request, notice) if notice.texts.exists() else {})


def _first(request: DeskRequest, case: Case) -> dict[str, Button]:
    day = looking(request).day
    if not KIND.drafts(acting(request), day) or case.state != "办理中" or case.step_name != NAME:
        return {}
    initial = {
        "title": f"{case.section.name}干部任前公示",
        "text": proposed_text(case, day),
        "scope": "局机关和下属单位",
    }
    form = written(request, DRAFT, TextForm, "draft", initial=initial)
    return {DRAFT: Button("公示稿已送审核。", form, draft, {"name": NAME, "source": case.source})}


def _text(request: DeskRequest, notice: PublicNotice) -> dict[str, Button]:
    if not KIND.drafts(acting(request), looking(request).day):
        return {}
    of: dict[str, Any] = {"notice": notice}
    initial = {name: getattr(notice, name) for name in ("title", "text", "scope", "contact")}
    found = {
        REWRITE: Button(
            "公示稿已改，送审核。",
            written(request, REWRITE, RewriteForm, "rewrite", initial=initial),
            rewrite,
            of,
        ),
        DOWN: Button("公示已撤下。", _words(request, DOWN, "down", "reason", "撤下原因"), take_down, of),
    }
    if notice.state == "已审核":
        found[PUBLISH] = Button(
            "公示已发布，从明天起计算公示期。", written(request, PUBLISH, forms.Form, "publish"), publish, of
        )
    return found


def _review(request: DeskRequest, notice: PublicNotice) -> dict[str, Button]:
    mine = notice.drafted_by_id == acting(request).pk
    if notice.state != "待审核" or mine or not KIND.reviews(acting(request), looking(request).day):
        return {}
    of: dict[str, Any] = {"notice": notice}
    return {
        APPROVE: Button(
            "已审核同意。", _words(request, APPROVE, "review", "opinion", "审核意见"), approve, of
        ),
        BACK: Button("已退回修改。", _words(request, BACK, "back", "opinion", "退回原因"), send_back, of),
    }


def _objections(request: DeskRequest, notice: PublicNotice) -> dict[str, Button]:
    if not KIND.hears(acting(request), looking(request).day):
        return {}
    found = {}
    if notice.state == "公示中":
        form = written(request, TAKE, ObjectionForm, "take")
        found[TAKE] = Button("反映已登记。", form, take_objection, {"notice": notice})
    for one in notice.objections.filter(answered_at=None):
        word = f"{ANSWER}{one.pk}"
        form = written(request, word, AnswerForm, f"answer{one.pk}")
        found[word] = Button("反映已答复。", form, answer, {"objection": one})
    return found


def _words(request: DeskRequest, word: str, prefix: str, name: str, label: str) -> forms.Form:
    return written(request, word, WordsForm, prefix, name=name, label=label, most=300)


def page(
    request: DeskRequest, case: Case, buttons: dict[str, Button], refusal: Refusal | None
) -> HttpResponse:
    notice, day = notice_of(case), looking(request).day
    taken = PublicNotice.objects.filter(organ=case.organ, kind=NAME, source=case.source, state="已撤下")
    shown = notice or taken.first()
    objections = list(visible(looking(request), Objection).filter(notice=shown).select_related("answered_by"))
    context = {
        "case": case,
        "notice": shown,
        "standing": standing(shown, day) if shown else None,
        "texts": shown.texts.select_related("by") if shown else (),
        "objections": [(one, buttons.get(f"{ANSWER}{one.pk}"), f"{ANSWER}{one.pk}") for one in objections],
        "buttons": buttons,
        "drafting": buttons.get(DRAFT),
        "rewriting": buttons.get(REWRITE),
        "approving": buttons.get(APPROVE),
        "returning": buttons.get(BACK),
        "publishing": buttons.get(PUBLISH),
        "taking": buttons.get(TAKE),
        "ending": buttons.get(DOWN),
        "pressed": request.POST.get("act", ""),
        "clause": LAW.edition(day).clauses["04-6"],
        "refusal": refusal,
        "today": day,
    }
    return render(request, "web/appointments/notice.html", context, status=REFUSED if refusal else 200)


@require_safe
def public_notices(request: DeskRequest) -> HttpResponse:
    """What is being published now, for everybody on the staff."""
    viewer = looking(request)
    rows = visible(viewer, PublicNotice).filter(state="公示中").order_by("last_day", "pk")
    context = {
        "lines": [standing(one, viewer.day) for one in rows.select_related("organ")],
        "today": viewer.day,
    }
    return render(request, "web/appointments/public_notices.html", context)


@require_safe
def public_notice(request: DeskRequest, number: int) -> HttpResponse:
    viewer = looking(request)
    one = get_object_or_404(visible(viewer, PublicNotice).filter(state="公示中"), pk=number)
    context = {"notice": one, "standing": standing(one, viewer.day), "today": viewer.day}
    return render(request, "web/appointments/public_notice.html", context)
