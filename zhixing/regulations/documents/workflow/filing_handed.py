"""移交、退回、接收: the hand-in by the day of 09-3, and the sealed list that the office keeps."""

from __future__ import annotations

from datetime import datetime

from zhixing.digests import PREFERRED, digest
from zhixing.journal.canonical import canonical
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse, words
from zhixing.organ.acting import by_post, within
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once
from zhixing.regulations.documents.models import FiledPaper, FilingList
from zhixing.regulations.documents.models.filing import DRAWN_UP, KEPT_BY_OFFICE, OFFERED
from zhixing.regulations.documents.workflow.filing import CLAUSE, CLERKS, changeable, told
from zhixing.regulations.documents.workflow.filing_sources import note_filed
from zhixing.regulations.documents.workflow.statute import own_of, ruling

CODES = {"永久": "Y", "30年": "D30", "10年": "D10"}
KIND_OF_ARCHIVE = "WS"


@once
def hand_in(*, filing: FilingList, actor: Person, at: datetime, key: str) -> Receipt:
    """After the last day it is still taken, and marked late."""
    findings = changeable(actor, filing, today(at))
    if not filing.papers.filter(left_out_for="").exists():
        findings.append(
            Finding("归档文件", "清册里没有要归档的文件", "至少一件", "请先列入文件。", clause=CLAUSE)
        )
    refuse("没有移交。", findings)
    filing.state, filing.offered_by, filing.offered_on = OFFERED, actor, today(at)
    filing.in_time = handed_in_time(filing)
    filing.returned_for = ""
    filing.save(update_fields=["state", "offered_by", "offered_on", "in_time", "returned_for"])
    payload = {
        "件数": filing.papers.filter(left_out_for="").count(),
        "按期": "是" if filing.in_time else "否",
    }
    return told(filing, "移交归档文件", actor=actor, at=at, key=key, payload=payload)


@once
def send_back(*, filing: FilingList, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    findings = _by_office(actor, filing, at)
    words(findings, reason, fact="退回原因", clause=CLAUSE)
    refuse("没有退回。", findings)
    filing.state, filing.returned_for = DRAWN_UP, reason.strip()
    filing.save(update_fields=["state", "returned_for"])
    return told(filing, "退回归档文件", actor=actor, at=at, key=key, payload={"原因": filing.returned_for})


@once
def take_over(*, filing: FilingList, fonds: str, actor: Person, at: datetime, key: str) -> Receipt:
    """接收归档: archive numbers are given and the content is sealed; from now on nothing of it changes."""
    findings = _by_office(actor, filing, at)
    words(findings, fonds, fact="全宗号", clause=CLAUSE)
    refuse("没有接收。", findings)
    papers = list(filing.papers.filter(left_out_for="").order_by("day", "order"))
    for paper in papers:
        paper.archive_number = _archive_number(paper, fonds.strip())
        paper.save(update_fields=["archive_number"])
    filing.state, filing.fonds, filing.taken_by, filing.taken_at = KEPT_BY_OFFICE, fonds.strip(), actor, at
    filing.content, filing.alg = content_of(papers), PREFERRED
    filing.hash = digest(PREFERRED, canonical(filing.content).encode())
    filing.save()
    records = [record for paper in papers for record in note_filed(paper.source, paper.archive_number)]
    payload = {"件数": len(papers), "摘要": f"{filing.alg}:{filing.hash}"}
    return told(filing, "接收归档", actor=actor, at=at, key=key, payload=payload, touched=[*papers, *records])


def handed_in_time(filing: FilingList) -> bool:
    """归档移交 of the edition: the last day itself is in time (B9-08)."""
    day = filing.offered_on
    assert day is not None
    told_by = ruling("归档移交", day, own_of(filing.organ_id), 文件年度=filing.year, 移交日期=day)
    return bool(told_by.outcome["按期"])


def content_of(papers: list[FiledPaper]) -> list[dict[str, object]]:
    """The file list as it is sealed, each line with the digests of its files."""
    return [
        {
            "档号": one.archive_number, "责任者": one.author, "文号": one.number, "题名": one.title,
            "日期": one.day.isoformat(), "页数": one.pages, "文件类别": one.category, "保管期限": one.retention,
            "备注": one.remark, "来源": one.source,
            "文件": [{"名称": kept.file.name, "摘要": kept.file.digest} for kept in one.files.select_related("file")],
        }
        for one in papers
    ]  # fmt: skip


def _archive_number(paper: FiledPaper, fonds: str) -> str:
    """全宗号-档案门类代码·年度-保管期限-机构-件号 (DA/T 22-2015)."""
    filing = paper.filing
    code = CODES[paper.retention]
    counted = next_number(filing.organ, f"件号:{code}:{filing.section_id}", filing.year)
    return f"{fonds}-{KIND_OF_ARCHIVE}·{filing.year}-{code}-{filing.section.name}-{counted:04d}"


def _by_office(actor: Person, filing: FilingList, at: datetime) -> list[Finding]:
    findings = within(actor, filing, CLAUSE) + by_post(actor, CLERKS, today(at), CLAUSE)
    if filing.state != OFFERED:
        findings.append(
            Finding("状态", filing.state, "已移交、等待接收", "请核对清册的状态。", clause=CLAUSE)
        )
    return findings
