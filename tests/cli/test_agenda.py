"""The agenda of the demo: in the order of time, and telling how far it has come."""

from datetime import date, datetime, time

from zhixing.cli.demo.agenda import Agenda
from zhixing.organ.local_time import at_clock


def at(month: int, day: int) -> datetime:
    return at_clock(date(2026, month, day), time(9))


def test_it_tells_each_month_once_before_its_first_act() -> None:
    heard: list[str] = []
    agenda = Agenda(at(12, 31), heard.append)
    for month, day in ((11, 2), (10, 9), (10, 8)):
        agenda.add(at(month, day), lambda moment, _key: heard.append(f"{moment:%m-%d}"))
    assert agenda.run() == 3
    assert heard == [
        "正在生成2026年10月的考勤……",
        "10-08",
        "10-09",
        "正在生成2026年11月的考勤……",
        "11-02",
    ]


def test_nothing_later_than_its_end_happens() -> None:
    heard: list[str] = []
    agenda = Agenda(at(10, 8), heard.append)
    agenda.add(at(10, 9), lambda _moment, _key: heard.append("later"))
    assert agenda.run() == 0
    assert heard == []
