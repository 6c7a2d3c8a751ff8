"""The installation's folder and the database's files are their owner's alone."""

import os
import stat
import subprocess
import sys
from pathlib import Path

from zhixing.site.own_folder import own_folder
from zhixing.site.sqlite.base import private


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode) & 0o777


def test_a_new_database_is_its_owners_alone(tmp_path: Path) -> None:
    private(tmp_path / "new.sqlite3")
    assert mode(tmp_path / "new.sqlite3") == 0o600


def test_an_older_database_and_its_log_are_closed_to_others(tmp_path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"old.sqlite3{ending}").touch(mode=0o644)
    private(tmp_path / "old.sqlite3")
    assert {mode(file) for file in tmp_path.iterdir()} == {0o600}


def test_the_folder_of_an_installation_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    assert mode(own_folder(tmp_path / "srv" / "var")) == 0o700


def test_a_folder_that_stood_open_is_closed_at_the_start(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert mode(own_folder(tmp_path)) == 0o700


def test_a_folder_that_everybody_shares_is_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    assert mode(own_folder(tmp_path)) == 0o777


def mode_after_start(folder: Path) -> int:
    command = [sys.executable, "-c", "import django; django.setup()"]
    surroundings = {
        **os.environ,
        "ZHIXING_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "zhixing.site.settings.test",
    }
    subprocess.run(command, env=surroundings, check=True)
    return mode(folder)


def test_every_start_closes_the_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert mode_after_start(tmp_path) == 0o700
