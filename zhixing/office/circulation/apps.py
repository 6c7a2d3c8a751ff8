from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.office.circulation.explained.register",
    "zhixing.office.circulation.visibility.publish",
)


class CirculationConfig(AppConfig):
    name = "zhixing.office.circulation"
    label = "circulation"
    verbose_name = "circulation"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
