"""A day as somebody writes it into an address."""

from datetime import date

from django.utils.dateparse import parse_date

FIRST_YEAR, LAST_YEAR = 1900, 2999  # there is a day before and a day after each of them


def day_in(text: str) -> date | None:
    """The day; None for what is no day, and for one so far off that nothing can be counted from it."""
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None
