"""A desk in a process of its own: it takes files in and enters acts until it is killed, saying each receipt.

python -m tests.journal.acting NAME
"""

import sys

import django

django.setup()

from django.db import transaction  # noqa: E402 -- needs a started Django

from tests.journal.acts import NINE, ORGAN, act  # noqa: E402 -- needs a started Django
from zhixing.files.store import keep  # noqa: E402 -- needs a started Django

name, number = sys.argv[1], 0
while True:
    number += 1
    with transaction.atomic():
        stored = keep(organ=ORGAN, name="说明.txt", content=f"{name}{number}".encode(), by="E001", at=NINE)
        receipt = act(key=f"{name}{number}", object_id=str(stored.pk), attachments=[stored.digest])
    sys.stdout.write(f"{receipt.text()}\n")
    sys.stdout.flush()
