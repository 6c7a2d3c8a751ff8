"""`zhixing journal verify|export|witness` as the audit officer types it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.guards import lifted
from tests.journal.acts import ORGAN, act
from tests.process import surroundings
from zhixing.cli.main import run
from zhixing.journal.models import Entry, Head

Said = pytest.CaptureFixture[str]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def witness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "WITNESS_FILE", tmp_path / "witness.jsonl")
    return tmp_path / "witness.jsonl"


def typed(said: Said, *words: str) -> tuple[int, str]:
    code = run(["journal", *words])
    return code, said.readouterr().out.strip()


def three_acts() -> None:
    for number in range(1, 4):
        act(key=str(number), minute=number)


def test_a_sound_journal_ends_with_0(capsys: Said) -> None:
    three_acts()
    typed(capsys, "witness")
    assert typed(capsys, "verify") == (0, f"{ORGAN}：共3条，全部相符。")
    assert typed(capsys, "verify", ORGAN) == (0, f"{ORGAN}：共3条，全部相符。")


def test_without_a_witness_it_says_what_it_cannot_see(capsys: Said) -> None:
    three_acts()
    code, out = typed(capsys, "verify")
    assert code == 0
    assert "看不出尾部是否被截去" in out


def test_a_broken_journal_ends_with_1_and_names_the_first_broken_entry(capsys: Said) -> None:
    three_acts()
    typed(capsys, "witness")
    with lifted(connection):
        Entry.objects.filter(seq__gte=2).update(payload="{}")
    assert typed(capsys, "verify") == (
        1,
        f"{ORGAN}：共3条，有1处不相符：\n  〔链条〕第2条的内容与摘要不符",
    )


def test_a_cut_tail_is_seen_against_a_witness_that_was_carried_away(
    capsys: Said, witness: Path, tmp_path: Path
) -> None:
    three_acts()
    typed(capsys, "witness", "--file", str(tmp_path / "carried.jsonl"))
    with lifted(connection):
        Entry.objects.filter(seq=3).delete()
        last = Entry.objects.get(seq=2)
        Head.objects.update(seq=2, hash=last.hash, at=last.at)
    assert typed(capsys, "verify")[0] == 0
    code, out = typed(capsys, "verify", "--witness", str(tmp_path / "carried.jsonl"))
    assert code == 1
    assert "见过第3条，日志现在止于第2条：尾部被截去" in out


def test_an_organ_whose_whole_journal_is_gone_is_not_called_sound(capsys: Said) -> None:
    three_acts()
    typed(capsys, "witness")
    with lifted(connection):
        Entry.objects.all().delete()
        Head.objects.all().delete()
    code, out = typed(capsys, "verify")
    assert code == 1
    assert "尾部被截去" in out


def test_nothing_to_verify_and_an_unknown_organ_end_with_1(capsys: Said) -> None:
    assert typed(capsys, "verify")[0] == 1
    act(key="一")
    code, out = typed(capsys, "verify", "没有的机关")
    assert (code, out.splitlines()[-1]) == (1, "没有机关“没有的机关”的日志。")


def test_the_export_says_how_it_is_verified_and_verifies(capsys: Said, tmp_path: Path) -> None:
    three_acts()
    path = tmp_path / "日志.zip"
    code, out = typed(capsys, "export", ORGAN, str(path))
    assert (code, out) == (0, f"已导出3条到 {path}；核对：python3 {path}")
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", str(path)],
        cwd="/", env={}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, f"{ORGAN}：共3条，全部相符。")


def test_an_organ_without_a_journal_is_not_exported(capsys: Said, tmp_path: Path) -> None:
    code, out = typed(capsys, "export", "没有的机关", str(tmp_path / "x.zip"))
    assert (code, out) == (1, "没有机关“没有的机关”的日志。")
    assert not (tmp_path / "x.zip").exists()


def test_an_export_into_a_folder_that_is_not_there_is_refused_in_chinese(
    capsys: Said, tmp_path: Path
) -> None:
    three_acts()
    assert run(["journal", "export", ORGAN, str(tmp_path / "没有" / "日志.zip")]) == 2
    assert "结论：没有导出。" in capsys.readouterr().err


def test_the_witness_gets_a_head_only_when_it_moved(capsys: Said, witness: Path) -> None:
    three_acts()
    assert typed(capsys, "witness") == (0, f"已写入1行：{witness}")
    assert typed(capsys, "witness") == (0, f"已写入0行：{witness}")
    [line] = witness.read_text().splitlines()
    assert (json.loads(line)["organ"], json.loads(line)["seq"]) == (ORGAN, 3)


@pytest.mark.django_db(transaction=True)
def test_the_command_starts_by_itself(tmp_path: Path) -> None:
    three_acts()
    done = subprocess.run(
        [sys.executable, "-m", "zhixing.cli.main", "journal", "verify"],
        env=surroundings(tmp_path), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == f"{ORGAN}：共3条，全部相符。"


@pytest.mark.parametrize("words", [[], ["erase"], ["export"], ["verify", "--nothing"]])
def test_wrong_usage_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["journal", *words])
    assert ended.value.code == 2
