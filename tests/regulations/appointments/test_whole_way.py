"""One appointment from its proposal to the post changed on its day, every state explained by the journal."""

from datetime import date

import pytest

from tests.regulations.appointments.house import CANDIDATE, House
from zhixing.journal.verify import verify
from zhixing.organ.models import Holding, Service
from zhixing.organ.who import service_on
from zhixing.regulations.appointments.models import STEPS, Appointment, Case

EFFECTIVE = date(2026, 4, 1)


@pytest.fixture
def done(house: House) -> Case:
    case = house.reviewed()
    house.announced(case)
    house.on(2026, 3, 20)
    house.appointed(case, effective_on=EFFECTIVE)
    case.refresh_from_db()
    return case


def test_the_seven_steps_lead_to_the_post(house: House, done: Case) -> None:
    assert (done.step, done.step_name, done.state) == (7, STEPS[-1], "已任职")
    assert Appointment.objects.get().probation_until == date(2027, 4, 1)


def test_the_post_changes_on_its_day_and_what_was_before_stays_readable(house: House, done: Case) -> None:
    person = house.person(CANDIDATE)
    before, after = service_on(person, date(2026, 3, 31)), service_on(person, EFFECTIVE)
    assert before is not None
    assert after is not None
    assert (before.title, before.rank, before.until) == ("科员", "一般人员", date(2026, 3, 31))
    assert (after.title, after.rank, after.section.name) == ("副科长", "中层干部", "经济运行科")
    held = Holding.objects.get(person=person, post="科室副职")
    assert (held.since, held.until, held.basis) == (EFFECTIVE, None, "温鹿经信〔2026〕21号")


def test_the_headcount_is_updated_by_the_post_itself(house: House, done: Case) -> None:
    held = Holding.objects.on(EFFECTIVE).filter(section=house.section(), post="科室副职")
    assert held.count() == 1
    assert not Holding.objects.on(date(2026, 3, 31)).filter(section=house.section(), post="科室副职").exists()


def test_the_journal_explains_every_row_of_the_case(house: House, done: Case) -> None:
    report = verify(house.organ.pk, None)
    assert report.faults == []
    assert Service.objects.filter(person=house.person(CANDIDATE)).count() == 2
