"""zhixing check: the regulations check themselves (制度体检)."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from zhixing.cli.reading import read_day, today
from zhixing.cli.show import print_json, print_refusal
from zhixing.law.refusal import Findings, Refusal
from zhixing.law.regulation import Regulation, edition_files
from zhixing.law.report import Found
from zhixing.law.verify import check
from zhixing.regulations import shelf

FAILED, REFUSED = 1, 2


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "check",
        help="制度体检：缺口、重叠、示例不符",
        description="有缺口、重叠、示例不符或者读不懂的版本时，退出码为1。",
    )
    parser.add_argument("--on", metavar="日期", default="", help="只看这一天施行的版本，不写就看全部版本")
    parser.add_argument("--json", action="store_true", help="按JSON输出")


def run(args: Namespace) -> int:
    """Exit code 1 where an edition has a gap, an overlap, a failing example, or cannot be read."""
    findings = Findings()
    days = [read_day("日期", args.on, findings)] if args.on else None
    try:
        findings.refuse_if_any("日期读不懂，没有体检。")
    except Refusal as refusal:
        print_refusal(refusal, as_json=args.json)
        return REFUSED
    found = tuple(examine(shelf.all(), days))
    failing = any(each.failing for each in found)
    if args.json:
        print_json({"failing": failing, "findings": [each.as_json() for each in found]})
    else:
        print("\n".join(_lines(found, failing=failing)))
    return FAILED if failing else 0


def examine(regulations: Iterable[Regulation], days: Iterable[date] | None) -> Iterator[Found]:
    """Everything found on these days, each thing once; None looks at every edition there is."""
    books = tuple(regulations)
    looked_at = sorted(set(days or every_day(books)))
    return iter(dict.fromkeys(found for day in looked_at for found in check(books, day).findings))


def every_day(books: Iterable[Regulation]) -> Iterator[date]:
    """Today, and the first day of every edition."""
    yield today()
    for book in books:
        yield from edition_files(book)


def _lines(found: tuple[Found, ...], *, failing: bool) -> Iterator[str]:
    yield from map(str, found)
    bad = sum(each.failing for each in found)
    yield (
        f"体检完毕：{len(found)}项提示，其中{bad}项必须改正。"
        if failing
        else (f"体检完毕：没有缺口、重叠和不符的示例，另有{len(found)}项提示。")
    )
