"""Checking a receipt against the organ's own journal."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Field, Path, Router, Schema

from zhixing.api.callers import BOTH, ApiRequest, calling
from zhixing.api.problems import problem
from zhixing.api.schemas import LARGEST_ID, ReceiptOut, private, receipt_out
from zhixing.journal.receipts import check, receipt_of
from zhixing.law.refusal import Finding

router = Router(tags=["回执"], auth=BOTH)
Seq = Annotated[int, Path(title="序号", ge=1, le=LARGEST_ID)]
Hash = Annotated[
    str, Path(title="摘要", description="前16位或者全部64位", pattern=r"^([0-9a-f]{16}|[0-9a-f]{64})$")
]


class CheckedOut(Schema):
    """核对结果"""

    says: str = Field(title="结论")
    action: str = Field(title="行为")
    receipt: ReceiptOut = Field(title="回执")


@router.get("/receipts/{number}/{hash}", response=private(CheckedOut, 404, 422), summary="核对回执")
def receipt(request: ApiRequest, number: Seq, hash: Hash) -> HttpResponse | dict[str, Any]:  # noqa: A002 -- the name in the address
    organ = calling(request).viewer.organ.key
    checked = check(f"{organ}-{number:06d}-{hash}", organ=organ)
    if checked.entry is None:
        return problem(404, "回执没有通过核对。", [missing(checked.says)])
    return {
        "says": checked.says,
        "action": checked.entry.action,
        "receipt": receipt_out(receipt_of(checked.entry)),
    }


def missing(says: str) -> Finding:
    return Finding(
        "回执", says, "与本机关日志相符", "请核对序号和摘要；确实无误的，请立即报告。", who="审计管理员"
    )
