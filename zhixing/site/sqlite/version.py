"""Which SQLite libraries carry the repair of the write-ahead log's reset."""

from __future__ import annotations

import logging
from functools import cache

log = logging.getLogger("zhixing.databases")

# https://sqlite.org/wal.html: repaired in 3.51.3 and taken back to these branches
REPAIRED = (3, 51, 3)
REPAIRED_BRANCHES = {(3, 50): 7, (3, 44): 6}


def repaired(version: tuple[int, int, int]) -> bool:
    branch = REPAIRED_BRANCHES.get(version[:2])
    return version >= REPAIRED or (branch is not None and version[2] >= branch)


@cache
def warn_once(version: tuple[int, int, int]) -> None:
    if not repaired(version):
        log.warning(
            "SQLite %d.%d.%d 早于修复预写日志缺陷的版本（3.51.3），已用写入锁规避；正式使用请升级 SQLite 或改用 PostgreSQL。",
            *version,
        )
