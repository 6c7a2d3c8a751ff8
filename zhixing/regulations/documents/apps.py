from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.regulations.documents.findable.publish",
    "zhixing.regulations.documents.explained.register",
    "zhixing.regulations.documents.policies.register_all",
    "zhixing.regulations.documents.received_policies.register_all",
    "zhixing.regulations.documents.filing_policies.register_all",
    "zhixing.regulations.documents.issued_policies.register_all",
    "zhixing.regulations.documents.handlers.register",
    "zhixing.regulations.documents.evidence.register",
    "zhixing.regulations.documents.workflow.filing_issued.register",
    "zhixing.regulations.documents.workflow.filing_received.register",
    "zhixing.regulations.documents.workflow.received_round.register",
    "zhixing.regulations.documents.workflow.received_due.register",
)


class DocumentsConfig(AppConfig):
    name = "zhixing.regulations.documents"
    label = "documents"
    verbose_name = "documents"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
