"""常用意见: everybody's own list, offered where one speaks."""

import pytest

from tests.web.attendance.desks import Desks, clock, post, words
from tests.web.bureau import Bureau
from zhixing.journal.models import Entry
from zhixing.office.matters.phrases import DEFAULTS, phrases_of

MORNING = "2026-09-22 09:00"


@pytest.fixture
def desks(bureau: Bureau) -> Desks:
    return Desks(bureau)


def test_the_own_list_takes_the_place_of_the_defaults_for_oneself_only(desks: Desks) -> None:
    with clock(MORNING):
        answer = post(
            desks.of("局长"), "/phrases/", texts="同意，注意安全。\n\n请办公室备案。\n同意，注意安全。\n"
        )
        assert answer.status_code == 302
        assert "回执号" in words(desks.of("局长").get("/phrases/"))
    assert phrases_of(desks.person("局长")) == ["同意，注意安全。", "请办公室备案。"]
    assert phrases_of(desks.person("局领导")) == list(DEFAULTS)
    assert Entry.objects.filter(action="改常用意见").count() == 1


def test_an_empty_list_brings_the_defaults_back(desks: Desks) -> None:
    with clock(MORNING):
        post(desks.of("局长"), "/phrases/", texts="同意。")
        post(desks.of("局长"), "/phrases/", texts=" \n")
    assert phrases_of(desks.person("局长")) == list(DEFAULTS)


def test_too_long_a_phrase_is_said_and_nothing_is_lost(desks: Desks) -> None:
    with clock(MORNING):
        answer = post(desks.of("局长"), "/phrases/", texts="同" * 201)
    assert answer.status_code == 422
    assert "不超过200字" in words(answer)
    assert "同" * 201 in words(answer)
