"""What of 01 is watched by itself: emergency actions that no meeting has heard (01-10, 01-12)."""

from __future__ import annotations

from zhixing.office import bypassed
from zhixing.office.duties import reminders
from zhixing.regulations.governance.workflow.bypass import unreported
from zhixing.regulations.governance.workflow.emergency import KIND, open_actions


def register() -> None:
    """Called once by the app when it is ready."""
    reminders.register_source(KIND, open_actions)
    bypassed.register_source("governance", unreported)
