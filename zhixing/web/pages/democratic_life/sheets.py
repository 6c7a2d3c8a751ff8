"""As Excel: the problems with their measures, the opinions of one meeting; the very rows of the page (13-5, 13-7)."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import FileResponse
from django.views.decorators.http import require_safe

from zhixing.office.papers.columns import Cell, Column, Kind
from zhixing.organ.policy import visible
from zhixing.regulations.democratic_life.models import LifeOpinion, Measure, Problem
from zhixing.web.list_export import MOST, sheet_xlsx
from zhixing.web.pages.democratic_life.cases import case_of
from zhixing.web.requests import DeskRequest, looking

PROBLEMS = (
    Column("民主生活会", width=22), Column("序号", Kind.WHOLE), Column("问题", width=46), Column("程度"),
    Column("来源", width=16), Column("整改措施", width=46), Column("责任人"), Column("完成时限", Kind.DATE),
    Column("完成日期", Kind.DATE), Column("状态"),
)  # fmt: skip
OPINIONS = (
    Column("序号", Kind.WHOLE), Column("哪一方面", width=16), Column("提出人或者单位", width=24), Column("意见", width=70),
    Column("日期", Kind.DATE),
)  # fmt: skip


def problems_xlsx(request: DeskRequest, rows: QuerySet[Problem]) -> FileResponse:
    """`rows` carry in `seen` those measures that the viewer may see; one line for each of them."""
    lines = [line for one in rows[:MOST] for line in _lines(one)]
    shown = lines[:MOST]
    return sheet_xlsx(request, "民主生活会整改清单", PROBLEMS, shown, len(lines))


def _lines(problem: Problem) -> list[list[Cell]]:
    measures: list[Measure] = getattr(problem, "seen", [])
    first: list[Cell] = [
        problem.case.number, problem.order, problem.text, problem.level, problem.get_source_display(),
    ]  # fmt: skip
    if not measures:
        return [[*first, "还没有定", "", None, None, problem.state]]
    return [
        [*first, one.text, one.person.name, one.due, one.done_on, problem.state] for one in measures
    ]  # fmt: skip


@require_safe
def life_opinions_sheet(request: DeskRequest, number: int) -> FileResponse:
    """Unsigned ones say so; nothing in a row tells who wrote it or in what order they came within a day."""
    case = case_of(request, number)
    rows = visible(looking(request), LifeOpinion).filter(case=case).select_related("person")
    cells: list[list[Cell]] = [
        [place, one.get_group_display(), _from(one), one.text, one.day]
        for place, one in enumerate(rows[:MOST], 1)
    ]
    return sheet_xlsx(request, f"征求意见清单{case.number}", OPINIONS, cells, rows.count())


def _from(opinion: LifeOpinion) -> str:
    if opinion.anonymous:
        return "不署名"
    return opinion.person.name if opinion.person else opinion.source
