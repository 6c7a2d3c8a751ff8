"""旧登记簿导入: every bad row is named before anything is entered; then all of it or nothing (09-1.1, 09-2.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import refuse
from zhixing.office.matters.models import Matter
from zhixing.office.papers.table import Read, Row, Wanted, read
from zhixing.organ.acting import by_post
from zhixing.organ.entries import enter
from zhixing.organ.local_time import at_clock, today
from zhixing.organ.models import Organ, Person, Section
from zhixing.organ.numbers import count_from, next_number
from zhixing.organ.once import once
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import DocumentNumber, IssuedDocument, ReceivedDocument
from zhixing.regulations.documents.models.issued import SENT
from zhixing.regulations.documents.models.received import CLOSED, OTHER_TYPE, TO_ACT, TO_READ
from zhixing.regulations.documents.workflow.numbers import CLERKS
from zhixing.regulations.documents.workflow.old_rows import ISSUED, RECEIVED, Numbered
from zhixing.search.index import put_record

NOT_WRITTEN = "旧登记簿没有记载"
Rows = Sequence[Row]


@dataclass(frozen=True, slots=True)
class Register:
    """An old register: its columns, the one that numbers a line, its clause, and how its lines are entered."""

    title: str
    key: str
    columns: tuple[Wanted, ...]
    clause: str
    known: Callable[[Organ, set[Numbered]], set[Numbered]]
    enter: Callable[[Rows, Person, datetime], tuple[list[Any], list[Any]]]


def judged(
    register: Register, organ: Organ, name: str, content: bytes, day: date
) -> tuple[Rows, list[Finding]]:
    """The good rows, and every fault of the file. Raises Refusal where it cannot be read at all."""
    found: Read = read(name, content, register.columns, key=(register.key,))
    faults = [one.finding() for one in found.bad]
    numbers = {row.values[register.key] for row in found.rows}
    known = register.known(organ, {one for one in numbers if isinstance(one, Numbered)})
    for row in found.rows:
        number = row.values[register.key]
        if number in known:
            faults.append(_fault(row, register.key, str(number), "登记簿里还没有的编号"))
        for title in ("收文日期", "成文日期"):
            written = row.values.get(title)
            if isinstance(written, date) and written > day:
                faults.append(_fault(row, title, written.isoformat(), f"不晚于今天（{day}）"))
    return found.rows, faults


@once
def bring_in(
    *, register: Register, name: str, content: bytes, actor: Person, at: datetime, key: str
) -> Receipt:
    """The whole file is read and judged again, and entered in one; the journal explains every row of it."""
    refuse("没有导入。", by_post(actor, CLERKS, today(at), register.clause))
    rows, faults = judged(register, actor.organ, name, content, today(at))
    refuse(f"没有导入：有{len(faults)}处不合要求。", faults)
    records, beside = register.enter(rows, actor, at)
    for record in records:
        put_record(record)  # laid in bulk, so no save has told the search
    return enter(
        actor=actor, action=f"导入旧{register.title}", kind=KINDS[type(records[0])], record=records[0],
        payload={"文件": name, "件数": len(records)}, at=at, key=key, rule=register.clause,
        touched=[*records[1:], *beside],
    )  # fmt: skip


def _fault(row: Row, column: str, found: str, expected: str) -> Finding:
    return Finding(f"第{row.line}行“{column}”", found, expected, "请在文件中改正后重新导入。")


def _numbers_on(model: Any, organ: Organ, wanted: set[Numbered]) -> set[Numbered]:
    series = {one.series for one in wanted}
    rows = model.objects.filter(organ=organ, series__in=series).values_list("series", "year", "number")
    return {Numbered(*row) for row in rows} & wanted


def _received_known(organ: Organ, wanted: set[Numbered]) -> set[Numbered]:
    return _numbers_on(ReceivedDocument, organ, wanted)


def _issued_known(organ: Organ, wanted: set[Numbered]) -> set[Numbered]:
    return _numbers_on(DocumentNumber, organ, wanted)


def _received(rows: Rows, actor: Person, at: datetime) -> tuple[list[Any], list[Any]]:
    documents = ReceivedDocument.objects.bulk_create(
        [_came(row.values, actor, at) for row in rows], batch_size=500
    )
    _count(actor.organ, "收文", (row.values["收文号"] for row in rows))
    return list(documents), []


def _came(values: Mapping[str, Any], actor: Person, at: datetime) -> ReceivedDocument:
    number, result = values["收文号"], values.get("办理结果") or ""
    closed = values.get("办结日期") or values["收文日期"]
    return ReceivedDocument(
        organ_id=actor.organ_id, series=number.series, year=number.year, number=number.number,
        received_on=values["收文日期"], sender=values["来文单位"], sender_number=values.get("来文字号") or "",
        title=values["标题"], type=values.get("文种") or OTHER_TYPE, urgency=values.get("紧急程度") or "平件",
        copies=values.get("份数") or 1, mode=TO_ACT if result else TO_READ, state=CLOSED, registered_by=actor,
        registered_at=at, result=result, no_reply_reason=NOT_WRITTEN if result else "", closed_by=actor,
        closed_on=closed, remark=values.get("备注") or "",
    )  # fmt: skip


def _issued(rows: Rows, actor: Person, at: datetime) -> tuple[list[Any], list[Any]]:
    sections = {one.name: one for one in Section.objects.filter(organ_id=actor.organ_id)}
    matters = Matter.objects.bulk_create([_way(row.values, actor) for row in rows], batch_size=500)
    numbers = DocumentNumber.objects.bulk_create(
        [_number(row.values, actor, at) for row in rows], batch_size=500
    )
    documents = IssuedDocument.objects.bulk_create(
        [
            _went(row.values, matter, number, sections, actor)
            for row, matter, number in zip(rows, matters, numbers, strict=True)
        ],
        batch_size=500,
    )
    _count(actor.organ, "发文", (row.values["发文字号"] for row in rows))
    return list(documents), [*matters, *numbers]


def _way(values: Mapping[str, Any], actor: Person) -> Matter:
    day, year = values["成文日期"], values["成文日期"].year
    at = at_clock(day, time(9))
    return Matter(
        organ_id=actor.organ_id, number=f"发文〔{year}〕{next_number(actor.organ, '发文', year)}号",
        regulation="documents", procedure="发文", title=values["标题"][:200], starter=actor, state="已办结",
        created_at=at, submitted_at=at, closed_at=at,
    )  # fmt: skip


def _number(values: Mapping[str, Any], actor: Person, at: datetime) -> DocumentNumber:
    number = values["发文字号"]
    return DocumentNumber(
        organ_id=actor.organ_id, series=number.series, year=number.year, number=number.number,
        title=values["标题"], taken_by=actor, taken_at=at,
    )  # fmt: skip


def _went(
    values: Mapping[str, Any],
    matter: Matter,
    number: DocumentNumber,
    sections: Mapping[str, Section],
    actor: Person,
) -> IssuedDocument:
    at = at_clock(values["成文日期"], time(9))
    return IssuedDocument(
        organ_id=actor.organ_id, matter=matter, state=SENT, section=sections.get(values.get("拟稿科室") or ""),
        drafter=actor, drafted_at=at, type=values["文种"], title=values["标题"], main_to=values.get("主送") or "",
        copies=values.get("份数") or 1, signed_on=values["成文日期"], signers=values["签发人"], number=number,
        sent_at=at,
    )  # fmt: skip


def _count(organ: Organ, register: str, numbers: Iterable[Any]) -> None:
    """What stands in the old register is not given out a second time."""
    highest: dict[tuple[str, int], int] = {}
    for one in numbers:
        place = (one.series, one.year)
        highest[place] = max(one.number, highest.get(place, 0))
    for (series, year), value in highest.items():
        count_from(organ, f"{register}:{series}", year, value)


REGISTERS: dict[str, Register] = {
    "received": Register("收文登记簿", "收文号", RECEIVED, "09-1.1", _received_known, _received),
    "issued": Register("发文登记簿", "发文字号", ISSUED, "09-2.4", _issued_known, _issued),
}
