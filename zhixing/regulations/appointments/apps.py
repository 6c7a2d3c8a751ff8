from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.regulations.appointments.explained.register",
    "zhixing.regulations.appointments.policies.register_all",
    "zhixing.regulations.appointments.handlers.register",
)


class AppointmentsConfig(AppConfig):
    name = "zhixing.regulations.appointments"
    label = "appointments"
    verbose_name = "appointments"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
