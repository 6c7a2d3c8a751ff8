"""Who is who on a day: the routing anchors of domain 5.3 and G-18, G-20, G-27."""

from datetime import date, timedelta

import pytest

from tests.organ.conftest import NOW
from zhixing.law.refusal import Refusal
from zhixing.organ.delegations import delegate
from zhixing.organ.models import Holding, Organ, Person, Portfolio
from zhixing.organ.who import holders, resolve, service_on

DAY = date(2026, 11, 20)


def person(organ: Organ, number: str) -> Person:
    return Person.objects.get(organ=organ, number=number)


def resolved(organ: Organ, post: str, number: str) -> list[str]:
    return [b.person.number for b in resolve(organ, post, starter=person(organ, number), kind="请假", at=NOW)]


@pytest.mark.parametrize(
    ("number", "leader"),
    [
        ("E025", "E004"),
        ("E026", "E004"),
        ("E014", "E002"),
        ("E015", "E003"),
        ("E031", "E005"),
        ("E040", "E003"),
    ],
)
def test_the_leader_in_charge_is_the_one_of_the_persons_section(
    organ: Organ, number: str, leader: str
) -> None:
    assert resolved(organ, "分管局长", number) == [leader]


def test_a_deputys_own_leader_is_the_chief(organ: Organ) -> None:
    assert resolved(organ, "局长", "E002") == ["E001"]


def test_the_chief_never_decides_the_own_matter(organ: Organ) -> None:
    assert "E001" not in resolved(organ, "局长", "E001")


def test_a_head_of_section_is_never_the_own_approver_but_the_leader_is(organ: Organ) -> None:
    assert resolved(organ, "科室负责人", "E025") == ["E022"]
    assert resolved(organ, "科室负责人", "E022") == ["E004"]


def test_the_filing_clerks_own_leave_is_filed_by_the_head_of_the_office(organ: Organ) -> None:
    assert resolved(organ, "办公室", "E025") == ["E014"]
    assert resolved(organ, "办公室", "E014") == ["E008"]


def test_a_past_case_is_read_with_the_people_of_its_day(organ: Organ) -> None:
    Portfolio.objects.filter(section__name="信息化科").update(until=date(2026, 6, 30))
    Portfolio.objects.create(
        organ=organ,
        leader=person(organ, "E003"),
        section=Portfolio.objects.get(section__name="信息化科").section,
        since=date(2026, 7, 1),
    )
    staff = person(organ, "E028")
    assert [one.number for one in holders(organ, "分管局长", about=staff, day=date(2026, 6, 30))] == ["E004"]
    assert [one.number for one in holders(organ, "分管局长", about=staff, day=date(2026, 7, 1))] == ["E003"]


def test_an_empty_post_is_refused_and_named(organ: Organ) -> None:
    Holding.objects.filter(post__in=["考勤管理员", "办公室主任"]).update(until=date(2026, 1, 1))
    with pytest.raises(Refusal) as refused:
        resolved(organ, "办公室", "E025")
    assert refused.value.findings[0].found == "办公室空缺"


def test_the_office_directors_own_matter_goes_to_whoever_leads_the_office(organ: Organ) -> None:
    assert resolved(organ, "办公室主任", "E025") == ["E008"]
    assert resolved(organ, "办公室主任", "E008") == ["E002"]


def test_a_vacant_chief_is_stood_in_for_by_whoever_presides(organ: Organ) -> None:
    Holding.objects.filter(post="局长").update(until=date(2026, 1, 1))
    Holding.objects.create(organ=organ, person=person(organ, "E002"), post="主持工作", since=date(2026, 1, 2))
    assert resolved(organ, "局长", "E025") == ["E002"]


def test_an_absent_leader_without_a_delegate_goes_to_the_chief_never_by_itself(organ: Organ) -> None:
    away = person(organ, "E004")
    bearers = resolve(
        organ,
        "分管局长",
        starter=person(organ, "E025"),
        kind="请假",
        at=NOW,
        absent=lambda who, _: who == away,
    )
    assert [bearer.person.number for bearer in bearers] == ["E001"]


def test_a_delegate_of_the_starter_is_not_the_starter(organ: Organ) -> None:
    giver, receiver = person(organ, "E004"), person(organ, "E022")
    delegate(
        giver=giver, receiver=receiver, kinds=[], since=NOW, until=NOW + timedelta(days=2), basis="出差",
        actor=giver, at=NOW, key="一",
    )  # fmt: skip
    assert resolved(organ, "分管局长", "E025") == ["E022"]
    assert resolved(organ, "分管局长", "E022") == ["E004"]


def test_two_posts_of_one_person_are_two(organ: Organ) -> None:
    held = Holding.objects.filter(person=person(organ, "E001")).values_list("post", flat=True)
    assert set(held) == {"局长", "党组书记"}


def test_nobody_serves_before_joining(organ: Organ) -> None:
    newcomer = person(organ, "E018")
    assert service_on(newcomer, date(2026, 7, 31)) is None
    assert service_on(newcomer, DAY) is not None
