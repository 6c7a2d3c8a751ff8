"""A list as Excel: the very rows that the list shows, with real times (domain 4.4)."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse

from zhixing.office.matters.models import Matter, Task
from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.office.papers.ledger import Ledger, write
from zhixing.web.requests import DeskRequest, acting, looking

MOST = 5000
BEGIN = (
    Column("序号", Kind.WHOLE),
    Column("编号", width=20),
    Column("标题", width=46),
    Column("程序"),
    Column("状态"),
)
TASKS = (
    *BEGIN, Column("发起人"), Column("环节", width=18), Column("代谁办理"), Column("到达时间", Kind.MOMENT),
    Column("限办时间", Kind.MOMENT), Column("办理时间", Kind.MOMENT),
)  # fmt: skip
MATTERS = (
    *BEGIN, Column("当前处理人", width=18), Column("建立时间", Kind.MOMENT), Column("提交时间", Kind.MOMENT),
    Column("结束时间", Kind.MOMENT),
)  # fmt: skip


def tasks_xlsx(request: DeskRequest, title: str, rows: QuerySet[Task]) -> FileResponse:
    return _answer(request, title, TASKS, [_task(place, one) for place, one in _numbered(rows)], rows)


def matters_xlsx(request: DeskRequest, title: str, rows: QuerySet[Matter]) -> FileResponse:
    return _answer(request, title, MATTERS, [_matter(place, one) for place, one in _numbered(rows)], rows)


def _numbered(rows: QuerySet[Any]) -> Iterable[tuple[int, Any]]:
    return enumerate(rows[:MOST], 1)


def _task(place: int, one: Task) -> list[Cell]:
    return [
        place, *_begin(one.matter), one.matter.starter.name, one.step.name if one.step else one.kind,
        one.on_behalf_of.name if one.on_behalf_of else "", one.arrived_at, one.due_at, one.done_at,
    ]  # fmt: skip


def _matter(place: int, one: Matter) -> list[Cell]:
    holders = "、".join(task.person.name for task in getattr(one, "open_tasks", ()))
    return [place, *_begin(one), holders, one.created_at, one.submitted_at, one.closed_at]


def _begin(matter: Matter) -> list[Cell]:
    return [matter.number or "未编号", matter.title, matter.procedure, matter.state]


def _answer(
    request: DeskRequest,
    title: str,
    columns: tuple[Column, ...],
    rows: list[list[Cell]],
    found: QuerySet[Any],
) -> FileResponse:
    return sheet_xlsx(request, title, columns, rows, found.count() if len(rows) == MOST else len(rows))


def sheet_xlsx(
    request: DeskRequest, title: str, columns: tuple[Column, ...], rows: list[list[Cell]], total: int
) -> FileResponse:
    """A sheet of these rows, which says so where it holds fewer than the `total` of the list."""
    cut = f"共{total}条，只导出前{len(rows)}条。" if len(rows) < total else ""
    made = write(
        Ledger(
            title=title, organ=looking(request).organ.name, period=f"截至{looking(request).day}",
            made_by=acting(request).name, made_at=request.at, columns=columns, rows=rows,
            notes=(cut,) if cut else (),
        )
    )  # fmt: skip
    return FileResponse(BytesIO(made), as_attachment=True, filename=f"{title}{looking(request).day}.xlsx")
