from datetime import date

import pytest
from django.db import transaction

from tests.office.duties.turns import due, morning, on
from zhixing.journal.models import Entry
from zhixing.journal.verify import verify
from zhixing.office.duties.models import DutyDue, Notice
from zhixing.organ.days import DayRow, import_notice
from zhixing.organ.models import Holding, Organ

FRIDAY = date(2026, 11, 20)


def test_the_duties_of_the_edition_become_turns_with_post_evidence_and_clause(organ: Organ) -> None:
    on(organ, FRIDAY)
    found = set(DutyDue.objects.values_list("duty", "post", "wanted", "due"))
    # until 20 December: November's roster and check by its last working day, Monday 30; the sum of
    # November by the third working day of December; the clearing of leave by 30 November
    assert found == {
        ("抽查在岗情况", "办公室", "抽查记录", date(2026, 11, 30)),
        ("编排值班表", "办公室", "下月值班表", date(2026, 11, 30)),
        ("年休假清理", "办公室", "未休人员名单", date(2026, 11, 30)),
        ("补休到期提醒", "办公室", "将到期补休名单", date(2026, 11, 30)),
        ("月考勤汇总", "办公室", "月考勤锁定", date(2026, 12, 3)),
    }
    turn = due(organ, "月考勤汇总", date(2026, 11, 1))
    assert (str(turn), turn.state) == ("2026年11月月考勤汇总", "待办")
    assert turn.cite.startswith("《考勤制度》")


def test_looking_twice_changes_nothing(organ: Organ) -> None:
    first = on(organ, FRIDAY)
    rows = (DutyDue.objects.count(), Notice.objects.count(), Entry.objects.count())
    again = on(organ, FRIDAY)
    assert first.made == 5
    assert (again.made, again.closed, again.told) == (0, 0, 0)
    assert rows == (DutyDue.objects.count(), Notice.objects.count(), Entry.objects.count())


def test_days_on_which_nobody_looked_are_caught_up(organ: Organ) -> None:
    on(organ, FRIDAY)
    on(organ, date(2027, 3, 1))
    months = DutyDue.objects.filter(duty="月考勤汇总").values_list("period_first", flat=True)
    assert list(months) == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]
    assert DutyDue.objects.filter(duty="录入下一年工作日历", due=date(2026, 12, 31)).count() == 1


def test_what_fell_due_before_the_first_look_is_held_against_nobody(organ: Organ) -> None:
    on(organ, date(2026, 11, 4))
    assert not DutyDue.objects.filter(due__lt=date(2026, 11, 4)).exists()


def test_a_year_without_a_notice_is_marked_as_estimated(organ: Organ) -> None:
    on(organ, date(2026, 12, 20))
    assert due(organ, "月考勤汇总", date(2026, 12, 1)).estimated
    assert not due(organ, "编排值班表", date(2026, 12, 1)).estimated


def test_a_notice_of_holidays_moves_open_turns_and_lists_them(organ: Organ) -> None:
    """January 4 and 5 2027 a holiday: the third working day of January is no longer the 6th."""
    on(organ, date(2026, 12, 20))
    turn = due(organ, "月考勤汇总", date(2026, 12, 1))
    assert turn.due == date(2027, 1, 6)  # 4, 5, 6: 1 January is a holiday, 2 and 3 are Saturday and Sunday
    clerk = Holding.objects.get(organ=organ, post="考勤管理员").person
    imported = import_notice(
        organ=organ,
        rows=[DayRow(date(2027, 1, 4), "法定节假日"), DayRow(date(2027, 1, 5), "法定节假日")],
        notice="国办发明电〔2026〕9号",
        actor=clerk,
        at=morning(date(2026, 12, 21)),
        key="放假通知",
    )
    turn.refresh_from_db()
    assert turn.due == date(2027, 1, 8)
    assert [(one.before, one.after) for one in imported.moved if "月考勤汇总" in one.what] == [
        ("2027-01-06", "2027-01-08")
    ]


def test_every_turn_stands_in_the_journal_and_is_explained_by_it(organ: Organ) -> None:
    on(organ, FRIDAY)
    assert Entry.objects.filter(action="生成任务").count() == 5
    assert [fault for fault in verify(organ.pk).of("记录") if "任务" in fault.says] == []
    DutyDue.objects.filter(duty="月考勤汇总").update(due=date(2026, 12, 31))
    assert [fault for fault in verify(organ.pk).of("记录") if "任务" in fault.says] != []


@transaction.atomic
def broken_round(organ: Organ) -> None:
    on(organ, FRIDAY)
    raise RuntimeError


def test_a_round_that_fails_leaves_no_turn_behind(organ: Organ) -> None:
    with pytest.raises(RuntimeError):
        broken_round(organ)
    assert not DutyDue.objects.exists()
    assert on(organ, FRIDAY).made == 5
