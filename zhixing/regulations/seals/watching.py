"""What of 17 is watched by itself."""

from __future__ import annotations

from zhixing.office.duties import reminders
from zhixing.regulations.seals.workflow import undone


def register() -> None:
    """Called once by the app when it is ready."""
    reminders.register_source("印章外带", undone.loans)
    reminders.register_source("急用补签", undone.paperwork)
    reminders.register_source("印章代管", undone.custodies)
    reminders.register_source("旧章上交", undone.old_seals)
