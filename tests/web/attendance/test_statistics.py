"""考勤统计: plot and table say the same; leaders and the office count all, a head of section the own (domain 4.5)."""

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, at, clock, text, words
from tests.web.attendance.registers import hours, signs
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Section, Service
from zhixing.regulations.attendance.models import Leave

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

HERE, EXPORT = "/attendance/statistics/", "/attendance/statistics/export/"
NOW = "2026-11-03 09:00"
OCTOBER = {"from": "2026-10", "to": "2026-10"}


def on_leave(desks: Desks, role: str, kind: str, first: date, last: date) -> None:
    """A granted leave of whole days."""
    person = desks.person(role)
    matter = Matter.objects.create(
        organ=desks.bureau.organ, regulation="attendance", procedure="请假", title=f"请{kind}", starter=person,
        state="已同意", edition=date(2018, 2, 1), created_at=at("2026-09-30 09:00"),
    )  # fmt: skip
    Leave.objects.create(
        organ=desks.bureau.organ, matter=matter, person=person, kind=kind, first=first, first_half="上午",
        last=last, last_half="下午", reason="休息", status="已批",
    )  # fmt: skip


@pytest.fixture
def worked(desks: Desks) -> Desks:
    """October: three late mornings of 职员, one of 财务 who sits in another section; two days of leave."""
    hours(desks)
    signs(desks, date(2026, 10, 1), date(2026, 10, 31), late={"职员": 3, "财务": 1}, but="纪检")
    other = Section.objects.create(
        organ=desks.bureau.organ, name="财务科", kind="内设科室", since=date(2020, 1, 1), order=2
    )
    Service.objects.filter(person=desks.person("财务")).update(section=other)
    on_leave(desks, "纪检", "年休假", date(2026, 10, 12), date(2026, 10, 13))
    return desks


def looks(desks: Desks, role: str, **asked: str) -> "Answer":
    with clock(NOW):
        return desks.of(role).get(HERE, OCTOBER | asked)


def test_the_plot_and_the_table_hold_the_same_figures(worked: Desks) -> None:
    answer = looks(worked, "办公室")
    assert answer.status_code == 200
    shown, drawn = words(answer), text(answer)
    assert "月份 年休假 合计 2026年10月 2 2 合计 2 2" in shown
    assert "月份 迟到 早退 合计 2026年10月 4 0 4" in shown
    assert "产业科 3 0 3 财务科 1 0 1" in shown
    assert "<title>2026年10月年休假2天</title>" in drawn
    assert "<title>2026年10月迟到4次</title>" in drawn
    assert "<title>产业科迟到3次</title>" in drawn


def test_a_plot_has_a_role_a_title_and_a_description_and_no_style(worked: Desks) -> None:
    drawn = text(looks(worked, "局长"))
    assert drawn.count('role="img"') == 4
    assert '<title id="late-title">迟到早退按月统计</title>' in drawn
    assert '<desc id="late-desc">合计迟到4次、早退0次；逐项数字见表。</desc>' in drawn
    assert " style=" not in drawn


def test_only_those_who_answer_for_others_see_the_figures(worked: Desks) -> None:
    for role in ("职员", "财务", "审计管理员"):
        assert looks(worked, role).status_code == 403
        with clock(NOW):
            assert worked.of(role).get(EXPORT).status_code == 403
    for role in ("局长", "局领导", "纪检", "办公室"):
        assert "产业科 3 0 3 财务科 1 0 1" in words(looks(worked, role))


def test_a_head_of_section_counts_the_own_section_only(worked: Desks) -> None:
    shown = words(looks(worked, "科室负责人"))
    assert "月份 迟到 早退 合计 2026年10月 3 0 3" in shown
    assert "财务科" not in shown
    other = Section.objects.get(name="财务科")
    assert looks(worked, "科室负责人", section=str(other.pk)).status_code == 404
    assert "2026年10月 1 0 1" in words(looks(worked, "局领导", section=str(other.pk)))


def test_another_organ_counts_nothing_of_this_one(worked: Desks, stranger: Client) -> None:
    with clock(NOW):
        shown = stranger.get(HERE, OCTOBER)
        section = worked.bureau.section.pk
        asked = stranger.get(HERE, OCTOBER | {"section": str(section)})
    assert "年休假" not in words(shown)
    assert asked.status_code == 404


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("2026-11", "2026-10", "要求：止月不早于起月"),
        ("2025-10", "2026-10", "起止月份：13个月；要求：不超过12个月"),
    ],
)
def test_a_stretch_that_cannot_be_counted_is_refused(worked: Desks, first: str, last: str, says: str) -> None:
    answer = looks(worked, "办公室", **{"from": first, "to": last})
    assert answer.status_code == 422
    assert says in words(answer)


def test_without_a_stretch_the_last_six_months_are_counted(worked: Desks) -> None:
    with clock(NOW):
        assert "2026年6月至2026年11月" in words(worked.of("办公室").get(HERE, {"from": "九月"}))


def test_the_export_holds_the_figures_as_numbers(worked: Desks) -> None:
    with clock(NOW):
        answer = worked.of("办公室").get(EXPORT, OCTOBER)
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    assert book.sheetnames == ["各类假按月统计", "迟到早退按月统计", "各科室迟到早退", "出勤按月统计"]
    leave = [[cell.value for cell in row] for row in book["各类假按月统计"].iter_rows(min_row=3, max_row=4)]
    assert leave == [["项目", "2026年10月", "合计"], ["年休假", 2, 2]]
    late = [[cell.value for cell in row] for row in book["各科室迟到早退"].iter_rows(min_row=4, max_row=5)]
    assert late == [["产业科", 3, 0, 3], ["财务科", 1, 0, 1]]
