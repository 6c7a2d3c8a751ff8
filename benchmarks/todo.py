"""The to-do page of a desk with many matters behind it beside the same page with few, interleaved in one run.

Prints the ratio of the medians for SQLite and, where a server binary is found, PostgreSQL (goal: at most 1.2).

    python benchmarks/todo.py [few] [many] [rounds]
"""

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import IO

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.cluster import cluster, found  # noqa: E402 -- the tests' folder is no installed package

FEW, MANY, ROUNDS = 1_000, 200_000, 60


class Desk:
    """A process with a database of its own that opens the page whenever it is told to."""

    def __init__(self, url: str, folder: Path, matters: int) -> None:
        own = {
            "DATABASE_URL": url,
            "ZHIXING_VAR": str(folder),
            "DJANGO_SETTINGS_MODULE": "zhixing.site.settings.test",
            "PYTHONPATH": str(ROOT),
        }
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("todo_side.py"), str(matters)],
            env={**os.environ, **own},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def open_page(self) -> int:
        """Nanoseconds."""
        there, back = self.pipes()
        there.write("\n")
        there.flush()
        return int(back.readline())

    def pipes(self) -> tuple[IO[str], IO[str]]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        return self.process.stdin, self.process.stdout

    def close(self) -> None:
        there, _ = self.pipes()
        there.close()
        self.process.wait()


def compare(name: str, few: Desk, many: Desk, rounds: int) -> None:
    turns = [(few.open_page(), many.open_page()) for _ in range(rounds)]
    small, large = median(one for one, _ in turns), median(two for _, two in turns)
    print(f"{name}: {large / small:.2f} times as long ({small / 1e6:.1f} ms and {large / 1e6:.1f} ms here)")
    few.close()
    many.close()


def main(few: int, many: int, rounds: int) -> int:
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        desks = [Desk(f"sqlite:///{folder / str(count)}.sqlite3", folder, count) for count in (few, many)]
        compare("sqlite", *desks, rounds=rounds)
        if found() is None:
            print("postgresql: no server binary found")
            return 0
        urls = [stack.enter_context(cluster()) for _ in range(2)]
        desks = [Desk(url, folder, count) for url, count in zip(urls, (few, many), strict=True)]
        compare("postgresql", *desks, rounds=rounds)
    return 0


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given + [FEW, MANY, ROUNDS][len(given) :])))
