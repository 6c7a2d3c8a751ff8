"""docs/meeting-cases.md names tests; each of them exists."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[2]
PAGE = TESTS.parent / "docs" / "meeting-cases.md"
NAMED = re.compile(r"`([\w/]+/\w+\.py)(?:::(\w+))?`")


def test_every_test_that_the_page_names_is_there() -> None:
    pairs = [pair for pair in NAMED.findall(PAGE.read_text()) if not pair[0].startswith("tests/")]
    assert len(pairs) > 30
    missing = [
        f"{file}::{test}"
        for file, test in pairs
        if not (TESTS / file).is_file() or (test and f"def {test}(" not in (TESTS / file).read_text())
    ]
    assert missing == []
