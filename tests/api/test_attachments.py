"""Files over the interface: by the applicant, while the form may be changed, checked by what they hold."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from tests.api.calls import PROBLEM, Calls
from zhixing.files.models import StoredFile
from zhixing.journal.models import Entry
from zhixing.regulations.attendance.models import Leave

SLIP = "市中心医院病假单，建议休息三天。".encode()
DRAFT = {"kind": "病假", "first": "2026-09-08", "last": "2026-09-10", "reason": "发热"}


def drafted(calls: Calls, role: str = "职员") -> int:
    return int(calls.post(role, "/api/leave/draft", DRAFT).body["matter"]["id"])


def upload(
    calls: Calls, matter: int, content: bytes = SLIP, *, role: str = "职员", name: str = "病假单.txt",
    what: str = "病假单", key: str = "",
) -> Any:  # fmt: skip
    headers = {
        "Authorization": f"Bearer {calls.secret(role)}", "Idempotency-Key": key or f"file-key-{next(calls.keys)}",
    }  # fmt: skip
    file = SimpleUploadedFile(name, content)
    return Client().post(f"/api/matters/{matter}/attachments?what={what}", {"file": file}, headers=headers)


def test_a_slip_goes_onto_ones_own_draft_and_into_the_journal(calls: Calls) -> None:
    matter = drafted(calls)
    answer = upload(calls, matter)
    assert answer.status_code == 201
    told, stored = answer.json(), StoredFile.objects.get()
    assert told["attachment"] == {
        "name": "病假单.txt",
        "kind": "txt",
        "size": len(SLIP),
        "digest": stored.digest,
    }
    assert Leave.objects.get().certificate == stored
    assert Leave.objects.get().reason == "发热"
    entry = Entry.objects.get(organ=calls.bureau.organ.key, seq=told["receipt"]["seq"])
    assert entry.hash == told["receipt"]["hash"]
    assert Entry.objects.filter(attachments__contains=stored.digest).exists()


def test_the_same_key_is_one_upload_and_another_file_under_it_a_conflict(calls: Calls) -> None:
    matter = drafted(calls)
    one, two = (upload(calls, matter, key="one-and-the-same") for _ in range(2))
    assert (one.status_code, one.json()["receipt"]) == (201, two.json()["receipt"])
    assert StoredFile.objects.count() == 1
    assert upload(calls, matter, b"other", key="one-and-the-same").status_code == 409


@pytest.mark.parametrize(
    ("name", "content", "fact"),
    [
        ("病假单.txt", "秘密★十年".encode(), "文件内容"),
        ("秘密★病假单.txt", SLIP, "文件名"),
        ("病假单.pdf", SLIP, "文件内容"),
        ("病假单.exe", b"MZ", "文件类型"),
    ],
    ids=["marked inside", "marked in its name", "not what it says", "a program"],
)
def test_what_is_marked_secret_or_is_not_what_it_says_is_refused(
    calls: Calls, name: str, content: bytes, fact: str
) -> None:
    answer = upload(calls, drafted(calls), content, name=name)
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, PROBLEM)
    assert fact in [finding["fact"] for finding in answer.json()["findings"]]
    assert not StoredFile.objects.exists()
    assert Leave.objects.get().certificate is None


def test_nobody_adds_a_file_to_anothers_matter_or_to_one_that_is_under_way(calls: Calls) -> None:
    matter = calls.asked()
    under_way = upload(calls, matter)
    assert (under_way.status_code, under_way.json()["findings"][0]["fact"]) == (422, "状态")
    assert upload(calls, matter, role="局领导").json()["findings"][0]["fact"] == "办理人"
    assert upload(calls, matter, role="财务").status_code == 404
    assert not StoredFile.objects.exists()


def test_another_organ_does_not_find_the_matter(calls: Calls, other: object) -> None:
    matter = drafted(calls)
    assert upload(Calls(other), matter).status_code == 404  # type: ignore[arg-type]


def test_a_matter_without_papers_takes_no_file(calls: Calls) -> None:
    outing = {"destination": "区政府", "reason": "开会", "first": "2026-09-02", "last": "2026-09-02"}
    matter = calls.post("职员", "/api/outings", outing).body["matter"]["id"]
    assert upload(calls, matter).json()["findings"][0]["fact"] == "程序"


def test_too_large_a_file_is_refused_and_a_flood_is_not_read(calls: Calls, settings: Settings) -> None:
    settings.FILES_LARGEST_BYTES = 1024
    assert upload(calls, drafted(calls), b"a" * 2000).json()["findings"][0]["fact"] == "文件大小"
    assert upload(calls, drafted(calls), b"a" * (1024 + 64 * 1024)).status_code == 413


def test_a_file_that_is_missing_or_for_nothing_known_is_named(calls: Calls) -> None:
    matter = drafted(calls)
    nothing = calls.post("职员", f"/api/matters/{matter}/attachments?what=病假单")
    assert (nothing.status, nothing.facts) == (422, ["file"])
    assert upload(calls, matter, what="照片").status_code == 422
