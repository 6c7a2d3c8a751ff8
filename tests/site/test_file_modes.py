"""The database's files are readable by their owner alone."""

import stat
from pathlib import Path

from zhixing.site.sqlite.base import private


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_database_is_its_owners_alone(tmp_path: Path) -> None:
    private(tmp_path / "new.sqlite3")
    assert mode(tmp_path / "new.sqlite3") == 0o600


def test_an_older_database_and_its_log_are_closed_to_others(tmp_path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"old.sqlite3{ending}").touch(mode=0o644)
    private(tmp_path / "old.sqlite3")
    assert {mode(file) for file in tmp_path.iterdir()} == {0o600}
