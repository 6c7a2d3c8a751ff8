import re
from pathlib import Path

import pytest

from tests.house.tree import is_migration, shown, tracked

# A half-width mark between two Chinese characters is never right on screen or paper.
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()][\u4e00-\u9fff]")
WRITTEN = [path for path in tracked(".html", ".md", ".typ", ".py") if not is_migration(path)]


@pytest.mark.parametrize("path", WRITTEN, ids=shown)
def test_chinese_text_uses_full_width_punctuation(path: Path) -> None:
    lines = path.read_text().splitlines()
    assert [
        f"{number}: {line.strip()}" for number, line in enumerate(lines, 1) if HALF_WIDTH.search(line)
    ] == []
