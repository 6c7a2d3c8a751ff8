"""Desks killed with SIGKILL wherever they are: what was acknowledged stands, and nothing stands half (D3)."""

import os
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from tests.journal.acts import ORGAN, act
from tests.process import surroundings
from zhixing.files import strays
from zhixing.files.models import StoredFile
from zhixing.files.store import is_sound
from zhixing.journal.models import Entry
from zhixing.journal.receipts import check
from zhixing.journal.verify import verify

pytestmark = pytest.mark.django_db(transaction=True)
DESKS, TIMES = 2, 3


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "FILES_ROOT", tmp_path / "files")
    monkeypatch.setattr(settings, "WITNESS_FILE", tmp_path / "witness.jsonl")
    return tmp_path


def killed(var: Path, name: str, acts: int) -> list[str]:
    """The receipts that desks acting at once gave out before they were killed."""
    commands = [[sys.executable, "-m", "tests.journal.acting", f"{name}{desk}-"] for desk in range(DESKS)]
    desks = [
        subprocess.Popen(command, env=surroundings(var), stdout=subprocess.PIPE, text=True)
        for command in commands
    ]
    heard = []
    for desk in desks:
        assert desk.stdout is not None
        heard += [desk.stdout.readline() for _ in range(acts)]
    for desk in desks:
        desk.kill()
        heard += desk.communicate()[0].splitlines(keepends=True)
    return [line.strip() for line in heard if line.endswith("\n")]


def test_every_receipt_holds_and_nothing_stands_half(var: Path) -> None:
    dice = random.Random(1)
    for time in range(TIMES):
        receipts = killed(var, f"第{time}次", dice.randint(3, 12))
        assert len(receipts) >= 3 * DESKS
        assert all(check(text, organ=ORGAN).holds for text in receipts)
    report = verify(ORGAN, var / "witness.jsonl", sound=is_sound)
    assert [fault for fault in report.faults if fault.layer != "记录"] == []
    assert StoredFile.objects.count() == Entry.objects.count() == report.entries
    assert act(key="之后").seq == report.entries + 1


def test_a_file_whose_act_was_lost_is_collected_and_no_other(var: Path) -> None:
    killed(var, "收", 3)
    on_disk = list((var / "files").glob("??/*"))
    lost = len(on_disk) - StoredFile.objects.count()
    assert 0 <= lost <= DESKS
    long_ago = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    for path in on_disk:
        os.utime(path, (long_ago, long_ago))
    assert strays.collect(datetime.now(UTC)) == lost
    assert verify(ORGAN, sound=is_sound).of("附件") == []
