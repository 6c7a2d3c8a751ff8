"""docs/peer-cases.md and the pages of docs/clauses name tests; each of them exists."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]
DOCS = TESTS.parent / "docs"
NAMED = re.compile(r"`([\w/]+\.py)?(?:::(\w+))?`")


def named(page: Path) -> list[tuple[str, str]]:
    """(file below tests/, test) for every test a page names; `::test` stands in the file named before it."""
    found, last = [], ""
    for file, test in NAMED.findall(page.read_text()):
        last = file or last
        if file.startswith("regulations/") or (not file and test):
            found.append((last, test))
    return found


@pytest.mark.parametrize(
    ("page", "least"),
    [
        ("peer-cases.md", 20),
        ("clauses/01.md", 40),
        ("clauses/02.md", 20),
        ("clauses/04.md", 8),
        ("clauses/09.md", 20),
        ("clauses/13.md", 7),
        ("clauses/17.md", 20),
    ],
)
def test_every_test_that_the_page_names_is_there(page: str, least: int) -> None:
    pairs = named(DOCS / page)
    missing = [
        f"{file}::{test}"
        for file, test in pairs
        if not (TESTS / file).is_file() or (test and f"def {test}(" not in (TESTS / file).read_text())
    ]
    assert len(pairs) >= least
    assert missing == []


def test_every_case_of_leave_balance_approval_and_attendance_has_its_line() -> None:
    rows = re.findall(r"^\| (\d+) \|", (DOCS / "peer-cases.md").read_text(), re.MULTILINE)
    assert [int(row) for row in rows] == [*range(1, 38), 48, 49]
