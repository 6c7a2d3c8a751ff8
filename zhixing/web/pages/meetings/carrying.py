"""The buttons of one resolution: progress, urging, more time, closing, evaluation."""

from __future__ import annotations

from typing import Any

from django import forms

from zhixing.office.meetings.acts import followup
from zhixing.office.meetings.models import Resolution
from zhixing.web.pages.meetings.forms import TextForm
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records.forms import DATE, lines
from zhixing.web.requests import DeskRequest


class ReportForm(forms.Form):
    percent = forms.IntegerField(label="完成进度", min_value=0, max_value=100, help_text="百分比，不往回填。")
    text = lines("进展情况", 2000, required=False)


class ExtendForm(forms.Form):
    due = forms.DateField(label="延到哪天", widget=DATE)
    text = lines("延期的原因", 2000, required=False)


class AnswerForm(forms.Form):
    agreed = forms.TypedChoiceField(
        label="批复", choices=[("yes", "同意延期"), ("no", "不同意延期")], coerce=lambda word: word == "yes"
    )
    text = lines("意见", 2000, required=False)


def buttons_of(request: DeskRequest, one: Resolution) -> dict[str, Button]:
    own = {"resolution": one}

    def said(word: str, prefix: str, label: str, told: str, act: Any, hint: str = "") -> Button:
        return Button(told, written(request, word, TextForm, prefix, label=label, hint=hint), act, own)

    reporting = written(request, "登记进展", ReportForm, "report", initial={"percent": one.percent})
    return {
        "登记进展": Button("进展已登记。", reporting, followup.report, own),
        "申请延期": Button(
            "已申请延期，请等交办人批复。", written(request, "申请延期", ExtendForm, "more"),
            followup.ask_extension, own,
        ),
        "批复延期": Button(
            "延期已批复。", written(request, "批复延期", AnswerForm, "answer"), followup.answer_extension, own
        ),
        "报送办结": said("报送办结", "done", "完成情况", "已报送，请等交办人核实。", followup.hand_in),
        "催办": said("催办", "urge", "催办内容", "已催办，责任人和牵头领导收到提醒。", followup.urge),
        "登记督查": said("登记督查", "inspect", "督查情况", "督查情况已登记。", followup.inspect),
        "退回": said("退回", "back", "退回原因", "已退回继续办理。", followup.send_back),
        "办结": said("办结", "accept", "核实意见", "已办结。", followup.accept),
        "登记评估": said("登记评估", "evaluate", "评估情况", "评估情况已登记。", followup.evaluate),
        "终止": said(
            "终止", "end", "终止原因", "原决定已终止。", followup.end_early,
            "只有按程序重新作出决定以后，原决定才能终止。",
        ),
    }  # fmt: skip
