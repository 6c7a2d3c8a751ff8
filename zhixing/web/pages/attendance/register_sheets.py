"""The registers of attendance as Excel: the rows that the page shows to this viewer, with real days and times (domain 4.4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse

from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.regulations.attendance.models import Blackout
from zhixing.regulations.attendance.workflow.day_status import HalfStatus
from zhixing.web.list_export import MOST, sheet_xlsx
from zhixing.web.requests import DeskRequest
from zhixing.web.templatetags.daily import stretch

WHOM = (Column("编号"), Column("姓名"))
Filled = Callable[[Any], list[Cell]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`filled` makes the cells of one record, after its person's number and name."""

    title: str
    columns: tuple[Column, ...]
    filled: Filled


def wanted(request: DeskRequest) -> bool:
    return request.GET.get("export") == "xlsx"


def register_xlsx(request: DeskRequest, sheet: Sheet, rows: QuerySet[Any] | Sequence[Any]) -> FileResponse:
    """Everything the list holds, whatever page is on the screen."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    cells = [[one.person.number, one.person.name, *sheet.filled(one)] for one in rows[:MOST]]
    return sheet_xlsx(request, sheet.title, (*WHOM, *sheet.columns), cells, total)


def name_of(person: Any) -> str:
    return person.name if person else ""


NOTES = Sheet(
    "签到备注",
    (
        Column("日期", Kind.DATE), Column("半天"), Column("情形"), Column("说明", width=40), Column("状态"),
        Column("备注时间", Kind.MOMENT), Column("核实人"), Column("核实时间", Kind.MOMENT),
        Column("核实意见", width=30),
    ),
    lambda one: [
        one.day, one.half, one.get_kind_display(), one.text, one.state, one.made_at, name_of(one.verified_by),
        one.verified_at, one.answer,
    ],
)  # fmt: skip
MISSED = Sheet(
    "漏签说明",
    (
        Column("日期", Kind.DATE), Column("半天"), Column("到岗时间"), Column("证明人"), Column("漏签原因", width=40),
        Column("状态"), Column("说明时间", Kind.MOMENT), Column("确认人"), Column("确认时间", Kind.MOMENT),
        Column("确认意见", width=30),
    ),
    lambda one: [
        one.day, one.half, f"{one.arrived:%H:%M}", one.witness.name, one.reason, one.state, one.told_at,
        name_of(one.decided_by), one.decided_at, one.opinion,
    ],
)  # fmt: skip
OUTINGS = Sheet(
    "因公外出登记",
    (
        Column("审批编号", width=20), Column("起止", width=34), Column("公出单位", width=26),
        Column("公出事由", width=40), Column("状态"), Column("同行人", width=20), Column("用车"),
    ),
    lambda one: [
        one.matter.number, stretch(one), one.destination, one.reason, one.status, one.companions,
        "是" if one.by_car else "否",
    ],
)  # fmt: skip
OVERTIMES = Sheet(
    "加班登记",
    (
        Column("审批编号", width=20), Column("性质"), Column("事由", width=40), Column("申请开始", Kind.MOMENT),
        Column("申请结束", Kind.MOMENT), Column("实际开始", Kind.MOMENT), Column("实际结束", Kind.MOMENT),
        Column("状态"), Column("补休（天）", Kind.DAYS, summed=True),
    ),
    lambda one: [
        one.matter.number, one.nature, one.reason, one.began, one.ended, one.actual_began, one.actual_ended,
        one.status, one.credit or 0,
    ],
)  # fmt: skip
DISCIPLINES = Sheet(
    "违纪登记",
    (
        Column("日期", Kind.DATE), Column("情形"), Column("来源", width=30), Column("事实", width=46),
        Column("登记人"), Column("撤销时间", Kind.MOMENT), Column("撤销原因", width=30),
    ),
    lambda one: [
        one.day, one.get_kind_display(), one.source, one.text, name_of(one.by), one.voided_at, one.void_reason,
    ],
)  # fmt: skip
SPOT_CHECKS = Sheet(
    "抽查登记",
    (
        Column("发现时间", Kind.MOMENT), Column("半天"), Column("情形"), Column("经过", width=46), Column("抽查人"),
        Column("撤销时间", Kind.MOMENT), Column("撤销原因", width=30),
    ),
    lambda one: [one.found_at, one.half, one.kind, one.text, name_of(one.by), one.voided_at, one.void_reason],
)  # fmt: skip
TALKS = Sheet(
    "诫勉谈话",
    (
        Column("月份"), Column("当月次数", Kind.WHOLE), Column("状态"), Column("谈话人"),
        Column("谈话时间", Kind.MOMENT), Column("提请时间", Kind.MOMENT),
    ),
    lambda one: [
        f"{one.year}年{one.month}月", one.count, one.state, name_of(one.talker), one.held_at, one.proposed_at,
    ],
)  # fmt: skip
ABSENCES = Sheet(
    "旷工认定",
    (
        Column("认定单号", width=22), Column("半天（个）", Kind.WHOLE), Column("状态"), Column("提出人"),
        Column("提出时间", Kind.MOMENT), Column("认定人"), Column("认定时间", Kind.MOMENT),
    ),
    lambda one: [
        one.number, len(one.halves.all()), one.state, name_of(one.opened_by), one.opened_at,
        name_of(one.decided_by), one.decided_at,
    ],
)  # fmt: skip
SHIFTS = Sheet(
    "值班表",
    (
        Column("日期", Kind.DATE), Column("班次"), Column("类型"), Column("状态"),
        Column("补休（天）", Kind.DAYS, summed=True), Column("备注", width=30),
    ),
    lambda one: [one.day, one.shift, one.nature, one.status, one.credit or 0, one.note],
)  # fmt: skip


def honours_sheet(year: int, sections: Mapping[int, str]) -> Sheet:
    """评优名单 of a year; `sections` by the person's key."""
    columns = (
        Column("科室", width=24), Column("结果"), Column("原因", width=50), Column("依据", width=40),
    )  # fmt: skip
    return Sheet(
        f"{year}年评优名单", columns,
        lambda one: [
            sections.get(one.person.pk, ""), "可以评优" if one.eligible else "取消评优",
            "；".join(each.reason for each in one.struck), "；".join(each.cite for each in one.struck),
        ],
    )  # fmt: skip


DAY = (
    *WHOM, Column("科室", width=24), Column("日期", Kind.DATE), Column("上午"), Column("上午签到"),
    Column("上午说明", width=34), Column("下午"), Column("下午签到"), Column("下午说明", width=34),
)  # fmt: skip
PERIODS = (
    Column("名称", width=30), Column("起", Kind.DATE), Column("止", Kind.DATE), Column("状态"),
    Column("依据", width=34), Column("录入人"), Column("录入时间", Kind.MOMENT), Column("解除时间", Kind.MOMENT),
    Column("解除原因", width=30),
)  # fmt: skip


def day_xlsx(request: DeskRequest, day: date, rows: Sequence[Mapping[str, Any]]) -> FileResponse:
    """考勤签到表 of one day, as `day_book.dressed` makes its rows."""
    cells: list[list[Cell]] = [
        [
            row["person"].number, row["person"].name, row["section"], day,
            *(cell for half, *_ in row["halves"] for cell in _half(half)),
        ]
        for row in rows
    ]  # fmt: skip
    return sheet_xlsx(request, f"{day}考勤签到表", DAY, cells, len(cells))


def _half(half: HalfStatus) -> list[Cell]:
    return [half.word, f"{half.at:%H:%M:%S}" if half.at else "", half.why]


def periods_xlsx(request: DeskRequest, rows: Sequence[tuple[Blackout, str]]) -> FileResponse:
    """Each blackout period with its state."""
    cells: list[list[Cell]] = [
        [
            one.name, one.first, one.last, state, one.basis, one.entered_by.name, one.entered_at, one.lifted_at,
            one.lifted_why,
        ]
        for one, state in rows
    ]  # fmt: skip
    return sheet_xlsx(request, "封控期", PERIODS, cells, len(cells))
