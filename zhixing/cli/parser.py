"""Argument parsing that speaks Chinese: usage, help and every fault of usage."""

import argparse
import re
from typing import Any, NoReturn

WRONG_USAGE = 2
SAID = (
    (r"the following arguments are required: (.+)", "缺少：{0}"),
    (r"unrecognized arguments: (.+)", "多出来的内容：{0}"),
    (r"argument (.+?): expected one argument", "{0} 后面要写一个值"),
    (r"argument (.+?): expected at least one argument", "{0} 后面至少要写一个值"),
    (r"argument (.+?): expected (\d+) arguments?", "{0} 后面要写{1}个值"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", "{0} 写的是 {1}，只能是 {2} 之一"),
    (r"argument (.+?): invalid .+? value: (.+)", "{0} 写的是 {1}，读不懂"),
    (r"argument (.+?): ignored explicit argument (.+)", "{0} 后面不带值，多写了 {1}"),
    (r"argument (.+?): not allowed with argument (.+)", "{0} 和 {1} 不能一起用"),
    (r"ambiguous option: (.+?) could match (.+)", "{0} 不完整，可能是 {1}"),
)


class ChineseHelp(argparse.RawDescriptionHelpFormatter):
    def format_help(self) -> str:
        return re.sub(r"(?m)^(\S*[\u4e00-\u9fff]):$", r"\1：", super().format_help())

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class ChineseParser(argparse.ArgumentParser):
    """Faults of usage end with exit code 2, in the order of every refusal."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", ChineseHelp)
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self._positionals.title = "要写的内容"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        text = (
            f"结论：命令用法不对，没有执行。\n事实：{in_chinese(message)}\n依据：{self.format_usage().strip()}\n"
            f"下一步：按用法改正后再运行；加 --help 看说明。\n谁能处理：运行命令的人\n"
        )
        self.exit(WRONG_USAGE, text)


def in_chinese(message: str) -> str:
    """A message of argparse in the words of this house."""
    for pattern, said in SAID:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return said.format(*(group.replace("', '", "、").replace("'", "") for group in found.groups()))
    return message
