"""What happens by itself: the hourly round, reminders of to-dos, the witness, the tidying at night."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django_tasks_db.models import DBTaskResult

from tests.journal.acts import act
from tests.office.duties.turns import morning
from tests.web.bureau import Bureau, build
from zhixing.office.duties import reminders
from zhixing.office.duties.falling_due import make_due
from zhixing.office.duties.jobs import take_turn
from zhixing.office.duties.models import DutyDue, Notice
from zhixing.office.duties.plans import plans
from zhixing.office.duties.tick import tick
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.models import Organ
from zhixing.site.clock import rounds, upkeep
from zhixing.site.clock.rounds import RoundBroken, go_round, in_force

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 11, 20)


@pytest.fixture
def bureau() -> Bureau:
    return build()


@pytest.fixture
def todo(bureau: Bureau) -> Task:
    """A to-do of the leader, to be done by Wednesday 25 November at the end of the day."""
    matter = Matter.objects.create(
        organ=bureau.organ, number="假〔2026〕12号", regulation="attendance", procedure="请假",
        title="林小满的病假（肺炎）", starter=bureau.person("职员"), state="审批中", created_at=morning(FRIDAY),
    )  # fmt: skip
    return Task.objects.create(
        organ=bureau.organ, matter=matter, person=bureau.person("局领导"), kind="办理",
        arrived_at=morning(FRIDAY), due_at=datetime(2026, 11, 25, 15, 59, 59, tzinfo=UTC),
    )  # fmt: skip


def told(todo: Task) -> list[tuple[str, str]]:
    return [
        (one.urgency, one.person.name) for one in Notice.objects.filter(object_kind="task").order_by("pk")
    ]


def test_whoever_holds_a_to_do_is_told_once_before_on_and_after_its_day(todo: Task) -> None:
    levels = []
    for day in (19, 20, 23, 25, 25, 26):
        go_round(morning(date(2026, 11, day)))
        levels.append([level for level, _ in told(todo)])
    soon, now = ["临期"], ["临期", "到期"]
    assert levels == [[], soon, soon, now, now, ["临期", "到期", "逾期"]]
    assert {name for _, name in told(todo)} == {"郑清明"}


def test_a_reminder_names_number_and_procedure_and_nobody_s_illness(todo: Task) -> None:
    go_round(morning(FRIDAY))
    notice = Notice.objects.get(object_kind="task")
    assert notice.text == "“假〔2026〕12号请假”将于2026年11月25日到期。"


def test_what_is_done_is_not_reminded_of(todo: Task) -> None:
    Task.objects.update(state="已办", done_at=morning(FRIDAY))
    go_round(morning(date(2026, 11, 26)))
    assert told(todo) == []


def test_a_to_do_that_gets_a_later_day_is_reminded_of_again(todo: Task) -> None:
    go_round(morning(date(2026, 11, 25)))
    Task.objects.update(due_at=datetime(2026, 12, 2, 15, 59, 59, tzinfo=UTC))
    go_round(morning(date(2026, 12, 2)))
    assert [level for level, _ in told(todo)] == ["到期", "到期"]


def test_trouble_in_one_organ_keeps_no_other_waiting(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = build("aaa", "排在前面的单位").organ

    def fails_for_one(*, organ: Organ, **given: object) -> object:
        if organ == broken:
            raise RuntimeError
        return tick(organ=organ, **given)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(rounds, "tick", fails_for_one)
    with pytest.raises(RoundBroken):
        go_round(morning(FRIDAY))
    assert {due.organ_id for due in DutyDue.objects.all()} == {bureau.organ.pk}


def test_a_duty_whose_records_speak_for_it_is_closed_by_the_round(bureau: Bureau) -> None:
    make_due(organ=bureau.organ, editions=in_force(FRIDAY), at=morning(FRIDAY))
    person = bureau.person("办公室")
    person.duty_shifts.create(
        organ=bureau.organ, day=date(2026, 12, 5), shift="日班", nature="周末", entered_by=person
    )
    go_round(morning(date(2026, 11, 23)))
    closed = DutyDue.objects.get(state="已办")
    assert (closed.duty, closed.evidence, closed.done_by) == ("编排值班表", "2026年12月值班表已排1班。", None)


def test_the_clock_knows_its_schedules_and_sources() -> None:
    assert set(plans()) == {"任务和提醒", "见证", "清理"}
    assert {"duty", "task", "决定事项", "临机处置"} <= set(reminders._sources)


def test_the_heads_of_all_chains_go_to_the_witness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "WITNESS_FILE", tmp_path / "witness.jsonl")
    act(key="一")
    act(key="一", organ="瓯海经信")
    for _ in range(2):
        upkeep.bear_witness(morning(FRIDAY))
    lines = settings.WITNESS_FILE.read_text().splitlines()
    assert sorted(json.loads(line)["organ"] for line in lines) == ["瓯海经信", "鹿城经信"]


def test_jobs_done_long_ago_leave_the_queue_and_others_stay() -> None:
    now = morning(FRIDAY)
    ages = {"SUCCESSFUL": 91, "FAILED": 89, "RUNNING": 91}
    for status, days in ages.items():
        job = take_turn.enqueue("见证", now.isoformat())
        done = now - timedelta(days=days)
        DBTaskResult.objects.filter(pk=job.id).update(status=status, finished_at=done)
    upkeep.tidy(now)
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"FAILED", "RUNNING"}
