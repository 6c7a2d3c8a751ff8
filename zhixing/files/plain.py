"""Plain text and CSV: readable in one of the two encodings an office uses, and no program in disguise."""

from __future__ import annotations

import unicodedata

from zhixing.files.images import SCRIPTS
from zhixing.files.unfit import Unfit, not_what_it_says

ENCODINGS = ("utf-8-sig", "gb18030")
PROGRAM_STARTS = ("<", "#!", "MZ", "%!PS", "%PDF")
ALLOWED = frozenset("\t\r\n\f")


def text(content: bytes) -> str:
    found = decoded(content)
    if any(unicodedata.category(sign) == "Cc" and sign not in ALLOWED for sign in found):
        not_what_it_says("文本")
    lowered = content.lower()
    if found.lstrip().startswith(PROGRAM_STARTS) or any(script in lowered for script in SCRIPTS):
        raise Unfit("文件内容", "是网页或程序代码", "普通文字", "请只上传文字内容。")
    return found


def decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return not_what_it_says("文本")
