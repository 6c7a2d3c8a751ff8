"""What the product imports is installed by the product's own lock, not only by the developers'."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements" / "app.txt"
PINNED = re.compile(r"^(?P<name>[\w.-]+)(?:\[(?P<extras>.*)\])?==", re.MULTILINE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> set[str]:
    return set(pinned(LOCK))


def pinned(lock: Path) -> dict[str, set[str]]:
    """The extras that each package of a lock is pinned with."""
    return {
        normal(one["name"]): set(filter(None, re.split(r",\s*", one["extras"] or "")))
        for one in PINNED.finditer(lock.read_text())
    }


def asked(lock: dict[str, set[str]]) -> Iterator[Requirement]:
    """What the packages of a lock that are installed ask for on this machine."""
    for name, extras in lock.items():
        for text in said_by(name):
            wanted = Requirement(text)
            if wanted.marker is None or any(wanted.marker.evaluate({"extra": one}) for one in ("", *extras)):
                yield wanted


def said_by(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:  # another system's
        return []


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


@pytest.mark.parametrize("name", ["app.txt", "dev.txt"])
def test_a_package_asked_for_with_extras_is_pinned_with_them(name: str) -> None:
    """Older installers hold coverage[toml] for another package than coverage, and take its newest release."""
    lock = pinned(LOCK.with_name(name))
    with_extras = [wanted for wanted in asked(lock) if wanted.extras]
    assert with_extras
    assert [str(one) for one in with_extras if not one.extras <= lock[normal(one.name)]] == []
