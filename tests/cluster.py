"""A PostgreSQL cluster of the tests' own: made, started, used and thrown away."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

INSTALLED = Path("/usr/lib/postgresql")
# durable as in service: the product refuses to start on anything less
SETTINGS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories="


@cache
def found() -> Path | None:
    """The folder of the server's programs; None where no server is installed."""
    folders = sorted(INSTALLED.glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    candidates = [*folders, *([Path(on_path).parent] if on_path else [])]
    return next((folder for folder in candidates if (folder / "pg_ctl").exists()), None)


def owner() -> str | None:
    """The server refuses to run as root; then its own account runs it."""
    return "postgres" if os.geteuid() == 0 else None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def cluster(settings: str = SETTINGS) -> Iterator[str]:
    """Yields the DATABASE_URL of a fresh cluster with checksums; it is gone afterwards."""
    programs = found()
    if programs is None:
        raise RuntimeError("no PostgreSQL server is installed")
    folder = Path(tempfile.mkdtemp(prefix="zhixing-pg-"))
    password, port = secrets.token_hex(16), free_port()
    (folder / "password").write_text(password)
    hand_over(folder)
    data = folder / "data"
    try:
        as_owner(
            programs / "initdb", "-D", data, "-U", "zhixing", "-A", "scram-sha-256", "-E", "UTF8",
            "--locale=C.UTF-8", "--data-checksums", f"--pwfile={folder / 'password'}",
        )  # fmt: skip
        options = f"{settings} -c port={port}"
        as_owner(programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start")
        yield f"postgres://zhixing:{password}@127.0.0.1:{port}/postgres"
    finally:
        if (data / "postmaster.pid").exists():
            as_owner(programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def hand_over(folder: Path) -> None:
    account = owner()
    if account:
        entry = pwd.getpwnam(account)
        for path in (folder, *folder.iterdir()):
            os.chown(path, entry.pw_uid, entry.pw_gid)


def as_owner(*command: str | Path) -> None:
    done = subprocess.run(
        [str(part) for part in command], user=owner(), cwd="/", check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")
