from django.urls import reverse

from tests.web.bureau import STAFF, Bureau
from tests.web.organ.conftest import SignIn
from zhixing.regulations import shelf


def test_every_number_of_every_regulation_stands_with_its_clause(bureau: Bureau, sign_in: SignIn) -> None:
    response = sign_in("职员").get(reverse("web:organ_parameters"))
    parts = response.context["parts"]
    assert [part.edition.number for part in parts] == [each.number for each in shelf.all()]
    assert all(cite for part in parts for _, cite in part.lines)


def test_before_any_regulation_was_in_force_there_is_none(bureau: Bureau, sign_in: SignIn) -> None:
    response = sign_in("职员").get(reverse("web:organ_parameters"), {"on": "1990-01-01"})
    assert (response.status_code, response.context["parts"]) == (200, [])


def test_staff_read_them(bureau: Bureau, sign_in: SignIn) -> None:
    address = reverse("web:organ_parameters")
    assert [role for role in bureau.accounts if sign_in(role).get(address).status_code == 200] == list(STAFF)
