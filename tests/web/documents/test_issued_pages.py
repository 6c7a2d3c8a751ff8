"""发文、文号、归档 at the desk: by role, from the form to the number and the file list."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from pypdf import PdfReader

from tests.web.attendance.desks import Desks, clock, post, text, words
from zhixing.office.matters.acts import agree
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.models import Holding, Section
from zhixing.organ.who import service_on
from zhixing.regulations.documents.models import DocumentNumber, FilingList, IssuedDocument, ReceivedDocument

MORNING, NEXT_YEAR = "2026-11-23 09:00", "2027-03-01 09:00"
AT = datetime(2026, 11, 23, 1, tzinfo=UTC)


def section_of(desks: Desks) -> Section:
    service = service_on(desks.person("职员"), AT.date())
    assert service is not None
    return service.section


def typed(desks: Desks, **changes: Any) -> dict[str, Any]:
    section = section_of(desks)
    whole = {
        "name": "局", "form": "信函", "type": "函", "urgency": "平件", "title": "关于技改项目的函", "main_to": "市经信局",
        "body": "现将有关情况函告如下。\n一、总体情况\n共42个项目。", "copies": "2", "disclosure": "依申请公开",
        "section": section.pk, "act": "提交",
        "basis_one": SimpleUploadedFile("来函.txt", "请报送。".encode(), content_type="text/plain"),
    }  # fmt: skip
    return {**whole, **changes}


def agreed(document: IssuedDocument) -> None:
    """Whoever has it agrees, until it waits for the office's check."""
    while True:
        task = Task.objects.get(matter=document.matter_id, state="待办")
        assert task.step is not None
        if task.step.act == "复核":
            return
        matter = Matter.objects.get(pk=document.matter_id)
        agree(matter=matter, actor=task.person, at=AT, key=f"agree-{task.pk}", text="同意")


def test_a_letter_is_drafted_with_its_way_beside_it_and_refused_with_everything(desks: Desks) -> None:
    with clock(MORNING):
        page = words(desks.of("职员").get("/documents/issued/new/"))
        assert "发文稿纸" in page
        assert "签发" in page
        answer = post(desks.of("职员"), "/documents/issued/new/", act="提交")
        assert answer.status_code == 422
        assert text(answer).count('class="finding"') >= 5
        assert "二、2" in words(answer)
        assert not IssuedDocument.objects.exists()
        saved = post(desks.of("职员"), "/documents/issued/new/", **typed(desks, act="保存草稿"))
        draft = IssuedDocument.objects.get()
        assert saved.status_code == 302
        assert "关于技改项目的函" in text(desks.of("职员").get(f"/documents/issued/{draft.pk}/draft/"))
        assert desks.of("局长").get(f"/documents/issued/{draft.pk}/").status_code == 404
        live = post(
            desks.of("职员"), "/documents/issued/route/", **typed(desks, type="请示", main_to="区政府、区委")
        )
        assert "请示主送2个机关" in words(live)


def test_a_letter_goes_its_way_to_the_number_and_prints(desks: Desks, stranger: Client) -> None:
    with clock(MORNING):
        assert post(desks.of("职员"), "/documents/issued/new/", **typed(desks)).status_code == 302
        document = IssuedDocument.objects.get()
        address = f"/documents/issued/{document.pk}/"
        assert "办理中" in words(desks.of("职员").get(address))
        assert "复核通过" not in words(desks.of("职员").get(address))
        agreed(document)
        assert "修改文稿" in words(desks.of("办公室主任").get(address))
        assert post(desks.of("办公室主任"), address, act="复核通过").status_code == 302
        clerk = desks.of("办公室")
        assert "机关代字" in words(clerk.get(address))
        assert post(clerk, address, **{"act": "编号", "act-step-series": "鹿经信函"}).status_code == 302
        assert str(DocumentNumber.objects.get()) == "鹿经信函〔2026〕1号"
        listed = words(clerk.get("/documents/numbers/"))
        assert "鹿经信函〔2026〕1号" in listed
        assert "鹿经信函〔2026〕编到1号，没有缺号。" in listed
        assert "鹿经信函〔2026〕1号" in words(desks.of("局长").get("/documents/issued/?q=技改"))
        assert post(desks.of("职员"), address, act="校对无误").status_code == 302
        pdf = b"".join(desks.of("职员").get(f"{address}paper.pdf"))
        assert "鹿经信函〔2026〕1号" in PdfReader(BytesIO(pdf)).pages[0].extract_text().replace(" ", "")
        book = b"".join(desks.of("职员").get(f"{address}paper.docx"))
        assert any("共42个项目" in one.text for one in Document(BytesIO(book)).paragraphs)
        assert desks.of("职员").get(f"{address}paper.exe").status_code == 404
        for page in (address, f"{address}paper.pdf"):
            assert stranger.get(page).status_code == 404
        number = DocumentNumber.objects.get()
        assert desks.of("职员").get(f"/documents/numbers/{number.pk}/").status_code == 404


def test_the_papers_of_a_year_are_filed_at_the_desk(desks: Desks) -> None:
    office = desks.person("办公室")
    Holding.objects.create(organ=office.organ, person=office, post="档案管理员", since=date(2018, 1, 1))
    section = section_of(desks)
    with clock(NEXT_YEAR):
        staff = desks.of("职员")
        assert "每年3月31日以前" in words(staff.get("/documents/filing/"))
        begun = {"record-section": section.pk, "record-year": "2026", "act": "整理归档文件"}
        assert post(staff, "/documents/filing/new/", **begun).status_code == 302
        filing = FilingList.objects.get()
        address = f"/documents/filing/{filing.pk}/"
        added = {
            "act": "添加文件", "act-添加文件-title": "走访小结", "act-添加文件-author": "本局", "act-添加文件-day": "2026-06-30",
            "act-添加文件-pages": "3", "act-添加文件-category": "一般事务",
        }  # fmt: skip
        assert post(staff, address, **added).status_code == 302
        paper = filing.papers.get()
        sorted_as = {"act": "定类别", "act-sort-category": "规划", "act-sort-pages": "3"}
        assert post(staff, f"/documents/filed/{paper.pk}/", **sorted_as).status_code == 302
        assert post(staff, address, act="移交办公室").status_code == 302
        assert "移交办公室" not in [one[0] for one in staff.get(address).context["buttons"]]
        taken = {"act": "接收归档", "act-接收归档-fonds": "J021"}
        assert post(desks.of("办公室"), address, **taken).status_code == 302
        assert f"J021-WS·2026-Y-{section.name}-0001" in words(staff.get(address))
        assert staff.get(f"{address}list.zip").status_code == 200
        assert staff.get(f"{address}list.pdf").status_code == 200
        assert "走访小结" in words(staff.get("/documents/filed/?q=走访"))


def test_documents_are_found_by_one_word_and_only_by_who_may_see_them(desks: Desks, stranger: Client) -> None:
    with clock(MORNING):
        assert (
            post(
                desks.of("职员"), "/documents/issued/new/", **typed(desks, title="关于鞋机技改的函")
            ).status_code
            == 302
        )
        link = f'href="/documents/issued/{IssuedDocument.objects.get().pk}/"'
        for asked in ("kind=发文&q=鞋", "kind=发文&q=鞋机", "kind=发文&q=42", "kind=附件&q=请报送"):
            assert link in text(desks.of("局长").get(f"/search/?{asked}"))
            assert link not in text(stranger.get(f"/search/?{asked}"))


def test_an_old_register_is_previewed_and_entered_by_the_clerk(desks: Desks) -> None:
    address = "/documents/old/received/"
    rows = (
        ("收文号", "收文日期", "来文单位", "标题"),
        ("收〔2025〕7号", "2025-03-05", "区政府", "关于春季检查的通知"),
    )
    line = "\n".join(",".join(row) for row in rows)
    with clock(MORNING):
        clerk = desks.of("办公室")
        assert desks.of("职员").get(address).status_code == 404
        assert clerk.get("/documents/old/unknown/").status_code == 404
        assert clerk.get(f"{address}template.xlsx").status_code == 200
        assert address in text(clerk.get("/documents/received/"))
        bad = SimpleUploadedFile("旧.csv", line.replace("2025-03-05", "去年").encode())
        refused = post(clerk, address, act="核对", file=bad)
        assert refused.status_code == 422
        assert "第2行“收文日期”" in words(refused)
        shown = post(clerk, address, act="核对", file=SimpleUploadedFile("旧.csv", line.encode()))
        assert "1件都没有问题" in words(shown)
        assert not ReceivedDocument.objects.exists()
        sent = {
            "act": "确定导入",
            "content": shown.context["content"],
            "file_name": shown.context["file_name"],
        }
        assert post(clerk, address, **sent).status_code == 302
        assert "收〔2025〕7号" in words(clerk.get("/documents/received/"))


def test_the_book_of_numbers_counts_what_is_void_and_what_is_missing(desks: Desks) -> None:
    clerk = desks.person("办公室")
    given: dict[str, Any] = {
        "organ": clerk.organ,
        "series": "鹿经信",
        "year": 2026,
        "taken_by": clerk,
        "taken_at": AT,
    }
    DocumentNumber.objects.create(**given, number=1, title="旧登记簿的第一号")
    void: dict[str, Any] = {"state": "作废", "void_reason": "重复编号", "voided_by": clerk, "voided_at": AT}
    DocumentNumber.objects.create(**given, number=3, title="作废的一号", **void)
    with clock(MORNING):
        listed = words(desks.of("办公室").get("/documents/numbers/"))
    assert "鹿经信〔2026〕编到3号，其中作废1个，缺1个号，请核对旧登记簿。" in listed
