"""How the words of an official document fall into lines and levels (GB/T 9704-2012, domain N6)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

FIRST, SECOND = "黑", "楷"
LEVELS = (
    (FIRST, re.compile(r"[一二三四五六七八九十百]+、")),
    (SECOND, re.compile(r"（[一二三四五六七八九十百]+）")),
)
END = re.compile(r"[。；！？]")
LONGEST_HEADING = 60
SIGNS_OF_TITLE = 19  # 2号 characters that stand on one line of 156 mm, with a little air
MOST_LINES = 4
NO_LINE_BEGINS = set("，。、；：？！）》〉」』”’%的了和与及")
NO_LINE_ENDS = set("（《〈「『“‘")


def paragraphs(text: str) -> list[dict[str, str]]:
    """Each line of the draft as a paragraph: 一、 in Hei, （一） in Kai as far as its first sentence, the rest plain."""
    return [_paragraph(line.strip()) for line in text.splitlines() if line.strip()]


def _paragraph(line: str) -> dict[str, str]:
    for face, begins in LEVELS:
        if begins.match(line):
            head = _heading(line)
            return {"版": face, "首": head, "余": line[len(head) :]}
    return {"版": "正文", "首": "", "余": line}


def _heading(line: str) -> str:
    """The heading ends with its first sentence; a line without an end is a heading as long as it is short."""
    found = END.search(line)
    if found is None:
        return line if len(line) <= LONGEST_HEADING else ""
    return line[: found.end()]


def title_lines(title: str) -> list[str]:
    """As the drafter broke the lines, or broken evenly where no word, number or book mark is torn; the upper line
    is the longer one of two that are nearly alike (梯形)."""
    given = [line.strip() for line in title.splitlines() if line.strip()]
    if len(given) > 1 or len(title) <= SIGNS_OF_TITLE:
        return given
    whole = given[0]
    for lines in range(2, MOST_LINES + 1):
        if len(whole) <= lines * SIGNS_OF_TITLE:
            found = _broken(whole, lines)
            if found:
                return found
    return [whole[start : start + SIGNS_OF_TITLE] for start in range(0, len(whole), SIGNS_OF_TITLE)]


def _broken(title: str, lines: int) -> list[str]:
    places = [place for place in range(2, len(title) - 1) if _may_break(title, place)]
    tries = [_cut(title, chosen) for chosen in combinations(places, lines - 1)]
    fitting = [one for one in tries if max(map(len, one)) <= SIGNS_OF_TITLE]
    return min(fitting, key=_uneven) if fitting else []


def _cut(title: str, places: Sequence[int]) -> list[str]:
    ends = (0, *places, len(title))
    return [title[first:last] for first, last in pairwise(ends)]


def _uneven(lines: list[str]) -> tuple[int, int]:
    """How far the lines differ; a break after 的, 》 or before 关于 is worth two characters."""
    good = sum(1 for line in lines[:-1] if line.endswith(("》", "的", "局", "委员会")))
    good += sum(1 for line in lines[1:] if line.startswith(("关于", "《")))
    lengths = [len(line) for line in lines]
    return max(lengths) - min(lengths) - 2 * good, -lengths[0]


def _may_break(title: str, place: int) -> bool:
    before, after = title[place - 1], title[place]
    if after in NO_LINE_BEGINS or before in NO_LINE_ENDS:
        return False
    return not (before.isascii() and after.isascii())


def mark_size(names: Sequence[str], suffix: str) -> int:
    """Points of the red mark, as large as the type area lets it be, 小标宋 never above 62."""
    signs = max(map(len, names)) + len(suffix) + (1 if len(names) > 1 else 0)
    return min(LARGEST_MARK, WIDTH_IN_POINTS // max(signs, 1))


LARGEST_MARK = 62
WIDTH_IN_POINTS = 430  # 156 mm, with a little air at both sides
