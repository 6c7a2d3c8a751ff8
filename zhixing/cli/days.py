"""zhixing days A B: how many working days lie between two days, both ends included."""

from argparse import Namespace
from typing import Any

from zhixing.cli.reading import read_day
from zhixing.cli.show import print_json, print_refusal
from zhixing.law.calendar import Count, WorkCalendar
from zhixing.law.refusal import Findings, Refusal

REFUSED = 2


def add(commands: Any) -> None:
    parser = commands.add_parser("days", help="两天之间有几个工作日", description="两头都算。")
    parser.add_argument("first", metavar="起日", help="如 2026-09-18")
    parser.add_argument("last", metavar="止日", help="如 2026-09-21")
    parser.add_argument("--json", action="store_true", help="按JSON输出")


def run(args: Namespace) -> int:
    """Exit code 0, or 2 for dates that cannot be read or are reversed."""
    try:
        found = working_days(args.first, args.last)
    except Refusal as refusal:
        print_refusal(refusal, as_json=args.json)
        return REFUSED
    if args.json:
        print_json({"value": found.value, "estimated": found.estimated})
    else:
        print(f"{found.value} 暂估" if found.estimated else found.value)
    return 0


def working_days(first: str, last: str) -> Count:
    findings = Findings()
    begin, end = read_day("起日", first, findings), read_day("止日", last, findings)
    findings.refuse_if_any("日期读不懂，没有计算。")
    return WorkCalendar().working_days(begin, end)
