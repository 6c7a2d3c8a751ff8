from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.regulations.attendance.explained.register",
    "zhixing.regulations.attendance.explained_leave.register",
    "zhixing.regulations.attendance.visibility.register",
    "zhixing.regulations.attendance.policies.register_all",
    "zhixing.regulations.attendance.handlers.register",
    "zhixing.regulations.attendance.evidence.register",
    "zhixing.regulations.attendance.workflow.holiday_notice.register",
    "zhixing.regulations.attendance.workflow.away.register",
)


class AttendanceConfig(AppConfig):
    name = "zhixing.regulations.attendance"
    label = "attendance"
    verbose_name = "attendance"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
