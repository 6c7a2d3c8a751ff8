"""The command zhixing: each command is a module of this package, loaded only when it is named."""

import os
import sys
from argparse import Namespace, _SubParsersAction
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TextIO, TypeAlias

from zhixing.cli.parser import ChineseParser

Commands: TypeAlias = "_SubParsersAction[ChineseParser]"  # the class takes no brackets at run time

# decide, days, due and check start no Django and no database.
COMMANDS = {
    "decide": "按制度回答一个问题",
    "days": "两天之间有几个工作日",
    "due": "某天以后第几个工作日是哪天",
    "check": "制度体检：缺口、重叠、示例不符",
    "demo": "载入演示数据",
    "init": "为一个单位初始化",
    "journal": "核验、导出日志",
    "token": "签发、吊销接口令牌",
    "import-text": "录入制度原文",
    "tick": "处理到点的任务和提醒",
    "work": "办理后台任务",
    "reindex": "重建检索",
    "serve": "启动网页服务和后台任务",
}
HERE = Path(__file__).parent
CUT_SHORT = 141  # as a program ended by SIGPIPE


def run(argv: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code. Faults of usage end with 2."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    typed = list(sys.argv[1:] if argv is None else argv)
    parser = ChineseParser(prog="zhixing", description="制行：制度怎么写，机器就怎么办。")
    commands: Commands = parser.add_subparsers(
        dest="command", metavar="命令名", title="命令", required=True, parser_class=ChineseParser
    )
    module = _listed(commands, typed[0] if typed else "")
    args = _parsed(parser, typed)
    try:
        return int(module.run(args) or 0) if module else 0
    except BrokenPipeError:  # whoever reads has had enough, as in `zhixing check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CUT_SHORT


def _parsed(parser: ChineseParser, typed: Sequence[str]) -> Namespace:
    """Facts may stand before, between and after the options; anything else left over is wrong usage."""
    args, left = parser.parse_known_args(typed)
    if left and hasattr(args, "facts") and not any(each.startswith("-") for each in left):
        args.facts.extend(left)
    elif left:
        parser.error(f"unrecognized arguments: {' '.join(left)}")
    return args


def _listed(commands: Commands, named: str) -> ModuleType | None:
    """Every command by name and purpose; only the named one is loaded."""
    loaded = None
    for name, purpose in COMMANDS.items():
        if not _exists(name):
            continue
        if name == named:
            loaded = import_module(_module(name))
            loaded.add(commands)
        else:
            commands.add_parser(name, help=purpose)
    return loaded


def _module(name: str) -> str:
    return f"zhixing.cli.{name.replace('-', '_')}"


def _exists(name: str) -> bool:
    stem = HERE / name.replace("-", "_")
    return stem.with_suffix(".py").exists() or (stem / "__init__.py").exists()


def _speak_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(run())
