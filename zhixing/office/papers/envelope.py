"""What every printed sheet says of itself: number, state, who printed it and when (domain 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import qrcode
from django.utils import timezone
from qrcode.constants import ERROR_CORRECT_M


@dataclass(frozen=True, slots=True)
class Envelope:
    """`receipt` is the text of the receipt of the act the sheet tells of, entered at `receipt_at`; it is shown as a
    square code too, and left out where there is none. `draft` puts 草稿 across the sheet."""

    organ: str
    title: str
    number: str
    state: str
    by: str
    at: datetime
    receipt: str = ""
    draft: bool = False
    receipt_at: datetime | None = None

    def as_data(self) -> dict[str, object]:
        return {
            "单位": self.organ,
            "标题": self.title,
            "编号": self.number,
            "状态": self.state,
            "打印人": self.by,
            "打印时间": minute(self.at),
            "回执": self.receipt,
            "回执时间": minute(self.receipt_at) if self.receipt_at else "",
            "方码": square_code(self.receipt) if self.receipt else [],
            "草稿": self.draft,
        }


def minute(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")


def square_code(text: str) -> list[str]:
    """A QR code as rows of 1 and 0, without its quiet border."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return ["".join("1" if dark else "0" for dark in row) for row in code.get_matrix()]
