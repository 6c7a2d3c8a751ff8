"""Starting an outing and a claim of overtime over the interface: what the page would say, and once for each key."""

from __future__ import annotations

from datetime import date

import pytest

from tests.api.calls import NOW, PROBLEM, Calls
from zhixing.law.refusal import Refusal
from zhixing.office.matters.models import Matter
from zhixing.regulations.attendance.models import Outing, Overtime
from zhixing.regulations.attendance.workflow.outing import request_outing
from zhixing.regulations.attendance.workflow.outing_checks import OutingRequest

OUTING = {
    "destination": "区政府", "reason": "参加经济分析会", "first": "2026-09-02", "last": "2026-09-02",
    "leaves_at": "08:30", "by_car": True,
}  # fmt: skip
OVERTIME = {
    "nature": "临时突发", "reason": "防台值守", "began": "2026-09-01T18:00", "ended": "2026-09-01T21:30",
}  # fmt: skip


def test_an_outing_goes_to_whoever_agrees_by_rank(calls: Calls) -> None:
    answer = calls.post("职员", "/api/outings", OUTING)
    assert (answer.status, answer.body["first"], answer.body["matter"]["state"]) == (
        201,
        "2026-09-02",
        "审批中",
    )
    held = Outing.objects.get()
    assert (held.destination, held.by_car, held.status) == ("区政府", True, "待批")
    todo = calls.get("科室负责人", "/api/todo").body
    assert "参加经济分析会" in str(todo) or "区政府" in str(todo)


def test_an_outing_without_its_fields_is_refused_as_the_service_refuses_it(calls: Calls) -> None:
    answer = calls.post("职员", "/api/outings", {"first": "2026-08-31", "last": "2026-08-31"})
    assert (answer.status, answer.headers["Content-Type"]) == (422, PROBLEM)
    with pytest.raises(Refusal) as caught:
        request_outing(
            request=OutingRequest(first=date(2026, 8, 31), last=date(2026, 8, 31)),
            actor=calls.bureau.person("职员"), at=NOW, key="service",
        )  # fmt: skip
    assert {name: answer.body[name] for name in ("conclusion", "findings")} == caught.value.as_json()
    assert {"公出单位", "公出事由"} <= set(answer.facts)
    assert not Matter.objects.exists()


def test_a_time_that_cannot_be_read_is_named_by_its_label(calls: Calls) -> None:
    answer = calls.post("职员", "/api/outings", {**OUTING, "leaves_at": "八点半"})
    assert (answer.status, answer.facts) == (422, ["外出时间"])
    assert answer.body["findings"][0]["mend"] == "请改正外出时间，写法如：08:30。"


def test_overtime_goes_to_the_chief(calls: Calls) -> None:
    answer = calls.post("职员", "/api/overtime", OVERTIME)
    assert (answer.status, answer.body["minutes"]) == (201, 210)
    assert Overtime.objects.get().status == "待批"
    # 18:00 to 21:30 is three and a half hours; whoever approves is the chief
    assert "防台值守" in str(calls.get("局长", "/api/todo").body)


def test_overtime_within_working_hours_and_twice_is_refused(calls: Calls) -> None:
    inside = calls.post("职员", "/api/overtime", {**OVERTIME, "began": "2026-09-01T15:00"})
    assert inside.status == 422
    assert calls.post("职员", "/api/overtime", OVERTIME).status == 201
    again = calls.post("职员", "/api/overtime", OVERTIME)
    assert again.status == 422
    assert Overtime.objects.count() == 1


@pytest.mark.parametrize(("path", "body"), [("/api/outings", OUTING), ("/api/overtime", OVERTIME)])
def test_one_key_is_one_start_and_other_content_under_it_is_a_conflict(
    calls: Calls, path: str, body: dict[str, object]
) -> None:
    one, two = (calls.post("职员", path, body, key="one-and-the-same") for _ in range(2))
    assert (one.status, one.body) == (201, two.body)
    assert Matter.objects.count() == 1
    assert calls.post("职员", path, {**body, "reason": "别的事"}, key="one-and-the-same").status == 409
