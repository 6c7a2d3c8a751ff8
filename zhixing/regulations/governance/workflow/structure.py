"""队伍结构 (01-21.1): how the staff of a day is made up, whole numbers by group, cut by a further group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

from zhixing.organ.models import Organ, Service
from zhixing.regulations.governance.models import StaffProfile

UNKNOWN = "没有登记"
AGES = ((35, "35岁以下"), (45, "36到45岁"), (55, "46到55岁"))
OLDER = "56岁以上"
Sort = Callable[[Service, StaffProfile | None, date], str]


def structure(organ: Organ, day: date, sort: str, cut: str = "", word: str = "") -> dict[str, int]:
    """{group: people} of who serves on that day; with `cut` and `word` only those of that other group."""
    serving = Service.objects.on(day).filter(organ=organ).select_related("person", "section")
    profiles = {one.person_id: one for one in StaffProfile.objects.filter(organ=organ)}
    counted: Counter[str] = Counter()
    for one in serving:
        known = profiles.get(one.person_id)
        if cut and SORTS[cut](one, known, day) != word:
            continue
        counted[SORTS[sort](one, known, day)] += 1
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def words_of(organ: Organ, day: date, sort: str) -> list[str]:
    return list(structure(organ, day, sort))


def _age(one: Service, _: StaffProfile | None, day: date) -> str:
    born = one.person.born
    if born is None:
        return UNKNOWN
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return next((word for most, word in AGES if years <= most), OLDER)


def _sex(one: Service, _: StaffProfile | None, __: date) -> str:
    return one.person.sex or UNKNOWN


def _of(field: str) -> Sort:
    def sort(_: Service, known: StaffProfile | None, __: date) -> str:
        return str(getattr(known, field)) if known else UNKNOWN

    return sort


def _rank(one: Service, _: StaffProfile | None, __: date) -> str:
    return one.rank


SORTS: Mapping[str, Sort] = {
    "年龄": _age,
    "学历": _of("education"),
    "性别": _sex,
    "政治面貌": _of("party"),
    "专业": _of("specialty"),
    "民族": _of("ethnicity"),
    "职级": _rank,
}
