"""Taking files in and handing them out: checked before a byte is stored, checked again at every reading."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from zhixing.digests import PREFERRED, digest
from zhixing.files import disk
from zhixing.files.inspection import READERS, inspect
from zhixing.files.models import StoredFile
from zhixing.files.names import clean_name
from zhixing.files.scanner import virus_findings
from zhixing.files.unfit import Unfit
from zhixing.law.refusal import Finding, Findings


class Tampered(Exception):
    """The bytes on disk are not those that were taken in, or they are gone."""

    def __init__(self, stored: StoredFile) -> None:
        self.stored = stored
        super().__init__(f"附件“{stored.name}”缺失或已被替换，不能打开，请立即报告审计管理员。")


def keep(*, organ: str, name: str, content: bytes, by: str, at: datetime) -> StoredFile:
    """Check and store one file; it lies on the disk for good before the caller's transaction commits.

    Raises one Refusal with everything that is wrong: name, type, size, 密级标志. Nothing is written then.
    """
    kind, text = examine(name, content)
    storage = disk.write(content)
    stored = StoredFile(
        organ=organ, name=clean_name(name), kind=kind, size=len(content),
        digest=content_digest(PREFERRED, content), storage=storage, by=by, at=at,
    )  # fmt: skip
    stored.text_read = text
    stored.save()
    return stored


def examine(name: str, content: bytes) -> tuple[str, str]:
    """The kind of the file and the text it carries, before anybody reads it; nothing is stored.

    Raises one Refusal with everything that is wrong: name, type, size, 密级标志, virus.
    """
    findings = Findings()
    findings.extend(too_large(content))
    kind, text = ("", "") if len(findings) else inspect(name, content, findings)
    if not len(findings):
        findings.extend(virus_findings(content, settings.FILES_SCANNER))
    findings.refuse_if_any(f"不予收存：“{clean_name(name)}”")
    return kind, text


def too_large(content: bytes) -> list[Finding]:
    limit = settings.FILES_LARGEST_BYTES
    if len(content) <= limit:
        return []
    found, most = (-(-size // (1024 * 1024)) for size in (len(content), limit))
    return [Finding("文件大小", f"约{found}MB", f"不超过{most}MB", "请压缩图片或拆分后重新上传。")]


def content_digest(alg: str, content: bytes) -> str:
    return f"{alg}:{digest(alg, content)}"


def open_checked(stored: StoredFile) -> bytes:
    """The bytes as they were taken in; raises Tampered when they are not."""
    try:
        content = disk.read(stored.storage)
        found = content_digest(stored.digest.partition(":")[0], content)
    except (OSError, ValueError):  # gone, or a record that no act of ours wrote
        raise Tampered(stored) from None
    if len(content) != stored.size or found != stored.digest:
        raise Tampered(stored)
    return content


def text_of(stored: StoredFile) -> str:
    """What the file says; "" for a picture and for what is gone or cannot be read any more."""
    if stored.text_read is not None:
        return stored.text_read
    try:
        return READERS[stored.kind](open_checked(stored))
    except (Tampered, Unfit, KeyError):
        return ""


def is_sound(organ: str, content: str) -> bool:
    """Whether every file of `organ` with this content digest lies unchanged on disk, and one there is."""
    files = list(StoredFile.objects.filter(organ=organ, digest=content))
    return bool(files) and all(opens(stored) for stored in files)


def opens(stored: StoredFile) -> bool:
    try:
        open_checked(stored)
    except Tampered:
        return False
    return True
