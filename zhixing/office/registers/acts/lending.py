"""借出、交回、确认归还: what went out is back when its keeper says so (E35)."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.registers.acts.asking import held_by, in_state, note, of_the_organ, only, refuse
from zhixing.office.registers.kinds import kind_of
from zhixing.office.registers.models import Kept, Loan
from zhixing.office.registers.models.kept import IN_USE, LENT
from zhixing.office.registers.models.loans import AWAY, BROUGHT, RETURNED
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once


@once
def lend(
    *, kept: Kept, borrower: Person, purpose: str, due: date, actor: Person, at: datetime, key: str,
    source: str = "",
) -> Receipt:  # fmt: skip
    """借出, by whoever has it in hand, to another."""
    day, own = today(at), kind_of(kept)
    clause = own.clause("loan")
    findings = of_the_organ(actor, kept) + of_the_organ(actor, borrower) + held_by(actor, kept)
    findings += in_state(kept, IN_USE)
    words(findings, purpose, fact="用途", clause=clause)
    if due < day:
        findings.append(Finding("应还日期", str(due), "不早于今天", "请核对应还日期。", clause=clause))
    findings += own.lending(kept, source, day)
    refuse("没有借出。", findings)
    number = next_number(kept.organ, f"{own.series}借", day.year)
    loan = Loan.objects.create(
        organ_id=kept.organ_id, kept=kept, number=f"{own.series}借〔{day.year}〕{number}号", borrower=borrower,
        purpose=purpose.strip(), source=source, out_at=at, out_by=actor, due=due,
    )  # fmt: skip
    return _moved(loan, LENT, "借出", actor=actor, at=at, key=key)


@once
def bring_back(*, loan: Loan, report: str, actor: Person, at: datetime, key: str) -> Receipt:
    """交回, by the borrower, with what it was used for: not over until the keeper has looked at it."""
    clause = kind_of(loan.kept).clause("loan")
    findings = in_state(loan, AWAY) + only(actor, loan.borrower, clause)
    words(findings, report, fact="使用情况", clause=clause)
    refuse("没有交回。", findings)
    loan.state, loan.brought_at, loan.report = BROUGHT, at, report.strip()
    loan.save(update_fields=["state", "brought_at", "report"])
    return _moved(loan, None, "交回", actor=actor, at=at, key=key)


@once
def confirm_return(*, loan: Loan, remark: str, actor: Person, at: datetime, key: str) -> Receipt:
    """确认归还, by whoever keeps it; what the borrower forgot to report is written by the keeper."""
    findings = in_state(loan, AWAY, BROUGHT) + held_by(actor, loan.kept)
    words(findings, remark, fact="验收情况", clause=kind_of(loan.kept).clause("loan"))
    if actor.pk == loan.borrower_id and loan.out_by_id != actor.pk:
        findings.append(
            Finding(
                "验收人",
                actor.name,
                "不是借用人",
                "请由保管人验收。",
                clause=kind_of(loan.kept).clause("loan"),
            )
        )
    refuse("没有确认归还。", findings)
    loan.state, loan.closed_at, loan.closed_by, loan.closing = RETURNED, at, actor, remark.strip()
    loan.save(update_fields=["state", "closed_at", "closed_by", "closing"])
    return _moved(loan, IN_USE, "确认归还", actor=actor, at=at, key=key)


def _moved(loan: Loan, state: str | None, action: str, *, actor: Person, at: datetime, key: str) -> Receipt:
    """A thing that was stopped while it was out comes back stopped."""
    kept = loan.kept
    if state is not None and kept.state in {IN_USE, LENT}:
        kept.state = state
        kept.save(update_fields=["state"])
    payload = {"借用人": loan.borrower.name, "用途": loan.purpose, "应还日期": str(loan.due)}
    return note(
        kept, action, actor=actor, at=at, key=key, rule="loan", record=loan, payload=payload, touched=[kept]
    )
