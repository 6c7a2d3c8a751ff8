"""File names as people may give them: shown, never used as a path."""

from __future__ import annotations

import re
import unicodedata

from zhixing.files.kinds import KINDS
from zhixing.law.refusal import Finding

LONGEST = 120
# endings a server or a desk might run, wherever in the name they stand
RUNNABLE = frozenset(
    {
        "asp",
        "aspx",
        "bash",
        "bat",
        "bin",
        "cer",
        "cgi",
        "chm",
        "cmd",
        "com",
        "cpl",
        "css",
        "dll",
        "exe",
        "hta",
        "htm",
        "html",
        "htaccess",
        "jar",
        "js",
        "jse",
        "jsp",
        "jspx",
        "lnk",
        "mhtml",
        "mjs",
        "msi",
        "php",
        "php3",
        "php5",
        "phtml",
        "pht",
        "phar",
        "pif",
        "pl",
        "ps1",
        "py",
        "pyc",
        "rb",
        "reg",
        "scr",
        "sh",
        "shtml",
        "svg",
        "svgz",
        "swf",
        "vb",
        "vbe",
        "vbs",
        "war",
        "wsf",
        "xhtml",
        "xml",
        "xsl",
        "xht",
    }
)


def clean_name(name: str) -> str:
    """The name for the screen: last part of any path, without signs that cannot be seen, not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C").strip(" .")
    if len(seen) > LONGEST:
        stem, dot, ending = seen.rpartition(".")
        seen = stem[: LONGEST - len(ending) - 1] + dot + ending if dot else seen[:LONGEST]
    return seen or "未命名"


def ending(name: str) -> str:
    return clean_name(name).rpartition(".")[2].lower() if "." in clean_name(name) else ""


def name_findings(name: str) -> list[Finding]:
    """What is wrong with the name itself."""
    hidden = [sign for sign in name if unicodedata.category(sign)[0] == "C"]
    if hidden:
        return [Finding("文件名", "含有看不见的控制字符", "只含文字、数字和常用符号", "请改名后重新上传。")]
    if inner_endings(name) & RUNNABLE:
        return [
            Finding("文件名", "含有程序或网页的扩展名", "只有一个扩展名", "请核对文件来源，改名后重新上传。")
        ]
    if ending(name) not in KINDS:
        return [unknown_ending(name)]
    return []


def inner_endings(name: str) -> set[str]:
    """The endings before the last one; what follows a sign in one (`php%00`, `asp;1`) does not disguise it."""
    return {re.split(r"\W", part.strip().lower())[0] for part in clean_name(name).split(".")[1:-1]}


def unknown_ending(name: str) -> Finding:
    found = f"扩展名“{ending(name)}”" if ending(name) else "没有扩展名"
    mend = (
        "请另存为 docx、xlsx 或 pdf 后重新上传。"
        if ending(name) in {"doc", "xls", "wps", "et"}
        else "请换成可收存的格式。"
    )
    return Finding("文件类型", found, "、".join(KINDS), mend)
