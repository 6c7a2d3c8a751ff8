"""归档移交清册 and 归档文件目录 as they are declared (09-3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from zhixing.files.store import keep
from zhixing.journal.write import Receipt
from zhixing.office.papers.columns import Kind
from zhixing.organ.authority import holds
from zhixing.organ.models import Person
from zhixing.organ.uploads import uploader
from zhixing.organ.who import service_on
from zhixing.regulations.documents.models import FiledPaper, FilingList
from zhixing.regulations.documents.models.filing import DRAWN_UP, KEPT_BY_OFFICE, OFFERED, RETENTIONS, STATES
from zhixing.regulations.documents.workflow import filing, filing_handed
from zhixing.web.pages.documents import filing_forms as typed
from zhixing.web.pages.documents.received_forms import NothingForm
from zhixing.web.pages.governance.books import anybody, button, of, person
from zhixing.web.pages.pressed import Button, written
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking


def added(*, file: UploadedFile[Any] | None, actor: Person, at: datetime, **given: Any) -> Receipt:
    """The uploaded file is stored first, so that the act gets what is kept."""
    files = []
    if file is not None:
        files = [
            keep(organ=actor.organ_id, name=str(file.name), content=file.read(), by=uploader(actor), at=at)
        ]
    return filing.add(files=files, actor=actor, at=at, **given)


def for_list(request: DeskRequest, record: FilingList) -> Mapping[str, Button]:
    """The section draws it up and hands it in, the office takes it over or sends it back."""
    found: dict[str, Button] = {}
    if record.state == DRAWN_UP and of_section(request, record):
        found |= button(
            request, "移交办公室", NothingForm, "已移交办公室。", filing_handed.hand_in, filing=record
        )
        found |= button(request, "添加文件", typed.AddForm, "文件已列入。", added, filing=record)
        found |= button(
            request, "列入登记簿的文件", NothingForm, "新办结的文件已列入。", filing.fetch, filing=record
        )
    if record.state == OFFERED and clerk(request):
        found |= button(
            request,
            "接收归档",
            typed.TakeForm,
            "已接收归档，内容不再改动。",
            filing_handed.take_over,
            filing=record,
        )
        found |= button(
            request, "退回", typed.ReasonForm, "已退回科室。", filing_handed.send_back, filing=record
        )
    return found


def for_paper(request: DeskRequest, record: FiledPaper) -> Mapping[str, Button]:
    if record.filing.state != DRAWN_UP or record.left_out_for or not of_section(request, record.filing):
        return {}
    viewer = looking(request)
    sort = written(
        request, "定类别", typed.SortForm, "act-sort", paper=record, organ=viewer.organ, day=viewer.day
    )
    out = button(request, "不归档", typed.ReasonForm, "已注明不归档。", filing.leave_out, paper=record)
    return {"定类别": Button("类别已定。", sort, filing.sort, {"paper": record}), **out}


def papers(request: DeskRequest, record: FilingList) -> Mapping[str, Any]:
    return {
        **page_of(request, record.papers.all()),
        "count": record.papers.filter(left_out_for="").count(),
        "filed": record.state == KEPT_BY_OFFICE,
    }


def clerk(request: DeskRequest) -> bool:
    return holds(acting(request), filing.CLERKS, looking(request).day)


def of_section(request: DeskRequest, record: FilingList) -> bool:
    service = service_on(acting(request), looking(request).day)
    return clerk(request) or (service is not None and service.section_id == record.section_id)


def in_time(record: FilingList) -> str:
    return {None: "", True: "按期", False: "逾期"}[record.in_time]


def state_of(record: FiledPaper) -> str:
    return "不归档" if record.left_out_for else record.filing.state


FILINGS = Book(
    name="filings", title="归档移交", model=FilingList, clause="09-3",
    hint="每年3月31日以前，各科室整理上一年的文件，移交办公室。", who_sees="本科室、文书、档案管理员、办公室主任和局领导可以看",
    related=("section", "begun_by", "offered_by", "taken_by", "organ"), order=("-year", "section__order"),
    search=("section__name",), search_label="科室", states=("state", tuple(word for word, _ in STATES)), icon="archive",
    buttons=for_list, beside=papers, template="web/documents/filing.html",
    columns=(
        Shown("清册", str, width=36), Shown("年度", lambda one: f"{one.year}年"), Shown("移交日期", of("offered_on"), Kind.DATE),
        Shown("按期", in_time), Shown("移交人", person("offered_by")), Shown("接收人", person("taken_by")),
        Shown("接收时间", of("taken_at"), Kind.MOMENT, listed=False), Shown("全宗号", of("fonds"), listed=False),
        Shown("退回原因", of("returned_for"), listed=False), Shown("摘要", of("hash"), listed=False),
        Shown("状态", of("state"), state=True),
    ),
    entry=Entry("整理归档文件", typed.BeginForm, filing.begin, "清册已建好，登记簿里办结的文件已经列入。", anybody),
)  # fmt: skip
FILED = Book(
    name="filed_papers", title="归档文件目录", model=FiledPaper, clause="09-3",
    hint="文件列入移交清册以后，出现在这里。", who_sees="本科室、文书、档案管理员、办公室主任和局领导可以看",
    related=("filing__section", "by"), order=("-filing__year", "filing__section__order", "archive_number", "order"),
    search=("title", "number", "archive_number", "author"), search_label="题名、文号、档号、责任者",
    states=("retention", tuple(word for word, _ in RETENTIONS)), icon="folder2", buttons=for_paper,
    template="web/documents/filed_paper.html",
    beside=lambda _, record: {"papers": record.files.select_related("file")},
    columns=(
        Shown("题名", of("title"), width=50), Shown("档号", of("archive_number"), width=34), Shown("文号", of("number"), width=22),
        Shown("责任者", of("author"), width=20), Shown("日期", of("day"), Kind.DATE), Shown("页数", of("pages"), Kind.WHOLE),
        Shown("文件类别", of("category"), listed=False), Shown("保管期限", of("retention")),
        Shown("备注", of("remark"), listed=False), Shown("不归档的理由", of("left_out_for"), listed=False),
        Shown("状态", state_of, state=True),
    ),
)  # fmt: skip
