"""归档 (09-3): drawn up by the section, handed in by 31 March, taken over under seal; nothing changes afterwards."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.regulations.documents.receiving import People, facts, viewer, who
from tests.regulations.documents.receiving import closed as closed_document
from zhixing.digests import digest
from zhixing.files.permission import may_open
from zhixing.files.store import keep
from zhixing.journal.canonical import canonical
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.office.duties.models import DutyDue
from zhixing.organ.made import made
from zhixing.organ.models import Organ, Section
from zhixing.organ.policy import visible
from zhixing.regulations.documents.evidence import handed_in
from zhixing.regulations.documents.models import FiledPaper, FilingList
from zhixing.regulations.documents.papers.filing import Printing, file_list_sheet, package, print_file_list
from zhixing.regulations.documents.workflow.filing import add, begin, fetch, leave_out, sort
from zhixing.regulations.documents.workflow.filing_handed import hand_in, send_back, take_over

MARCH_31, APRIL_1 = 128, 129  # days after 2026-11-23
SERVICE = "企业服务科"


def section(name: str = SERVICE) -> Section:
    return Section.objects.get(name=name)


def begun(people: People, number: str = "E031", name: str = SERVICE, days: int = 100) -> FilingList:
    return made(FilingList, begin(section=section(name), year=2026, **who(people[number], days=days)))


def added(filing: FilingList, people: People, title: str = "走访企业工作小结", days: int = 100) -> FiledPaper:
    add(
        filing=filing, title=title, author="本局", number="", day=date(2026, 6, 30), pages=3, category="一般事务",
        **who(people["E031"], days=days),
    )  # fmt: skip
    return FiledPaper.objects.get(title=title)


def test_the_list_begins_with_what_the_register_knows_of_the_section(people: People) -> None:
    ours, offices = closed_document(people, doer="E031"), closed_document(people, doer=None)
    filing = begun(people)
    line = filing.papers.get()
    assert (line.source, line.title, line.retention) == (f"收文:{ours.pk}", ours.title, "10年")
    of_office = begun(people, "E010", "办公室")
    assert [one.source for one in of_office.papers.all()] == [f"收文:{offices.pk}"]
    with pytest.raises(Refusal) as refusal:
        fetch(filing=filing, **who(people["E031"], days=100))
    assert facts(refusal) == ["登记簿"]


def test_a_list_is_of_a_year_that_is_over_once_and_by_the_section_or_the_office(people: People) -> None:
    with pytest.raises(Refusal) as refusal:
        begin(section=section(), year=2026, **who(people["E024"]))
    assert facts(refusal) == ["办理人", "文件年度"]
    assert {one.clause for one in refusal.value.findings} == {"09-3"}
    begun(people)
    with pytest.raises(Refusal) as refusal:
        begin(section=section(), year=2026, **who(people["E011"], days=101))
    assert facts(refusal) == ["移交清册"]


def test_a_paper_by_hand_is_of_that_year_and_its_kind_says_how_long_it_is_kept(people: People) -> None:
    filing = begun(people)
    with pytest.raises(Refusal) as refusal:
        add(
            filing=filing, title="", author=" ", number="", day=date(2025, 1, 2), pages=0, category="一般事务",
            **who(people["E031"], days=100),
        )  # fmt: skip
    assert facts(refusal) == ["题名", "责任者", "日期", "页数"]
    paper = added(filing, people)
    assert paper.retention == "10年"
    sort(paper=paper, category="规划", pages=12, **who(people["E031"], days=100))
    paper.refresh_from_db()
    assert (paper.retention, paper.pages) == ("永久", 12)
    leave_out(paper=paper, reason="重份", **who(people["E031"], days=100))
    with pytest.raises(Refusal) as refusal:
        hand_in(filing=filing, **who(people["E031"], days=100))
    assert facts(refusal) == ["归档文件"]


@pytest.mark.parametrize(("days", "handed_on"), [(MARCH_31, date(2027, 3, 31)), (APRIL_1, date(2027, 4, 1))])
def test_the_last_day_is_in_time_and_the_next_is_late(people: People, days: int, handed_on: date) -> None:
    """B9-08."""
    filing = begun(people)
    added(filing, people)
    hand_in(filing=filing, **who(people["E031"], days=days))
    filing.refresh_from_db()
    assert filing.offered_on == handed_on
    assert filing.in_time is (days == MARCH_31)


def handed(people: People, *titles: str) -> FilingList:
    filing = begun(people)
    for title in titles:
        added(filing, people, title)
    hand_in(filing=filing, **who(people["E031"], days=110))
    filing.refresh_from_db()
    return filing


def test_what_is_handed_in_changes_only_after_the_office_sent_it_back(people: People) -> None:
    filing = handed(people, "小结")
    with pytest.raises(Refusal) as refusal:
        added(filing, people, "补一件")
    assert facts(refusal) == ["状态"]
    with pytest.raises(Refusal) as refusal:
        send_back(filing=filing, reason="", **who(people["E031"], days=111))
    assert facts(refusal) == ["办理人", "退回原因"]
    send_back(filing=filing, reason="缺少附件", **who(people["E011"], days=111))
    filing.refresh_from_db()
    added(filing, people, "补一件", days=111)
    assert filing.papers.count() == 2


def test_the_office_takes_over_numbers_and_seals(people: People, organ: Organ) -> None:
    document = closed_document(people, doer="E031")
    filing = begun(people)
    long_kept = added(filing, people, "五年规划")
    sort(paper=long_kept, category="规划", pages=9, **who(people["E031"], days=100))
    hand_in(filing=filing, **who(people["E031"], days=110))
    filing.refresh_from_db()
    with pytest.raises(Refusal) as refusal:
        take_over(filing=filing, fonds=" ", **who(people["E031"], days=112))
    assert facts(refusal) == ["办理人", "全宗号"]
    take_over(filing=filing, fonds="J021", **who(people["E011"], days=112))
    filing.refresh_from_db()
    numbers = {one.title: one.archive_number for one in filing.papers.all()}
    assert numbers == {
        "五年规划": "J021-WS·2026-Y-企业服务科-0001",
        document.title: "J021-WS·2026-D10-企业服务科-0001",
    }
    document.refresh_from_db()
    assert (document.state, document.archive_number) == ("已归档", numbers[document.title])
    assert filing.hash == digest(filing.alg, canonical(filing.content).encode())
    assert [line["档号"] for line in filing.content] == [numbers["五年规划"], numbers[document.title]]
    assert verify(organ.pk).sound
    with pytest.raises(Refusal) as refusal:
        send_back(filing=filing, reason="改一改", **who(people["E011"], days=113))
    assert facts(refusal) == ["状态"]


def test_the_package_holds_list_files_trail_and_digests(people: People, organ: Organ) -> None:
    document = closed_document(people, doer="E031")
    filing = begun(people)
    stored = keep(
        organ=organ.pk,
        name="../小结/终.txt",
        content="走访情况。".encode(),
        by="E031",
        at=datetime(2027, 3, 1, tzinfo=UTC),
    )
    add(
        filing=filing, title="小结", author="本局", number="", day=date(2026, 6, 30), pages=1, category="一般事务",
        files=[stored], **who(people["E031"], days=100),
    )  # fmt: skip
    hand_in(filing=filing, **who(people["E031"], days=110))
    filing.refresh_from_db()
    take_over(filing=filing, fonds="J021", **who(people["E011"], days=112))
    filing.refresh_from_db()
    printing = Printing(people["E011"], datetime(2027, 3, 20, tzinfo=UTC))
    made_once = package(filing, printing)
    assert made_once == package(filing, printing)
    with ZipFile(BytesIO(made_once)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sums = json.loads(parts.pop("摘要.json"))
    assert sums == {name: f"{filing.alg}:{digest(filing.alg, said)}" for name, said in parts.items()}
    assert parts["文件/J021-WS·2026-D10-企业服务科-0001/01-终.txt"].decode() == "走访情况。"
    trail = json.loads(parts["流转记录.json"])
    assert [step["办理"] for step in trail["J021-WS·2026-D10-企业服务科-0002"]][:2] == [
        "登记收文",
        "初审合格",
    ]
    assert json.loads(parts["元数据.json"])["归档文件"] == filing.content
    assert document.title in parts["元数据.json"].decode()


def test_the_file_list_has_the_columns_of_the_archive_office(people: People) -> None:
    filing = handed(people, "小结", "总结")
    printing = Printing(people["E011"], datetime(2027, 3, 20, tzinfo=UTC))
    sheet = load_workbook(BytesIO(file_list_sheet(filing, printing))).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[2] == ["序号", "档号", "文号", "责任者", "题名", "日期", "密级", "页数", "备注"]
    assert [row[4] for row in rows[3:5]] == ["小结", "总结"]
    assert print_file_list(filing, printing).startswith(b"%PDF-")


def test_a_section_sees_its_own_list_the_office_all_and_another_section_none(
    people: People, organ: Organ
) -> None:
    filing = begun(people)
    stored = keep(
        organ=organ.pk,
        name="小结.txt",
        content="走访。".encode(),
        by="E031",
        at=datetime(2027, 3, 1, tzinfo=UTC),
    )
    add(
        filing=filing, title="小结", author="本局", number="", day=date(2026, 6, 30), pages=1, category="一般事务",
        files=[stored], **who(people["E031"], days=100),
    )  # fmt: skip
    seen = {one: visible(viewer(people[one]), FiledPaper).count() for one in ("E031", "E010", "E001", "E024")}
    assert seen == {"E031": 1, "E010": 1, "E001": 1, "E024": 0}
    opened = {one: may_open(viewer(people[one]), stored) for one in ("E031", "E010", "E024")}
    assert opened == {"E031": True, "E010": True, "E024": False}


def test_the_yearly_duty_is_done_when_every_section_with_papers_has_handed_in(people: People) -> None:
    closed_document(people, doer="E031")
    closed_document(people, doer=None)
    due = DutyDue(
        organ=people["E031"].organ, regulation="documents", duty="移交上年度文件归档",
        period_first=date(2027, 1, 1), period_last=date(2027, 12, 31), due=date(2027, 3, 31),
    )  # fmt: skip
    ours, offices = begun(people), begun(people, "E010", "办公室")
    hand_in(filing=ours, **who(people["E031"], days=MARCH_31))
    assert handed_in(due) == ""
    hand_in(filing=offices, **who(people["E010"], days=APRIL_1))
    assert handed_in(due) == "2026年度2个科室、单位的文件都已移交归档，其中1个晚于期限。"
    due.period_first = date(2026, 1, 1)
    assert handed_in(due) == ""
