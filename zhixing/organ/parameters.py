"""自定数值: the organ's own values as the law machine takes them, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.law.parameters import Override, Overrides
from zhixing.organ.models import OwnValue
from zhixing.organ.models.own_value import CONFIRMED


@dataclass(frozen=True, slots=True)
class OwnValues:
    """Every confirmed value of one organ for one regulation, read once and asked for many days."""

    rows: tuple[OwnValue, ...] = ()

    def on(self, day: date) -> Overrides:
        """What counts on a day: {参数: value, since when, on what basis}."""
        return {
            row.name: Override(row.text, row.since, row.basis)
            for row in self.rows
            if row.since <= day and (row.until is None or day <= row.until)
        }


NOTHING_OWN = OwnValues()


def own_values(organ: str, number: str) -> OwnValues:
    """The values that an organ (by key) has set for a regulation (by number)."""
    return OwnValues(tuple(OwnValue.objects.filter(organ_id=organ, number=number, state=CONFIRMED)))
