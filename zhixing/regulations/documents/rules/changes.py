"""Whether a correction reaches the content: a single figure does (09-2.4, B9-07)."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIGURES = re.compile(r"[0-9０-９〇零一二三四五六七八九十百千万亿两%％.．]+")


def figures_in(content: Mapping[str, str]) -> list[str]:
    """Every figure of the texts in their order, Arabic or Chinese."""
    return [figure for name in sorted(content) for figure in FIGURES.findall(content[name])]


def changes_figures(before: Mapping[str, str], after: Mapping[str, str]) -> bool:
    return figures_in(before) != figures_in(after)
