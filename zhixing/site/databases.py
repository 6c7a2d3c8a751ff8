"""How the two databases are opened, so that what was acknowledged survives a power cut."""

from __future__ import annotations

from typing import Any

from environ import Env

ENGINES = {
    "django.db.backends.sqlite3": "zhixing.site.sqlite",
    "django.db.backends.postgresql": "zhixing.site.postgresql",
}
WAIT_SECONDS = 20
LARGEST_WAL = 64 * 1024 * 1024

# FULL: NORMAL lost acknowledged rows in power cuts. No mapped memory: a stray write must not reach the file.
# Checkpoints are ours, under the write lock: zhixing/site/sqlite/lock.py. Recursive triggers let the guards
# of append-only tables see INSERT OR REPLACE.
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "mmap_size=0",
    "wal_autocheckpoint=0",
    f"journal_size_limit={LARGEST_WAL}",
    "recursive_triggers=ON",
    "secure_delete=ON",  # a ballot that was thrown anew leaves nothing behind in a free page
)


def database(url: str) -> dict[str, Any]:
    """One entry of DATABASES from an address such as sqlite:///path or postgres://user:password@host/name."""
    settings: dict[str, Any] = dict(Env.db_url_config(url))
    engine = ENGINES.get(settings["ENGINE"])
    if engine is None:
        raise ValueError("DATABASE_URL：只支持 sqlite 和 postgres 两种数据库。")
    options = sqlite_options() if engine.endswith("sqlite") else postgresql_options()
    settings["OPTIONS"] = {**settings.get("OPTIONS", {}), **options}
    return {**settings, "ENGINE": engine, "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}


def sqlite_options() -> dict[str, Any]:
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": WAIT_SECONDS,
        "init_command": ";".join(f"PRAGMA {pragma}" for pragma in PRAGMAS),
    }


def postgresql_options() -> dict[str, Any]:
    return {"options": f"-c lock_timeout={WAIT_SECONDS}s", "connect_timeout": WAIT_SECONDS}
