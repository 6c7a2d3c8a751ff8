"""Who sees an appointment: party group, personnel office, discipline, the team its own case; never the candidate."""

import pytest

from tests.regulations.appointments.house import CANDIDATE, House, facts
from zhixing.files import permission
from zhixing.law.refusal import Refusal
from zhixing.organ.models import Account, Organ, Person
from zhixing.organ.policy import viewer_of, visible
from zhixing.regulations.appointments.models import Case, Submission
from zhixing.regulations.appointments.workflow import halt


def looks(house: House, number: str) -> int:
    account, _ = Account.objects.get_or_create(
        organ=house.organ, person=house.person(number), username=number
    )
    return visible(viewer_of(account, house.day), Case).count()


@pytest.mark.parametrize(
    ("number", "sees"),
    [
        ("E001", 1),
        ("E002", 1),
        ("E006", 1),
        ("E008", 1),
        ("E005", 0),
        ("E015", 0),
        ("E009", 0),
        (CANDIDATE, 0),
    ],
)
def test_only_party_group_personnel_office_and_discipline_see_a_case(
    house: House, number: str, sees: int
) -> None:
    house.recommended()
    assert looks(house, number) == sees


def test_the_team_sees_the_case_it_inspects(house: House) -> None:
    house.inspected()
    assert looks(house, "E009") == 1
    assert looks(house, "E016") == 0


def test_the_material_is_opened_by_those_who_see_the_case_and_found_by_no_search(house: House) -> None:
    """Domain 4.10."""
    material = house.inspected().inspection.material
    may = {}
    for number in ("E001", "E009", "E015", CANDIDATE):
        account = Account.objects.create(organ=house.organ, person=house.person(number), username=number)
        viewer = viewer_of(account, house.day)
        may[number] = permission.may_open(viewer, material)
        assert not permission.opened(viewer).filter(pk=material.pk).exists()
    assert may == {"E001": True, "E009": True, "E015": False, CANDIDATE: False}


def test_the_candidate_never_sees_the_own_running_case(house: House) -> None:
    case = house.chosen()
    Case.objects.filter(pk=case.pk).update(candidate=house.person("E004"))
    assert looks(house, "E004") == 0


def test_another_organ_can_do_nothing_with_it(house: House) -> None:
    case = house.begun()
    other = Organ.objects.create(
        key="other",
        name="别的局",
        short_name="别局",
        code_word="别",
        second_factor=False,
        created_at=house.at,
    )
    stranger = Person.objects.create(organ=other, number="E002", name="同号的人")
    with pytest.raises(Refusal) as refused:
        halt.suspend(case=case, reason="试试", actor=stranger, at=house.at, key="x")
    assert "单位" in facts(refused)
    assert Submission.objects.count() == 0
