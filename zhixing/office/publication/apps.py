from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.office.publication.explained.register",
    "zhixing.office.publication.visibility.publish",
    "zhixing.office.publication.renewed.publish",
)


class PublicationConfig(AppConfig):
    name = "zhixing.office.publication"
    label = "publication"
    verbose_name = "publication"

    def ready(self) -> None:
        for register in WHEN_READY:
            import_string(register)()
