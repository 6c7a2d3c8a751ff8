"""第五步到第七步 (04-5, 04-6, 04-7): the department's reply, five working days, objections, the appointment; halts."""

from datetime import date, timedelta

import pytest

from tests.regulations.appointments.house import CANDIDATE, House, facts
from zhixing.law.refusal import Refusal
from zhixing.office.publication.acts.draft import draft
from zhixing.office.publication.acts.objections import answer, take_objection
from zhixing.office.publication.models import Objection, PublicNotice
from zhixing.organ import headcount
from zhixing.organ.headcount import Approved
from zhixing.organ.models import Holding
from zhixing.regulations.appointments.models import Halt
from zhixing.regulations.appointments.workflow import halt, review
from zhixing.regulations.appointments.workflow.announce import NAME
from zhixing.regulations.appointments.workflow.due import deadlines, undone


def objected(house: House, notice: PublicNotice, on: date) -> Objection:
    take_objection(
        notice=notice, form="实名", name="群众甲", contact="138", received_on=on, content="反映工作作风",
        **house.who("E006"),
    )  # fmt: skip
    return Objection.objects.latest("pk")


def replied(house: House, objection: Objection, result: str) -> None:
    answer(objection=objection, inquiry="已核查", result=result, answer="已答复", **house.who("E006"))


# 任前审核


def test_a_reply_without_a_sending_is_refused_with_everything_missing(house: House) -> None:
    case = house.decided()
    with pytest.raises(Refusal) as refused:
        review.record_reply(
            case=case, reply="", replied_on=house.day, document="", text="", **house.who("E008")
        )
    assert facts(refused) == ["审核意见", "回复文号", "意见内容", "报送"]


def test_it_is_sent_once_until_the_reply_is_there(house: House) -> None:
    case = house.decided()
    review.send(case=case, sent_on=house.day, document="8号", **house.who("E008"))
    with pytest.raises(Refusal) as refused:
        review.send(case=case, sent_on=house.day, document="9号", **house.who("E008"))
    assert facts(refused) == ["报送"]


def test_agreed_goes_on_to_the_notice(house: House) -> None:
    assert house.reviewed().step_name == "任前公示"


def test_changes_go_back_to_the_party_group(house: House) -> None:
    """G-62."""
    case = house.reviewed("要求改动")
    assert (case.step_name, case.state) == ("讨论决定", "办理中")
    assert Halt.objects.get().kind == "重新讨论"
    house.adopted(house.consented(case, "讨论决定"))
    case.refresh_from_db()
    assert case.step_name == "任前审核"


def test_a_no_ends_the_case(house: House) -> None:
    case = house.reviewed("不同意")
    assert (case.state, Halt.objects.get().kind) == ("已终止", "终止")


# 任前公示


def test_nothing_is_published_before_the_department_has_agreed(house: House) -> None:
    case = house.decided()
    with pytest.raises(Refusal) as refused:
        house.announced(case)
    assert facts(refused) == ["任用事项"]


def test_only_the_office_drafts_and_the_leader_reviews(house: House) -> None:
    case = house.reviewed()
    with pytest.raises(Refusal) as refused:
        draft(
            name=NAME,
            source=case.source,
            title="公示",
            text="文",
            scope="局",
            contact="话",
            **house.who("E015"),
        )
    assert facts(refused) == ["办理人"]


def test_the_appointment_is_refused_until_the_period_has_ended(house: House) -> None:
    case = house.reviewed()
    with pytest.raises(Refusal) as refused:
        house.appointed(case)
    assert facts(refused) == ["公示"]
    notice = house.announced(case)
    assert (notice.published_on, notice.last_day) == (date(2026, 3, 5), date(2026, 3, 12))
    house.on(2026, 3, 12)
    with pytest.raises(Refusal) as refused:
        house.appointed(case)
    assert facts(refused) == ["公示期", "任职日期"]
    house.on(2026, 3, 13)
    house.appointed(case)


def test_an_objection_of_the_last_day_holds_the_appointment(house: House) -> None:
    """B4-05."""
    case = house.reviewed()
    notice = house.announced(case)
    house.on(2026, 3, 12)
    objection = objected(house, notice, house.day)
    house.on(2026, 3, 13)
    with pytest.raises(Refusal) as refused:
        house.appointed(case)
    assert facts(refused) == ["公示反映"]
    replied(house, objection, "不影响任职")
    house.appointed(case)


def test_an_upheld_objection_leaves_only_the_end(house: House) -> None:
    case = house.reviewed()
    notice = house.announced(case)
    replied(house, objected(house, notice, house.day), "影响任职")
    house.on(2026, 3, 20)
    with pytest.raises(Refusal) as refused:
        house.appointed(case)
    assert facts(refused) == ["公示反映"]
    halt.terminate(case=case, reason="反映属实", **house.who("E002"))
    case.refresh_from_db()
    notice.refresh_from_db()
    assert (case.state, notice.state) == ("已终止", "已撤下")
    assert "反映属实" in notice.taken_down_reason


# 任职


def test_everything_the_appointment_lacks_is_said_at_once(house: House) -> None:
    case = house.reviewed()
    house.announced(case)
    house.on(2026, 3, 13)
    with pytest.raises(Refusal) as refused:
        house.appointed(
            case, document=" ", talked_on=house.day + timedelta(days=1), talked_by=house.person(CANDIDATE),
            effective_on=date(2026, 3, 12),
        )  # fmt: skip
    assert facts(refused) == ["任职文号", "任职谈话日期", "谈话人", "任职日期"]


def test_a_seat_filled_meanwhile_stops_the_appointment(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    case = house.reviewed()
    house.announced(case)
    house.on(2026, 3, 13)
    monkeypatch.setattr(headcount, "_registers", [lambda *_: Approved(1, "三定方案")])
    Holding.objects.create(
        organ=house.organ, person=house.person("E017"), post="科室副职", section=house.section(),
        since=date(2026, 3, 6),
    )  # fmt: skip
    with pytest.raises(Refusal) as refused:
        house.appointed(case)
    assert facts(refused) == ["职数"]


def test_a_disciplinary_period_on_the_day_stops_the_appointment(house: House) -> None:
    """B4-09."""
    case = house.reviewed()
    house.announced(case)
    house.on(2026, 3, 13)
    house.checked(case, penalty="警告", penalty_until=date(2026, 9, 1))
    case.refresh_from_db()
    with pytest.raises(Refusal) as refused:
        house.appointed(case)
    assert facts(refused) == ["处分影响期"]
    house.appointed(case, effective_on=date(2026, 9, 2))


def test_the_notice_is_taken_down_when_the_office_has_appointed(house: House) -> None:
    case = house.reviewed()
    notice = house.announced(case)
    house.on(2026, 3, 13)
    house.appointed(case)
    notice.refresh_from_db()
    assert (notice.state, notice.taken_down_reason) == ("已撤下", "公示期满，已办理任职。")


# 中止、恢复、终止


def test_a_suspended_case_stands_still_and_goes_on_where_it_was(house: House) -> None:
    case = house.begun()
    with pytest.raises(Refusal) as refused:
        halt.suspend(case=case, reason="", **house.who("E003"))
    assert facts(refused) == ["办理人", "理由"]
    halt.suspend(case=case, reason="机构调整", **house.who("E002"))
    case.refresh_from_db()
    with pytest.raises(Refusal) as refused:
        house.recommend(case, "会议推荐")
    assert facts(refused) == ["任用事项"]
    halt.resume(case=case, reason="调整完成", **house.who("E002"))
    case.refresh_from_db()
    house.recommend(case, "会议推荐")
    assert [one.kind for one in case.halts.all()] == ["中止", "恢复"]


def test_an_ended_case_is_ended_for_good(house: House) -> None:
    case = house.recommended()
    asked = house.submitted(case, "考察对象", CANDIDATE)
    halt.terminate(case=case, reason="岗位撤销", **house.who("E002"))
    case.refresh_from_db()
    asked.refresh_from_db()
    assert (case.state, asked.state) == ("已终止", "已撤回")
    with pytest.raises(Refusal) as refused:
        halt.resume(case=case, reason="再办", **house.who("E002"))
    assert facts(refused) == ["任用事项"]


# 期限


def test_what_is_due_when_is_said_and_warned_of(house: House) -> None:
    case = house.recommended()
    assert [(one.what, one.last) for one in deadlines(case, house.day)] == [
        ("推荐结果有效期", date(2027, 3, 2))
    ]
    assert list(undone(house.organ, date(2027, 1, 30))) == []
    (one,) = undone(house.organ, date(2027, 1, 31))
    assert (one.due, [who.number for who in one.bearers]) == (date(2027, 3, 2), ["E008"])
    assert "副科长" not in one.subject


def test_the_days_of_a_notice_are_said(house: House) -> None:
    case = house.reviewed()
    house.announced(case)
    assert [(one.what, one.last) for one in deadlines(case, house.day)] == [("公示期", date(2026, 3, 12))]
    assert [(one.what, one.last) for one in deadlines(case, date(2026, 3, 14))] == [
        ("可以办理任职", date(2026, 3, 13))
    ]
