"""文号簿 (09-2.4): gapless and unique, however many desks number at once and wherever they are killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypedDict

import pytest
from django.db import IntegrityError, transaction

from tests.people import build_people
from tests.process import surroundings
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.law.refusal import Refusal
from zhixing.organ.made import made
from zhixing.organ.models import Account, Organ, Person
from zhixing.organ.policy import Viewer, visible
from zhixing.regulations.documents.models import DocumentNumber
from zhixing.regulations.documents.workflow.numbers import missing, take, void

AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
DESKS, HEARD, KILLED = 50, 160, 20
keys = count(1)


class Acting(TypedDict):
    actor: Person
    at: datetime
    key: str


@pytest.fixture
def organ(db: None) -> Organ:
    return build_people(datetime(2026, 1, 5, tzinfo=UTC))


def who(number: str = "E010", at: datetime = AT) -> Acting:
    return Acting(actor=Person.objects.get(number=number), at=at, key=f"key-{next(keys)}")


def taken(series: str = "温鹿经信", at: datetime = AT) -> DocumentNumber:
    return made(DocumentNumber, take(series=series, title="关于印发办法的通知", **who(at=at)))


def test_each_series_and_each_year_counts_from_one(organ: Organ) -> None:
    said = [str(taken()), str(taken()), str(taken("温鹿经信党"))]
    assert said == ["温鹿经信〔2026〕1号", "温鹿经信〔2026〕2号", "温鹿经信党〔2026〕1号"]
    assert str(taken(at=datetime(2027, 1, 4, 2, tzinfo=UTC))) == "温鹿经信〔2027〕1号"


def test_the_year_is_that_of_the_office_not_of_greenwich(organ: Organ) -> None:
    assert str(taken(at=datetime(2026, 12, 31, 17, tzinfo=UTC))) == "温鹿经信〔2027〕1号"


def test_a_void_number_stays_taken_with_its_reason(organ: Organ) -> None:
    first = taken()
    void(number=first, reason="重复编号。", **who())
    assert str(taken()) == "温鹿经信〔2026〕2号"
    first.refresh_from_db()
    assert (first.state, first.void_reason) == ("作废", "重复编号。")
    assert missing(organ, "温鹿经信", 2026) == []
    with pytest.raises(Refusal) as refused:
        void(number=first, reason="", **who("E025"))
    assert [one.fact for one in refused.value.findings] == ["办理人", "作废原因", "状态"]
    assert {one.clause for one in refused.value.findings} == {"09-2.4"}


def test_only_the_clerk_numbers_and_everything_missing_is_said_at_once(organ: Organ) -> None:
    with pytest.raises(Refusal) as refused:
        take(series=" ", title="", **who("E001"))
    assert [one.fact for one in refused.value.findings] == ["办理人", "机关代字", "文件标题"]
    assert not DocumentNumber.objects.exists()


def take_and_fail() -> None:
    with transaction.atomic():
        taken()
        raise ZeroDivisionError


def test_a_number_whose_act_fails_is_given_back(organ: Organ) -> None:
    with pytest.raises(ZeroDivisionError):
        take_and_fail()
    assert str(taken()) == "温鹿经信〔2026〕1号"


def test_the_same_press_takes_one_number(organ: Organ) -> None:
    acting = who()
    receipts = {take(series="温鹿经信", title="通知", **acting).text() for _ in range(3)}
    assert (len(receipts), DocumentNumber.objects.count()) == (1, 1)


def test_the_database_itself_refuses_a_double(organ: Organ) -> None:
    first = taken()
    first.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)


def test_the_book_is_read_by_office_and_leaders_of_the_organ(organ: Organ) -> None:
    taken()
    for number, roles, seen in (("E010", {"职员"}, 1), ("E031", {"局长"}, 1), ("E031", {"职员"}, 0)):
        clerk = Person.objects.get(number=number)
        account = Account(username=number, organ=organ, person=clerk)
        viewer = Viewer(account, clerk, organ, frozenset(roles), AT.date())
        assert visible(viewer, DocumentNumber).count() == seen


@pytest.mark.django_db(transaction=True)
def test_fifty_desks_some_killed_in_the_middle_leave_neither_gap_nor_double(tmp_path: Path) -> None:
    build_people(datetime(2026, 1, 5, tzinfo=UTC))
    heard = numbered_until_killed(tmp_path)
    assert len(heard) >= HEARD
    assert [number for number, times in Counter(heard).items() if times > 1] == []
    book = list(DocumentNumber.objects.order_by("number").values_list("number", flat=True))
    assert book == list(range(1, len(book) + 1))
    assert set(heard) <= set(book)  # what was said to be given stands in the book
    assert Entry.objects.filter(action="编发文号").count() == len(book)
    assert verify(Organ.objects.get().pk).sound
    assert taken().number == len(book) + 1


def numbered_until_killed(var: Path) -> list[int]:
    """Twenty desks are killed one after the other while the others go on, then all that are left at once."""
    dice = random.Random(7)
    heard, desks = [], set[int]()
    command = [sys.executable, "-m", "tests.regulations.documents.taking", str(DESKS)]
    with subprocess.Popen(
        command, env=surroundings(var), stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as office:
        assert office.stdout is not None
        for line in office.stdout:
            desk, number = map(int, line.split())
            heard.append(number)
            desks.add(desk)
            if len(heard) > HEARD - KILLED:
                killed = dice.choice(sorted(desks))
                desks.discard(killed)
                os.kill(killed, signal.SIGKILL)
            if len(heard) >= HEARD:
                break
        os.killpg(office.pid, signal.SIGKILL)
        heard += [int(line.split()[1]) for line in office.stdout]
    return heard
