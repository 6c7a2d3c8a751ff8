"""zhixing due DATE N: the Nth working day after a day."""

from argparse import Namespace
from typing import Any

from zhixing.cli.reading import read_day, read_number
from zhixing.cli.show import print_json, print_refusal
from zhixing.law.calendar import DueDay, WorkCalendar
from zhixing.law.refusal import Findings, Refusal

REFUSED = 2


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "due", help="某天以后第几个工作日是哪天", description="起日当天不算，从下一天数起。"
    )
    parser.add_argument("start", metavar="起日", help="如 2026-09-30")
    parser.add_argument("n", metavar="工作日数", help="如 2")
    parser.add_argument("--json", action="store_true", help="按JSON输出")


def run(args: Namespace) -> int:
    """Exit code 0, or 2 for a date or a number that cannot be read."""
    try:
        found = due_day(args.start, args.n)
    except Refusal as refusal:
        print_refusal(refusal, as_json=args.json)
        return REFUSED
    if args.json:
        print_json({"value": found.day.isoformat(), "estimated": found.estimated})
    else:
        print(f"{found.day} 暂估" if found.estimated else found.day)
    return 0


def due_day(start: str, n: str) -> DueDay:
    findings = Findings()
    begin, count = read_day("起日", start, findings), read_number("工作日数", n, findings)
    findings.refuse_if_any("日期或者天数读不懂，没有计算。")
    return WorkCalendar().due(begin, count)
