"""因公外出 (02-1.1c): asked for beforehand with place and reason, agreed by rank, closed by coming back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.regulations.attendance.leave.bureau import Bureau, at, build_bureau
from tests.regulations.attendance.leave.desk import NOW, Desk, Fields, refused
from zhixing.law.refusal import Refusal
from zhixing.office.matters import acts
from zhixing.organ.models import Account, Person
from zhixing.organ.policy import viewer_of, visible
from zhixing.regulations.attendance.models import Outing
from zhixing.regulations.attendance.workflow.day_view import day_status
from zhixing.regulations.attendance.workflow.outing import come_back, draft_outing, request_outing, way
from zhixing.regulations.attendance.workflow.outing_checks import OutingRequest

DAY = date(2026, 9, 8)
WHOLE = OutingRequest("区统计局", "核对规上工业数据", DAY, "上午", DAY, "上午")


def ask(desk: Desk, number: str, request: OutingRequest = WHOLE, **more: object) -> Outing:
    given: Fields = {"at": NOW, "key": desk.key(), **more}
    return request_outing(request=request, actor=desk.bureau[number], **given)


@pytest.mark.parametrize(
    ("number", "approver", "label"),
    [
        ("E025", "E022", "科室负责人同意"),
        ("E022", "E004", "分管局长同意"),
        ("E023", "E004", "分管局长同意"),
        ("E004", "E001", "局长同意"),
        ("E001", "E008", "办公室主任知悉"),
        ("E014", "E008", "科室负责人同意"),
    ],
    ids=["staff", "head of section", "deputy head", "deputy chief", "the chief registers", "contract staff"],
)
def test_the_approver_goes_by_rank(
    desk: Desk, bureau: Bureau, number: str, approver: str, label: str
) -> None:
    found, route = way(bureau[number], NOW)
    assert label in [str(each) for each in found.outcome["审批"]]  # type: ignore[union-attr]  # a list of labels
    assert [bearer.person.number for bearer in route.stops[0].bearers] == [approver]
    assert desk.next_of(ask(desk, number).matter) == bureau[approver]


def test_an_empty_form_names_all_four_required_fields_with_the_clause(desk: Desk, bureau: Bureau) -> None:
    with pytest.raises(Refusal) as caught:
        ask(desk, "E025", OutingRequest())
    found = caught.value.findings
    assert [each.fact for each in found] == ["公出单位", "公出事由", "起始日期", "终止日期"]
    assert {(each.clause, each.cite) for each in found} == {("02-1.1c", "《考勤制度》一、1 出勤：因公外出")}
    assert not Outing.objects.exists()


@pytest.mark.parametrize(
    ("changed", "fact"),
    [
        ({"destination": " "}, "公出单位"),
        ({"reason": ""}, "公出事由"),
        ({"first": date(2026, 8, 31), "last": date(2026, 8, 31)}, "起始日期"),
        ({"last": date(2026, 9, 7)}, "起止"),
    ],
)
def test_each_fault_is_refused(desk: Desk, changed: dict[str, object], fact: str) -> None:
    assert refused(ask, desk, "E025", replace(WHOLE, **changed)) == [fact]  # type: ignore[arg-type]


def test_this_morning_has_begun_once_the_hours_of_work_have(desk: Desk) -> None:
    """The edition's hours hold until the district's are entered: half past eight."""
    today = replace(WHOLE, first=NOW.date(), last=NOW.date())
    assert refused(ask, desk, "E025", today) == ["起始日期"]
    assert ask(desk, "E025", today, at=at(NOW.date(), 8, 29)).status == "待批"
    assert ask(desk, "E028", replace(today, first_half="下午", last_half="下午")).status == "待批"


def test_nobody_agrees_to_the_own_outing(desk: Desk, bureau: Bureau) -> None:
    outing = ask(desk, "E022")
    with pytest.raises(Refusal):
        desk.agree(outing.matter, "E022")
    with pytest.raises(Refusal):
        desk.agree(outing.matter, "E026")


def test_an_approved_outing_excuses_its_half_days_and_no_other(desk: Desk, bureau: Bureau) -> None:
    outing = ask(desk, "E025")
    desk.agree(outing.matter, "E022")
    found = [one.word for one in day_status(bureau["E025"], DAY, at(date(2026, 9, 9)))]
    assert found == ["公出", "待核实"]


def test_an_outing_not_agreed_to_excuses_nothing(desk: Desk, bureau: Bureau) -> None:
    outing = ask(desk, "E025")
    acts.refuse(matter=outing.matter, actor=bureau["E022"], at=NOW, key="r", text="另派他人")
    outing.refresh_from_db()
    assert outing.status == "未批"
    found = [one.word for one in day_status(bureau["E025"], DAY, at(date(2026, 9, 9)))]
    assert found == ["待核实", "待核实"]


def test_coming_back_is_noted_once_and_by_the_person(desk: Desk, bureau: Bureau) -> None:
    outing = ask(desk, "E025")
    given: Fields = {"outing": outing, "at": at(DAY, 11), "key": "b"}
    assert refused(come_back, **given, actor=bureau["E022"]) == ["办理人", "状态"]
    desk.agree(outing.matter, "E022")
    receipt = come_back(**given, actor=bureau["E025"])
    assert come_back(**given, actor=bureau["E025"]) == receipt
    outing.refresh_from_db()
    assert (outing.status, outing.returned_at) == ("已返回", at(DAY, 11))


def test_a_draft_keeps_what_was_typed_and_is_submitted_later(desk: Desk, bureau: Bureau) -> None:
    given: Fields = {"actor": bureau["E025"], "at": NOW}
    draft = draft_outing(request=replace(WHOLE, destination=""), **given, key="a")
    assert (draft.status, draft.reason) == ("草稿", WHOLE.reason)
    assert draft_outing(request=WHOLE, **given, key="a").pk == draft.pk
    assert request_outing(request=WHOLE, outing=draft, **given, key="b").status == "待批"


def test_a_withdrawn_outing_frees_its_half_days(desk: Desk, bureau: Bureau) -> None:
    outing = ask(desk, "E025")
    assert refused(ask, desk, "E025") == ["起止"]
    acts.withdraw(matter=outing.matter, actor=bureau["E025"], at=NOW, key="w")
    assert ask(desk, "E025").status == "待批"


def test_the_second_organ_sees_counts_and_numbers_nothing_of_it(desk: Desk, bureau: Bureau) -> None:
    ask(desk, "E025")
    other = build_bureau("ouhai", "瓯海区经济和信息化局")
    assert [len(seen(bureau[number])) for number in ("E025", "E022", "E004", "E001", "E010", "E028")] == [
        1
    ] * 5 + [0]
    assert [len(seen(other[number])) for number in ("E001", "E010", "E025")] == [0, 0, 0]
    mine = request_outing(request=WHOLE, actor=other["E025"], at=NOW, key="o")
    assert mine.matter.number == "外出〔2026〕1号"
    assert [one.pk for one in seen(other["E001"])] == [mine.pk]


def seen(person: Person) -> list[Outing]:
    name = f"{person.organ_id}-{person.number}"
    account, _ = Account.objects.get_or_create(organ=person.organ, person=person, username=name)
    return list(visible(viewer_of(account, DAY), Outing))
