"""The demo bureau that the browser walks: a folder, loaded by the command a user types."""

import os
import subprocess
import sys
from pathlib import Path

DAY = "2026-09-22"
NOW = f"{DAY}T10:00+08:00"
LOADED = "ZHIXING_BUREAU"  # names a folder that is loaded already
ZHIXING = Path(sys.executable).parent / "zhixing"


def loading(folder: Path) -> subprocess.Popen[bytes]:
    """Fills the folder; takes one of two cores for a minute or two."""
    command = [str(ZHIXING), "demo", "--today", DAY]
    return subprocess.Popen(command, env=surroundings(folder, NOW), stdout=subprocess.DEVNULL)


def surroundings(folder: Path, now: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return {**kept, "ZHIXING_VAR": str(folder), "ZHIXING_DEMO_NOW": now}
