from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = ("zhixing.office.duties.visibility.register", "zhixing.office.duties.undone.register")


class DutiesConfig(AppConfig):
    name = "zhixing.office.duties"
    label = "duties"
    verbose_name = "任务"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
