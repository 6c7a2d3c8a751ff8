"""The drawing of a project's course: where its points stand, and what it says in words."""

from datetime import UTC, date, datetime

from zhixing.regulations.governance.models import Project, ProjectLine
from zhixing.web.pages.governance.course import BOTTOM, LEFT, RIGHT, TOP, course_of

SINCE, DUE = date(2026, 3, 1), date(2026, 3, 31)


def project(percent: int, state: str = "进行中") -> Project:
    return Project(name="技改", since=SINCE, due=DUE, percent=percent, state=state)


def line(day: int, percent: int | None) -> ProjectLine:
    return ProjectLine(kind="进展", percent=percent, at=datetime(2026, 3, day, 2, tzinfo=UTC))


def test_half_done_half_way_stands_in_the_middle() -> None:
    course = course_of(project(50), [line(16, 50)], date(2026, 3, 16))
    begun, half, now = course.points
    assert (begun.x, begun.y) == (LEFT, BOTTOM)
    assert (half.x, half.y) == ((LEFT + RIGHT) // 2, (TOP + BOTTOM) // 2)
    assert (now.x, now.y) == (half.x, half.y)
    assert course.limit.x == RIGHT
    assert course.said == "2026-03-01：0%；2026-03-16：50%；2026-03-16：50%"


def test_what_is_late_goes_on_past_its_limit() -> None:
    course = course_of(project(80), [line(16, 80), line(20, None)], date(2026, 4, 30))
    assert [one.says for one in course.points][1:] == ["2026-03-16：80%", "2026-04-30：80%"]
    assert course.points[-1].x == RIGHT
    assert LEFT < course.limit.x == LEFT + (RIGHT - LEFT) * 30 // 60


def test_what_is_done_ends_on_its_day() -> None:
    course = course_of(project(100, "已完成"), [line(11, 100)], date(2026, 6, 1))
    assert course.points[-1].says == "2026-03-11：100%"
    assert course.points[-1].y == TOP


def test_begun_today_has_room_to_stand() -> None:
    course = course_of(Project(since=SINCE, due=SINCE, percent=0, state="进行中"), [], SINCE)
    assert {one.x for one in course.points} == {LEFT}
