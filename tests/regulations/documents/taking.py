"""Many desks numbering at once, each a process of its own: says every number it was given.

python -m tests.regulations.documents.taking DESKS
"""

import os
import sys
from datetime import UTC, datetime
from itertools import count

import django

django.setup()

from django.db import connections  # noqa: E402 -- needs a started Django

from zhixing.organ.made import made  # noqa: E402 -- needs a started Django
from zhixing.organ.models import Person  # noqa: E402 -- needs a started Django
from zhixing.regulations.documents.models import DocumentNumber  # noqa: E402 -- needs a started Django
from zhixing.regulations.documents.workflow.numbers import take  # noqa: E402 -- needs a started Django

AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
CLERK = "E010"


def desk(name: int) -> None:
    """Numbers until it is killed; a line is written in one piece."""
    clerk = Person.objects.get(number=CLERK)
    for turn in count(1):
        receipt = take(
            series="温鹿经信", title=f"第{name}桌第{turn}件", actor=clerk, at=AT, key=f"{name}-{turn}"
        )
        os.write(1, f"{os.getpid()} {made(DocumentNumber, receipt).number}\n".encode())


if __name__ == "__main__":
    for name in range(int(sys.argv[1])):
        connections.close_all()
        if os.fork() == 0:
            desk(name)
    for _ in range(int(sys.argv[1])):
        os.wait()
