"""One desk of benchmarks/documents.py: fills the database the environment names, then opens page after page."""

import sys
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from time import perf_counter_ns

import django

django.setup()

from django.conf import settings  # noqa: E402 -- needs a started Django
from django.core.management import call_command  # noqa: E402 -- needs a started Django
from django.db import connection, transaction  # noqa: E402 -- needs a started Django
from django.test import Client  # noqa: E402 -- needs a started Django

from tests.web.bureau import BEGIN, Bureau, build  # noqa: E402 -- needs a started Django
from zhixing.office.matters.models import Matter  # noqa: E402 -- needs a started Django
from zhixing.organ.models import Holding  # noqa: E402 -- needs a started Django
from zhixing.regulations.documents.models import (  # noqa: E402 -- needs a started Django
    DocumentNumber,
    IssuedDocument,
    ReceivedDocument,
)

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DAYS, WARM_UP, CLERK = 730, 3, "办公室"


@transaction.atomic
def fill(bureau: Bureau, received: int, issued: int) -> None:
    """Two years of closed papers, evenly spread."""
    ReceivedDocument.objects.bulk_create([came(bureau, n, received) for n in range(received)], batch_size=500)
    matters = Matter.objects.bulk_create([way(bureau, n, issued) for n in range(issued)], batch_size=500)
    numbers = DocumentNumber.objects.bulk_create([number(bureau, n) for n in range(issued)], batch_size=500)
    IssuedDocument.objects.bulk_create(
        [
            went(bureau, n, issued, matter, taken)
            for n, (matter, taken) in enumerate(zip(matters, numbers, strict=True))
        ],
        batch_size=500,
    )


def at(place: int, of: int) -> datetime:
    return NOW - timedelta(days=DAYS - place * DAYS // of)


def came(bureau: Bureau, n: int, of: int) -> ReceivedDocument:
    day, clerk = at(n, of).date(), bureau.person(CLERK)
    return ReceivedDocument(
        organ=bureau.organ, series="收", year=day.year, number=n + 1, received_on=day, sender="区政府办公室",
        sender_number=f"温鹿政办〔{day.year}〕{n}号", title=f"关于第{n}项工作的通知", type="通知", urgency="平件",
        mode="阅件", state="已办结", registered_by=clerk, registered_at=at(n, of), closed_by=clerk, closed_on=day,
    )  # fmt: skip


def way(bureau: Bureau, n: int, of: int) -> Matter:
    when = at(n, of)
    return Matter(
        organ=bureau.organ, number=f"发文〔{when.year}〕{n + 1}号", regulation="documents", procedure="发文",
        title=f"关于第{n}项工作的函", starter=bureau.person("职员"), state="已办结", created_at=when, submitted_at=when,
        closed_at=when,
    )  # fmt: skip


def number(bureau: Bureau, n: int) -> DocumentNumber:
    return DocumentNumber(
        organ=bureau.organ, series="鹿经信函", year=2026, number=n + 1, title=f"关于第{n}项工作的函",
        taken_by=bureau.person(CLERK), taken_at=NOW,
    )  # fmt: skip


def went(bureau: Bureau, n: int, of: int, matter: Matter, taken: DocumentNumber) -> IssuedDocument:
    when = at(n, of)
    return IssuedDocument(
        organ=bureau.organ, matter=matter, state="已分发", drafter=bureau.person("职员"), drafted_at=when, type="函",
        title=f"关于第{n}项工作的函", main_to="市经信局", body="函告如下。", signed_on=when.date(), signers="局长",
        number=taken, sent_at=when,
    )  # fmt: skip


def main(received: int, issued: int) -> int:
    call_command("migrate", verbosity=0)
    bureau = build()
    Holding.objects.create(organ=bureau.organ, person=bureau.person(CLERK), post="文书", since=BEGIN)
    fill(bureau, received, issued)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(bureau.accounts[CLERK], backend=settings.AUTHENTICATION_BACKENDS[-1])
    warm = set[str]()
    for line in sys.stdin:
        page = line.strip()
        for _ in range(WARM_UP if page not in warm else 0):
            opened(client, page)
        warm.add(page)
        began = perf_counter_ns()
        opened(client, page)
        print(perf_counter_ns() - began, flush=True)
    return 0


def opened(client: Client, page: str) -> None:
    status = client.get(page).status_code
    assert status == HTTPStatus.OK, f"{page}: {status}"


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
