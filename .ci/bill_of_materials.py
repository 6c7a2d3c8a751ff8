"""Writes the bill of materials (CycloneDX 1.5, JSON) of what the product installs, from its locks.

python .ci/bill_of_materials.py > bill.json
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements" / "app.txt"
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)")
HASH = re.compile(r"--hash=sha256:(?P<digest>[0-9a-f]{64})")


def components(lock: str) -> Iterator[dict[str, Any]]:
    """Every pinned package of a lock with the digests of the files it may be installed from."""
    found: dict[str, Any] = {}
    for line in lock.splitlines():
        if pinned := PINNED.match(line):
            if found:
                yield found
            found = component(pinned["name"].lower().replace("_", "-"), pinned["version"])
        if found and (digest := HASH.search(line)):
            found["hashes"].append({"alg": "SHA-256", "content": digest["digest"]})
    if found:
        yield found


def component(name: str, version: str) -> dict[str, Any]:
    address = f"pkg:pypi/{name}@{version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "hashes": [],
    }


def bill(lock: str, product: dict[str, Any]) -> dict[str, Any]:
    about = {
        "type": "application",
        "bom-ref": product["name"],
        "name": product["name"],
        "version": product["version"],
    }
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": about},
        "components": list(components(lock)),
    }


def main() -> None:
    product = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    json.dump(bill(LOCK.read_text(), product), sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
