import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from tests.journal.acts import ORGAN, act
from zhixing.digests import PREFERRED
from zhixing.journal import write
from zhixing.journal.export import export
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.journal.witness import bear_witness

pytestmark = pytest.mark.django_db

Line = dict[str, dict[str, object]]


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    for number in range(1, 6):
        act(key=f"标识{number}", minute=number, payload={"事由": "看病“三天”\n", "次": number})
    path = tmp_path / "日志.zip"
    assert export(ORGAN, path) == 5
    return path


def bare(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A Python without site packages, without this checkout on its path, and without the crypto library's SM3."""
    command = [sys.executable, "-I", "-S", "-X", "utf8", str(path), *arguments]
    return subprocess.run(command, cwd="/", env={}, capture_output=True, text=True, check=False)


def test_the_export_verifies_with_the_standard_library_alone(exported: Path) -> None:
    done = bare(exported)
    assert (done.returncode, done.stdout.strip()) == (0, f"{ORGAN}：共5条，全部相符。")


def test_a_receipt_and_the_witness_are_held_against_the_export(exported: Path) -> None:
    later = act(key="六", minute=6)
    witness = exported.with_name("witness.jsonl")
    bear_witness(witness)
    missing = bare(exported, "--receipt", later.text(), "--witness", str(witness))
    assert missing.returncode == 1
    assert "第6条" in missing.stdout
    export(ORGAN, exported)
    assert bare(exported, "--receipt", later.text(), "--witness", str(witness)).returncode == 0


def test_a_journal_of_both_algorithms_verifies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    act(key="一")
    monkeypatch.setattr(write, "PREFERRED", "sha256")
    act(key="二", minute=1)
    monkeypatch.undo()
    act(key="三", minute=2)
    path = tmp_path / "日志.zip"
    export(ORGAN, path)
    assert [entry.alg for entry in Entry.objects.order_by("seq")] == [PREFERRED, "sha256", PREFERRED]
    assert verify(ORGAN).of("链条") == []
    assert bare(path).returncode == 0


@pytest.mark.parametrize("spoilt", ["{", '{"entry": 1}', '{"entry": {}, "hash": ""}'])
def test_an_export_that_cannot_be_read_says_so(exported: Path, spoilt: str) -> None:
    with zipfile.ZipFile(exported, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("entries.jsonl", spoilt)
    done = bare(exported)
    assert done.returncode == 2
    assert "文件无法读取" in done.stdout
    assert done.stderr == ""


def blank_out(lines: list[Line]) -> None:
    """No algorithm, no digest: what is not worked out cannot disagree."""
    lines[4]["entry"]["alg"] = ""
    lines[4]["hash"] = ""  # type: ignore[assignment]  # an attacker keeps no types


def downgrade(lines: list[Line]) -> None:
    lines[4]["entry"]["alg"] = "md5"


def edit(lines: list[Line]) -> None:
    lines[2]["entry"]["actor"] = "别人"


def cut_out(lines: list[Line]) -> None:
    del lines[2]


def swap(lines: list[Line]) -> None:
    lines[2], lines[3] = lines[3], lines[2]


@pytest.mark.parametrize(
    ("attack", "says"),
    [
        (edit, "第3条的内容与摘要不符"),
        (blank_out, "第5条的算法“”不在允许之列"),
        (downgrade, "第5条的算法“md5”不在允许之列"),
        (cut_out, "第3条缺失，其后是第4条"),
        (swap, "第3条缺失，其后是第4条"),
    ],
)
def test_a_changed_export_is_found_out(
    exported: Path, attack: Callable[[list[Line]], None], says: str
) -> None:
    with zipfile.ZipFile(exported) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    lines = [json.loads(line) for line in parts["entries.jsonl"].splitlines()]
    attack(lines)
    parts["entries.jsonl"] = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    with zipfile.ZipFile(exported, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    done = bare(exported)
    assert done.returncode == 1
    assert says in done.stdout


def test_one_flipped_bit_is_found_out(exported: Path) -> None:
    with zipfile.ZipFile(exported) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    lines = bytearray(parts["entries.jsonl"])
    at = lines.index("看病".encode())
    lines[at + 2] ^= 1
    parts["entries.jsonl"] = bytes(lines)
    with zipfile.ZipFile(exported, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert bare(exported).returncode == 1


def test_the_verifier_asks_for_nothing_outside_the_standard_library(exported: Path) -> None:
    with zipfile.ZipFile(exported) as archive:
        sources = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".py")]
    imported = {
        line.split()[1].split(".")[0]
        for source in sources
        for line in source.splitlines()
        if line.startswith(("import ", "from "))
    }
    assert imported <= sys.stdlib_module_names | {"zhixing"}


def test_the_witness_writes_only_heads_that_moved(tmp_path: Path) -> None:
    path = tmp_path / "w.jsonl"
    act(key="一")
    act(key="一", organ="瓯海经信")
    assert bear_witness(path) == 2
    assert bear_witness(path) == 0
    act(key="二")
    assert bear_witness(path) == 1
    assert [json.loads(line)["seq"] for line in path.read_text().splitlines()] == [1, 1, 2]


@pytest.mark.django_db(transaction=True)
def test_every_tenth_entry_goes_to_the_witness_once_it_is_committed() -> None:
    settings.WITNESS_FILE.unlink(missing_ok=True)
    for number in range(1, 22):
        act(key=str(number))
    lines = settings.WITNESS_FILE.read_text().splitlines()
    assert [json.loads(line)["seq"] for line in lines] == [10, 20]
