"""Who is reminded of what on which day: dated tasks, projects, reports, decisions (01-3, 01-11, 01-13, 01-14)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.regulations.governance.chamber import Chamber
from tests.regulations.governance.test_registers import reported
from tests.regulations.governance.test_registers_work import begun
from zhixing.office.duties.models import Notice
from zhixing.office.duties.reminders import remind
from zhixing.regulations.governance.workflow.posts import enter_sheet
from zhixing.regulations.governance.workflow.reports import answer
from zhixing.regulations.governance.workflow.undone import reports, tasks


def told(chamber: Chamber, number: str, on: date) -> list[str]:
    remind(organ=chamber.organ, at=datetime(on.year, on.month, on.day, 1, tzinfo=UTC))
    notices = Notice.objects.filter(person__number=number, urgency__in=("临期", "到期", "逾期"))
    return [one.urgency for one in notices.order_by("pk")]


def test_a_dated_task_of_a_post_reminds_its_holder_until_it_is_done(chamber: Chamber) -> None:
    enter_sheet(
        section=chamber.section("产业发展科"), post="统计", holder=chamber.person("E017"), duties="报表。", measures="核对。",
        task="年报", due=date(2026, 12, 31), since=date(2026, 1, 1), **chamber.who("E015"),
    )  # fmt: skip
    assert told(chamber, "E017", date(2026, 12, 21)) == []
    assert told(chamber, "E017", date(2026, 12, 30)) == ["临期"]
    assert told(chamber, "E017", date(2026, 12, 31)) == ["临期", "到期"]
    assert [one.subject for one in tasks(chamber.organ, date(2026, 12, 31))] == ["年报"]


@pytest.mark.parametrize(("on", "urgencies"), [(date(2026, 11, 20), []), (date(2026, 12, 1), ["逾期"])])
def test_a_project_past_its_day_reminds_its_lead(chamber: Chamber, on: date, urgencies: list[str]) -> None:
    begun(chamber)
    assert told(chamber, "E022", on) == urgencies


def test_a_report_nobody_answered_comes_back_to_the_chief_the_next_working_day(chamber: Chamber) -> None:
    one = reported(chamber)  # on a Friday
    (waiting,) = reports(chamber.organ, date(2026, 11, 23))
    assert (waiting.due, waiting.bearers) == (date(2026, 11, 23), (chamber.person("E001"),))
    answer(report=one, **chamber.who("E001"))
    assert list(reports(chamber.organ, date(2026, 11, 23))) == []
