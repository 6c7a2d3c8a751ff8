"""发文登记簿 and 文号簿 as they are declared (09-2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Max, Q

from zhixing.office.papers.columns import Kind
from zhixing.organ.authority import holds
from zhixing.organ.policy import visible
from zhixing.regulations.documents.models import DocumentNumber, IssuedDocument, IssuedVersion
from zhixing.regulations.documents.models.issued import DRAFT, STATES
from zhixing.regulations.documents.models.numbers import STATES as NUMBER_STATES
from zhixing.regulations.documents.workflow import numbers
from zhixing.web.pages.documents.issued_act_forms import VoidForm
from zhixing.web.pages.documents.issued_acts import buttons
from zhixing.web.pages.governance.books import button, of, person
from zhixing.web.pages.pressed import Button
from zhixing.web.pages.records import Book, Shown
from zhixing.web.requests import DeskRequest, acting, looking


def beside(request: DeskRequest, document: IssuedDocument) -> Mapping[str, Any]:
    versions = visible(looking(request), IssuedVersion).filter(document=document).select_related("by")
    return {
        "papers": document.files.select_related("file"),
        "versions": versions,
        "touched": document.touched.filter(version=document.version).select_related("section"),
        "distributions": document.distributions.all(),
        "opinions": document.matter.opinions.exclude(act__in=("保存草稿", "提交")).select_related(
            "person", "step"
        ),
        "own_draft": document.state == DRAFT and document.drafter_id == acting(request).pk,
    }


def of_clerk(request: DeskRequest) -> Mapping[str, Any]:
    """Only the clerk brings in an old register."""
    return {"clerk": holds(acting(request), numbers.CLERKS, looking(request).day)}


def runs(request: DeskRequest) -> Mapping[str, Any]:
    """How far each series of this year has come, how many of it are void, how many are missing."""
    viewer = looking(request)
    taken = visible(viewer, DocumentNumber).filter(year=viewer.day.year).order_by("series")
    void = Count("pk", filter=Q(state="作废"))
    found = taken.values("series", "year").annotate(
        last=Max("number"), void=void, missing=Max("number") - Count("pk")
    )
    return {"runs": found}


def voiding(request: DeskRequest, record: DocumentNumber) -> Mapping[str, Button]:
    """A number without a document may be void here; with one, the document is."""
    may = holds(acting(request), numbers.CLERKS, looking(request).day)
    if record.state != "在用" or not may or hasattr(record, "document"):
        return {}
    return button(request, "作废文号", VoidForm, "文号已作废，号码留在簿上。", numbers.void, number=record)


ISSUED = Book(
    name="issued", title="发文登记簿", model=IssuedDocument, clause="09-2.4",
    hint="要发文的，点右上角“拟文”。", who_sees="办公室、局领导看全部，其他人看本科室的、经手的和送本科室的",
    related=("number", "section", "matter", "drafter", "organ", "proved_by", "answers"), order=("-drafted_at", "-pk"),
    search=("title", "number__series", "main_to", "section__name"), search_label="标题、机关代字、主送、科室",
    states=("state", tuple(word for word, _ in STATES)), icon="send", buttons=buttons, beside=beside,
    above=of_clerk, template="web/documents/issued.html", list_template="web/documents/issued_list.html",
    columns=(
        Shown("标题", lambda one: one.title or "未命名的文稿", width=50),
        Shown("发文字号", lambda one: str(one.number) if one.number else "—", width=22),
        Shown("成文日期", of("signed_on"), Kind.DATE), Shown("文种", of("type")), Shown("主送", of("main_to"), width=24),
        Shown("份数", of("copies"), Kind.WHOLE, listed=False), Shown("签发人", of("signers")),
        Shown("拟稿科室", person("section")), Shown("拟稿人", person("drafter"), listed=False),
        Shown("紧急程度", of("urgency"), listed=False), Shown("抄送", of("copied_to"), listed=False),
        Shown("公开属性", of("disclosure"), listed=False), Shown("不予公开的理由", of("closed_for"), listed=False),
        Shown("附件说明", of("annexes"), listed=False), Shown("校对人", person("proved_by"), listed=False),
        Shown("印章", of("seal"), listed=False), Shown("归档号", of("archive_number"), listed=False),
        Shown("状态", of("state"), state=True),
    ),
)  # fmt: skip
NUMBERS = Book(
    name="numbers", title="文号簿", model=DocumentNumber, clause="09-2.4",
    hint="文件签发、复核以后，在发文的页面上编号。", who_sees="文书、办公室主任和局领导可以看",
    related=("taken_by", "voided_by", "document"), order=("series", "-year", "-number"), search=("title", "series"),
    search_label="标题、机关代字", states=("state", tuple(word for word, _ in NUMBER_STATES)), icon="123", buttons=voiding,
    above=runs, list_template="web/documents/numbers.html",
    columns=(
        Shown("发文字号", str, width=24), Shown("文件标题", of("title"), width=50), Shown("状态", of("state"), state=True),
        Shown("编号人", person("taken_by")), Shown("编号时间", of("taken_at"), Kind.MOMENT),
        Shown("作废原因", of("void_reason"), listed=False), Shown("作废人", person("voided_by"), listed=False),
        Shown("作废时间", of("voided_at"), Kind.MOMENT, listed=False),
    ),
)  # fmt: skip
