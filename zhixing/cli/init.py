"""zhixing init: a real organ with its first accounts; every password is asked for, none is given."""

from argparse import Namespace
from importlib import import_module
from typing import Any

from zhixing.cli.show import print_refusal
from zhixing.cli.starting import start_django
from zhixing.law.refusal import Refusal

REFUSED = 2


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "init",
        help="为一个单位初始化",
        description="建立单位和三员账号。密码当场输入，不设默认密码；演示账号不能用于正式单位。",
    )
    parser.add_argument("--key", metavar="代号", required=True, help="单位代号，小写字母、数字和连字符")
    parser.add_argument("--name", metavar="名称", required=True, help="单位全称")
    parser.add_argument("--short", metavar="简称", required=True, help="单位简称")
    parser.add_argument("--word", metavar="代字", default="", help="机关代字")
    parser.add_argument("--people", metavar="文件", default="", help="机构人员的Excel文件")


def run(args: Namespace) -> int:
    """Exit code 2 where something is refused; nothing of it is kept then."""
    start_django()
    try:
        print(import_module("zhixing.cli.founding").found(args))
    except Refusal as refusal:
        print_refusal(refusal, as_json=False)
        return REFUSED
    return 0
