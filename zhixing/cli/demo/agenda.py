"""What happens when: acts of the demo in the order of their time, each with a key of its own."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import datetime
from itertools import count

Act = Callable[[datetime, str], None]


class Agenda:
    """Acts are run earliest first; an act may put later ones on the agenda."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        self._waiting: list[tuple[datetime, int, Act]] = []
        self._order = count(1)
        self.done = 0

    def add(self, at: datetime, act: Act) -> None:
        """Nothing later than `until` happens."""
        if at <= self.until:
            heapq.heappush(self._waiting, (at, next(self._order), act))

    def run(self) -> int:
        """Runs everything; returns how many acts there were."""
        while self._waiting:
            at, _, act = heapq.heappop(self._waiting)
            self.done += 1
            act(at, f"demo:{self.done}")
        return self.done
