"""常用入口：what one begins from the desk; each only for whoever may open it."""

from dataclasses import dataclass

from zhixing.web.access import may_open


@dataclass(frozen=True, slots=True)
class Entry:
    label: str
    icon: str
    name: str


ENTRIES: tuple[Entry, ...] = (
    Entry("请假", "calendar2-plus", "web:leave_new"),
    Entry("因公外出", "geo-alt", "web:outing_new"),
    Entry("加班补休", "moon-stars", "web:overtime_new"),
    Entry("签到", "clock", "web:signin"),
    Entry("我的月考勤", "calendar3", "web:my_month"),
    Entry("假期余额", "wallet2", "web:balances_mine"),
    Entry("会议", "calendar-event", "web:meetings"),
    Entry("值班表", "calendar2-week", "web:roster"),
    Entry("制度库", "book", "web:law"),
    Entry("核对回执", "patch-check", "web:receipt"),
)


def entries_of(roles: frozenset[str]) -> list[Entry]:
    return [entry for entry in ENTRIES if may_open(entry.name, roles)]
