"""Where the words asked for stand in a text: pieces for a page to mark, never markup."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhixing.search.tokens import normal

AROUND = 30


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    hit: bool


def marked(text: str, phrases: Sequence[str]) -> list[Piece]:
    """The whole text, cut where a phrase begins and ends."""
    spans = _joined(sorted(_spans(text, phrases)))
    pieces, at = [], 0
    for first, last in spans:
        pieces += [Piece(text[at:first], hit=False), Piece(text[first:last], hit=True)]
        at = last
    pieces.append(Piece(text[at:], hit=False))
    return [piece for piece in pieces if piece.text]


def excerpt(text: str, phrases: Sequence[str]) -> list[Piece]:
    """The part of a text around the first phrase; nothing where none stands in it."""
    spans = sorted(_spans(text, phrases))
    if not spans:
        return []
    first, last = max(0, spans[0][0] - AROUND), spans[0][1] + AROUND
    head, tail = "…" if first else "", "…" if last < len(text) else ""
    return marked(f"{head}{text[first:last]}{tail}", phrases)


def _spans(text: str, phrases: Sequence[str]) -> Iterator[tuple[int, int]]:
    """A character may be compared as several; each of them remembers where it came from."""
    compared = [(plain, place) for place, sign in enumerate(text) for plain in normal(sign)]
    line = "".join(plain for plain, _ in compared)
    for phrase in phrases:
        start = line.find(phrase) if phrase else -1
        while start >= 0:
            yield compared[start][1], compared[start + len(phrase) - 1][1] + 1
            start = line.find(phrase, start + len(phrase))


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined
