"""Full leave cycles over HTTP against a served bureau beside raw inserts into the same database, interleaved in one run.

A cycle is four requests with the people's own tokens: the staff member asks and submits, the leader agrees, the
office files, the staff member reports back. Prints the ratio on SQLite and, where a server binary is found, on
PostgreSQL. Only the ratio says something: rates depend on the disk and on what else the machine does.

    python benchmarks/leave_cycles.py [cycles in a round] [callers at a time]
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.cluster import cluster, found  # noqa: E402 -- the tests' folder is no installed package

CYCLES, CALLERS = 40, 4
MORNING = "2026-09-22T10:00+08:00"  # of a working day, so that the afternoon can be asked for and ended


def measure(url: str, folder: Path, cycles: int, callers: int) -> None:
    """Each database in a process of its own: the settings name one."""
    own = {
        "DATABASE_URL": url,
        "ZHIXING_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "zhixing.site.settings.demo",
        "ZHIXING_DEMO_NOW": MORNING,
        "PYTHONPATH": str(ROOT),
    }
    script = Path(__file__).with_name("leave_cycles_side.py")
    command = [sys.executable, str(script), str(cycles), str(callers)]
    subprocess.run(command, env={**os.environ, **own}, check=True)


def main(cycles: int, callers: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure(f"sqlite:///{folder / 'cycles.sqlite3'}", folder, cycles, callers)
        if found() is None:
            print("postgresql: no server binary found")
            return 0
        with cluster() as url:
            measure(url, folder, cycles, callers)
    return 0


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given + [CYCLES, CALLERS][len(given) :])))
