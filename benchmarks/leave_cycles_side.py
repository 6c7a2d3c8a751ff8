"""The measurement of benchmarks/leave_cycles.py on the one database that the environment names.

The bureau is served by `zhixing serve` as in service. Every cycle is the leave of another person: this
afternoon, so that it may be asked for, agreed to, filed and ended within one moment of the bureau's clock. The
interface counts the requests of each token, so the leader and the office hold one for every hundred cycles.
"""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from statistics import mean, median
from time import perf_counter_ns
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- needs a started Django
from django.db import connection, transaction  # noqa: E402 -- needs a started Django

from tests.web.bureau import BEGIN, Bureau, build  # noqa: E402 -- needs a started Django
from zhixing.journal.models import Entry  # noqa: E402 -- needs a started Django
from zhixing.journal.verify import verify  # noqa: E402 -- needs a started Django
from zhixing.organ.models import Account, Person, Service, Token  # noqa: E402 -- needs a started Django
from zhixing.organ.models.token import WRITE  # noqa: E402 -- needs a started Django
from zhixing.organ.tokens import PREFIX, digest  # noqa: E402 -- needs a started Django
from zhixing.regulations.attendance.models import Leave  # noqa: E402 -- needs a started Django

NOW = datetime.fromisoformat(os.environ["ZHIXING_DEMO_NOW"])
ROUNDS = 8
ALONE = 10  # cycles of a round in which one caller asks alone
SHARE = 100  # cycles on one token of the leader or the office
PATIENCE = 60  # seconds for the server's first answer
LEADER, OFFICE = "局领导", "办公室"


@dataclass(frozen=True)
class Cycle:
    """One person's leave and the tokens of everybody who has a hand in it."""

    number: int
    own: str
    leader: str
    office: str


@dataclass(frozen=True)
class Site:
    port: int
    day: date

    def run(self, cycle: Cycle) -> None:
        with closing(HTTPConnection("127.0.0.1", self.port)) as line:
            matter = post(line, cycle.own, "/api/leave", self.asked())["matter"]
            for secret, act in ((cycle.leader, "同意"), (cycle.office, "同意"), (cycle.own, "销假")):
                path = f"/api/matters/{matter['id']}/acts/{ENCODED[act]}"
                matter = post(line, secret, path, {"seen": matter["version"]})["matter"]
            assert matter["state"] == "已办结", matter

    def asked(self) -> dict[str, object]:
        return {
            "kind": "事假", "first": str(self.day), "first_half": "下午", "last": str(self.day), "last_half": "下午",
            "reason": "家中有事。", "stand_in": "E002",
        }  # fmt: skip


ENCODED = {"同意": "%E5%90%8C%E6%84%8F", "销假": "%E9%94%80%E5%81%87"}


def post(line: HTTPConnection, secret: str, path: str, body: object) -> Any:
    headers = {
        "Authorization": f"Bearer {secret}",
        "Content-Type": "application/json",
        "Idempotency-Key": secrets.token_hex(8),
    }
    line.request("POST", path, json.dumps(body), headers)
    answer = line.getresponse()
    read = json.loads(answer.read())
    assert answer.status < HTTPStatus.MULTIPLE_CHOICES, (path, answer.status, read)
    return read


def staff(bureau: Bureau, count: int) -> list[Account]:
    """Further members of the section, each with an account."""
    organ, numbers = bureau.organ, range(101, 101 + count)
    people = Person.objects.bulk_create(
        [Person(organ=organ, number=f"E{n}", name=f"职员{n}", started_work=BEGIN) for n in numbers]
    )
    terms = {"rank": "一般人员", "category": "公务员", "title": "科员", "since": BEGIN}
    Service.objects.bulk_create(
        [Service(organ=organ, person=person, section=bureau.section, **terms) for person in people]
    )
    return Account.objects.bulk_create(
        [Account(organ=organ, person=person, username=person.number) for person in people]
    )


def tokens(accounts: list[Account]) -> list[str]:
    """One token for each account named, written as issued."""
    given = [PREFIX + secrets.token_urlsafe(32) for _ in accounts]
    Token.objects.bulk_create(
        Token(
            organ=account.organ, account=account, name="测速", scope=WRITE, digest=digest(secret),
            created_at=NOW, until=NOW + timedelta(days=1),
        )
        for account, secret in zip(accounts, given, strict=True)
    )  # fmt: skip
    return given


@transaction.atomic
def prepared(count: int) -> list[Cycle]:
    bureau = build()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE raw_row (number bigint PRIMARY KEY, content text NOT NULL)")
    own = tokens(staff(bureau, count))
    shares = count // SHARE + 1
    leader, office = (tokens([bureau.accounts[role]] * shares) for role in (LEADER, OFFICE))
    return [Cycle(n, own[n], leader[n // SHARE], office[n // SHARE]) for n in range(count)]


@contextmanager
def served() -> Iterator[int]:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [str(Path(sys.executable).with_name("zhixing")), "serve", "--demo", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            await_answer(port)
            yield port
        finally:
            server.terminate()


def await_answer(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with closing(HTTPConnection("127.0.0.1", port)) as line:
                line.request("GET", "/health")
                line.getresponse()
                return
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def insert(number: int, text: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO raw_row (number, content) VALUES (%s, %s)", [number, text])


def timed(site: Site, cycles: list[Cycle], callers: int) -> float:
    """Nanoseconds for one cycle, with so many callers at a time."""
    began = perf_counter_ns()
    with ThreadPoolExecutor(callers) as pool:
        list(pool.map(site.run, cycles))
    return (perf_counter_ns() - began) / len(cycles)


def timed_inserts(begin: int, text: str, count: int) -> float:
    began = perf_counter_ns()
    for number in range(begin, begin + count):
        insert(number, text)
    return (perf_counter_ns() - began) / count


def entry_text() -> str:
    """As long as the journal's entries are on average."""
    return "x" * round(
        mean(sum(len(str(value)) for value in vars(entry).values()) for entry in Entry.objects.all())
    )


def main(each: int, callers: int) -> None:
    call_command("migrate", verbosity=0)
    cycles = prepared(ALONE + ROUNDS * (ALONE + each))
    waiting = iter(cycles)
    with served() as port:
        site = Site(port, NOW.date())
        timed(site, [next(waiting) for _ in range(ALONE)], callers)
        text, entries = entry_text(), Entry.objects.count() / ALONE
        turns = [
            (
                timed(site, [next(waiting) for _ in range(ALONE)], 1),
                timed(site, [next(waiting) for _ in range(each)], callers),
                timed_inserts(turn * each, text, each),
            )
            for turn in range(ROUNDS)
        ]
    assert Leave.objects.filter(status="已销假").count() == len(cycles)
    assert verify("lucheng-jx").of("链条") == []
    tell(turns, callers, each, entries)


def tell(turns: list[tuple[float, float, float]], callers: int, each: int, entries: float) -> None:
    one, many, raw = (10**9 / median(side) for side in zip(*turns, strict=True))
    alone, together = (median(turn[place] / turn[2] for turn in turns) for place in (0, 1))
    print(
        f"{connection.vendor}: one full leave cycle (4 requests, {entries:.0f} journal entries) costs "
        f"{together:.0f} raw inserts with {callers} callers at a time, {alone:.0f} with one "
        f"({many:.1f}/s, {one:.1f}/s; raw insert {raw:.0f}/s; medians of {ROUNDS} interleaved rounds of {each})",
        flush=True,
    )


main(*(int(argument) for argument in sys.argv[1:]))
