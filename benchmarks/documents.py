"""Every page of documents with 5,000 received and 700 issued ones beside the same page with 50 of each, in one
run: with fewer than a page shows, the lines of the page would be measured and not what lies behind it.

Prints the ratio of the medians for each page, and how the slowest of them stands to the to-do page (goal: at most 1.2
for each ratio, as for the to-do page).

    python benchmarks/documents.py [rounds]
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import IO

ROOT = Path(__file__).resolve().parents[1]
FEW, MANY, ROUNDS = (50, 50), (5_000, 700), 25
PAGES = (
    "/todo/", "/documents/received/", "/documents/received/mine/", "/documents/received/where/", "/documents/received/1/",
    "/documents/issued/", "/documents/issued/1/", "/documents/numbers/", "/documents/loans/", "/documents/filing/",
    "/documents/filed/", "/documents/issued/new/",
)  # fmt: skip


class Desk:
    """A process with a database of its own that opens the page it is told."""

    def __init__(self, folder: Path, received: int, issued: int) -> None:
        own = {
            "DATABASE_URL": f"sqlite:///{folder / str(received)}.sqlite3",
            "ZHIXING_VAR": str(folder),
            "DJANGO_SETTINGS_MODULE": "zhixing.site.settings.test",
            "PYTHONPATH": str(ROOT),
        }
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("documents_side.py"), str(received), str(issued)],
            env={**os.environ, **own},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def open_page(self, page: str) -> int:
        """Nanoseconds."""
        there, back = self.pipes()
        there.write(f"{page}\n")
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


def main(rounds: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        few, many = (Desk(Path(name), *counts) for counts in (FEW, MANY))
        for page in PAGES:
            turns = [(few.open_page(page), many.open_page(page)) for _ in range(rounds)]
            small, large = median(one for one, _ in turns), median(two for _, two in turns)
            print(
                f"{page}: {large / small:.2f} times as long ({small / 1e6:.1f} ms and {large / 1e6:.1f} ms here)"
            )
        few.close()
        many.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
