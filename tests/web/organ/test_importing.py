import base64
import io
from datetime import date

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.web.bureau import Bureau
from tests.web.organ.conftest import SignIn
from zhixing.journal.models import Entry
from zhixing.organ.models import Person, Section, Service
from zhixing.organ.sheets import SHEETS, template

KEY = "0b0e2c56-7a0e-4d8e-9a51-7b7b8a3c1e01"
PEOPLE = [
    ["E101", "温一新", "女", "产业科", "科员", "一般人员", "公务员", "2026-01-01", "", "", "", "", ""],
]


def workbook(people: list[list[str]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("人员")
        for line, row in enumerate([list(SHEETS["人员"]), *people]):
            sheet.write_row(line, 0, row)
    return out.getvalue()


def file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("人员.xlsx", content)


def test_only_the_office_imports(bureau: Bureau, sign_in: SignIn) -> None:
    for name in ("organ_import", "organ_import_template", "organ_import_enter"):
        allowed = [
            role for role in bureau.accounts if sign_in(role).get(reverse(f"web:{name}")).status_code != 403
        ]
        assert allowed == ["办公室", "办公室主任"]


def test_the_template_that_is_handed_out_holds_every_sheet(bureau: Bureau, sign_in: SignIn) -> None:
    response = sign_in("办公室").get(reverse("web:organ_import_template"))
    assert len(response.content) == len(template())


def test_a_file_is_shown_before_it_is_entered(bureau: Bureau, sign_in: SignIn) -> None:
    client = sign_in("办公室")
    shown = client.post(reverse("web:organ_import"), {"file": file(workbook(PEOPLE))})
    assert "温一新" in shown.content.decode()
    assert not Person.objects.filter(name="温一新").exists()
    sent = {"key": KEY, "content": shown.context["content"]}
    for _ in range(2):
        assert client.post(reverse("web:organ_import_enter"), sent).status_code == 302
    service = Service.objects.get(person__name="温一新")
    assert (service.section.name, service.since) == ("产业科", date(2026, 1, 1))
    assert Entry.objects.filter(action="导入机构人员").count() == 1


def test_every_bad_row_is_named_at_once_and_nothing_is_entered(bureau: Bureau, sign_in: SignIn) -> None:
    bad = [
        [
            "E101",
            "温一新",
            "女",
            "没有这个科",
            "科员",
            "一般人员",
            "公务员",
            "2026-01-01",
            "",
            "",
            "",
            "",
            "",
        ],
        ["E102", "", "女", "产业科", "科员", "处长", "公务员", "2026-01-01", "", "", "", "", ""],
    ]
    refused = sign_in("办公室").post(reverse("web:organ_import"), {"file": file(workbook(bad))})
    assert refused.status_code == 422
    facts = [finding.fact for finding in refused.context["refusal"].findings]
    assert facts == ["人员第2行“科室”", "人员第3行“姓名”", "人员第3行“职级”"]
    assert not Person.objects.filter(number__in=("E101", "E102")).exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"<html>", workbook([])],
    ids=["nothing", "a torn one", "a page", "no rows"],
)
def test_a_file_that_is_no_filled_in_workbook_is_refused(
    content: bytes, bureau: Bureau, sign_in: SignIn
) -> None:
    response = sign_in("办公室").post(reverse("web:organ_import"), {"file": file(content)})
    assert response.status_code == 422


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"key": KEY},
        {"key": KEY, "content": "不是"},
        {"content": base64.b64encode(workbook(PEOPLE)).decode()},
        {"key": KEY, "content": "UEs="},
    ],
)
def test_a_confirmation_that_was_tampered_with_enters_nothing(
    sent: dict[str, str], bureau: Bureau, sign_in: SignIn
) -> None:
    assert sign_in("办公室").post(reverse("web:organ_import_enter"), sent).status_code == 422
    assert Section.objects.count() == 1
