"""年休补休台账: everybody's balances for the office, and the same as Excel (02-1.4, 02-1.5)."""

from collections.abc import Collection
from dataclasses import dataclass
from io import BytesIO

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.organ.models import Person, Service
from zhixing.organ.policy import visible
from zhixing.regulations.attendance.models import BalanceMove
from zhixing.regulations.attendance.papers.balance_ledger import ACCOUNTS, balance_ledger
from zhixing.regulations.attendance.papers.printed import Printing
from zhixing.regulations.attendance.workflow.balance_overview import Standing, standings
from zhixing.web.requests import DeskRequest, acting, looking

GRANT = "年度应休"


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the page; `flag` is what the office still has to do, or ""."""

    person: Person
    section: str
    accounts: tuple[tuple[str, Standing], ...]
    flag: str

    def left(self, account: str) -> int:
        return sum(one.left for name, one in self.accounts if name == account)


@require_safe
def balances(request: DeskRequest) -> HttpResponse:
    viewer, words = looking(request), request.GET.get("q", "").strip()[:60]
    people = staff(request, words)
    moves = moves_of(request)
    found = standings(moves, viewer.day)
    granted = {move.person_id for move in moves if move.why == GRANT and move.day.year == viewer.day.year}
    rows = [
        Row(
            person,
            section,
            tuple((account, found.get((person.pk, account), Standing())) for account in ACCOUNTS),
            flag(person, granted),
        )
        for person, section in people
    ]
    context = {
        "rows": rows,
        "words": words,
        "day": viewer.day,
        "left": [(account, sum(row.left(account) for row in rows)) for account in ACCOUNTS],
        "flagged": sum(1 for row in rows if row.flag),
    }
    return render(request, "web/attendance/balances.html", context)


def flag(person: Person, granted: Collection[int]) -> str:
    """What the office still has to do for this person's year; `granted` are those whose year is booked."""
    if person.started_work is None:
        return "参加工作时间没有登记"
    return "" if person.pk in granted else "本年度年休还没有记入"


def staff(request: DeskRequest, words: str = "") -> list[tuple[Person, str]]:
    """Everybody who serves today, with the section."""
    serving = Service.objects.on(looking(request).day).filter(organ=looking(request).organ)
    if words:
        serving = serving.filter(person__name__contains=words) | serving.filter(section__name__contains=words)
    ordered = serving.select_related("person", "section").order_by("person__number")
    return [(row.person, row.section.name) for row in ordered]


def moves_of(request: DeskRequest) -> QuerySet[BalanceMove]:
    return visible(looking(request), BalanceMove).select_related("person", "actor").order_by("day", "pk")


@require_safe
def balances_export(request: DeskRequest) -> HttpResponseBase:
    """What the page shows, as Excel, with every movement on a second sheet."""
    viewer, people = looking(request), staff(request, request.GET.get("q", "").strip()[:60])
    shown = {person.pk for person, _ in people}
    moves = [move for move in moves_of(request) if move.person_id in shown]
    made = balance_ledger(
        viewer.organ, people, standings(moves, viewer.day), moves, Printing(acting(request), request.at)
    )
    return FileResponse(BytesIO(made), as_attachment=True, filename=f"年休补休台账{viewer.day}.xlsx")
