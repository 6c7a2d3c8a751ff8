"""`zhixing journal verify|export|witness`: for the audit officer, beside the system."""

from argparse import Namespace
from importlib import import_module
from pathlib import Path
from typing import Any

from zhixing.cli.show import print_refusal
from zhixing.cli.starting import start_django
from zhixing.law.refusal import Refusal

REFUSED = 2


def add(commands: Any) -> None:
    parser = commands.add_parser("journal", help="日志的核对、导出和见证")
    acts = parser.add_subparsers(dest="act", required=True, metavar="verify|export|witness")
    checking = acts.add_parser("verify", help="核对日志、见证、记录和附件；不相符时退出码为1")
    checking.add_argument("organ", nargs="?", help="机关代码；不写则核对所有机关")
    checking.add_argument("--witness", type=Path, help="见证文件；不写则用本系统的见证文件")
    exporting = acts.add_parser("export", help="导出一个机关的日志，附可独立运行的核对程序")
    exporting.add_argument("organ", help="机关代码")
    exporting.add_argument("file", type=Path, help="导出的文件（.zip）")
    witnessing = acts.add_parser("witness", help="把各机关的链尾写入见证文件")
    witnessing.add_argument("--file", type=Path, help="见证文件；不写则用本系统的见证文件")


def run(args: Namespace) -> int:
    """0: done, everything agrees; 1: something does not agree or nothing was found; 2: refused."""
    start_django()
    acts = import_module("zhixing.cli.journal_acts")  # its models need a started Django
    try:
        return int(acts.ACTS[args.act](args))
    except Refusal as refusal:
        print_refusal(refusal, as_json=False)
        return REFUSED
