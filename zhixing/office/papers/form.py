"""A form on paper: a typst template of this package and the data, made one PDF/A file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import typst
from django.utils import timezone

from zhixing.journal.canonical import canonical
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.papers import fonts, glyphs
from zhixing.office.papers.envelope import Envelope

ROOT = Path(__file__).resolve().parents[2]
STANDARD: Literal["a-2a"] = "a-2a"


def compile(  # noqa: A001 -- the architecture's name
    template: Path, data: Mapping[str, object], *, at: datetime, organ: str = ""
) -> bytes:
    """PDF/A-2a bytes, the same for the same template, data and `at`.

    `data` holds texts, whole numbers, booleans, lists and mappings; the template reads it by
    `json(bytes(sys.inputs.data))`, so that nothing typed by a user is ever markup. A template lies inside
    this package and may import `/office/papers/frame.typ`. `organ` names whose own fonts come first. Raises
    Refusal naming every sign that no face can show, TypeError for a float.
    """
    day = timezone.localdate(at).isoformat()
    inputs = {"data": canonical(data), "fonts": canonical(faces_of(organ)), "today": day}
    try:
        made = typst.compile(
            str(template), root=str(ROOT), font_paths=fonts.faces(fonts.folders(organ)), sys_inputs=inputs,
            format="pdf", pdf_standards=STANDARD, timestamp=at.astimezone(UTC).replace(microsecond=0),
        )  # fmt: skip
    except typst.TypstError:
        _refuse_missing(data, organ)
        raise
    assert isinstance(made, bytes)
    return made


def faces_of(organ: str = "") -> dict[str, list[str]]:
    """The families that a template sets its parts in."""
    named = {"text": fonts.families(organ), "heading": fonts.heading_families(organ)}
    return {**named, **fonts.official_families(organ)}


def print_form(template: Path, data: Mapping[str, object], envelope: Envelope) -> bytes:
    """The form with its envelope under the key 印: number, state, who printed it and when, 草稿 across it."""
    return compile(template, {**data, "印": envelope.as_data()}, at=envelope.at)


def _refuse_missing(data: Mapping[str, object], organ: str) -> None:
    lacking = glyphs.missing(data, fonts.folders(organ), tuple(fonts.official_families(organ)["fang"]))
    if lacking:
        raise Refusal(
            "不能打印：有的字没有字体可以显示。",
            [_unknown(sign) for sign in lacking],
        )


def _unknown(sign: str) -> Finding:
    return Finding(
        fact="字",
        found=f"{sign}（U+{ord(sign):04X}）",
        expected="已装字体里有的字",
        mend="请把含有这个字的字体放进本单位的字体文件夹，再打印。",
        who="系统管理员",
    )
