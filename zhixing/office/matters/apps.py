from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.office.matters.visibility.publish",
    "zhixing.office.matters.explained.publish",
    "zhixing.office.matters.findable.publish",
)


class MattersConfig(AppConfig):
    name = "zhixing.office.matters"
    label = "matters"
    verbose_name = "事项"

    def ready(self) -> None:
        for publish in WHEN_READY:
            import_string(publish)()
