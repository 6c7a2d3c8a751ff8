import ast
from pathlib import Path
from statistics import median

import pytest

from tests.house.tree import is_migration, shown, tracked

LONGEST_FILE = 300
LONGEST_FUNCTION = 60
MEDIAN_FUNCTION = 10
BANNED_NAMES = {"utils", "helpers", "common", "misc"}
SOURCES = [path for path in tracked(".py") if not is_migration(path)]


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text())
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", SOURCES, ids=shown)
def test_a_file_holds_one_idea_and_stays_under_300_lines(path: Path) -> None:
    if path.name.endswith("_data.py"):
        pytest.skip("data")
    assert len(path.read_text().splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=shown)
def test_no_function_is_longer_than_60_lines(path: Path) -> None:
    assert [node.name for node in functions(path) if length(node) > LONGEST_FUNCTION] == []


def test_half_of_all_functions_of_the_package_stay_under_ten_lines() -> None:
    lengths = [length(node) for path in SOURCES if "tests" not in path.parts for node in functions(path)]
    assert median(lengths) < MEDIAN_FUNCTION


@pytest.mark.parametrize("path", SOURCES, ids=shown)
def test_no_import_stands_inside_a_function(path: Path) -> None:
    inner = [
        node.lineno
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inner == []


def test_no_module_is_a_drawer_for_everything() -> None:
    assert [shown(path) for path in SOURCES if path.stem in BANNED_NAMES] == []
