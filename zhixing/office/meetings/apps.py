from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.office.meetings.explained.register",
    "zhixing.office.meetings.visibility.publish",
    "zhixing.office.meetings.findable.publish",
)


class MeetingsConfig(AppConfig):
    name = "zhixing.office.meetings"
    label = "meetings"
    verbose_name = "meetings"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
