"""Entering an act in its organ's journal, in the transaction of the act itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model

from zhixing.digests import PREFERRED, digest
from zhixing.journal import chain, snapshots
from zhixing.journal.canonical import canonical
from zhixing.journal.models import Entry, Head
from zhixing.journal.receipts import Receipt, receipt_of
from zhixing.journal.witness import append, line_of
from zhixing.law.refusal import Conflict, Finding

__all__ = ["AlreadyDone", "Receipt", "already_done", "write"]


class AlreadyDone(Exception):
    """The act with this idempotency key has had its effect; `receipt` is the first one's."""

    def __init__(self, receipt: Receipt) -> None:
        self.receipt = receipt
        super().__init__(receipt)


def write(
    *,
    organ: str,
    actor: str,
    office: str,
    action: str,
    object_kind: str,
    object_id: str,
    payload: Mapping[str, object],
    at: datetime,
    key: str,
    rule: str = "",
    attachments: Sequence[str] = (),
    touched: Sequence[Model] = (),
) -> Receipt:
    """Append one entry; the caller's transaction carries act and entry together.

    `payload` holds texts, whole numbers, booleans, lists and mappings; `attachments` are content digests;
    `touched` are the stored rows this act made or changed. Raises AlreadyDone when `key` has had this very
    effect in `organ`, Refusal when it stands for another act.
    """
    entry = Entry(
        organ=organ, actor=actor, office=office, action=action, object_kind=object_kind, object_id=object_id,
        payload=canonical(payload), at=at, key=key, rule=rule, attachments=canonical(sorted(attachments)),
    )  # fmt: skip
    head = locked_head(organ)
    refuse_second_effect(entry)
    entry.states = canonical(snapshots.states(touched, PREFERRED))
    link(entry, head)
    entry.save(force_insert=True)
    Head.objects.filter(organ=organ).update(seq=entry.seq, alg=entry.alg, hash=entry.hash, at=entry.at)
    call_witness(entry)
    return receipt_of(entry)


def call_witness(entry: Entry) -> None:
    """Every so many entries, once they are committed, the head goes out of the database."""
    if entry.seq % settings.WITNESS_EVERY == 0:
        transaction.on_commit(partial(append, settings.WITNESS_FILE, [line_of(entry)]), robust=True)


def already_done(organ: str, key: str) -> Receipt | None:
    """The receipt of the act that carried this key, if it has been done."""
    earlier = Entry.objects.filter(organ=organ, key=key).first()
    return receipt_of(earlier) if earlier else None


def locked_head(organ: str) -> Head:
    """The organ's last link, held until the transaction ends (SQLite: the transaction is immediate)."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("the journal is written in the act's own transaction")
    head = Head.objects.select_for_update().filter(organ=organ).first()
    if head is not None:
        return head
    Head.objects.get_or_create(organ=organ)
    return Head.objects.select_for_update().get(organ=organ)


def link(entry: Entry, head: Head) -> None:
    entry.seq, entry.prev, entry.alg = head.seq + 1, head.hash, PREFERRED
    entry.behind = max(0, -int((entry.at - head.at).total_seconds() // 1)) if head.at else 0
    entry.hash = digest(entry.alg, chain.content(entry).encode())


def refuse_second_effect(entry: Entry) -> None:
    if not entry.key:
        raise ValueError("every act carries an idempotency key")
    earlier = Entry.objects.filter(organ=entry.organ, key=entry.key).first()
    if earlier is None:
        return
    if same_act(entry, earlier):
        raise AlreadyDone(receipt_of(earlier))
    raise Conflict("不予办理：同一次提交的标识已用于另一件事", [Finding(
        fact="提交标识", found=f"已用于“{earlier.action}”", expected="每次办理各用一个标识",
        mend="请刷新页面，核对后重新提交。",
    )])  # fmt: skip


def same_act(entry: Entry, earlier: Entry) -> bool:
    """The same act sent again; a record made twice has another number the second time."""
    acts = [(one.actor, one.action, one.object_kind, one.payload, one.rule) for one in (entry, earlier)]
    if acts[0] != acts[1]:
        return False
    return entry.object_id == earlier.object_id or (made_by(entry) and made_by(earlier))


def made_by(entry: Entry) -> bool:
    """Whether this entry is the first to speak of its object."""
    about = Entry.objects.filter(organ=entry.organ, object_kind=entry.object_kind, object_id=entry.object_id)
    return not (about.filter(seq__lt=entry.seq) if entry.seq else about).exists()
