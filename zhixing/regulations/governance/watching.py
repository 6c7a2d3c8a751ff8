"""What of 01 is watched by itself: emergency actions no meeting has heard, whatever is undone on its day (01-10, 01-12)."""

from __future__ import annotations

from zhixing.office import bypassed
from zhixing.office.duties import reminders
from zhixing.regulations.governance.workflow import undone
from zhixing.regulations.governance.workflow.bypass import unreported
from zhixing.regulations.governance.workflow.emergency import KIND, open_actions


def register() -> None:
    """Called once by the app when it is ready."""
    reminders.register_source(KIND, open_actions)
    reminders.register_source("决定事项", undone.resolutions)
    reminders.register_source("岗位责任书", undone.tasks)
    reminders.register_source("重点工作项目", undone.projects)
    reminders.register_source("副职报告", undone.reports)
    bypassed.register_source("governance", unreported)
