"""What happens when: acts of the demo in the order of their time, each with a key of its own."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import datetime
from itertools import count

from zhixing.organ.local_time import local

Act = Callable[[datetime, str], None]
Tell = Callable[[str], None]


def silent(_line: str) -> None:
    """Says nothing of how far the story has come."""


def month_of(at: datetime) -> str:
    day = local(at)
    return f"{day.year}年{day.month}月"


class Agenda:
    """Acts are run earliest first; an act may put later ones on the agenda."""

    def __init__(self, until: datetime, tell: Tell = silent) -> None:
        self.until = until
        self._tell = tell
        self._waiting: list[tuple[datetime, int, Act]] = []
        self._order = count(1)
        self.done = 0

    def add(self, at: datetime, act: Act) -> None:
        """Nothing later than `until` happens."""
        if at <= self.until:
            heapq.heappush(self._waiting, (at, next(self._order), act))

    def run(self) -> int:
        """Runs everything; returns how many acts there were."""
        told = ""
        while self._waiting:
            at, _, act = heapq.heappop(self._waiting)
            if told != (told := month_of(at)):
                self._tell(f"正在生成{told}的考勤……")
            self.done += 1
            act(at, f"demo:{self.done}")
        return self.done
