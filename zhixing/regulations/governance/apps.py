from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.regulations.governance.explained.register",
    "zhixing.regulations.governance.policies.register_all",
    "zhixing.regulations.governance.evidence.register",
    "zhixing.regulations.governance.handlers.register",
    "zhixing.regulations.governance.meetings.register",
    "zhixing.regulations.governance.watching.register",
    "zhixing.regulations.governance.workflow.posts.register",
)


class GovernanceConfig(AppConfig):
    name = "zhixing.regulations.governance"
    label = "governance"
    verbose_name = "governance"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
