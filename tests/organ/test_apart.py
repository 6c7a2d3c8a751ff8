"""Nothing of one organ is seen, counted or numbered by the other."""

from datetime import date

import pytest
from django.db import transaction

from tests.organ.conftest import NOW
from zhixing.organ.models import Account, Counter, Organ, Person, Section
from zhixing.organ.numbers import NumberOutsideTransactionError, next_number
from zhixing.organ.policy import viewer_of, visible
from zhixing.organ.roles import roles_of

DAY = date(2026, 11, 20)


@pytest.fixture
def other(db: None) -> Organ:
    return Organ.objects.create(key="ouhai", name="瓯海", short_name="瓯海", created_at=NOW)


def account(organ: Organ, number: str) -> Account:
    person = Person.objects.get(organ=organ, number=number)
    return Account.objects.create(organ=organ, person=person, username=f"{organ.key}-{number}")


def test_numbers_run_apart_and_without_gap(organ: Organ, other: Organ) -> None:
    taken = []
    for whose in (organ, organ, other, organ):
        with transaction.atomic():
            taken.append(next_number(whose, "假", 2026))
    assert taken == [1, 2, 1, 3]


def test_a_failed_act_gives_its_number_back(organ: Organ) -> None:
    def fail() -> None:
        with transaction.atomic():
            next_number(organ, "假", 2026)
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 -- raised above
        fail()
    with transaction.atomic():
        assert next_number(organ, "假", 2026) == 1


@pytest.mark.django_db(transaction=True)
def test_a_number_is_taken_in_a_transaction_only() -> None:
    organ = Organ.objects.create(key="lone", name="独", short_name="独", created_at=NOW)
    with pytest.raises(NumberOutsideTransactionError):
        next_number(organ, "假", 2026)
    assert not Counter.objects.exists()


def test_people_of_another_organ_are_not_seen(organ: Organ, other: Organ) -> None:
    Person.objects.create(organ=other, number="X1", name="外人")
    Section.objects.create(organ=other, name="外科", kind="内设科室", since=date(2020, 1, 1))
    viewer = viewer_of(account(organ, "E008"), DAY)
    assert visible(viewer, Person).count() == 42
    assert visible(viewer, Section).count() == 9


def test_what_no_policy_allows_is_not_seen(organ: Organ) -> None:
    assert visible(viewer_of(account(organ, "E001"), DAY), Counter).count() == 0


@pytest.mark.parametrize(
    ("number", "roles"),
    [
        ("E001", {"职员", "局领导", "局长"}),
        ("E004", {"职员", "局领导"}),
        ("E006", {"职员", "局领导", "纪检"}),
        ("E008", {"职员", "科室负责人", "办公室", "办公室主任"}),
        ("E012", {"职员", "财务"}),
        ("E014", {"职员", "办公室"}),
        ("E025", {"职员"}),
    ],
)
def test_roles_come_from_posts(organ: Organ, number: str, roles: set[str]) -> None:
    assert roles_of(account(organ, number), DAY) == roles


def test_whoever_has_left_has_no_role(organ: Organ) -> None:
    left = account(organ, "E025")
    assert left.person is not None
    left.person.services.update(until=date(2026, 11, 19))
    assert roles_of(left, DAY) == frozenset()


def test_an_officer_is_only_that(organ: Organ) -> None:
    officer = Account.objects.create(organ=organ, username="officer", officer="审计管理员")
    assert roles_of(officer, DAY) == {"审计管理员"}
    assert (officer.is_superuser, officer.is_staff, officer.has_perm("anything")) == (False, False, False)
