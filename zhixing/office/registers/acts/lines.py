"""登记簿: lines follow one another within a thing and a year; the book of a year is filed under its digest."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.digests import PREFERRED
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding
from zhixing.law.refused import words
from zhixing.office.registers.acts.asking import managed_by, note, of_the_organ, refuse
from zhixing.office.registers.book import content_of, digest_of, is_filed
from zhixing.office.registers.kinds import kind_of
from zhixing.office.registers.models import Kept, Line, YearBook
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.numbers import next_number
from zhixing.organ.once import once


@once
def put_down(*, kept: Kept, source: str, day: date, actor: Person, at: datetime, key: str) -> Receipt:
    """The next line of the day's year."""
    refuse("没有记入登记簿。", of_the_organ(actor, kept) + _filed(kept, day.year))
    number = next_number(kept.organ, f"登记簿{kept.pk}", day.year)
    line = Line.objects.create(
        organ_id=kept.organ_id, kept=kept, year=day.year, number=number, source=source, day=day, put_by=actor,
        put_at=at,
    )  # fmt: skip
    return _told(line, "记入登记簿", actor=actor, at=at, key=key)


@once
def void_line(*, line: Line, reason: str, actor: Person, at: datetime, key: str) -> Receipt:
    """作废 of a line: it stays where it is, with its number and the reason (E33)."""
    own = kind_of(line.kept)
    findings = managed_by(actor, own, today(at)) if actor.pk != line.kept.holder_id else []
    findings += _filed(line.kept, line.year)
    words(findings, reason, fact="作废原因", clause=own.clause("lines"))
    if line.void:
        findings.append(
            Finding("条目", "已经作废", "没有作废的条目", "不用重复办理。", clause=own.clause("lines"))
        )
    refuse("没有作废。", findings)
    line.void_reason, line.voided_by, line.voided_at = reason.strip(), actor, at
    line.save(update_fields=["void_reason", "voided_by", "voided_at"])
    return _told(line, "作废条目", actor=actor, at=at, key=key)


@once
def file_book(*, kept: Kept, year: int, actor: Person, at: datetime, key: str) -> Receipt:
    """整理归档 of a year that is over: what its lines say now is kept, with its digest."""
    own = kind_of(kept)
    findings = of_the_organ(actor, kept)
    findings += managed_by(actor, own, today(at)) if actor.pk != kept.keeper_id else []
    if year >= today(at).year:
        findings.append(
            Finding(
                "年度",
                f"{year}年还没有过完",
                "已经过完的年度",
                "请过了年底再归档。",
                clause=own.clause("book"),
            )
        )
    findings += _filed(kept, year) + own.unfinished(kept, year)
    refuse("登记簿没有归档。", findings)
    content = content_of(kept, year)
    book = YearBook.objects.create(
        organ_id=kept.organ_id, kept=kept, year=year, content=content, lines=len(content), alg=PREFERRED,
        hash=digest_of(content, PREFERRED), sealed_by=actor, sealed_at=at,
    )  # fmt: skip
    payload = {"年度": year, "条数": book.lines, "摘要": f"{book.alg}:{book.hash}"}
    return note(kept, "归档登记簿", actor=actor, at=at, key=key, rule="book", record=book, payload=payload)


def _filed(kept: Kept, year: int) -> list[Finding]:
    if not is_filed(kept, year):
        return []
    clause = kind_of(kept).clause("book")
    return [
        Finding("登记簿", f"{year}年度的已经归档", "没有归档的年度", "归档的登记簿不再变动。", clause=clause)
    ]


def _told(line: Line, action: str, *, actor: Person, at: datetime, key: str) -> Receipt:
    payload = {"年度": line.year, "序号": line.number, "来源": line.source}
    return note(line.kept, action, actor=actor, at=at, key=key, rule="lines", record=line, payload=payload)
