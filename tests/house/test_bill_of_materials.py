"""The bill of materials names all that is installed, each pinned and with its digests (CF-05)."""

import json
import re
import subprocess
import sys
from importlib.metadata import version
from typing import Any

import pytest

from tests.house.tree import ROOT

LOCK = (ROOT / "requirements" / "app.txt").read_text()


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, ".ci/bill_of_materials.py"], cwd=ROOT, check=True, capture_output=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_it_says_what_it_is_the_bill_of(bill: dict[str, Any]) -> None:
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    assert bill["metadata"]["component"]["name"] == "zhixing"


def test_every_line_of_the_lock_stands_in_it(bill: dict[str, Any]) -> None:
    pinned = re.findall(r"^[A-Za-z0-9][^\s=\[]*(?:\[.*\])?==", LOCK, re.MULTILINE)
    assert len(bill["components"]) == len(pinned) > 30
    assert len({one["purl"] for one in bill["components"]}) == len(pinned)


def test_each_package_is_pinned_with_digests(bill: dict[str, Any]) -> None:
    assert [one["name"] for one in bill["components"] if not one["hashes"]] == []
    assert len(re.findall("--hash=", LOCK)) == sum(len(one["hashes"]) for one in bill["components"])


def test_what_runs_here_is_what_the_bill_says(bill: dict[str, Any]) -> None:
    said = {one["name"]: one["version"] for one in bill["components"]}
    for name in ("django", "django-allauth", "defusedxml", "pypdf", "granian"):
        assert version(name) == said[name]
