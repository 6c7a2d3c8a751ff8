"""冲抵 (02-1.6c) and what a request takes from the accounts, shown before it is submitted."""

from __future__ import annotations

from zhixing.law.refusal import Finding
from zhixing.law.values import show_days
from zhixing.regulations.attendance.workflow.balance_reading import Bucket, buckets, plan_draw
from zhixing.regulations.attendance.workflow.entitlement import unbooked_grants
from zhixing.regulations.attendance.workflow.leave_case import Case
from zhixing.regulations.attendance.workflow.leave_request import EMPTY, BalanceLine, Split
from zhixing.regulations.attendance.workflow.statute import asked, finding

COMP, ANNUAL = "补休", "年休"
OWN_ACCOUNT = {"年休假": ANNUAL, "补休假": COMP}
OFFSET_KINDS = ("事假", "病假")
CLAUSES = {ANNUAL: "02-1.4", COMP: "02-1.5c"}


def split_of(case: Case) -> Split:
    """Which half-days come from which account; what no account covers is `rest`."""
    own = OWN_ACCOUNT.get(case.request.kind)
    if own is not None:
        drawing = plan_draw(held(case, own), case.days)
        comp, annual = (drawing, EMPTY) if own == COMP else (EMPTY, drawing)
        return Split(comp.halves, annual.halves, len(drawing.uncovered), comp, annual)
    if case.request.kind in OFFSET_KINDS and case.slots:
        return _offset(case)
    return Split(rest=case.halves)


def _offset(case: Case) -> Split:
    """The rule is asked with what the accounts can cover on these very days; a bucket may expire in between."""
    comp = plan_draw(held(case, COMP), case.days)
    annual = plan_draw(held(case, ANNUAL), comp.uncovered)
    facts: dict[str, object] = {
        "假别": case.request.kind,
        "天数": case.halves,
        "补休余额": comp.halves,
        "年休余额": plan_draw(held(case, ANNUAL), case.days).halves,
    }
    if case.request.kind == "病假":
        facts["本人同意"] = bool(case.request.consent)
    ruling = asked("冲抵", facts, case.day, case.own)
    if not ruling.outcome["补休"] and not ruling.outcome["年休"]:
        return Split(rest=case.halves, ruling=ruling)
    rest = case.halves - comp.halves - annual.halves
    return Split(comp.halves, annual.halves, rest, comp, annual, ruling)


def held(case: Case, account: str) -> tuple[Bucket, ...]:
    """What may be drawn: the ledger less requests under way, and grants of a year not booked yet."""
    without = case.leave.pk if case.leave else None
    found = buckets(case.person, account, without=without)
    if account == COMP or case.span is None:
        return found
    years = range(case.span.first.year, case.span.last.year + 1)
    return (*found, *(grant for year in years for grant in unbooked_grants(case.person, year, case.day)))


def balance_lines(case: Case, split: Split) -> tuple[BalanceLine, ...]:
    """Both accounts, as they may be used from the first to the last day of the request."""
    if case.span is None:
        return ()
    first, last = case.span.first, case.span.last
    lines = []
    for account, taken in ((COMP, split.comp), (ANNUAL, split.annual)):
        found = held(case, account)
        before = sum(b.left for b in found if b.since <= last and (b.expires is None or b.expires >= first))
        lines.append(BalanceLine(account, before, taken))
    return tuple(lines)


def short_of_balance(case: Case, split: Split) -> list[Finding]:
    """年休假 and 补休假 never go below zero; the finding says what is left and what is missing."""
    own = OWN_ACCOUNT.get(case.request.kind)
    if own is None or not split.rest:
        return []
    enough = case.halves - split.rest
    return [
        finding(
            day=case.day,
            clause=CLAUSES[own],
            fact=f"{own}余额",
            found=f"可用{show_days(enough)}天（已减去在途申请）",
            expected=f"不少于{show_days(case.halves)}天",
            mend=f"请减少{show_days(split.rest)}天，或者改请别的假。",
        )
    ]


def consent_unsaid(case: Case) -> list[Finding]:
    """Sick leave is offset only with the person's word (G-12); where nothing could be offset nobody is asked."""
    if case.request.kind != "病假" or case.request.consent is not None or not case.slots:
        return []
    if not held(case, COMP) and not held(case, ANNUAL):
        return []
    return [
        finding(
            day=case.day,
            clause="02-1.6c",
            fact="本人同意",
            found="没有选择",
            expected="是或者否",
            mend="请选择是否同意先用补休、年休冲抵病假。",
        )
    ]
