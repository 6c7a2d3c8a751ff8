"""The worker: jobs in the main thread, the clock beside it, so that a long job stops no clock."""

import logging
import os
import secrets
import socket
from threading import Event, Thread

from django.core.management import call_command
from django.db import close_old_connections, connections

from zhixing.cli.ticking import look
from zhixing.office.duties.reaper import beat, rest
from zhixing.organ.clock import now

MINUTE = 60
LONGEST_NAME = 64
log = logging.getLogger(__name__)


def once() -> int:
    """One look at the clock, then everything that waits on the queue."""
    name = own_name()
    keep_minute(name)
    try:
        work(name, batch=True)
    finally:
        rest(name)
    return 0


def without_end() -> int:
    """Until told to stop; the job under way is finished first."""
    name, stop = own_name(), Event()
    clock = Thread(target=keep_time, args=(name, stop), name="clock", daemon=True)
    clock.start()
    try:
        work(name, batch=False)
    finally:
        stop.set()
        clock.join(MINUTE)
        rest(name)
    return 0


def work(name: str, *, batch: bool) -> None:
    call_command("db_worker", verbosity=0, worker_id=name, batch=batch, startup_delay=False, reload=False)


def own_name() -> str:
    """Never used twice: a name that is silent belongs to a dead process."""
    return f"{secrets.token_hex(8)}-{os.getpid()}-{socket.gethostname()}"[:LONGEST_NAME]


def keep_time(name: str, stop: Event) -> None:
    """At the start and at every full minute, until `stop`; a database away for a while ends nothing."""
    while not stop.is_set():
        try:
            keep_minute(name)
        except Exception:
            log.exception("这一分钟没有看成钟")
        finally:
            close_old_connections()
        stop.wait(MINUTE - now().second)
    connections.close_all()


def keep_minute(name: str) -> None:
    at = now()
    beat(name, at=at)
    look(at)
