"""Meetings and resolutions over the interface: what one may see, and follow-up by those whose it is."""

from __future__ import annotations

from itertools import count

import pytest

from tests.api.calls import PROBLEM, Answer, send, token_of
from tests.office.meetings.conftest import ALL, House
from tests.office.meetings.test_deciding import task, voted
from zhixing.api.main import api
from zhixing.office.meetings.acts.conclude import conclude
from zhixing.office.meetings.acts.voting import Counts
from zhixing.office.meetings.models import Resolution
from zhixing.organ.models import Account

KEYS = count()


def as_person(house: House, number: str) -> str:
    account, _ = Account.objects.get_or_create(
        username=number, defaults={"person": house.person(number), "organ": house.organ}
    )
    return token_of(account)


def ask(house: House, number: str, path: str) -> Answer:
    return send("GET", path, secret=as_person(house, number))


def say(house: House, number: str, one: Resolution, **said: object) -> Answer:
    path = f"/api/resolutions/{one.pk}/progress"
    return send("POST", path, said, secret=as_person(house, number), key=f"progress-{next(KEYS)}")


@pytest.fixture
def resolution(house: House) -> Resolution:
    meeting = house.opened("甲", present=ALL)
    item = house.discussed(meeting, "甲")
    voted(house, item, Counts(5, 1, 0))
    conclude(item=item, decision="同意。", task=task(house), **house.who("E008"))
    return Resolution.objects.get()


def test_a_member_reads_roll_votes_and_result(house: House, resolution: Resolution) -> None:
    (listed,) = ask(house, "E003", "/api/meetings").body["items"]
    told = ask(house, "E003", f"/api/meetings/{listed['id']}").body
    assert [one["name"] for one in told["due"]][:2] == ["林启衡", "陈书岚"]
    (item,) = told["agenda"]
    (vote,) = item["votes"]
    assert (item["result"], vote["in_favour"], vote["against"], vote["passed"]) == ("通过", 5, 1, True)
    assert vote["ruling"]["question"] == "表决"


@pytest.mark.parametrize("number", ["E005", "E015"])
def test_whoever_is_no_member_finds_no_meeting(house: House, resolution: Resolution, number: str) -> None:
    meeting = resolution.item.meeting_id
    assert ask(house, number, "/api/meetings").body["items"] == []
    assert ask(house, number, f"/api/meetings/{meeting}").status == 404


def test_the_responsible_person_reports_and_hands_in(house: House, resolution: Resolution) -> None:
    assert say(house, "E015", resolution, kind="进展", text="已开工。", percent=40).status == 200
    assert say(house, "E015", resolution, kind="报送办结", text="已完成。").status == 200
    told = say(house, "E001", resolution, kind="办结", text="属实。")
    assert (told.status, told.body["resolution"]["state"]) == (200, "已办结")
    trail = ask(house, "E015", f"/api/resolutions/{resolution.pk}").body["progress"]
    assert [one["kind"] for one in trail] == ["进展", "报送办结", "办结"]


def test_more_time_is_asked_for_and_given_by_who_set_it(house: House, resolution: Resolution) -> None:
    assert say(house, "E015", resolution, kind="申请延期", text="材料未到。", due="2026-12-31").status == 200
    assert say(house, "E008", resolution, kind="同意延期", text="同意。").status == 422
    told = say(house, "E001", resolution, kind="同意延期", text="同意。")
    assert told.body["resolution"]["due"] == "2026-12-31"


@pytest.mark.parametrize(("kind", "fact"), [("进展", "进度"), ("申请延期", "新时限")])
def test_what_a_line_lacks_is_named(house: House, resolution: Resolution, kind: str, fact: str) -> None:
    told = say(house, "E015", resolution, kind=kind, text="说明。")
    assert (told.status, told.headers["Content-Type"], told.facts) == (422, PROBLEM, [fact])


def test_a_stranger_does_not_find_the_resolution(house: House, resolution: Resolution) -> None:
    assert say(house, "E019", resolution, kind="进展", text="已办。", percent=10).status == 404


def test_a_secret_ballot_cannot_be_cast_here() -> None:
    assert not [path for path in api.get_openapi_schema()["paths"] if "ballot" in path or "vote" in path]
