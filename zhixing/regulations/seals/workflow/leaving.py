"""Before a keeper's leave is filed, somebody has the seals for those days (17-3, B17-07)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.office import before_leave
from zhixing.office.registers.models import GONE, Kept
from zhixing.organ.models import Person
from zhixing.regulations.seals.models import Custody
from zhixing.regulations.seals.workflow.register import REGISTER
from zhixing.regulations.seals.workflow.statute import finding


def left_open(person: Person, first: date, last: date) -> Iterator[Finding]:
    """Each seal in the person's hands that nobody takes over for all of those days."""
    held = Kept.objects.filter(organ_id=person.organ_id, register=REGISTER, holder=person)
    for kept in held.exclude(state__in=(*GONE, "停用")).select_related("keeper"):
        if not _taken_over(kept, person, first, last):
            yield _fault(kept, person, first, last)


def _taken_over(kept: Kept, person: Person, first: date, last: date) -> bool:
    agreed = Custody.objects.filter(seal__kept=kept, person=person, status__in=("已批", "代管中"))
    return agreed.filter(first__lte=first, last__gte=last).exists()


def _fault(kept: Kept, person: Person, first: date, last: date) -> Finding:
    days = str(first) if first == last else f"{first}至{last}"
    mend = "请先办印章代管，领导同意以后再备案。"
    if kept.keeper_id != person.pk:
        mend = f"您是代管人，请先把印章交回{kept.keeper.name}。"
    return finding(
        day=first, clause="17-3", fact="印章", found=f"{kept.name}在{person.name}手里，{days}没有办代管",
        expected="这几天有人代管", mend=mend, who=person.name,
    )  # fmt: skip


def register() -> None:
    """Called once by the app when it is ready."""
    before_leave.register_source("seals", left_open)
