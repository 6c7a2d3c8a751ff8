"""A receipt proves to its holder that an act was entered, even against the keeper of the database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from zhixing.journal.canonical import instant
from zhixing.journal.models import Entry

SHOWN = 16
FORM = re.compile(rf"(?P<organ>.+)-(?P<seq>\d{{6,}})-(?P<start>[0-9a-f]{{{SHOWN}}}|[0-9a-f]{{64}})")


@dataclass(frozen=True, slots=True)
class Receipt:
    """The number of an entry in its organ's chain, its digest and its time."""

    organ: str
    seq: int
    hash: str
    at: datetime
    alg: str

    def text(self) -> str:
        """The short form for screen and paper: organ, number, first digits of the digest."""
        return f"{self.organ}-{self.seq:06d}-{self.hash[:SHOWN]}"

    def as_json(self) -> dict[str, object]:
        return {
            "organ": self.organ,
            "seq": self.seq,
            "hash": self.hash,
            "at": instant(self.at),
            "alg": self.alg,
            "text": self.text(),
        }


@dataclass(frozen=True, slots=True)
class Checked:
    """What a receipt is worth: `holds` only when the entry it names stands as it stood."""

    holds: bool
    says: str
    entry: Entry | None = None


def receipt_of(entry: Entry) -> Receipt:
    return Receipt(organ=entry.organ, seq=entry.seq, hash=entry.hash, at=entry.at, alg=entry.alg)


def check(text: str, *, organ: str) -> Checked:
    """Hold a receipt's text (short form, or with the whole digest) against the journal of `organ`."""
    read = FORM.fullmatch(text.strip())
    if read is None:
        return Checked(holds=False, says="这不是一份回执：回执由机关、序号和摘要三部分组成。")
    if read["organ"] != organ:
        return Checked(holds=False, says="这份回执不是本机关出具的。")
    entry = Entry.objects.filter(organ=organ, seq=int(read["seq"])).first()
    if entry is None:
        return Checked(
            holds=False, says="日志中没有这个序号的条目，日志尾部可能被截去，请立即报告审计管理员。"
        )
    if not entry.hash.startswith(read["start"]):
        return Checked(holds=False, says="回执与日志不符，日志可能被改写，请立即报告审计管理员。")
    return Checked(holds=True, says="回执与日志相符。", entry=entry)
