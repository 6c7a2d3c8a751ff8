"""Words of a Chinese text without a word cutter: every character and every pair of neighbours.

Word cutters miss what they have not learned, and trigram indexes find nothing under three
characters; a pair index finds every one- and two-character word and any longer phrase.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator

RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+|[a-z0-9]+")


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
    """All tokens under which a text is found, in reading order, each once."""
    found: dict[str, None] = {}
    for run in runs(text):
        found.update(dict.fromkeys([run] if is_plain(run) else [*run, *pairs(run)]))
    return list(found)


def query_tokens(text: str) -> list[str]:
    """The tokens that a document must hold: a single character by itself, longer runs by their pairs."""
    found: dict[str, None] = {}
    for run in runs(text):
        found.update(dict.fromkeys([run] if is_plain(run) or len(run) == 1 else pairs(run)))
    return list(found)


def place_token(organ: str, kind: str) -> str:
    """One token for all records of a kind in an organ: a query never looks beyond them."""
    return "in" + hashlib.sha256(f"{organ}\n{kind}".encode()).hexdigest()[:24]
