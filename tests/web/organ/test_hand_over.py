"""移交待办 by the office: from the person's page, all of it or nothing."""

from uuid import uuid4

import pytest
from django.test import Client

from tests.web.attendance.desks import Desks, clock, post
from tests.web.bureau import Bureau, build
from zhixing.office.matters.acts.hand_over import waiting_for
from zhixing.office.matters.models import Matter, Opinion

MORNING, LATER = "2026-09-22 09:00", "2026-09-22 14:30"
ASKED = {
    "kind": "事假", "first": "2026-09-28", "first_half": "上午", "last": "2026-09-30", "last_half": "下午",
    "reason": "家中有事", "act": "提交",
}  # fmt: skip


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    return Desks(bureau)


@pytest.fixture
def matter(desks: Desks) -> Matter:
    """A leave of three days that waits for the leader in charge."""
    with clock(MORNING):
        stand_in = str(desks.person("财务").pk)
        assert post(desks.of("职员"), "/attendance/leave/new/", **ASKED, stand_in=stand_in).status_code == 302
    return Matter.objects.get()


def address(desks: Desks) -> str:
    return f"/organ/people/{desks.person('局领导').pk}/hand-over/"


def send(desks: Desks, role: str, heir: str, text: str = "调离，九月二十二日起。") -> int:
    with clock(LATER):
        typed = {"key": str(uuid4()), "heir": desks.person(heir).pk, "text": text}
        return desks.of(role).post(address(desks), typed).status_code


def test_only_the_office_hands_over(desks: Desks, matter: Matter) -> None:
    with clock(LATER):
        may = [
            role for role in desks.bureau.accounts if desks.of(role).get(address(desks)).status_code == 200
        ]
    assert may == ["办公室", "办公室主任"]


def test_the_office_hands_what_waits_to_another_and_the_trail_says_so(desks: Desks, matter: Matter) -> None:
    with clock(LATER):
        person = desks.of("办公室").get(f"/organ/people/{desks.person('局领导').pk}/").content.decode()
    assert "移交待办（1件）" in person
    assert send(desks, "办公室", "纪检") == 302
    assert waiting_for(desks.person("纪检")) == [matter]
    assert Opinion.objects.get(act="移交").text == "调离，九月二十二日起。"
    with clock(LATER):
        assert "不用移交" in desks.of("办公室").get(address(desks)).content.decode()


def test_nothing_goes_to_whoever_asked_and_what_was_typed_stays(desks: Desks, matter: Matter) -> None:
    with clock(LATER):
        typed = {"key": str(uuid4()), "heir": desks.person("职员").pk, "text": "调离，原因如上。"}
        answer = desks.of("办公室").post(address(desks), typed)
    assert answer.status_code == 422
    assert "调离，原因如上。" in answer.content.decode()
    assert waiting_for(desks.person("局领导")) == [matter]


def test_a_form_without_heir_or_reason_is_refused(desks: Desks, matter: Matter) -> None:
    with clock(LATER):
        answer = desks.of("办公室").post(address(desks), {"key": str(uuid4())})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"heir", "text"})


def test_another_organ_has_no_such_person(desks: Desks, matter: Matter) -> None:
    stranger = Client()
    stranger.force_login(build("ouhai-jx", "瓯海区经信局").accounts["办公室"])
    with clock(LATER):
        assert stranger.get(address(desks)).status_code == 404
