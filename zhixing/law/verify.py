"""The regulations check themselves: one edition by itself, and all of them against each other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from zhixing.law.document import Duty, Edition
from zhixing.law.examples import examine
from zhixing.law.faults import EditionFaults
from zhixing.law.parameters import Overrides
from zhixing.law.refusal import Refusal
from zhixing.law.regulation import Regulation
from zhixing.law.report import Found, Kind, Report
from zhixing.law.ruling import Ruling
from zhixing.law.standing import Standing, standing_on
from zhixing.law.verify_tables import check_tables

LAWLIKE = ("法", "办法", "规定", "条例", "通知", "细则", "意见", "制度", "准则", "规则", "方案", "决定")


def check(
    regulations: Iterable[Regulation],
    on: date,
    documents_entered: frozenset[str] = frozenset(),
    overrides: Mapping[str, Overrides] | None = None,
) -> Report:
    """Checks every edition in force on a day; `overrides` by regulation key. Nothing in force: nothing said."""
    findings: list[Found] = []
    standings: list[Standing] = []
    for regulation in regulations:
        try:
            standings.append(standing_on(regulation, on, (overrides or {}).get(regulation.key)))
        except EditionFaults as broken:
            findings.extend(_broken(regulation, on, broken))
        except Refusal:
            continue
    titles = frozenset(standing.edition.title for standing in standings)
    for standing in standings:
        findings.extend(check_one(standing, documents_entered | titles))
    findings.extend(_rhythms(standing.edition for standing in standings))
    order = list(Kind)
    return Report(tuple(sorted(findings, key=lambda found: (order.index(found.kind), found.regulation))))


def check_one(standing: Standing, documents_entered: frozenset[str]) -> Iterator[Found]:
    """Everything that can be found in one edition alone. Examples speak of the edition's own values."""
    edition = standing.edition
    rulings, failures = examine(standing_on(standing.regulation, edition.in_force))
    for failure in failures:
        yield _found(edition, Kind.EXAMPLE, failure.example.question, str(failure), failure.example.clause)
    yield from check_tables(standing)
    yield from _unused(standing, rulings)
    yield from _unexecuted(standing, rulings)
    yield from _dangling(edition, documents_entered)


def _found(edition: Edition, kind: Kind, subject: str, text: str, *clauses: str) -> Found:
    return Found(kind, edition.number, edition.in_force, subject, text, clauses)


def _broken(regulation: Regulation, on: date, broken: EditionFaults) -> Iterator[Found]:
    for fault in broken.faults:
        yield Found(Kind.FAULT, regulation.number, on, regulation.title, str(fault))


def _unused(standing: Standing, rulings: tuple[Ruling, ...]) -> Iterator[Found]:
    used = _parameters_of_tables(standing) | _parameters_of_book(standing)
    used |= {value.name for ruling in rulings for value in ruling.values}
    sentences = list(_sentences(standing.edition))
    for name, own in standing.parameters.items():
        if name not in used and not any(name in sentence for sentence in sentences):
            text = f"参数 {name}（第 {own.line} 行）没有决策、规则或程序用到"
            yield _found(standing.edition, Kind.UNUSED, name, text, own.clause)


def _parameters_of_tables(standing: Standing) -> set[str]:
    tables = [table.compiled for table in standing.tables.values()]
    tested = {name for t in tables for row in t.conditions for cell in row for name in cell.parameters}
    return tested | {cell.parameter for table in tables for row in table.results for cell in row}


def _parameters_of_book(standing: Standing) -> set[str]:
    of_rules = chain.from_iterable(question.parameters for question in standing.regulation.questions)
    return {*of_rules, *standing.regulation.parameters}


def _sentences(edition: Edition) -> Iterator[str]:
    """Cells of procedures and duties; a time limit there may name a parameter."""
    for procedure in edition.procedures.values():
        for step in procedure.steps:
            yield f"{step.who} {step.needs} {step.limit}"
    for duty in edition.duty_rows:
        yield f"{duty.rhythm} {duty.evidence} {duty.limit}"


def executed(standing: Standing, rulings: Iterable[Ruling] = ()) -> dict[str, tuple[str, ...]]:
    """By clause, what executes it: 决策 请假审批, 程序 请假, 规则 冲抵, a page or record named by book.py."""
    found: dict[str, dict[str, None]] = {}
    asked = ((reason.clause, f"规则 {r.question}") for r in rulings for reason in r.because)
    for clause, what in chain(_executing(standing.edition), _registered(standing.regulation), asked):
        found.setdefault(clause, {})[what] = None
    return {clause: tuple(what) for clause, what in found.items()}


def _executing(edition: Edition) -> Iterator[tuple[str, str]]:
    for table in edition.tables.values():
        yield from ((row.clause, f"决策 {table.name}") for row in table.rows)
    for procedure in edition.procedures.values():
        yield from ((step.clause, f"程序 {procedure.name}") for step in procedure.steps)
    yield from ((duty.clause, f"任务 {duty.name}") for duty in edition.duty_rows)
    yield from ((own.clause, f"参数 {own.name}") for own in edition.parameters.values())


def _registered(regulation: Regulation) -> Iterator[tuple[str, str]]:
    for question in regulation.questions:
        yield from ((clause, f"规则 {question.name}") for clause in question.clauses)
    yield from regulation.executed.items()


def _unexecuted(standing: Standing, rulings: tuple[Ruling, ...]) -> Iterator[Found]:
    edition = standing.edition
    known = executed(standing, rulings)
    for clause in edition.clauses.values():
        if clause.id not in known and not clause.words_only:
            text = f"{clause.cite}（第 {clause.line} 行）没有任何东西执行，也没有注明宣示"
            yield _found(edition, Kind.UNEXECUTED, clause.id, text, clause.id)
    for unknown in known.keys() - edition.clauses.keys():
        yield _found(edition, Kind.FAULT, unknown, "登记为已执行，但版本里没有这一条")


def _dangling(edition: Edition, entered: frozenset[str]) -> Iterator[Found]:
    named = {name: edition.referred.get(name, "") for name in edition.documents}
    named |= {name: clause for name, clause in edition.referred.items() if name.endswith(LAWLIKE)}
    for name, clause in named.items():
        if name not in entered and name != edition.title:
            text = f"《{name}》没有录入"
            yield _found(edition, Kind.DANGLING, name, text, *([clause] if clause else []))


def _rhythms(editions: Iterable[Edition]) -> Iterator[Found]:
    """The same duty with two frequencies, in one regulation or across several."""
    by_name: dict[str, list[tuple[Edition, Duty]]] = {}
    for edition in editions:
        for duty in edition.duty_rows:
            by_name.setdefault(duty.name, []).append((edition, duty))
    for name, rows in by_name.items():
        if len({duty.rhythm for _, duty in rows}) > 1:
            said = "；".join(f"《{edition.title}》{duty.cite}写“{duty.rhythm}”" for edition, duty in rows)
            clauses = dict.fromkeys(duty.clause for _, duty in rows)
            yield _found(rows[0][0], Kind.RHYTHMS, name, f"任务周期不一：{said}", *clauses)
