"""A file's content that is refused."""

from __future__ import annotations

from typing import NoReturn


class Unfit(Exception):
    """Why the bytes are refused, in the words of a finding."""

    def __init__(self, fact: str, found: str, expected: str, mend: str) -> None:
        self.fact, self.found, self.expected, self.mend = fact, found, expected, mend
        super().__init__(f"{fact}：{found}")


def not_what_it_says(kind: str) -> NoReturn:
    raise Unfit(
        "文件内容", f"不是完整的{kind}文件", "内容与扩展名一致", "请用办公软件打开核对，另存后重新上传。"
    )
