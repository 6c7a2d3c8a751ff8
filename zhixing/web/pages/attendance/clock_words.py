"""What a sign-in at this moment means, in the words of the clause (02-1.1a, 02-3.1)."""

from dataclasses import dataclass
from datetime import date, datetime

from zhixing.organ.local_time import local
from zhixing.organ.parameters import OwnValues
from zhixing.regulations.attendance.workflow.day_status import HalfStatus, Hours, seconds_late
from zhixing.regulations.attendance.workflow.day_view import SignInPage
from zhixing.regulations.attendance.workflow.statute import cite, value

CLAUSE, MARKS = "02-1.1a", "02-3.1"
WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Meaning:
    """`word` is the state in one word, `text` says it in a sentence, `cite` is where it stands."""

    word: str
    text: str
    clause: str
    cite: str


def weekday(day: date) -> str:
    return f"星期{WEEKDAYS[day.weekday()]}"


def meaning(page: SignInPage, at: datetime) -> Meaning:
    """Of the half day that now is."""
    if page.signed_at is not None:
        word = next(half.word for half in page.today if half.half == page.half)
        text = f"{page.half}已于{page.signed_at:%H:%M:%S}签到，不用再签。"
        return Meaning(word, text, CLAUSE, cite(CLAUSE, page.day))
    if page.closed:
        return Meaning("不用签到", page.closed, CLAUSE, cite(CLAUSE, page.day))
    over = seconds_late(local(at).time(), page.hours)
    word, text = ("迟到", late(page, over)) if over else ("准时", on_time(page))
    return Meaning(word, text, CLAUSE, cite(CLAUSE, page.day))


def on_time(page: SignInPage) -> str:
    return f"{page.half}{page.hours.limit():%H:%M}以前签到算准时，现在签到正好。"


def late(page: SignInPage, over: int) -> str:
    return f"{page.half}{page.hours.begins:%H:%M}上班，现在签到要记迟到（{how_late(over)}）。"


def how_late(over: int) -> str:
    """65 seconds -> 迟到1分5秒."""
    minutes, seconds = divmod(over, MINUTE)
    hours, minutes = divmod(minutes, MINUTE)
    parts = [
        f"{hours}小时" if hours else "",
        f"{minutes}分" if minutes else "",
        f"{seconds}秒" if seconds else "",
    ]
    return f"晚{''.join(parts)}"


def marks(times: int, day: date, own: OwnValues) -> Meaning:
    """What the late and early marks of this month amount to so far."""
    limit = int(value("谈话次数", day, own))
    if times >= limit:
        text = f"本月已有{times}次，到了{limit}次：由局长安排谈话，当月每一次都提出扣款建议。"
        return Meaning("已到界限", text, MARKS, cite(MARKS, day))
    text = (
        f"本月{times}次；到{limit}次要谈话，并按次提出扣款建议。"
        if times
        else f"本月没有迟到、早退；到{limit}次才谈话、扣款。"
    )
    return Meaning("正常" if not times else "预警", text, MARKS, cite(MARKS, day))


def told_late(status: HalfStatus, hours: Hours) -> str:
    """晚5分, for a half day that is already signed."""
    if not status.late or status.at is None:
        return ""
    return how_late(seconds_late(status.at, hours))
