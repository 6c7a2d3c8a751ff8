"""zhixing demo: the demo bureau, its people, its accounts and half a year of attendance."""

import os
from argparse import Namespace
from importlib import import_module
from typing import Any

from zhixing.cli.reading import read_day, read_number, today
from zhixing.cli.show import print_refusal
from zhixing.law.refusal import Findings, Refusal

REFUSED = 2
SEED = "2026"
SETTINGS = "zhixing.site.settings.demo"


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "demo",
        help="载入演示数据",
        description="建库、载入演示机构和半年的考勤；已经载入过的，原样保留。",
    )
    parser.add_argument("--today", metavar="日期", default="", help="演示到哪一天为止，不写就是今天")
    parser.add_argument("--seed", metavar="数字", default=SEED, help="同一个数字、同一天，生成的内容相同")


def run(args: Namespace) -> int:
    """Exit code 2 where the arguments or the database do not allow it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    findings = Findings()
    day = read_day("演示日期", args.today, findings) if args.today else today()
    seed = read_number("种子", args.seed, findings)
    try:
        findings.refuse_if_any("演示数据没有载入。")
        print(import_module("zhixing.cli.demo.start").start(day=day, seed=seed))
    except Refusal as refusal:
        print_refusal(refusal, as_json=False)
        return REFUSED
    return 0
