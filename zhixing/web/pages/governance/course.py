"""How far a key project had come on which day, drawn beside the straight way to its time limit (01-14.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zhixing.organ.local_time import today
from zhixing.regulations.governance.models import Project, ProjectLine

WIDE, HEIGHT = 640, 230
LEFT, RIGHT, TOP, BOTTOM = 46, 620, 16, 190
STEPS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Point:
    """A place of the drawing and what it says."""

    x: int
    y: int
    says: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """Places in the units of the drawing; `said` tells it in words for who does not see it."""

    steps: tuple[Point, ...]
    points: tuple[Point, ...]
    way: tuple[Point, Point]
    limit: Point
    begun: Point
    said: str
    wide: int = WIDE
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    top: int = TOP
    bottom: int = BOTTOM

    @property
    def line(self) -> str:
        return " ".join(f"{one.x},{one.y}" for one in self.points)


def course_of(project: Project, lines: Iterable[ProjectLine], day: date) -> Course:
    """From the project's beginning to its time limit, or to `day` where that is later."""
    told = [(today(one.at), one.percent) for one in lines if one.percent is not None]
    last = max(project.due, day, *(at for at, _ in told))
    reached = [(project.since, 0), *told]
    if project.state == "进行中":
        reached.append((day, project.percent))
    points = tuple(
        Point(_x(project.since, last, at), _y(percent), f"{at}：{percent}%") for at, percent in reached
    )
    due = _x(project.since, last, project.due)
    return Course(
        steps=tuple(Point(LEFT, _y(step), f"{step}%") for step in STEPS),
        points=points,
        way=(Point(LEFT, _y(0)), Point(due, _y(100))),
        limit=Point(due, BOTTOM, f"时限 {project.due}"),
        begun=Point(LEFT, BOTTOM, f"{project.since}"),
        said="；".join(one.says for one in points),
    )


def _x(first: date, last: date, at: date) -> int:
    whole = max((last - first).days, 1)
    return LEFT + (RIGHT - LEFT) * min(max((at - first).days, 0), whole) // whole


def _y(percent: int) -> int:
    return BOTTOM - (BOTTOM - TOP) * percent // 100
