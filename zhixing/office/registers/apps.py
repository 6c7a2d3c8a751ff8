from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.office.registers.explained.register",
    "zhixing.office.registers.visibility.publish",
)


class RegistersConfig(AppConfig):
    name = "zhixing.office.registers"
    label = "registers"
    verbose_name = "registers"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
