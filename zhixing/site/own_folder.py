"""The folder that holds everything of one installation: open to the account that runs it, and to nobody else."""

import os
import stat
from pathlib import Path

OWNER_ALONE = 0o700


def own_folder(folder: Path) -> Path:
    """The folder, made where it is lacking and closed to others where it stood open.

    A folder that belongs to another account, or that everybody may write to (/tmp), is left as it is.
    """
    folder.mkdir(mode=OWNER_ALONE, parents=True, exist_ok=True)
    now = folder.stat()
    shared = bool(now.st_mode & stat.S_ISVTX)
    if now.st_uid == os.geteuid() and not shared and stat.S_IMODE(now.st_mode) != OWNER_ALONE:
        folder.chmod(OWNER_ALONE)
    return folder
