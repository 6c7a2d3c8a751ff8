from datetime import date

import pytest
from django.urls import reverse

from tests.web.bureau import STAFF, Bureau
from tests.web.organ.conftest import SignIn
from zhixing.organ.models import Holding, Section, Service

PAGES = ("people", "sections", "posts", "portfolios")


@pytest.mark.parametrize("page", PAGES)
def test_whoever_serves_reads_who_is_who_and_no_officer_does(
    page: str, bureau: Bureau, sign_in: SignIn
) -> None:
    address = reverse(f"web:organ_{page}")
    assert {role: sign_in(role).get(address).status_code for role in bureau.accounts} == {
        role: 200 if role in STAFF else 403 for role in bureau.accounts
    }


@pytest.mark.parametrize("page", PAGES)
def test_nobody_of_another_organ_is_shown(
    page: str, bureau: Bureau, elsewhere: Bureau, sign_in: SignIn
) -> None:
    other = Section.objects.create(
        organ=elsewhere.organ, name="瓯海科", kind="内设科室", since=date(2020, 1, 1)
    )
    Service.objects.filter(person=elsewhere.person("职员")).update(section=other, title="瓯海科员")
    text = sign_in("局长").get(reverse(f"web:organ_{page}")).content.decode()
    assert "瓯海" not in text


def test_a_person_of_another_organ_is_not_there(bureau: Bureau, elsewhere: Bureau, sign_in: SignIn) -> None:
    address = reverse("web:organ_person", args=[elsewhere.person("职员").pk])
    assert sign_in("局长").get(address).status_code == 404


def test_a_past_day_shows_the_people_of_that_day(bureau: Bureau, sign_in: SignIn) -> None:
    person = bureau.person("职员")
    now = Service.objects.get(person=person)
    now.until = date(2025, 6, 30)
    now.save()
    client, address = sign_in("局长"), reverse("web:organ_people")
    names = {
        on: [one.person.name for one in client.get(address, {"on": on}).context["page"].object_list]
        for on in ("2025-06-30", "2025-07-01")
    }
    assert (person.name in names["2025-06-30"], person.name in names["2025-07-01"]) == (True, False)


@pytest.mark.parametrize("on", ["", "明天", "2026-02-30", "0000-01-01", "2026-13-01"])
def test_a_day_that_does_not_exist_is_read_as_today(on: str, bureau: Bureau, sign_in: SignIn) -> None:
    response = sign_in("职员").get(reverse("web:organ_people"), {"on": on, "section": "9" * 30})
    assert response.status_code == 200
    assert response.context["day"] == response.context["today"]


def test_personal_data_is_for_oneself_and_the_office(bureau: Bureau, sign_in: SignIn) -> None:
    address = reverse("web:organ_person", args=[bureau.person("财务").pk])
    seen = {role: "参加工作" in sign_in(role).get(address).content.decode() for role in STAFF}
    assert [role for role, yes in seen.items() if yes] == ["局长", "办公室", "办公室主任", "财务"]


def test_a_vacant_post_is_named(bureau: Bureau, sign_in: SignIn) -> None:
    Holding.objects.filter(post="会计").update(until=date(2025, 1, 1))
    vacant = sign_in("职员").get(reverse("web:organ_posts")).context["vacant"]
    assert "会计" in vacant
    assert "局长" not in vacant
