from datetime import date

import pytest

from tests.office.duties.turns import due, morning, on, person
from zhixing.law.calendar import WorkCalendar
from zhixing.law.refusal import Refusal
from zhixing.office.duties.evidence import finish
from zhixing.office.duties.models import DutyDue, Notice
from zhixing.office.duties.notices import read, unread
from zhixing.office.duties.reminders import borne_by, overdue, remind, urgency
from zhixing.organ.models import Account, Holding, Organ, Person
from zhixing.organ.policy import viewer_of, visible

NOVEMBER = date(2026, 11, 1)


def clerk(organ: Organ) -> Person:
    return Holding.objects.get(organ=organ, post="考勤管理员", until=None).person


def told(duty: DutyDue) -> list[tuple[str, str]]:
    notices = Notice.objects.filter(object_kind="duty", object_id=str(duty.pk)).order_by("at", "pk")
    return [(one.urgency, one.person.name) for one in notices]


@pytest.mark.parametrize(
    ("today", "level"),
    [
        (date(2026, 9, 23), ""),  # then 24, 28, 29 are worked; 25 to 27 are days off
        (date(2026, 9, 24), "临期"),
        (date(2026, 9, 29), "临期"),
        (date(2026, 9, 30), "到期"),  # 1 to 7 October are days off: the last working day before Monday 5
        (date(2026, 10, 5), "到期"),
        (date(2026, 10, 6), "逾期"),
    ],
)
def test_what_ends_in_a_holiday_is_due_before_it(today: date, level: str) -> None:
    assert urgency(date(2026, 10, 5), today, WorkCalendar()) == level


def test_overdue_counts_working_days_only() -> None:
    """From Wednesday 30 September: 8 and 9 October are worked, and Saturday 10 is made up for."""
    calendar = WorkCalendar()
    assert overdue(date(2026, 9, 30), date(2026, 10, 7), calendar) == 0
    assert overdue(date(2026, 9, 30), date(2026, 10, 10), calendar) == 3


def test_the_bearer_is_told_once_at_each_level(organ: Organ) -> None:
    on(organ, date(2026, 11, 20))
    sums = due(organ, "月考勤汇总", NOVEMBER)  # by Thursday 3 December
    levels = []
    for day in (27, 30):
        on(organ, date(2026, 11, day))
        levels.append([level for level, _ in told(sums)])
    for day in (1, 2, 3, 4):
        on(organ, date(2026, 12, day))
        on(organ, date(2026, 12, day))
        levels.append([level for level, _ in told(sums)])
    assert levels == [[], ["临期"], ["临期"], ["临期"], ["临期", "到期"], ["临期", "到期", "逾期"]]
    assert {name for _, name in told(sums)} == {clerk(organ).name}


def test_long_overdue_goes_to_the_leader_in_charge_and_then_to_the_office(organ: Organ) -> None:
    on(organ, date(2026, 11, 20))
    sums = due(organ, "月考勤汇总", NOVEMBER)
    on(organ, date(2026, 12, 8))  # three working days after Thursday 3: 4, 7, 8
    leader = {name for level, name in told(sums)} - {clerk(organ).name}
    assert len(leader) == 1
    on(organ, date(2026, 12, 14))  # seven: 4, 7, 8, 9, 10, 11, 14
    chief_of_office = Holding.objects.get(organ=organ, post="办公室主任", until=None).person
    assert (told(sums)[-1]) == ("逾期", chief_of_office.name)
    assert len(told(sums)) == 3


def test_a_notice_names_the_day_the_evidence_and_the_clause(organ: Organ) -> None:
    on(organ, date(2026, 11, 20))
    on(organ, date(2026, 11, 30))
    sums = due(organ, "月考勤汇总", NOVEMBER)
    notice = Notice.objects.get(object_kind="duty", object_id=str(sums.pk))
    assert notice.text.startswith(
        "“2026年11月月考勤汇总”将于2026年12月3日到期。凭据：月考勤锁定。依据：《考勤制度》"
    )


def test_a_finished_turn_is_not_reminded_of(organ: Organ) -> None:
    on(organ, date(2026, 11, 20))
    leave = due(organ, "年休假清理", date(2026, 1, 1))
    finish(
        due=leave,
        actor=clerk(organ),
        evidence="未休人员名单已发。",
        at=morning(date(2026, 11, 23)),
        key="清理",
    )
    on(organ, date(2026, 11, 30))
    assert told(leave) == []


def test_only_the_bearer_finishes_a_turn_once_and_with_evidence(organ: Organ) -> None:
    on(organ, date(2026, 11, 20))
    leave, at = due(organ, "年休假清理", date(2026, 1, 1)), morning(date(2026, 11, 23))
    with pytest.raises(Refusal) as refused:
        finish(due=leave, actor=person(organ, "E025"), evidence=" ", at=at, key="一")
    assert [finding.fact for finding in refused.value.findings] == ["办理人", "凭据"]
    first = finish(due=leave, actor=clerk(organ), evidence="名单", at=at, key="二")
    assert finish(due=leave, actor=clerk(organ), evidence="名单", at=at, key="二") == first
    with pytest.raises(Refusal) as refused:
        finish(due=leave, actor=clerk(organ), evidence="名单", at=at, key="三")
    assert [finding.fact for finding in refused.value.findings] == ["状态"]


def test_notices_are_one_s_own_and_reading_them_empties_the_list(organ: Organ) -> None:
    on(organ, date(2026, 11, 20))
    on(organ, date(2026, 11, 30))
    today, at = date(2026, 11, 30), morning(date(2026, 11, 30))
    own = viewer_of(Account.objects.create(organ=organ, person=clerk(organ), username="own"), today)
    other = viewer_of(
        Account.objects.create(organ=organ, person=person(organ, "E025"), username="other"), today
    )
    assert unread(own).count() == 5
    assert unread(other).count() == 0
    assert read(viewer=other, notice=unread(own)[0].pk, at=at) == 0
    assert read(viewer=own, notice=unread(own)[0].pk, at=at) == 1
    assert read(viewer=own, notice=None, at=at) == 4
    assert unread(own).count() == 0


def test_duties_are_seen_by_those_who_bear_them_and_not_by_others(organ: Organ) -> None:
    on(organ, date(2026, 11, 20))
    accounts = {
        number: Account.objects.create(organ=organ, person=one, username=number)
        for number, one in (("clerk", clerk(organ)), ("staff", person(organ, "E025")))
    }
    seen = {
        name: visible(viewer_of(account, date(2026, 11, 20)), DutyDue).count()
        for name, account in accounts.items()
    }
    assert seen == {"clerk": 5, "staff": 0}


def test_two_organs_are_reminded_apart(organ: Organ) -> None:
    on(organ, date(2026, 11, 20))
    other = Organ.objects.create(
        key="ouhai", name="另一单位", short_name="另一单位", created_at=morning(NOVEMBER)
    )
    on(other, date(2026, 11, 20))
    assert DutyDue.objects.filter(organ=other).count() == 5
    assert remind(organ=other, at=morning(date(2026, 12, 1))) == 0  # nobody holds a post there yet
    assert not Notice.objects.filter(organ=other).exists()


def test_what_one_bears_is_listed_by_its_day_and_nobody_elses(organ: Organ) -> None:
    on(organ, date(2026, 11, 20))
    sums = due(organ, "月考勤汇总", NOVEMBER)
    borne = borne_by(clerk(organ), date(2026, 11, 20))
    assert str(sums.pk) in {one.object_id for one in borne}
    assert [one.due for one in borne] == sorted(one.due for one in borne)
    assert borne_by(clerk(organ), date(2026, 11, 20), but={"duty"}) == []
    driver = person(organ, "E042")
    assert str(sums.pk) not in {one.object_id for one in borne_by(driver, date(2026, 11, 20))}
