"""One desk of benchmarks/todo.py: fills the database the environment names, then opens the page line by line."""

import sys
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from time import perf_counter_ns

import django

django.setup()

from django.conf import settings  # noqa: E402 -- needs a started Django
from django.core.management import call_command  # noqa: E402 -- needs a started Django
from django.db import connection, transaction  # noqa: E402 -- needs a started Django
from django.test import Client  # noqa: E402 -- needs a started Django

from tests.web.bureau import Bureau, build  # noqa: E402 -- needs a started Django
from zhixing.office.matters.models import Matter, Task  # noqa: E402 -- needs a started Django

BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
OPEN = 30
BATCH = 5_000
WARM_UP = 5


@transaction.atomic
def fill(bureau: Bureau, matters: int) -> None:
    """All but the last thirty are done; each passed over the same leader's desk."""
    for begin in range(0, matters, BATCH):
        numbers = range(begin, min(begin + BATCH, matters))
        rows = Matter.objects.bulk_create([matter(bureau, n, is_open=n >= matters - OPEN) for n in numbers])
        Task.objects.bulk_create([task(bureau, row) for row in rows])


def matter(bureau: Bureau, number: int, *, is_open: bool) -> Matter:
    at = BEGIN + timedelta(minutes=number)
    return Matter(
        organ=bureau.organ, number=f"假〔2026〕{number}号", regulation="attendance", procedure="请假",
        title=f"林小满请事假（第{number}次）", starter=bureau.person("职员"),
        state="审批中" if is_open else "已办结", edition=date(2018, 2, 1), created_at=at, submitted_at=at,
    )  # fmt: skip


def task(bureau: Bureau, row: Matter) -> Task:
    waits = row.state == "审批中"
    return Task(
        organ=bureau.organ, matter=row, person=bureau.person("局领导"), kind="办理",
        state="待办" if waits else "已办", arrived_at=row.created_at, done_at=None if waits else row.created_at,
    )  # fmt: skip


def main(matters: int) -> None:
    call_command("migrate", verbosity=0)
    bureau = build()
    fill(bureau, matters)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(bureau.accounts["局领导"], backend=settings.AUTHENTICATION_BACKENDS[-1])
    for _ in range(WARM_UP):
        assert client.get("/todo/").status_code == HTTPStatus.OK
    for _ in sys.stdin:
        began = perf_counter_ns()
        answer = client.get("/todo/")
        took = perf_counter_ns() - began
        assert answer.content.decode().count("林小满请事假") >= 1
        print(took, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
