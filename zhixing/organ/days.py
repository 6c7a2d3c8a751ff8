"""The organ's own working days: the seeded calendar, corrected by notices (domain N2, G-98)."""

from zhixing.law.calendar import WorkCalendar
from zhixing.organ.models import DayCorrection, Organ


def calendar_of(organ: Organ) -> WorkCalendar:
    """Seed and corrections as one calendar; a year nobody published is answered as 暂估."""
    words = DayCorrection.objects.filter(organ=organ).values_list("day", "kind")
    return WorkCalendar(corrections=dict(words))
