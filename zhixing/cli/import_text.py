"""zhixing import-text: an organ enters the wording of its own regulation, clause by clause."""

from argparse import Namespace
from importlib import import_module
from typing import Any

from zhixing.cli.reading import read_day, today
from zhixing.cli.show import print_refusal
from zhixing.cli.starting import start_django
from zhixing.law.refusal import Findings, Refusal
from zhixing.law.regulation import edition_on
from zhixing.regulations import shelf
from zhixing.regulations.wording import marks

REFUSED = 2


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "import-text",
        help="录入制度原文",
        description="从 docx 或 txt 文件录入一部制度的原文。文件里每条前面写一行条款号，如〔02-1.2a〕；"
        "有一处不对，整份都不收。重新录入时，原来的文字留存。",
    )
    parser.add_argument("number", metavar="制度编号", help="如 02")
    parser.add_argument("file", metavar="文件", nargs="?", default="", help="docx 或 txt 文件")
    parser.add_argument("--list", action="store_true", help="只列出条款号，不录入")
    parser.add_argument("--organ", metavar="单位代号", default="", help="只有一个单位时可以不写")
    parser.add_argument("--by", metavar="录入人", default="", help="谁录入，写进日志")
    parser.add_argument("--on", metavar="日期", default="", help="按哪一天施行的版本核对条款号，不写就是今天")


def run(args: Namespace) -> int:
    """Exit code 2 where something is refused; nothing of the file is kept then."""
    findings = Findings()
    day = read_day("日期", args.on, findings) if args.on else today()
    try:
        findings.refuse_if_any("原文没有录入。")
        edition = edition_on(shelf.by_number(args.number), day)
        if args.list:
            print("\n".join(marks(edition)))
            return 0
        start_django()
        print(import_module("zhixing.cli.wording").enter(args, edition))
    except Refusal as refusal:
        print_refusal(refusal, as_json=False)
        return REFUSED
    return 0
