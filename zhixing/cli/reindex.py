"""zhixing reindex: enters every record anew, after a bulk load or a change of what can be found."""

from argparse import Namespace
from importlib import import_module
from typing import Any

from zhixing.cli.starting import start_django


def add(commands: Any) -> None:
    commands.add_parser(
        "reindex",
        help="重建检索",
        description="按现有记录重建检索，不改动任何记录。平时随办理自动更新，批量导入以后运行一次即可。",
    )


def run(args: Namespace) -> int:  # noqa: ARG001 -- a command
    start_django()
    counts = import_module("zhixing.search.index").rebuild()  # its models need a started Django
    print("检索已重建：" + "，".join(f"{kind}{count}条" for kind, count in counts.items()) + "。")
    return 0
