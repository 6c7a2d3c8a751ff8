"""What of an entry its digest covers: every column but the digest itself."""

from __future__ import annotations

from zhixing.digests import digest
from zhixing.journal.canonical import canonical, instant
from zhixing.journal.models import Entry


def columns(entry: Entry) -> dict[str, object]:
    return {
        "alg": entry.alg,
        "organ": entry.organ,
        "seq": entry.seq,
        "prev": entry.prev,
        "at": instant(entry.at),
        "behind": entry.behind,
        "actor": entry.actor,
        "office": entry.office,
        "action": entry.action,
        "object_kind": entry.object_kind,
        "object_id": entry.object_id,
        "payload": entry.payload,
        "rule": entry.rule,
        "key": entry.key,
        "attachments": entry.attachments,
        "states": entry.states,
    }


def content(entry: Entry) -> str:
    """Canonical JSON; payload, attachments and states stand in it as the texts that are stored."""
    return canonical(columns(entry))


def digest_of(entry: Entry) -> str:
    return digest(entry.alg, content(entry).encode())
