"""Acts to enter in a journal, as a desk would enter them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import Model

from zhixing.journal.write import Receipt, write

NINE = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ORGAN = "鹿城经信"


@transaction.atomic
def act(
    *,
    key: str,
    organ: str = ORGAN,
    object_id: str = "1",
    minute: int = 0,
    payload: Mapping[str, object] | None = None,
    touched: Sequence[Model] = (),
    attachments: Sequence[str] = (),
) -> Receipt:
    return write(
        organ=organ,
        actor="E001 贺兰亭",
        office="科员",
        action="提交",
        object_kind="请假",
        object_id=object_id,
        payload={"天数": 4} if payload is None else payload,
        at=NINE + timedelta(minutes=minute),
        key=key,
        touched=touched,
        attachments=attachments,
    )
