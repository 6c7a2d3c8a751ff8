"""What the product imports is installed by the product's own lock, not only by the developers'."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements" / "app.txt"


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> set[str]:
    return {normal(name) for name in re.findall(r"^([\w.-]+)(?:\[.*\])?==", LOCK.read_text(), re.MULTILINE)}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_every_import_of_the_product_is_in_its_lock() -> None:
    names = {
        name for path in (ROOT / "zhixing").rglob("*.py") for name in imported(ast.parse(path.read_text()))
    }
    foreign = names - set(sys.stdlib_module_names) - {"zhixing"}
    distributions, lock = packages_distributions(), locked()
    missing = {
        name for name in foreign if not lock & {normal(found) for found in distributions.get(name, ())}
    }
    assert "django" in foreign
    assert not missing
