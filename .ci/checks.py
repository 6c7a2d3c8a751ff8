"""Every check of this repository in order; goes on after a failure and fails at the end.

The last line is the closing line of the tests, summed over their runs.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# ruff: noqa: E402 -- the tests' folder is no installed package
from tests.bureau import LOADED, loading
from tests.cluster import found

BIN = Path(sys.executable).parent
FOLDERS = ("zhixing", "tests", "benchmarks", "docs", ".ci", "hatch_build.py", "hatch_metadata.py")
CHECKS: Mapping[str, tuple[str, ...]] = {
    "style": ("ruff", "check", "--quiet", *FOLDERS),
    "format": ("ruff", "format", "--check", "--quiet", *FOLDERS),
    "types": ("mypy", "zhixing", "tests"),
    "floors": ("lint-imports", "--no-cache"),
    "regulations": ("zhixing", "check"),
}
SIDE_BY_SIDE = ("-n", "2", "--dist", "worksteal")  # whoever is done first takes over from the other
PYTEST = (sys.executable, "-m", "pytest", "--no-header", "-p", "no:cacheprovider")
# what is kept in a database and by whom it is locked; the shells above ask these
OF_DATABASES = [f"tests/{room}" for room in ("journal", "files", "office", "organ", "regulations", "search")]
COUNTED = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed|deselected)\b")


def run(name: str, command: tuple[str, ...]) -> bool:
    print(f"== {name}", flush=True)
    program = BIN / command[0]
    done = subprocess.run([program if program.exists() else command[0], *command[1:]], cwd=ROOT, check=False)
    return done.returncode == 0


def pytest(name: str, counts: Counter[str], *arguments: str, **environment: str) -> bool:
    print(f"== tests: {name}", flush=True)
    process = subprocess.Popen(
        [*PYTEST, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
    )
    last = ""
    for line in process.stdout or ():
        print(line, end="", flush=True)
        last = line if COUNTED.search(line) else last
    for number, word in COUNTED.findall(last):
        counts["errors" if word == "error" else word] += int(number)
    return process.wait() in {0, 5}  # 5: nothing was selected


def all_tests(counts: Counter[str], bureau: Path) -> dict[str, bool]:
    results = {
        "SQLite": pytest("SQLite", counts, *SIDE_BY_SIDE, "-m", "not browser and not wheel"),
        "wheel": pytest("the built wheel", counts, "-m", "wheel"),
        "browser": pytest("browser", counts, *SIDE_BY_SIDE, "-m", "browser", **{LOADED: str(bureau)}),
    }
    if found():
        results["PostgreSQL"] = pytest(
            "PostgreSQL",
            counts,
            *SIDE_BY_SIDE,
            "-m",
            "not browser",
            *OF_DATABASES,
            ZHIXING_TEST_DATABASE="postgresql",
        )
    return results


def closing(counts: Counter[str], seconds: float) -> str:
    order = ("failed", "passed", "skipped", "xfailed", "xpassed", "errors")
    said = ", ".join(f"{counts[word]} {word}" for word in order if counts[word]) or "no tests ran"
    return f"{said} in {seconds:.2f}s".center(100, "=").replace("=" + said[0], "= " + said[0], 1)


def main() -> int:
    began = time.monotonic()
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="zhixing-bureau-") as folder:
        demo = loading(Path(folder))  # beside the checks, which take one core
        results = {name: run(name, command) for name, command in CHECKS.items()}
        results["demo"] = demo.wait() == 0
        results |= all_tests(counts, Path(folder))
    failed = [name for name, good in results.items() if not good]
    print("== failed: " + ", ".join(failed) if failed else "== every check passed")
    print(closing(counts, time.monotonic() - began))
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
