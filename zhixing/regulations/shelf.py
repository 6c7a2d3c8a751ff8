"""The regulations on the shelf: every package of this floor that publishes BOOK in its book.py."""

from functools import cache
from importlib import import_module
from pathlib import Path

from zhixing.law.refusal import Finding, Refusal
from zhixing.law.regulation import Regulation

HERE = Path(__file__).parent


@cache
def all() -> tuple[Regulation, ...]:  # noqa: A001  reads as shelf.all()
    """Every regulation, by number. No Django is needed."""
    keys = sorted(path.parent.name for path in HERE.glob("*/book.py"))
    books = [import_module(f"zhixing.regulations.{key}.book").BOOK for key in keys]
    return tuple(sorted(books, key=lambda book: book.number))


def by_number(number: str) -> Regulation:
    """The regulation with a number such as "02"; raises Refusal for an unknown one."""
    return _one({book.number: book for book in all()}, number)


def by_key(key: str) -> Regulation:
    """The regulation with a key such as "attendance"; raises Refusal for an unknown one."""
    return _one({book.key: book for book in all()}, key)


def _one(books: dict[str, Regulation], wanted: str) -> Regulation:
    if wanted in books:
        return books[wanted]
    known = "、".join(f"{name}《{book.title}》" for name, book in books.items())
    raise Refusal("没有这部制度", [Finding("制度", wanted, known or "还没有制度", "换一个制度编号")])
