"""zhixing work: the process behind the web server; it keeps the time and does the jobs."""

from argparse import Namespace
from importlib import import_module
from typing import Any

from zhixing.cli.starting import start_django


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "work",
        help="办理后台任务",
        description="每分钟看一次钟，办理到点的计划；按 Ctrl+C 停止。",
    )
    parser.add_argument("--once", action="store_true", help="只看一次钟，办完就退出")


def run(args: Namespace) -> int:
    start_django()
    working = import_module("zhixing.cli.working")  # its models need a started Django
    return int(working.once() if args.once else working.without_end())
