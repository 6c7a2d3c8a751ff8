"""Under which words resolutions are found; what was said in a meeting is not searched."""

from zhixing.office.meetings.models import Resolution
from zhixing.search.index import Words, register


def resolution(one: Resolution) -> Words:
    return Words(one.item.title, f"{one.number} {one.text}", ())


def publish() -> None:
    register(Resolution, "决定事项", resolution)
