import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from zhixing.digests import PREFERRED, digest
from zhixing.files import disk, strays
from zhixing.files.models import StoredFile
from zhixing.files.store import Tampered, is_sound, keep, open_checked
from zhixing.law.refusal import Refusal

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CONTENT = "请假说明".encode()


def kept(name: str = "说明.txt", content: bytes = CONTENT) -> StoredFile:
    return keep(organ="鹿城经信", name=name, content=content, by="E001 贺兰亭", at=NOW)


def test_a_file_comes_back_as_it_was_taken_in() -> None:
    stored = kept()
    assert open_checked(stored) == CONTENT
    assert (stored.kind, stored.size, stored.digest) == (
        "txt",
        12,
        f"{PREFERRED}:{digest(PREFERRED, CONTENT)}",
    )


def test_the_stored_name_tells_nothing_and_only_the_owner_may_read_it() -> None:
    first, second = kept(), kept()
    assert first.storage != second.storage
    path = disk.place(first.storage)
    assert path.is_relative_to(settings.FILES_ROOT)
    assert path.suffix == ""
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a" * 48 + "/..", "A" * 48, "0" * 47])
def test_no_other_name_leads_to_a_file(name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        disk.place(name)


def test_a_changed_byte_is_noticed_at_the_next_opening() -> None:
    stored = kept()
    disk.place(stored.storage).write_bytes(CONTENT[:-1] + b"\0")
    assert not is_sound("鹿城经信", stored.digest)
    with pytest.raises(Tampered):
        open_checked(stored)


def test_a_missing_file_is_noticed() -> None:
    stored = kept()
    disk.place(stored.storage).unlink()
    with pytest.raises(Tampered):
        open_checked(stored)


def test_a_file_of_another_organ_does_not_vouch_for_this_one() -> None:
    stored = kept()
    assert is_sound("鹿城经信", stored.digest)
    assert not is_sound("瓯海经信", stored.digest)


def test_everything_wrong_is_said_at_once_and_nothing_is_stored() -> None:
    before = set(disk.root().glob("??/*"))
    with pytest.raises(Refusal) as refused:
        kept("机密★方案.php.exe", b"MZ")
    assert [finding.fact for finding in refused.value.findings] == ["文件名", "文件名"]
    assert set(disk.root().glob("??/*")) == before
    assert not StoredFile.objects.exists()


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "FILES_LARGEST_BYTES", 1024 * 1024)
    kept(content=b"a" * 1024 * 1024)
    with pytest.raises(Refusal) as refused:
        kept(content=b"a" * (1024 * 1024 + 1))
    [finding] = refused.value.findings
    assert (finding.found, finding.expected) == ("约2MB", "不超过1MB")


def test_a_file_whose_act_failed_is_collected_after_a_day_and_no_other() -> None:
    named = kept()
    with transaction.atomic():
        lost = kept()
        transaction.set_rollback(True)
    for stored in (named, lost):
        os.utime(disk.place(stored.storage), (NOW.timestamp(), NOW.timestamp()))
    assert strays.collect(NOW + timedelta(hours=23)) == 0
    assert strays.collect(NOW + timedelta(hours=25)) == 1
    assert disk.place(named.storage).exists()
    assert not disk.place(lost.storage).exists()


def test_the_bytes_are_on_the_disk_before_the_record_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    settled: list[str] = []
    real = os.fsync

    def noting(handle: int) -> None:
        settled.append(str(Path(f"/proc/self/fd/{handle}").readlink()))
        real(handle)

    monkeypatch.setattr(os, "fsync", noting)
    path = disk.place(kept().storage)
    wanted = [str(path), str(path.parent)]
    assert [name for name in settled if name in wanted] == wanted
