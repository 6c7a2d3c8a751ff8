import ast
from pathlib import Path

import pytest

from tests.house.tree import ROOT, shown, tracked

FLOATS_FORBIDDEN = [
    path
    for path in tracked(".py")
    if path.is_relative_to(ROOT / "zhixing") and "migrations" not in path.parts
]
FURNITURE = {"facts.py", "book.py", "apps.py", "models", "migrations"}


@pytest.mark.parametrize("path", FLOATS_FORBIDDEN, ids=shown)
def test_no_float_is_written_into_the_product(path: Path) -> None:
    """Money is fen, leave is half-days, fractions are integers."""
    floats = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert floats == []


def test_every_regulation_is_furnished_alike() -> None:
    rooms = [room for room in (ROOT / "zhixing" / "regulations").iterdir() if (room / "book.py").exists()]
    assert rooms
    for room in rooms:
        held = {entry.name for entry in room.iterdir()}
        assert held >= FURNITURE, f"{room.name} lacks {FURNITURE - held}"
        assert any(entry.suffix == ".md" for entry in room.iterdir()), f"{room.name} has no edition"
