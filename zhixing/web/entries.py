"""常用入口：what one begins from the desk; each only for whoever may open it."""

from dataclasses import dataclass

from zhixing.web.access import may_open


@dataclass(frozen=True, slots=True)
class Entry:
    label: str
    icon: str
    name: str


ENTRIES: tuple[Entry, ...] = (
    Entry("请假", "calendar2-plus", "web:leave_start"),
    Entry("我的考勤", "calendar3", "web:my_month"),
    Entry("制度库", "book", "web:law"),
    Entry("制度体检", "clipboard2-pulse", "web:checkup"),
)


def entries_of(roles: frozenset[str]) -> list[Entry]:
    return [entry for entry in ENTRIES if may_open(entry.name, roles)]
