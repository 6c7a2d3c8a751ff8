"""What 13 gives to the shapes of work: its kind of meeting, the evidence of its duty, reminders."""

from zhixing.regulations.democratic_life import evidence, meetings
from zhixing.regulations.democratic_life.workflow import due


def register() -> None:
    """Called once by the app when it is ready."""
    meetings.register()
    evidence.register()
    due.register()
