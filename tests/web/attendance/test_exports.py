"""Every register as Excel, with the rights of its page; links of a list lead to the list (domain 4.4)."""

import io
import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.web.attendance.desks import Desks, clock, post, text
from zhixing.regulations.attendance.models import DisciplineRecord, ExceptionNote

NOW = "2026-11-19 09:00"
REGISTERS = (
    "notes", "missed", "outings", "overtime", "discipline", "spot-checks", "talks", "absence", "roster", "honours",
)  # fmt: skip


def sheet(client: Client, address: str) -> list[tuple[object, ...]]:
    answer = client.get(address)
    return list(
        load_workbook(io.BytesIO(answer.getvalue())).worksheets[0].iter_rows(min_row=3, values_only=True)
    )


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_offers_itself_as_excel(desks: Desks, name: str) -> None:
    with clock(NOW):
        office = desks.of("办公室")
        assert "export=xlsx" in text(office.get(f"/attendance/{name}/"))
        assert sheet(office, f"/attendance/{name}/?export=xlsx")[0][:2] == ("编号", "姓名")


def test_the_days_sheet_holds_what_the_filter_shows(desks: Desks) -> None:
    with clock(NOW):
        office = desks.of("办公室")
        rows = sheet(office, "/attendance/day-book/?day=2026-11-18&show=待核实&export=xlsx")
        assert "export=xlsx" in text(office.get("/attendance/day-book/"))
        assert desks.of("职员").get("/attendance/day-book/?export=xlsx").status_code == 403
    assert rows[0][:5] == ("编号", "姓名", "科室", "日期", "上午")
    assert {row[4] for row in rows[1:] if row[1]} == {"待核实"}


def test_the_periods_are_exported_to_whoever_sees_them(desks: Desks, stranger: Client) -> None:
    typed = {"name": "世界温州人大会", "first": "2026-11-18", "last": "2026-11-25", "basis": "局长办公会纪要"}
    with clock(NOW):
        post(desks.of("办公室"), "/attendance/blackouts/new/", **typed)
        rows = sheet(desks.of("职员"), "/attendance/blackouts/?export=xlsx")
        others = sheet(stranger, "/attendance/blackouts/?export=xlsx")
    assert (rows[1][0], rows[1][3]) == ("世界温州人大会", "执行中")
    assert "世界温州人大会" not in str(others)


def told(desks: Desks, count: int) -> None:
    at = datetime(2026, 11, 19, 0, 30, tzinfo=UTC)
    ExceptionNote.objects.bulk_create(
        ExceptionNote(
            organ=desks.bureau.organ, person=desks.person("职员"), day=date(2026, 10, 1) + timedelta(days=n),
            half="上午", kind="会议", text=f"第{n}次会", made_at=at,
        )
        for n in range(count)
    )  # fmt: skip


def test_it_holds_every_page_of_what_was_searched_and_only_what_the_page_shows(desks: Desks) -> None:
    told(desks, 20)
    with clock(NOW):
        own = sheet(desks.of("职员"), "/attendance/notes/?export=xlsx&page=2")
        none = sheet(desks.of("财务"), "/attendance/notes/?export=xlsx")
    assert len([row for row in own if row[1] == "林小满"]) == 20
    assert own[1][2] == datetime(2026, 10, 20)  # noqa: DTZ001 -- a cell of a sheet has no zone
    assert [row for row in none if row[1] == "林小满"] == []


def test_the_honours_sheet_says_who_is_struck_and_why(desks: Desks, stranger: Client) -> None:
    DisciplineRecord.objects.create(
        organ=desks.bureau.organ, person=desks.person("职员"), day=date(2026, 5, 6), kind="效能告诫",
        source="区效能办通报", text="工作时间网购", by=desks.person("办公室"), at=datetime(2026, 5, 7, tzinfo=UTC),
    )  # fmt: skip
    with clock(NOW):
        rows = sheet(desks.of("办公室"), "/attendance/honours/?export=xlsx")
        others = sheet(stranger, "/attendance/honours/?export=xlsx")
    first = rows[1]
    assert (first[1], first[3]) == ("林小满", "取消评优")
    assert "区效能办通报" in str(first[4])
    assert "《考勤制度》" in str(first[5])
    assert not any("区效能办通报" in str(cell) for row in others for cell in row)


def test_the_links_of_a_list_shown_again_after_a_refusal_lead_to_the_list(desks: Desks) -> None:
    told(desks, 20)
    number = ExceptionNote.objects.latest("day").pk
    with clock(NOW):
        office = desks.of("办公室")
        refused = post(office, f"/attendance/notes/{number}/verify/", outcome="不予核实", answer="")
        assert refused.status_code == 422
        links = [unescape(one) for one in re.findall(r'href="([^"]*(?:page=|export=)[^"]*)"', text(refused))]
        assert len(links) > 1
        assert [link for link in links if office.get(link).status_code != 200] == []


def test_the_months_beside_a_refused_objection_lead_to_the_calendar(desks: Desks) -> None:
    with clock("2026-11-03 09:00"):
        post(desks.of("办公室"), "/attendance/months/", **{"act": "开启月考勤", "open-month": "2026-10"})
        person = desks.of("职员")
        line = re.search(
            r'action="(/attendance/my-month/lines/\d+/)"',
            text(person.get("/attendance/my-month/?month=2026-10")),
        )
        assert line is not None
        refused = post(person, line[1], act="提出异议", text=" ")
        assert refused.status_code == 422
        links = re.findall(r'href="([^"]*\?month=[^"]*)"', text(refused))
        assert links
        assert all(link.startswith("/attendance/my-month/?") for link in links)
