"""Holding the journal against itself, against its witness, against the records and against the files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection

from zhixing.journal import witness as witness_file
from zhixing.journal.appendonly import heads_are_guarded, is_guarded
from zhixing.journal.chain import digest_of
from zhixing.journal.models import Entry, Head
from zhixing.journal.replay import Explanations, compare
from zhixing.journal.report import Fault, Report

__all__ = ["Fault", "Report", "Sound", "organs", "verify"]

Sound = Callable[[str, str], bool]
CHUNK = 1000


def verify(organ: str, witness: Path | None = None, *, sound: Sound | None = None) -> Report:
    """Read the whole chain of `organ` once and report every layer that does not agree.

    `witness` is the witness file; `sound(organ, digest)` tells whether the file with this content digest
    lies unchanged on disk. Layers that are not given are not looked at.
    """
    report = Report(organ)
    reading = Reading()
    for entry in entries(organ):
        read_entry(report, reading, entry)
    check_head(report)
    if witness is not None:
        check_witness(report, reading, witness)
    compare(report, reading.explained)
    if sound is not None:
        check_attachments(report, reading, sound)
    check_guards(report)
    return report


def check_guards(report: Report) -> None:
    if not is_guarded(connection, Entry._meta.db_table):
        report.add("触发器", "保护日志的触发器缺失或停用")
    if not heads_are_guarded(connection, Head._meta.db_table):
        report.add("触发器", "保护日志链尾的触发器缺失或停用")


@dataclass(slots=True)
class Reading:
    """What is kept while the chain is read: digests by number, states and attachments by their last entry."""

    broken: bool = False
    hashes: dict[int, str] = field(default_factory=dict)
    explained: Explanations = field(default_factory=dict)
    attachments: dict[str, int] = field(default_factory=dict)


def organs(witness: Path | None = None) -> list[str]:
    """Every organ that has, or by the witness once had, a journal."""
    known = set(Head.objects.values_list("organ", flat=True))
    known |= set(Entry.objects.order_by().values_list("organ", flat=True).distinct())
    if witness is not None:
        known |= {seen.organ for seen in witness_file.read(witness)[0]}
    return sorted(known)


def entries(organ: str) -> Iterator[Entry]:
    return Entry.objects.filter(organ=organ).order_by("seq").iterator(chunk_size=CHUNK)


def read_entry(report: Report, reading: Reading, entry: Entry) -> None:
    fault = "" if reading.broken else break_at(report, entry)
    if fault:
        reading.broken = True
        report.add("链条", fault, seq=entry.seq)
    report.entries, report.head = entry.seq, entry.hash
    reading.hashes[entry.seq] = entry.hash
    try:
        remember(reading, entry)
    except (ValueError, TypeError, AttributeError, KeyError):
        if not reading.broken:
            reading.broken = True
            report.add("链条", f"第{entry.seq}条的内容无法读取", seq=entry.seq)


def break_at(report: Report, entry: Entry) -> str:
    """What is wrong with this entry as the link after the one read before it; "" for nothing."""
    if entry.seq != report.entries + 1:
        return f"第{report.entries + 1}条缺失，其后是第{entry.seq}条"
    if entry.prev != report.head:
        return f"第{entry.seq}条与第{entry.seq - 1}条不相连"
    try:
        found = digest_of(entry)
    except ValueError:
        return f"第{entry.seq}条的算法“{entry.alg}”不在允许之列"
    return "" if found == entry.hash else f"第{entry.seq}条的内容与摘要不符"


def remember(reading: Reading, entry: Entry) -> None:
    """Raises ValueError, TypeError, AttributeError or KeyError for what no act ever wrote."""
    for kind, state in json.loads(entry.states).items():
        fields = tuple(map(text_only, state["fields"]))
        for key, digest in state["rows"].items():
            reading.explained[kind, key] = (entry.seq, entry.alg, fields, text_only(digest))
    for digest in json.loads(entry.attachments):
        reading.attachments.setdefault(text_only(digest), entry.seq)


def text_only(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def check_head(report: Report) -> None:
    head = Head.objects.filter(organ=report.organ).first()
    seq, digest = (head.seq, head.hash) if head else (0, "")
    if seq > report.entries:
        report.add("链条", f"第{report.entries + 1}条至第{seq}条缺失", seq=report.entries + 1)
    elif (seq, digest) != (report.entries, report.head):
        report.add("链条", f"链尾记为第{seq}条，与最后一条不符", seq=report.entries)


def check_witness(report: Report, reading: Reading, path: Path) -> None:
    """The first line that disagrees names what happened; every spoilt line is named."""
    seen, spoilt = witness_file.read(path)
    for line in spoilt:
        report.add("见证", f"见证文件第{line}行无法读取")
    for one in sorted((one for one in seen if one.organ == report.organ), key=lambda one: one.seq):
        if one.seq > report.entries:
            says = f"见证文件第{one.line}行见过第{one.seq}条，日志现在止于第{report.entries}条：尾部被截去"
        elif reading.hashes.get(one.seq) != one.hash:
            says = f"第{one.seq}条与见证文件第{one.line}行不符：该条或其前的条目被改写"
        else:
            continue
        report.add("见证", says, seq=one.seq)
        return


def check_attachments(report: Report, reading: Reading, sound: Sound) -> None:
    for digest, seq in sorted(reading.attachments.items(), key=lambda pair: pair[1]):
        if not sound(report.organ, digest):
            report.add("附件", f"第{seq}条所附文件（{digest[:20]}…）缺失或被替换", seq=seq)
