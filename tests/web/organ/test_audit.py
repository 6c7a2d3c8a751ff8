import io
import re
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from tests.guards import lifted
from tests.web.bureau import Bureau
from tests.web.organ.conftest import SignIn
from zhixing.journal import snapshots
from zhixing.journal.models import Entry
from zhixing.journal.write import Receipt, write
from zhixing.office.duties.tick import tick
from zhixing.site.clock.rounds import in_force

AUDIT = "审计管理员"
PAGE = "web:organ_audit"
SECRET = "去省城看病"
FRIDAY = date(2026, 11, 20)


def act(bureau: Bureau, number: int, **more: object) -> Receipt:
    entry = {
        "actor": f"E{number:03} 林小满", "office": "科员", "action": "提交", "object_kind": "事项",
        "object_id": str(number), "payload": {"事由": SECRET}, "key": f"{bureau.organ.pk}{number}",
        "at": datetime(2026, 11, number, 4, tzinfo=UTC),
    }  # fmt: skip
    with transaction.atomic():
        return write(organ=bureau.organ.pk, **(entry | more))  # type: ignore[arg-type]


@pytest.fixture
def auditor(bureau: Bureau, sign_in: SignIn) -> Client:
    return sign_in(AUDIT)


def seqs(client: Client, **asked: str) -> list[int]:
    return [entry.seq for entry in client.get(reverse(PAGE), asked).context["page"].object_list]


def test_entries_are_found_by_day_actor_action_and_object(bureau: Bureau, auditor: Client) -> None:
    for number in (1, 2, 3):
        act(bureau, number)
    act(bureau, 4, action="同意", actor="E009 王芒种", object_kind="请假")
    assert seqs(auditor) == [4, 3, 2, 1]
    assert seqs(auditor, since="2026-11-02", until="2026-11-03") == [3, 2]
    assert seqs(auditor, actor="王芒种") == seqs(auditor, action="同意") == seqs(auditor, kind="请假") == [4]
    assert seqs(auditor, kind="事项", object="2") == [2]


@pytest.mark.parametrize("since", ["明天", "2026-02-30", "9999-12-31", "0001-01-01"])
def test_a_day_that_cannot_be_read_filters_nothing_and_breaks_nothing(
    since: str, bureau: Bureau, auditor: Client
) -> None:
    for name in ("since", "until"):
        assert auditor.get(reverse(PAGE), {name: since}).status_code == 200


def test_the_auditor_sees_who_did_what_and_not_what_it_says(bureau: Bureau, auditor: Client) -> None:
    act(bureau, 1)
    text = auditor.get(reverse("web:organ_audit_entry", args=[1])).content.decode()
    assert "林小满" in text
    assert "事由" in text
    assert SECRET not in text


def test_entries_of_another_organ_are_neither_shown_nor_counted(
    bureau: Bureau, elsewhere: Bureau, auditor: Client
) -> None:
    act(elsewhere, 1)
    assert seqs(auditor) == []
    assert auditor.get(reverse("web:organ_audit_entry", args=[1])).status_code == 404


def test_a_sound_journal_is_verified_and_the_verification_is_entered(bureau: Bureau, auditor: Client) -> None:
    act(bureau, 1)
    response = auditor.post(reverse("web:organ_audit_check"), {"key": str(uuid4())})
    report = response.context["report"]
    assert (report.entries, report.of("链条"), report.of("触发器")) == (1, [], [])
    last = Entry.objects.get(organ=bureau.organ.pk, seq=2)
    assert (last.action, last.actor) == ("核验日志", bureau.accounts[AUDIT].username)


def test_a_changed_entry_is_named(bureau: Bureau, auditor: Client) -> None:
    for number in (1, 2, 3):
        act(bureau, number)
    with lifted(connection):
        Entry.objects.filter(organ=bureau.organ.pk, seq=2).update(actor="E999 别人")
    response = auditor.post(reverse("web:organ_audit_check"), {"key": str(uuid4())})
    assert [fault.seq for fault in response.context["report"].of("链条")] == [2]
    assert "第2条" in response.content.decode()


def test_what_is_handed_out_verifies_with_a_bare_python(
    bureau: Bureau, auditor: Client, tmp_path: Path
) -> None:
    act(bureau, 1)
    response = auditor.post(reverse("web:organ_audit_export"), {"key": str(uuid4())})
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    assert len(zipfile.ZipFile(io.BytesIO(content)).read("entries.jsonl").splitlines()) == 2
    path = tmp_path / "journal.zip"
    path.write_bytes(content)
    checked = subprocess.run([sys.executable, "-I", str(path)], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout.decode()


def test_only_a_page_of_this_system_verifies_or_hands_out(bureau: Bureau, auditor: Client) -> None:
    for name in ("organ_audit_check", "organ_audit_export"):
        assert auditor.post(reverse(f"web:{name}"), {"key": "x"}).status_code == 422
        assert auditor.get(reverse(f"web:{name}")).status_code == 405
    assert not Entry.objects.exists()


def test_no_kind_of_record_stands_in_english_in_the_journal() -> None:
    assert [one.kind for one in snapshots.explained() if re.search("[A-Za-z]", one.kind)] == []


def test_what_a_clock_made_is_a_task_in_the_list(bureau: Bureau, auditor: Client) -> None:
    tick(organ=bureau.organ, editions=in_force(FRIDAY), at=datetime(2026, 11, 20, 1, tzinfo=UTC))
    page = auditor.get(reverse(PAGE))
    assert page.context["kinds"] == ["任务"]
    assert '<td data-label="对象">任务</td>' in page.content.decode()
