"""Thirty random attacks of each kind; the layers that the table promises must see every one of them."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.guards import lifted
from tests.journal import attacks
from tests.journal.acts import ORGAN, act
from tests.journal.bureau import ACTS, WITNESSED, build, files_are_explained
from zhixing.files import disk
from zhixing.files.models import StoredFile
from zhixing.files.store import is_sound
from zhixing.journal.models import Entry, Head
from zhixing.journal.receipts import check, receipt_of
from zhixing.journal.report import Report
from zhixing.journal.verify import organs, verify

pytestmark = pytest.mark.django_db
TIMES = 30


@pytest.fixture
def witness(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "witness.jsonl"
    with files_are_explained():
        build(path)
        yield path


def examined(witness: Path) -> Report:
    return verify(ORGAN, witness, sound=is_sound)


def layers_after(attack: attacks.Attack, seed: int, low: int, high: int, witness: Path) -> set[str]:
    """Which layers see the attack; database and files are as before afterwards."""
    kept = {path: path.read_bytes() for path in files()}
    try:
        with transaction.atomic():
            with lifted(connection):
                attack(random.Random(seed), low, high)
            seen = {fault.layer for fault in examined(witness).faults}
            transaction.set_rollback(True)
    finally:
        for path, content in kept.items():
            path.write_bytes(content)
    return seen


def files() -> list[Path]:
    return [disk.place(name) for name in StoredFile.objects.values_list("storage", flat=True)]


def test_an_untouched_journal_is_sound_in_every_layer(witness: Path) -> None:
    report = examined(witness)
    assert report.faults == []
    assert report.entries == ACTS


# attack, the rows it may begin with, the layers that must see it each time, those that cannot
TABLE: dict[str, tuple[attacks.Attack, tuple[int, int], set[str], set[str]]] = {
    "edit": (attacks.edit, (1, ACTS), {"链条"}, set()),
    "edit and rehash": (attacks.edit_and_rehash, (1, ACTS), {"链条"}, set()),
    "delete": (attacks.delete, (1, ACTS), {"链条"}, set()),
    "swap": (attacks.swap, (1, ACTS), {"链条"}, set()),
    "rewrite from a witnessed row": (attacks.rewrite_from, (1, WITNESSED), {"见证"}, {"链条", "记录"}),
    "insert before a witnessed row": (attacks.insert_and_rechain, (1, WITNESSED), {"见证"}, {"链条"}),
    "truncate witnessed rows": (attacks.truncate, (7, WITNESSED), {"见证", "记录"}, {"链条"}),
    "truncate newer rows, records kept": (attacks.truncate, (25, ACTS), {"记录"}, {"链条", "见证"}),
    "truncate newer rows and records": (
        attacks.truncate_and_roll_back,
        (25, ACTS),
        set(),
        {"链条", "见证", "记录", "附件"},
    ),
    "truncate witnessed rows and records": (
        attacks.truncate_and_roll_back,
        (7, WITNESSED),
        {"见证"},
        {"链条", "记录"},
    ),
    "rewrite newer rows": (attacks.rewrite_from, (25, ACTS), set(), {"链条", "见证", "记录", "附件"}),
    "change a record": (attacks.change_record, (1, ACTS), {"记录"}, {"链条", "见证", "附件"}),
    "add a record": (attacks.add_record, (1, ACTS), {"记录"}, {"链条", "见证"}),
    "delete a record": (attacks.delete_record, (1, ACTS), {"记录", "附件"}, {"链条", "见证"}),
    "swap a file on disk": (attacks.swap_file, (1, ACTS), {"附件"}, {"链条", "见证", "记录"}),
}


@pytest.mark.parametrize(("attack", "between", "must", "cannot"), TABLE.values(), ids=TABLE)
def test_the_promised_layers_see(
    attack: attacks.Attack, between: tuple[int, int], must: set[str], cannot: set[str], witness: Path
) -> None:
    for seed in range(TIMES):
        seen = layers_after(attack, seed, *between, witness)
        assert must <= seen, f"seed {seed}"
        assert not (cannot & seen), f"seed {seed}"
    assert examined(witness).sound, "the attacks were undone"


def test_what_no_layer_sees_a_receipt_sees(witness: Path) -> None:
    """Rows newer than the last witness, rewritten with a perfect chain."""
    receipts = [receipt_of(entry).text() for entry in Entry.objects.filter(seq__gt=WITNESSED)]
    with lifted(connection):
        attacks.rewrite_from(random.Random(1), 25, 25)
    assert examined(witness).sound
    assert not any(check(text, organ=ORGAN).holds for text in receipts)


def test_a_cut_tail_that_no_layer_sees_a_receipt_sees(witness: Path) -> None:
    last = receipt_of(Entry.objects.get(seq=ACTS)).text()
    with lifted(connection):
        attacks.truncate_and_roll_back(random.Random(1), ACTS, ACTS)
    assert examined(witness).sound
    assert "日志尾部可能被截去" in check(last, organ=ORGAN).says


def test_a_journal_that_is_gone_altogether_is_missed_by_the_witness(witness: Path) -> None:
    with lifted(connection):
        Entry.objects.all().delete()
        Head.objects.all().delete()
    assert organs(witness) == [ORGAN]
    assert "见证" in {fault.layer for fault in examined(witness).faults}


def test_a_row_of_an_unknown_algorithm_is_no_way_around(witness: Path) -> None:
    with lifted(connection):
        Entry.objects.filter(seq=ACTS).update(alg="none", hash="")
    assert "第30条的算法“none”不在允许之列" in [fault.says for fault in examined(witness).faults]


LONGEST = {field.attname: field.max_length for field in Entry._meta.concrete_fields}
NONSENSE = (
    "",
    "[]",
    "{}",
    "null",
    "1",
    '{"a":1}',
    '{"附件":{"fields":[[1]],"rows":{"1":2}}}',
    "[[1],2]",
    "坏",
)


@pytest.mark.parametrize("column", ["states", "attachments", "payload", "alg", "prev", "hash", "action"])
def test_whatever_is_written_into_an_entry_the_verification_ends_with_a_finding(
    column: str, witness: Path
) -> None:
    for nonsense in NONSENSE:
        longest = LONGEST.get(column) or len(nonsense)
        if len(nonsense) > longest or getattr(Entry.objects.get(seq=7), column) == nonsense:
            continue
        with transaction.atomic():
            with lifted(connection):
                Entry.objects.filter(seq=7).update(**{column: nonsense})
            faults = examined(witness).of("链条")
            transaction.set_rollback(True)
        assert faults[0].seq in {7, 8}, nonsense


@pytest.mark.parametrize("column", ["digest", "storage"])
@pytest.mark.parametrize("nonsense", ["", "none:1", "../../etc/passwd", "0" * 48])
def test_a_forged_record_of_a_file_is_named(column: str, nonsense: str, witness: Path) -> None:
    with lifted(connection):
        StoredFile.objects.filter(pk=StoredFile.objects.earliest("pk").pk).update(**{column: nonsense})
    assert "附件" in {fault.layer for fault in examined(witness).faults}


def test_a_guard_of_the_head_that_was_dropped_is_reported(witness: Path) -> None:
    attacks.drop_head_guard()
    assert [fault.says for fault in examined(witness).faults] == ["保护日志链尾的触发器缺失或停用"]


def test_a_guard_that_was_dropped_is_reported(witness: Path) -> None:
    attacks.drop_guard()
    assert [fault.layer for fault in examined(witness).faults] == ["触发器"]


def test_the_first_broken_entry_is_named(witness: Path) -> None:
    with lifted(connection):
        Entry.objects.filter(seq__in=[12, 20]).update(payload="{}")
    [fault] = examined(witness).of("链条")
    assert (fault.seq, fault.says) == (12, "第12条的内容与摘要不符")


def test_a_cut_tail_is_named_against_the_witness(witness: Path) -> None:
    with lifted(connection):
        attacks.truncate(random.Random(0), 20, 20)
    [fault] = examined(witness).of("见证")
    assert fault.seq == WITNESSED
    assert "日志现在止于第19条：尾部被截去" in fault.says


def test_a_lost_file_is_named_by_its_entry(witness: Path) -> None:
    disk.place(StoredFile.objects.order_by("pk")[3].storage).unlink()
    [fault] = examined(witness).of("附件")
    assert fault.seq == 4


def test_a_spoilt_witness_line_is_named(witness: Path) -> None:
    witness.write_text(witness.read_text() + "{")
    assert [fault.says for fault in examined(witness).faults] == ["见证文件第4行无法读取"]


def test_another_organ_with_the_same_numbers_is_left_alone(witness: Path) -> None:
    act(key="一", organ="瓯海经信")
    with lifted(connection):
        Entry.objects.filter(organ=ORGAN, seq=1).update(payload="{}")
    assert verify("瓯海经信", witness, sound=is_sound).sound
