"""密级标志 (GB/T 9704: 绝密, 机密 or 秘密, a star, a period): what carries one must not be in this system.

Speaking of 秘密文件 is no mark; a star behind the word is one, and so is the word alone at the head of a paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from zhixing.law.refusal import Finding, Findings

GAP = r"[\s·・.\-_—]{0,8}"
WORD = rf"(?:[绝絕]{GAP}密|[机機]{GAP}密|秘{GAP}密)"
STAR = "[★☆⭐✭✮✯✩✪⋆🟊🌟]"
PERIOD = r"(?:\d{1,2}\s*(?:年|个月|月|日|天)|[一二三四五六七八九十]{1,3}\s*年|长期|長期)"
OPEN, CLOSE = r"[（(【\[〔“\"]?", r"[）)】\]〕”\"]?"
EDGE = r"(?=$|[\s，。；;,.）)】\]〕|])"
WITH_STAR = re.compile(
    rf"{WORD}{CLOSE}{GAP}{OPEN}{STAR}(?:{CLOSE}{GAP}{PERIOD})?|{STAR}{GAP}{WORD}{GAP}(?:{STAR}|{PERIOD})"
)
WITH_OTHER_STAR = re.compile(rf"{WORD}{GAP}[*＊#※]{GAP}{PERIOD}")
LABELLED = re.compile(
    rf"密{GAP}级(?:{GAP}(?:和)?保密期限)?{GAP}[：:]{GAP}{OPEN}{WORD}{CLOSE}(?:{GAP}{PERIOD})?{EDGE}"
)
HEADING = re.compile(rf"\s*{OPEN}\s*{WORD}\s*{CLOSE}\s*(?:{GAP}{PERIOD})?\s*{STAR}?\s*")
HEAD_LINES = 5
INVISIBLE = dict.fromkeys([0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
                           *range(0x2060, 0x2070), 0xFEFF, *range(0xFE00, 0xFE10)])  # fmt: skip


def find_marks(text: str) -> tuple[str, ...]:
    """The marks a text carries, without spaces, each once; empty when it carries none."""
    plain = unicodedata.normalize("NFKC", text.translate(INVISIBLE)).translate(INVISIBLE)
    found = [
        read.group() for shape in (WITH_STAR, WITH_OTHER_STAR, LABELLED) for read in shape.finditer(plain)
    ]
    lines = [line for line in plain.splitlines() if line.strip()]
    found += [line for line in lines[:HEAD_LINES] if HEADING.fullmatch(line)]
    return tuple(dict.fromkeys(re.sub(r"\s", "", mark) for mark in found))


def mark_findings(where: str, text: str) -> list[Finding]:
    """One finding when `text` carries a mark; it repeats the mark and nothing else of the text."""
    marks = find_marks(text)
    if not marks:
        return []
    return [Finding(
        fact=where, found=f"带有密级标志“{'”“'.join(marks)}”", expected="不带密级标志",
        mend="涉密内容不得进入本系统，请线下办理，并向本机关保密员报告。", who="保密员",
    )]  # fmt: skip


def refuse_marked(fields: Mapping[str, str]) -> None:
    """Raises one Refusal when free text of a form ({label: text}) carries a mark; nothing of it is stored."""
    findings = Findings()
    for label, text in fields.items():
        findings.extend(mark_findings(label, text))
    findings.refuse_if_any("不予收存：内容带有密级标志")
