"""Peer cases 10, 11 and 22 to 27: who decides on a leave, and who does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at, build_bureau
from tests.regulations.attendance.leave.desk import NOW, Desk, Fields, facts, labels, refused
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.office.matters.models import Matter, Opinion, Task
from zhixing.organ.models import Account, Delegation, Holding, Person
from zhixing.organ.policy import viewer_of, visible
from zhixing.regulations.attendance.models import Leave, SignIn
from zhixing.regulations.attendance.workflow.leave import draft_leave, submit_leave
from zhixing.regulations.attendance.workflow.leave_cancel import cancel_leave

DAY, LAST = date(2026, 9, 8), date(2026, 9, 10)
DEPUTY = ["分管局长审批", "办公室备案"]
CHIEF = ["分管局长签署意见", "局长审批", "办公室备案"]


def account(person: Person) -> Account:
    name = f"{person.organ_id}-{person.number}"
    return Account.objects.get_or_create(organ=person.organ, person=person, username=name)[0]


def seen_by(person: Person, day: date = DAY) -> list[Leave]:
    return list(visible(viewer_of(account(person), day), Leave))


def test_case_10_pending_and_half_approved_requests_block_and_refused_ones_do_not(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.ask("E025", "事假", DAY, LAST)
    again = desk.asking("E025", "事假", LAST)
    assert facts(desk.assess("E025", again)) == ["起止"]
    desk.agree(leave.matter, "E004")
    assert facts(desk.assess("E025", again)) == ["起止"]
    acts.refuse(matter=leave.matter, actor=bureau["E001"], at=NOW, key="r", text="工作离不开")
    assert facts(desk.assess("E025", again)) == []


def test_case_11_a_leave_on_a_day_with_a_sign_in_is_said_and_can_still_be_undone(
    desk: Desk, bureau: Bureau
) -> None:
    signed = at(DAY, 8, 20)
    leave = desk.ask("E025", "事假", DAY)
    SignIn.objects.create(
        organ=bureau.organ, person=bureau["E025"], day=DAY, half="上午", at=signed, source="网页",
        by=bureau["E025"], recorded_at=signed,
    )  # fmt: skip
    other = desk.assess("E025", desk.asking("E025", "病假", DAY, consent=False))
    assert "签到" in [note.fact for note in other.notes]
    acts.refuse(matter=leave.matter, actor=bureau["E004"], at=NOW, key="r", text="不同意")
    second = desk.granted("E025", "年休假", DAY)
    asked = cancel_leave(leave=second, reason="没有去", actor=bureau["E025"], at=at(DAY, 10), key="c")
    desk.agree(asked.matter, "E004")
    second.refresh_from_db()
    assert second.status == "已撤销"


@pytest.mark.parametrize(
    ("number", "last", "half", "chain"),
    [
        ("E025", date(2026, 9, 9), "下午", DEPUTY),
        ("E025", date(2026, 9, 10), "上午", CHIEF),
        ("E026", date(2026, 9, 8), "下午", DEPUTY),
        ("E026", date(2026, 9, 9), "上午", CHIEF),
    ],
    ids=[
        "case 22: staff 2",
        "case 22: staff 2.5",
        "case 22: head of section 1",
        "case 22: head of section 1.5",
    ],
)
@pytest.mark.parametrize("kind", ["事假", "病假", "年休假", "补休假"])
def test_the_boundary_of_rank_and_days(
    desk: Desk, number: str, last: date, half: str, chain: list[str], kind: str
) -> None:
    found = desk.assess(number, desk.asking(number, kind, DAY, last, last_half=half, consent=False))
    assert labels(found) == chain


def test_case_22_a_new_rank_under_way_leaves_the_chain_and_counts_for_the_next_request(
    desk: Desk, bureau: Bureau
) -> None:
    leave = desk.ask("E025", "事假", DAY, date(2026, 9, 9))
    bureau["E025"].services.update(rank="中层干部")
    assert desk.grant(leave).status == "已批"
    assert (
        labels(desk.assess("E025", desk.asking("E025", "事假", date(2026, 9, 15), date(2026, 9, 16))))
        == CHIEF
    )


def test_case_22_a_deputy_chiefs_own_leave_goes_to_the_chief_and_the_district(
    desk: Desk, bureau: Bureau
) -> None:
    found = desk.assess("E004", desk.asking("E004", "年休假", DAY, last_half="上午"))
    assert labels(found) == ["局长签署意见", "报区级审批", "办公室备案"]
    assert found.route is not None
    assert found.route.stops[0].bearers[0].person == bureau["E001"]


def test_case_22_without_anybody_but_the_applicant_the_empty_post_is_named(
    desk: Desk, bureau: Bureau
) -> None:
    """The chief is the only leader left and wants overtime credited; nobody else may decide."""
    Holding.objects.filter(person=bureau["E008"]).update(until=date(2026, 8, 31))
    found = desk.assess("E010", desk.asking("E010", "事假", DAY))
    assert [(fault.fact, fault.found) for fault in found.findings] == [("岗位", "办公室空缺")]
    assert refused(desk.ask, "E010", "事假", DAY) == ["岗位"]


# what each verb is given beside matter, actor, time and key; "袁朗" stands for a colleague
VERBS: dict[str, Fields] = {
    "agree": {"text": "同意"},
    "refuse": {"text": "不同意"},
    "send_back": {"text": "请补"},
    "transfer": {"to": "袁朗", "text": "请办"},
    "add_signer": {"signer": "袁朗", "where": "前", "text": "请看"},
    "withdraw": {},
    "take_back": {},
    "void": {"text": "作废"},
    "note": {"text": "批注"},
    "circulate": {"people": ["袁朗"]},
    "urge": {},
}


def try_verb(verb: str, matter: Matter, actor: Person, other: Person) -> None:
    given = {name: other if value == "袁朗" else value for name, value in VERBS[verb].items()}
    if "people" in given:
        given["people"] = [other]
    getattr(acts, verb)(matter=matter, actor=actor, at=NOW, key="x", **given)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: f"case 24: {verb}")
@pytest.mark.parametrize("number", ["E002", "E028"], ids=["another deputy", "a colleague"])
def test_an_outsider_is_refused_every_verb(desk: Desk, bureau: Bureau, verb: str, number: str) -> None:
    leave = desk.ask("E025", "事假", DAY, LAST)
    with pytest.raises(Refusal):
        try_verb(verb, leave.matter, bureau[number], bureau["E024"])
    leave.refresh_from_db()
    assert (leave.status, Opinion.objects.filter(person=bureau[number]).count()) == ("待批", 0)


@pytest.mark.parametrize("verb", ["agree", "refuse", "send_back", "transfer"])
def test_case_23_nobody_decides_on_the_own_leave_even_in_office(
    desk: Desk, bureau: Bureau, verb: str
) -> None:
    """The deputy's own leave and a direct call of the verb: the role does not help."""
    leave = desk.ask("E004", "事假", DAY)
    with pytest.raises(Refusal):
        try_verb(verb, leave.matter, bureau["E004"], bureau["E024"])


def test_case_24_another_department_and_another_organ_see_nothing(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", DAY, LAST)
    for number in ("E025", "E022", "E004", "E001", "E008", "E010"):
        assert seen_by(bureau[number]) == [leave], number
    for number in ("E002", "E026", "E028", "E024", "E014"):
        assert seen_by(bureau[number]) == [], number
    other = build_bureau("ouhai", "瓯海区经济和信息化局")
    for number in ("E001", "E008", "E025"):
        assert seen_by(other[number]) == [], number


def test_case_25_level_two_cannot_act_before_level_one(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", DAY, LAST)
    with pytest.raises(Refusal):
        desk.agree(leave.matter, "E001")
    desk.agree(leave.matter, "E004")
    desk.agree(leave.matter, "E001")
    leave.refresh_from_db()
    assert leave.status == "已批"


def returned(desk: Desk, bureau: Bureau) -> Leave:
    leave = desk.ask("E025", "事假", DAY, LAST)
    desk.agree(leave.matter, "E004")
    acts.send_back(matter=leave.matter, actor=bureau["E001"], at=NOW, key=desk.key(), text="请改")
    return leave


def test_case_26_nothing_is_edited_while_it_is_under_way(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", DAY, LAST)
    given: Fields = {"actor": bureau["E025"], "at": NOW, "key": "x", "leave": leave}
    assert refused(draft_leave, request=desk.asking("E025", "事假", DAY), **given) == ["状态"]
    leave.refresh_from_db()
    assert leave.last == LAST


@pytest.mark.parametrize(
    ("last", "days", "approver"),
    [(date(2026, 9, 9), "2", "E004"), (date(2026, 9, 11), "4", "E001")],
    ids=["case 26: shortened, the chain is lower", "case 26: longer, the chain begins again"],
)
def test_new_dates_after_level_one_restart_the_chain(
    desk: Desk, bureau: Bureau, last: date, days: str, approver: str
) -> None:
    leave = returned(desk, bureau)
    asking = desk.asking("E025", "事假", DAY, last)
    draft_leave(request=asking, actor=bureau["E025"], at=NOW, key="d", leave=leave)
    submit_leave(leave=leave, actor=bureau["E025"], at=NOW, key="s")
    leave.matter.refresh_from_db()
    assert (leave.matter.facts["天数"], leave.matter.round) == (days, 2)
    desk.agree(leave.matter, "E004")
    if approver == "E001":
        desk.agree(leave.matter, "E001")
    leave.refresh_from_db()
    assert leave.status == "已批"


def delegate(bureau: Bureau, giver: str, receiver: str, number: str) -> None:
    Delegation.objects.create(
        organ=bureau.organ, number=number, giver=bureau[giver], receiver=bureau[receiver], kinds=["请假"],
        since=NOW - timedelta(days=1), until=NOW + timedelta(days=30), basis="局长办公会议决定",
    )  # fmt: skip


def test_case_27_a_delegate_decides_and_both_names_stand_in_the_trail(desk: Desk, bureau: Bureau) -> None:
    delegate(bureau, "E004", "E002", "委1")
    leave = desk.ask("E025", "事假", DAY)
    with pytest.raises(Refusal):
        desk.agree(leave.matter, "E004")
    desk.agree(leave.matter, "E002")
    said = Opinion.objects.get(matter=leave.matter, person=bureau["E002"])
    assert said.on_behalf_of == bureau["E004"]


def test_case_27_a_delegation_is_not_passed_on_in_a_chain_nor_round_in_a_circle(
    desk: Desk, bureau: Bureau
) -> None:
    """A to B and B to C: A's matters end with B. A to B and B to A: each still has a bearer."""
    delegate(bureau, "E004", "E002", "委1")
    delegate(bureau, "E002", "E022", "委2")
    assert desk.next_of(desk.ask("E025", "事假", DAY).matter) == bureau["E002"]
    assert desk.next_of(desk.ask("E014", "事假", DAY).matter) == bureau["E022"]


def test_case_27_two_who_delegate_to_each_other_each_have_the_others_matters(
    desk: Desk, bureau: Bureau
) -> None:
    delegate(bureau, "E004", "E002", "委1")
    delegate(bureau, "E002", "E004", "委2")
    assert desk.next_of(desk.ask("E025", "事假", DAY).matter) == bureau["E002"]
    assert desk.next_of(desk.ask("E014", "事假", DAY).matter) == bureau["E004"]


def test_case_27_the_applicant_is_never_the_delegate_of_the_own_approver(desk: Desk, bureau: Bureau) -> None:
    delegate(bureau, "E004", "E022", "委1")
    assert desk.next_of(desk.ask("E022", "事假", DAY).matter) == bureau["E004"]
    assert desk.next_of(desk.ask("E025", "事假", DAY).matter) == bureau["E022"]


def test_case_27_an_approver_on_leave_without_a_delegate_is_passed_over(desk: Desk, bureau: Bureau) -> None:
    desk.granted("E004", "年休假", DAY, LAST)
    found = desk.assess("E025", desk.asking("E025", "事假", LAST), at(DAY))
    assert found.route is not None
    assert "请假" in found.route.stops[0].bearers[0].why
    assert found.route.stops[0].bearers[0].person == bureau["E001"]


def test_a_task_is_held_by_one_person_at_a_time_through_the_whole_story(desk: Desk, bureau: Bureau) -> None:
    leave = desk.ask("E025", "事假", DAY, LAST)
    for number in ("E004", "E001"):
        held = Task.objects.filter(matter=leave.matter, state="待办", kind="办理")
        assert [task.person.number for task in held] == [number]
        desk.agree(leave.matter, number)
