"""The lists of a desk: narrowed, turned over, taken away as Excel; each only the viewer's own."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from openpyxl import load_workbook

from tests.web.attendance.desks import Desks, clock, post, text, words
from tests.web.bureau import Bureau
from zhixing.office.matters.models import Matter, Task

MORNING = "2026-09-22 09:00"
FILLED = 37


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    return Desks(bureau)


@pytest.fixture
def waiting(desks: Desks) -> Desks:
    """37 matters of the clerk on the chief's desk, one a day from 1 August; every third an outing."""
    begun = datetime(2026, 8, 1, 1, tzinfo=UTC)
    for number in range(1, FILLED + 1):
        arrived = begun + timedelta(days=number - 1)
        kind = "因公外出" if number % 3 == 0 else "请假"
        matter = Matter.objects.create(
            organ=desks.bureau.organ, number=f"假〔2026〕{number}号", regulation="attendance", procedure=kind,
            title=f"林小满第{number}次{kind}", starter=desks.person("职员"), state="审批中",
            created_at=arrived, submitted_at=arrived,
        )  # fmt: skip
        Task.objects.create(
            organ=desks.bureau.organ, matter=matter, person=desks.person("局长"), kind="办理", arrived_at=arrived,
            due_at=arrived + timedelta(days=1) if number == 1 else None,
        )  # fmt: skip
    return desks


def found(desks: Desks, role: str, address: str, **asked: str) -> str:
    with clock(MORNING):
        return words(desks.of(role).get(address, asked))


def test_a_long_list_comes_in_pages_and_any_page_can_be_asked_for(waiting: Desks) -> None:
    first, third = found(waiting, "局长", "/todo/"), found(waiting, "局长", "/todo/", page="3")
    assert "共 37 条，每页 15 条" in first
    assert "林小满第37次" in first
    assert "林小满第7次" in third
    assert "林小满第37次" not in third


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"q": "第3"}, 8 + 1),  # 3 and 30 to 37
        ({"q": "〔2026〕12号"}, 1),
        ({"procedure": "因公外出"}, 12),
        ({"state": "已办结"}, 0),
        ({"since": "2026-08-10", "until": "2026-08-12"}, 3),
        ({"late": "1"}, 1),
        ({"since": "不是日期", "procedure": "没有这样的事"}, 37),
    ],
)
def test_a_list_is_narrowed_by_what_is_asked(waiting: Desks, asked: dict[str, str], count: int) -> None:
    shown = found(waiting, "局长", "/todo/", **asked)
    assert (f"共 {count} 条" if count else "没有符合条件的事项") in shown


def test_the_next_page_keeps_what_was_asked(waiting: Desks) -> None:
    with clock(MORNING):
        shown = text(waiting.of("局长").get("/todo/", {"procedure": "请假", "page": "1"}))
    assert 'name="procedure" value="请假"' in shown
    assert "procedure=%E8%AF%B7%E5%81%87&amp;page=2" in shown


def test_the_excel_holds_the_rows_of_the_list_and_no_others(waiting: Desks) -> None:
    with clock(MORNING):
        asked = {"procedure": "因公外出", "export": "xlsx"}
        rows = sheet(waiting.of("局长").get("/todo/", asked).getvalue())
        nothing = sheet(waiting.of("办公室").get("/todo/", asked).getvalue())
    assert len(rows) == 12
    assert rows[0][:5] == (1, "假〔2026〕36号", "林小满第36次因公外出", "因公外出", "审批中")
    assert isinstance(rows[0][8], datetime)
    assert nothing == []


def test_one_own_matters_are_exported_with_whoever_has_them(waiting: Desks) -> None:
    with clock(MORNING):
        rows = sheet(waiting.of("职员").get("/started/", {"export": "xlsx", "q": "第12次"}).getvalue())
    assert [row[5] for row in rows] == ["陈谷雨"]


def sheet(content: bytes) -> list[tuple[object, ...]]:
    """The rows under the head block (title, unit, columns)."""
    found_rows = load_workbook(io.BytesIO(content)).active
    assert found_rows is not None
    return [tuple(row) for row in found_rows.iter_rows(min_row=4, values_only=True) if row[0] is not None]


def test_the_desk_shows_today_and_what_may_be_begun(desks: Desks) -> None:
    with clock(MORNING):
        post(desks.of("职员"), "/attendance/sign-in/")
        shown = words(desks.of("职员").get("/desk/"))
    assert "2026-09-22 星期二 工作日" in shown
    for entry in ("请假", "因公外出", "加班补休", "签到", "我的月考勤", "假期余额"):
        assert entry in shown
    assert "年休可用 5 天" in shown
