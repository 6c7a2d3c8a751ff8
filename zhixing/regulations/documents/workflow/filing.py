"""立卷归档: a section draws up its list and hands it in; the office takes it over (09-3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db.models import Max, Model

from zhixing.files.models import StoredFile
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.organ.acting import not_future, within
from zhixing.organ.authority import holds
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person, Section
from zhixing.organ.once import once
from zhixing.organ.who import service_on
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import FiledFile, FiledPaper, FilingList
from zhixing.regulations.documents.models.filing import DRAWN_UP
from zhixing.regulations.documents.workflow.filing_sources import Offered, ready
from zhixing.regulations.documents.workflow.statute import own_of, ruling

CLAUSE = "09-3"
CLERKS = ("档案管理员", "文书", "办公室主任")
ORDINARY = "一般事务"
NO_FILES: Sequence[StoredFile] = ()


@once
def begin(*, section: Section, year: int, actor: Person, at: datetime, key: str) -> Receipt:
    """A list with everything of the year that the registers know of the section; the rest is added by hand."""
    findings = within(actor, section, CLAUSE) + _of_section(actor, section, today(at))
    if year >= today(at).year:
        findings.append(
            Finding("文件年度", f"{year}年还没有过完", "已经过完的年度", "请过了年底再整理。", clause=CLAUSE)
        )
    if FilingList.objects.filter(organ_id=actor.organ_id, section=section, year=year).exists():
        findings.append(
            Finding("移交清册", f"{section.name}{year}年度的已经有了", "一个科室一年一份", "请在那一份上补充。", clause=CLAUSE)
        )  # fmt: skip
    refuse("没有开始整理。", findings)
    filing = FilingList.objects.create(
        organ_id=actor.organ_id, section=section, year=year, begun_by=actor, begun_at=at
    )
    put = _put_all(filing, actor, at)
    payload = {"科室": section.name, "年度": year, "列入": len(put)}
    return told(filing, "整理归档文件", actor=actor, at=at, key=key, payload=payload, touched=put)


@once
def fetch(*, filing: FilingList, actor: Person, at: datetime, key: str) -> Receipt:
    """列入登记簿里的文件: what the registers have gained since."""
    findings = changeable(actor, filing, today(at))
    put = [] if findings else _put_all(filing, actor, at)
    if not findings and not put:
        findings.append(
            Finding("登记簿", "没有新办结的文件", "还没有列入的文件", "登记簿以外的文件请逐件添加。", clause=CLAUSE)
        )  # fmt: skip
    refuse("没有列入文件。", findings)
    return told(
        filing, "列入登记簿文件", actor=actor, at=at, key=key, payload={"列入": len(put)}, touched=put
    )


@once
def add(
    *, filing: FilingList, title: str, author: str, number: str, day: date, pages: int, category: str,
    remark: str = "", files: Sequence[StoredFile] = NO_FILES, actor: Person, at: datetime, key: str,
) -> Receipt:  # fmt: skip
    """A paper that no register of the product knows."""
    findings = changeable(actor, filing, today(at)) + not_future(day, today(at), "日期", CLAUSE)
    words(findings, title, fact="题名", clause=CLAUSE)
    words(findings, author, fact="责任者", clause=CLAUSE)
    if day.year != filing.year:
        wanted = f"{filing.year}年的日期"
        findings.append(
            Finding("日期", day.isoformat(), wanted, "别的年度的文件请列入那一年的清册。", clause=CLAUSE)
        )
    if pages < 1:
        findings.append(Finding("页数", str(pages), "至少1页", "请核对页数。", clause=CLAUSE))
    refuse("文件没有添加。", findings)
    paper = Offered("", author.strip(), number.strip(), title.strip(), day, pages, tuple(files))
    put = _put(filing, [paper], category, remark.strip(), actor, at)
    return told(filing, "添加归档文件", actor=actor, at=at, key=key, payload={"题名": title}, touched=put)


@once
def sort(*, paper: FiledPaper, category: str, pages: int, actor: Person, at: datetime, key: str) -> Receipt:
    """定类别: the kind of paper decides how long it is kept (N7)."""
    findings = changeable(actor, paper.filing, today(at))
    if pages < 1:
        findings.append(Finding("页数", str(pages), "至少1页", "请核对页数。", clause=CLAUSE))
    refuse("没有更改。", findings)
    paper.category, paper.retention, paper.pages = category, retention_of(paper.filing, category), pages
    paper.save(update_fields=["category", "retention", "pages"])
    payload = {"类别": category, "保管期限": paper.retention, "页数": pages}
    return told(paper, "定文件类别", actor=actor, at=at, key=key, payload=payload)


@once
def leave_out(*, paper: FiledPaper, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """不归档: a double or a passing paper stays on the list with the reason, outside the file (N7)."""
    findings = changeable(actor, paper.filing, today(at))
    words(findings, reason, fact="不归档的理由", clause=CLAUSE)
    if paper.left_out_for:
        findings.append(Finding("文件", "已经不归档", "要归档的文件", "不用重复办理。", clause=CLAUSE))
    refuse("没有更改。", findings)
    paper.left_out_for = reason.strip()
    paper.save(update_fields=["left_out_for"])
    return told(paper, "不归档", actor=actor, at=at, key=key, payload={"理由": paper.left_out_for})


def retention_of(filing: FilingList, category: str) -> str:
    """By the table in force when the list was begun."""
    day = today(filing.begun_at)
    return str(ruling("保管期限", day, own_of(filing.organ_id), 文件类别=category).outcome["保管期限"])


def changeable(actor: Person, filing: FilingList, day: date) -> list[Finding]:
    """Findings unless the list is still being drawn up and the actor is of its section or the office."""
    findings = within(actor, filing, CLAUSE) + _of_section(actor, filing.section, day)
    if filing.state != DRAWN_UP:
        findings.append(
            Finding("状态", filing.state, "还在整理", "移交以后的清册不再改动，要改请办公室先退回。", clause=CLAUSE)
        )  # fmt: skip
    return findings


def told(
    record: FilingList | FiledPaper, action: str, *, actor: Person, at: datetime, key: str,
    payload: Mapping[str, object], touched: Sequence[Model] = (),
) -> Receipt:  # fmt: skip
    return enter(
        actor=actor, action=action, kind=KINDS[type(record)], record=record, payload=payload, at=at, key=key,
        rule=CLAUSE, touched=touched,
    )  # fmt: skip


def _of_section(actor: Person, section: Section, day: date) -> list[Finding]:
    service = service_on(actor, day)
    if holds(actor, CLERKS, day) or (service is not None and service.section_id == section.pk):
        return []
    wanted = f"{section.name}的人员、办公室"
    return [Finding("办理人", actor.name, wanted, f"请由{wanted}办理。", clause=CLAUSE, who=wanted)]


def _put_all(filing: FilingList, actor: Person, at: datetime) -> list[Model]:
    """A paper once left out stays out; one on any list is on no second one."""
    known = set(FiledPaper.objects.filter(organ_id=filing.organ_id).values_list("source", flat=True))
    papers = [paper for paper in ready(filing.section, filing.year) if paper.source not in known]
    return _put(filing, papers, ORDINARY, "", actor, at)


def _put(
    filing: FilingList, papers: Sequence[Offered], category: str, remark: str, actor: Person, at: datetime
) -> list[Model]:
    last = filing.papers.aggregate(last=Max("order"))["last"] or 0
    retention = retention_of(filing, category)
    lines = FiledPaper.objects.bulk_create(
        FiledPaper(
            organ_id=filing.organ_id, filing=filing, order=order, source=paper.source, author=paper.author,
            number=paper.number, title=paper.title, day=paper.day, pages=paper.pages, category=category,
            retention=retention, remark=remark, by=actor, at=at,
        )
        for order, paper in enumerate(papers, last + 1)
    )  # fmt: skip
    files = FiledFile.objects.bulk_create(
        FiledFile(organ_id=filing.organ_id, paper=line, file=one)
        for line, paper in zip(lines, papers, strict=True)
        for one in paper.files
    )
    return [*lines, *files]
