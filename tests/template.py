"""An empty SQLite database with every table, made once for all processes and runs that share the same migrations."""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "tests"
DECIDES = ("zhixing/**/migrations/*.py", "zhixing/journal/appendonly.py", "requirements/app.txt")


def lay(database: Path) -> None:
    """Puts a copy at `database`; whoever comes first makes the original, the others wait for it."""
    KEPT.mkdir(parents=True, exist_ok=True)
    original = KEPT / f"{digest()}.sqlite3"
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not original.exists():
            make(original)
    shutil.copyfile(original, database)


def digest() -> str:
    """Changes with whatever decides how the tables look."""
    whole = hashlib.sha256()
    for pattern in DECIDES:
        for file in sorted(ROOT.glob(pattern)):
            whole.update(f"{file.relative_to(ROOT)}\n".encode() + file.read_bytes())
    return whole.hexdigest()[:16]


def make(original: Path) -> None:
    unfinished = original.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0"],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "zhixing.site.settings.test",
            "DATABASE_URL": f"sqlite:///{unfinished}",
        },
        check=True,
    )
    with closing(sqlite3.connect(unfinished)) as made:
        made.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    unfinished.rename(original)
