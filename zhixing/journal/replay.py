"""Whether the records stand as the last entry that touched them left them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from django.db import connection

from zhixing.journal.report import Report
from zhixing.journal.snapshots import Explained, Row, explained, row_digest

# (kind, primary key) -> (seq, alg, fields, digest) of the last entry that touched the row
Explanation = tuple[int, str, tuple[str, ...], str]
Explanations = dict[tuple[str, str], Explanation]
CHUNK = 1000
ORGAN = "机关"  # stands for any organ's key while the statement is written


def compare(report: Report, explanations: Explanations) -> None:
    """Add every row that is changed, unexplained or missing."""
    by_kind: dict[str, dict[str, Explanation]] = defaultdict(dict)
    for (kind, key), explanation in explanations.items():
        by_kind[kind][key] = explanation
    registered = {entry.kind: entry for entry in explained()}
    for kind in sorted(occupied(report.organ) | by_kind.keys()):
        if kind in registered:
            compare_rows(report, registered[kind], by_kind[kind])
        else:
            report.add("记录", f"日志提到的“{kind}”不再登记，无法核对")


def occupied(organ: str) -> set[str]:
    """The kinds of which this organ has any row, asked of all tables in one statement."""
    statement, kinds, places = question(connection.vendor, tuple(explained()))
    with connection.cursor() as cursor:
        cursor.execute(statement, [organ] * places)
        return {kinds[number] for (number,) in cursor.fetchall()}


@cache
def question(_vendor: str, entries: tuple[Explained, ...]) -> tuple[str, list[str], int]:
    """The statement, the kind behind each number it answers with, and how often it asks for the organ."""
    asked = []
    for number, entry in enumerate(entries):
        rows = entry.model._meta.base_manager.filter(**{entry.organ: ORGAN}).order_by().values("pk")
        statement, organs = rows.query.sql_with_params()
        assert set(organs) == {ORGAN}, f"{entry.kind} asks for more than its organ"
        asked.append((f"SELECT {number} WHERE EXISTS ({statement})", len(organs)))
    statement = " UNION ALL ".join(one for one, _ in asked)
    return statement, [entry.kind for entry in entries], sum(places for _, places in asked)


def compare_rows(report: Report, entry: Explained, expected: dict[str, Explanation]) -> None:
    missing = dict(expected)
    rows = entry.model._meta.base_manager.filter(**{entry.organ: report.organ}).order_by("pk")
    for row in rows.values("pk", *entry.fields).iterator(chunk_size=CHUNK):
        explanation = missing.pop(str(row["pk"]), None)
        says = difference(row, explanation)
        if says:
            report.add("记录", f"{entry.kind}（{row['pk']}）{says}", seq=explanation[0] if explanation else 0)
    for key, (seq, *_) in missing.items():
        report.add("记录", f"{entry.kind}（{key}）见于第{seq}条，记录已不存在", seq=seq)


def difference(row: Row, explanation: Explanation | None) -> str:
    if explanation is None:
        return "没有任何日志条目可以解释"
    seq, alg, fields, digest = explanation
    if not all(name in row for name in fields):
        return f"第{seq}条所记的栏目已不存在，无法核对"
    try:
        found = row_digest(row, fields, alg)
    except ValueError:
        return f"第{seq}条所记的算法“{alg}”不在允许之列，无法核对"
    return "" if found == digest else f"与第{seq}条所记不符，被绕过日志改动"
