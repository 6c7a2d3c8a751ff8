"""What is typed about a paper that came in; what it holds is judged by the workflow, not here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from zhixing.office.circulation.acts.assigning import Order
from zhixing.office.circulation.acts.signing import Route
from zhixing.organ.models import Holding, Organ, Person
from zhixing.regulations.documents.models import HandedIn
from zhixing.regulations.documents.models.loans import LEVELS, LOAN_KINDS
from zhixing.regulations.documents.models.received import (
    MODES,
    PAPER_TYPES,
    REPLY_FORMS,
    SERIES,
    URGENCIES,
    WAITING,
)
from zhixing.regulations.documents.workflow.loans import Wanted
from zhixing.regulations.documents.workflow.received import Incoming
from zhixing.regulations.documents.workflow.received_reply import Answer
from zhixing.regulations.documents.workflow.received_round import LEADERS
from zhixing.web.pages.records.forms import (
    UNSAID,
    PeopleField,
    PersonField,
    RecordForm,
    SectionField,
    chosen,
    lines,
)
from zhixing.web.pages.records.forms import day as calendar_day
from zhixing.web.pages.records.forms import text as short

PLACES = ("第一位", "第二位", "第三位", "第四位", "第五位", "第六位")
YES_NO = [("是", "是"), ("否", "否")]


def opinion(label: str) -> forms.CharField:
    """A box of the sheet: usual phrases are put into it at a touch."""
    area = forms.Textarea(attrs={"rows": 3, "x-ref": "text", "x-on:input": "typed"})
    return forms.CharField(label=label, max_length=1000, widget=area)


class HandedField(forms.ModelChoiceField[HandedIn]):
    """What was handed to the clerk and is not yet entered."""

    def label_from_instance(self, obj: HandedIn) -> str:
        return f"{obj.by.name}转交：{obj.title}"


class IncomingForm(RecordForm):
    """收文登记."""

    series = forms.ChoiceField(label="类别", choices=SERIES)
    day = calendar_day("收文日期")
    sender = short("来文单位", 100)
    sender_number = short("来文字号", 60, "没有字号的不填。", required=False)
    written_on = calendar_day("来文日期", required=False)
    title = short("标题", 300)
    type = chosen("文种", PAPER_TYPES)
    urgency = forms.ChoiceField(label="紧急程度", choices=URGENCIES, initial="平件")
    weighty = forms.BooleanField(label="重要文件，要专人催办", required=False)
    level = forms.ChoiceField(
        label="密级", choices=LEVELS, initial="普通", help_text="带密级的不在这里登记，只编一个号。"
    )
    copies = forms.IntegerField(label="份数", min_value=1, max_value=999, initial=1)
    mode = chosen("阅件、办件", MODES, "只要看、不要办的是阅件；办公室主任拟办的时候可以改。")
    handed = HandedField(
        label="转交记录", queryset=HandedIn.objects.none(), required=False, empty_label="不是转交的",
        help_text="会议带回、科室转交的文件，在这里选转交记录。",
    )  # fmt: skip
    file = forms.FileField(label="来文", required=False, help_text="扫描件或者电子件。")
    file_2 = forms.FileField(label="附件", required=False)
    twin_reason = short(
        "另行登记的理由", 300, "单位和字号都与登记过的一样、又要再登一次的，才填写。", required=False
    )
    remark = short("备注", 300, required=False)

    def __init__(self, *args: Any, organ: Organ, day: date, **kwargs: Any) -> None:
        super().__init__(*args, organ=organ, day=day, **kwargs)
        waiting = HandedIn.objects.filter(organ=organ, state=WAITING).select_related("by")
        self.fields["handed"].queryset = waiting  # type: ignore[attr-defined]  # a field of records

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if self.errors:
            return typed
        names = ("series", "sender", "sender_number", "written_on", "title", "type", "urgency", "weighty",
                 "level", "copies", "mode", "remark")  # fmt: skip
        paper = Incoming(received_on=typed["day"], **{name: typed[name] for name in names})
        uploads = [typed[name] for name in ("file", "file_2") if typed[name]]
        return {
            "paper": paper, "uploads": uploads, "handed": typed["handed"], "twin_reason": typed["twin_reason"]
        }  # fmt: skip


class HandInForm(RecordForm):
    """转交文书."""

    title = short("文件标题", 300)
    sender = short("来文单位", 100)
    origin = short("从哪里带回", 100, "哪次会议、哪个单位当面交的。")
    copies = forms.IntegerField(label="份数", min_value=1, max_value=999, initial=1)
    note = short("说明", 300, "文件原件请当面交给文书，这里不要上传。", required=False)


class DayForm(RecordForm):
    """涉密来文编号: the day alone."""

    day = calendar_day("收到日期", "只记编号和日期，标题、单位、内容都不要写在这里。")

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return typed if self.errors else {"received_on": typed["day"]}


class ReviewForm(RecordForm):
    """初审三问."""

    ours = chosen("应不应由本局办理", YES_NO)
    fits_rules = chosen("合不合行文规则", YES_NO)
    fits_drafting = chosen("合不合起草的其他要求", YES_NO)
    reason = lines("退文理由", 500, "有一项“否”就退文，写清楚为什么。", required=False)

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if self.errors:
            return typed
        answers = {name: typed[name] == "是" for name in ("ours", "fits_rules", "fits_drafting")}
        return {**answers, "reason": typed["reason"]}


class AdviceForm(RecordForm):
    """拟办: the words, leaders in their order, readers, who urges it."""

    text = opinion("拟办意见")
    readers = PeopleField("送阅", required=False, hint="各人同时收到，各自阅退。按住 Ctrl 可以选多人。")
    watcher = PersonField("专人催办", required=False, hint="紧急、重要的办件必须指定。")

    def __init__(self, *args: Any, organ: Organ, day: date, **kwargs: Any) -> None:
        super().__init__(*args, organ=organ, day=day, **kwargs)
        among = leaders_of(organ, day)
        for place, word in enumerate(PLACES):
            field = PersonField(f"送批{word}", required=False)
            field.queryset = among
            self.fields[f"leader_{place}"] = field
        self.order_fields(
            ["text", *(f"leader_{place}" for place in range(len(PLACES))), "readers", "watcher"]
        )

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if self.errors:
            return typed
        named = [typed[f"leader_{place}"] for place in range(len(PLACES))]
        leaders = [one for one in named if one is not None]
        return {"text": typed["text"], "route": Route(leaders, list(typed["readers"]), typed["watcher"])}


class InstructionForm(RecordForm):
    """批示: words, and where there is something to do, who does it by when."""

    text = opinion("批示")
    assigns = forms.BooleanField(label="有事要办（写明交给谁、哪天办好）", required=False)
    section = SectionField("责任科室", required=False)
    person = PersonField("或者责任人", required=False)
    due = calendar_day("办理期限", required=False)
    section_2 = SectionField("另一个责任科室", required=False)
    person_2 = PersonField("或者另一位责任人", required=False)
    due_2 = calendar_day("办理期限（另一个）", required=False)
    readers = PeopleField("再送阅", required=False)

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if self.errors:
            return typed
        orders = [
            Order(typed[f"section{end}"], typed[f"person{end}"], typed[f"due{end}"])
            for end in ("", "_2")
            if typed[f"section{end}"] or typed[f"person{end}"]
        ]
        readers = list(typed["readers"])
        return {"text": typed["text"], "assigns": typed["assigns"], "orders": orders, "readers": readers}


class ReadForm(RecordForm):
    """阅退, with a word or without."""

    remark = short("阅文意见", 500, "没有意见可以不填。", required=False)


class NothingForm(RecordForm):
    """Nothing but the button."""


class ReasonForm(RecordForm):
    reason = short("原因", 300)


class ProgressForm(RecordForm):
    text = lines("办理进展", 500)


class ResultForm(RecordForm):
    result = lines("办理结果", 1000)


class PassOnForm(RecordForm):
    """改交承办."""

    person = PersonField("改交给")
    reason = short("原因", 300)


class ReplyForm(RecordForm):
    """答复."""

    result = lines("办理结果", 1000, "不填就用承办人报告的办理结果。", required=False)
    replied_on = calendar_day("答复日期", required=False)
    form = forms.ChoiceField(label="答复方式", choices=[UNSAID, *REPLY_FORMS], required=False)
    told = short("另行告知单位", 200, "别的单位也该知道的，写在这里。", required=False)
    no_reply_reason = short("不答复的理由", 300, "不用答复的，写明为什么。", required=False)

    def clean(self) -> dict[str, Any]:
        return self.cleaned_data if self.errors else {"answer": Answer(**self.cleaned_data)}


class CloseForm(RecordForm):
    remark = short("说明", 300, required=False)


class SendForm(RecordForm):
    """送阅."""

    people = PeopleField("传阅人")
    why = short("送阅原因", 200, required=False)


class OneOfForm(RecordForm):
    """Somebody or something among what the page names."""

    def __init__(self, *args: Any, among: Sequence[tuple[str, str]], asking: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["which"] = forms.ChoiceField(label=asking, choices=[UNSAID, *among])
        self.order_fields(["which"])


class UrgeForm(OneOfForm):
    text = short("催办内容", 300, required=False)


class WhichAndWhyForm(OneOfForm):
    reason = short("原因", 300)


class CorrectForm(WhichAndWhyForm):
    to = PersonField("改送给")


class HandForm(RecordForm):
    """交接."""

    to = PersonField("交给")
    why = short("事由", 200)


class LoanForm(RecordForm):
    """借阅、查阅."""

    kind = forms.ChoiceField(label="种类", choices=LOAN_KINDS, help_text="外单位来人只能查阅。")
    level = forms.ChoiceField(label="密级", choices=LEVELS)
    paper_number = short("文号或者编号", 60)
    paper_title = short("文件标题", 300, "带密级的文件只写编号，不写标题。", required=False)
    in_circle = forms.ChoiceField(
        label="在不在传达阅读范围里", choices=[UNSAID, *YES_NO], required=False, help_text="普通文件不用填。"
    )
    borrower = PersonField("借阅人", required=False)
    outsider = short("外单位来人", 100, "写单位和姓名。", required=False)
    purpose = short("用途", 300)

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if self.errors:
            return typed
        circle = {"是": True, "否": False}.get(typed["in_circle"])
        return {"wanted": Wanted(**{**typed, "in_circle": circle})}


def leaders_of(organ: Organ, day: date) -> Any:
    """Whoever may be given a box, in the order of their numbers."""
    held = Holding.objects.on(day).filter(organ=organ, post__in=LEADERS).values("person")
    return Person.objects.filter(organ=organ, pk__in=held).order_by("number")
