"""Where a guard breaks, nothing opens: a fault answers with a fault page and no data (AC-13)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as own
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponseBase
from django.test import Client

from tests.web.bureau import Bureau
from tests.web.security.conftest import signed_in
from zhixing.journal.models import Entry
from zhixing.web.middleware import gate, second_factor, session_limits, viewer

pytestmark = pytest.mark.django_db
Answer = Callable[[HttpRequest], HttpResponseBase]
CHAIN = list(own.MIDDLEWARE)
DATA = "/organ/people/"  # for staff
OF_OTHERS = "/organ/accounts/"  # for an officer alone


def breaks_before(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponseBase:
        raise RuntimeError("out of order")

    return answer


def breaks_after(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponseBase:
        get_response(request)
        raise RuntimeError("out of order")

    return answer


def names(bureau: Bureau) -> list[str]:
    return [bureau.person(role).name for role in ("局长", "财务", "办公室")]


def shown(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize("broken", [breaks_before, breaks_after])
@pytest.mark.parametrize("place", range(len(CHAIN)))
def test_a_fault_at_any_place_of_the_chain_shows_no_data(
    place: int, broken: Callable[[Answer], Answer], bureau: Bureau, settings: Any
) -> None:
    told = signed_in(bureau, "职员").get(DATA)
    assert all(name in shown(told) for name in names(bureau))  # there is something to hide
    settings.MIDDLEWARE = [*CHAIN[:place], f"{__name__}.{broken.__name__}", *CHAIN[place:]]
    answer = signed_in(bureau, "职员").get(DATA)
    assert answer.status_code == 500
    assert not any(name in shown(answer) for name in names(bureau))


@pytest.mark.parametrize("missing", CHAIN)
def test_a_file_that_is_gone_keeps_the_house_shut(missing: str, settings: Any, bureau: Bureau) -> None:
    settings.MIDDLEWARE = [one if one != missing else f"{one}_gone" for one in CHAIN]
    with pytest.raises((ImportError, ImproperlyConfigured)):
        Client().get(DATA)


INSIDE = {
    "who it is": (viewer, "viewer_of"),
    "the moment": (viewer, "now"),
    "the table of pages": (gate, "may_open"),
    "the journal of refusals": (gate, "keep"),
    "the age of the session": (session_limits, "is_over"),
    "who may enter": (session_limits, "may_enter"),
    "the second factor": (second_factor, "has_factor"),
}


@pytest.fixture(params=list(INSIDE))
def broken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, bureau: Bureau) -> str:
    bureau.organ.second_factor = request.param == "the second factor"
    bureau.organ.save()
    module, name = INSIDE[request.param]

    def out_of_order(*_: object, **__: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(module, name, out_of_order)
    return str(request.param)


def test_a_guard_that_breaks_inside_opens_nothing(broken: str, bureau: Bureau) -> None:
    answer = signed_in(bureau, "职员").get(OF_OTHERS)
    assert answer.status_code == 500
    assert bureau.accounts["局长"].username not in shown(answer)
    assert Entry.objects.count() == 0


def test_without_a_fault_the_page_is_refused_as_such(bureau: Bureau) -> None:
    assert signed_in(bureau, "职员").get(OF_OTHERS).status_code == 403
