"""What the procedure 发文 needs to know before it can be laid out: by whom a document of this name is issued."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from zhixing.law.decide import decide
from zhixing.law.ruling import Ruling
from zhixing.regulations.documents.book import BOOK


def rulings_of_issuing(name: str, day: date) -> Mapping[str, Ruling]:
    """09-2.3: the ruling that 〔签发〕 stands for."""
    return {"签发": decide(BOOK, "签发", {"名义": name}, on=day)}
