"""zhixing tick: one look at the clock; what has come is put on the queue, each turn once."""

from argparse import Namespace
from importlib import import_module
from typing import Any

from zhixing.cli.starting import start_django


def add(commands: Any) -> None:
    commands.add_parser(
        "tick",
        help="处理到点的任务和提醒",
        description="看一次钟：把到点的计划交给后台办理，把中断的作业放回去。重复运行不会重复办理。",
    )


def run(args: Namespace) -> int:
    start_django()
    print(import_module("zhixing.cli.ticking").told(args))  # its models need a started Django
    return 0
