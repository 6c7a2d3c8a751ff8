"""Which signs of a text no face can show: a form never prints a silent box in a person's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import typst

from zhixing.office.papers.fonts import faces

PROBE = b"#set page(width: 40pt, height: 40pt)\n#set document(date: datetime(year: 2018, month: 2, day: 1))\n#text(sys.inputs.sign)"


def missing(data: object, where: tuple[str, ...], families: tuple[str, ...]) -> list[str]:
    """Every sign in the texts of `data` that the faces lack, in the order of their first appearance."""
    signs = dict.fromkeys(sign for text in texts(data) for sign in text if not sign.isspace())
    return [sign for sign in signs if sign.isascii() is False and not shows(sign, where, families)]


def texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts(value)


@lru_cache(maxsize=20_000)
def shows(sign: str, where: tuple[str, ...], families: tuple[str, ...]) -> bool:
    source = b"#set text(font: " + repr_families(families) + b")\n" + PROBE
    try:
        typst.compile(
            source, font_paths=faces(where), sys_inputs={"sign": sign}, format="pdf", pdf_standards=["a-2u"]
        )
    except typst.TypstError:
        return False
    return True


def repr_families(families: tuple[str, ...]) -> bytes:
    return ("(" + "".join(f'"{name}",' for name in families) + ")").encode()
