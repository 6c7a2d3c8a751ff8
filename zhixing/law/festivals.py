"""Statutory holidays of a year by the law itself, before any notice swaps days.

Source: 全国年节及纪念日放假办法 in the versions in force from 1999, 2008, 2014 and 2025.
"""

from datetime import date, timedelta
from functools import cache

from zhixing.law.festivals_data import LUNAR

# First years of the versions that moved a holiday.
SHORT_LABOUR = EVE_OFF = 2008
EVE_WORKED = 2014
TWO_MORE = 2025
LAST_OF_FORMULA = 2099


@cache
def statutory_days(year: int) -> frozenset[date]:
    """The days off that the law names for everyone in `year`.

    Lunar festivals are known for the years of `LUNAR`; other years keep the solar ones only.
    """
    return frozenset({date(year, 1, 1)} | _labour(year) | _national(year) | _qingming(year) | _lunar(year))


def _run(first: date, days: int) -> set[date]:
    return {first + timedelta(days=n) for n in range(days)}


def _labour(year: int) -> set[date]:
    if year < SHORT_LABOUR:
        return _run(date(year, 5, 1), 3)
    return _run(date(year, 5, 1), 2 if year >= TWO_MORE else 1)


def _national(year: int) -> set[date]:
    return _run(date(year, 10, 1), 3)


def _qingming(year: int) -> set[date]:
    """The solar term by the usual century formula, exact for 2001 to 2099."""
    if not SHORT_LABOUR <= year <= LAST_OF_FORMULA:
        return set()
    since = year % 100
    return {date(year, 4, (since * 2422 + 48100) // 10000 - since // 4)}


def _lunar(year: int) -> set[date]:
    if year not in LUNAR:
        return set()
    spring, boat, autumn = (date(year, int(text[:2]), int(text[2:])) for text in LUNAR[year])
    return _spring(spring) | ({boat, autumn} if year >= SHORT_LABOUR else set())


def _spring(first: date) -> set[date]:
    if first.year >= TWO_MORE:
        return _run(first - timedelta(days=1), 4)
    eve = EVE_OFF <= first.year < EVE_WORKED
    return _run(first - timedelta(days=1 if eve else 0), 3)
