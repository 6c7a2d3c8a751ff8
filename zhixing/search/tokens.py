"""Words of a Chinese text without a word cutter: every character and every pair of neighbours.

Word cutters miss what they have not learned, and trigram indexes find nothing under three
characters; a pair index finds every one- and two-character word and any longer phrase.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator

RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+|[a-z0-9]+")

LONGEST_WORD = 60  # as much as a question holds; PostgreSQL takes words up to 2,046 bytes
ROOM = 900_000  # bytes; a tsvector of PostgreSQL holds a little more than a million


def normal(text: str) -> str:
    """Full-width letters become plain ones and capitals small ones."""
    return unicodedata.normalize("NFKC", text).lower()


def runs(text: str) -> Iterator[str]:
    return (match.group() for match in RUN.finditer(normal(text)))


def is_plain(run: str) -> bool:
    return run.isascii()


def pairs(run: str) -> list[str]:
    return [run[start : start + 2] for start in range(len(run) - 1)]


def document_tokens(text: str) -> list[str]:
    """All tokens under which a text is found, in reading order, each once, as many as an index holds."""
    found: dict[str, None] = {}
    for run in runs(text):
        found.update(dict.fromkeys([run[:LONGEST_WORD]] if is_plain(run) else [*run, *pairs(run)]))
    return list(fitting(found))


def fitting(tokens: Iterable[str]) -> Iterator[str]:
    room = ROOM
    for token in tokens:
        room -= len(token.encode())
        if room < 0:
            return
        yield token


def query_tokens(text: str) -> list[str]:
    """The tokens that a document must hold: a single character by itself, longer runs by their pairs."""
    found: dict[str, None] = {}
    for run in runs(text):
        found.update(dict.fromkeys(asked_of(run)))
    return list(found)


def asked_of(run: str) -> list[str]:
    if is_plain(run):
        return [run[:LONGEST_WORD]]
    return [run] if len(run) == 1 else pairs(run)


def place_token(organ: str, kind: str) -> str:
    """One token for all records of a kind in an organ: a query never looks beyond them."""
    return "in" + hashlib.sha256(f"{organ}\n{kind}".encode()).hexdigest()[:24]
