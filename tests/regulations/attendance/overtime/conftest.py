from tests.regulations.attendance.leave.conftest import bureau, desk

__all__ = ["bureau", "desk"]
