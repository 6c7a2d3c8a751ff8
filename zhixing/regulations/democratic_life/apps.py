from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.regulations.democratic_life.explained.register",
    "zhixing.regulations.democratic_life.policies.register_all",
    "zhixing.regulations.democratic_life.handlers.register",
)


class DemocraticLifeConfig(AppConfig):
    name = "zhixing.regulations.democratic_life"
    label = "democratic_life"
    verbose_name = "democratic life"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
