from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.regulations.seals.explained.register",
    "zhixing.regulations.seals.policies.register_all",
    "zhixing.regulations.seals.handlers.register",
    "zhixing.regulations.seals.evidence.register",
    "zhixing.regulations.seals.watching.register",
    "zhixing.regulations.seals.workflow.register.register",
    "zhixing.regulations.seals.workflow.leaving.register",
    "zhixing.regulations.seals.workflow.issued.register",
)


class SealsConfig(AppConfig):
    name = "zhixing.regulations.seals"
    label = "seals"
    verbose_name = "seals"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
