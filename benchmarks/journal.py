"""One journalled act against one raw insert on the same database, interleaved in one run.

Prints the ratio on SQLite and, where a server binary is found, on PostgreSQL. Only the ratio says
something: rates depend on the disk.

    python benchmarks/journal.py [acts]
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.cluster import cluster, found  # noqa: E402 -- the tests' folder is no installed package

ACTS = 800


def measure(url: str, folder: Path, acts: int) -> None:
    """Each database in a process of its own: the settings name one."""
    own = {
        "DATABASE_URL": url,
        "ZHIXING_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "zhixing.site.settings.test",
        "PYTHONPATH": str(ROOT),
    }
    script = Path(__file__).with_name("journal_side.py")
    subprocess.run([sys.executable, str(script), str(acts)], env={**os.environ, **own}, check=True)


def main(acts: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure(f"sqlite:///{folder / 'journal.sqlite3'}", folder, acts)
        if found() is None:
            print("postgresql: no server binary found")
            return 0
        with cluster() as url:
            measure(url, folder, acts)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ACTS))
