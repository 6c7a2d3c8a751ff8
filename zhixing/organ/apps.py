from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import import_string

# models are ready only when ready() runs, so what needs them is named, not imported
WHEN_READY = (
    "zhixing.organ.visibility.publish",
    "zhixing.organ.explained.publish",
    "zhixing.organ.findable.publish",
)


class OrganConfig(AppConfig):
    name = "zhixing.organ"
    label = "organ"
    verbose_name = "机构"

    def ready(self) -> None:
        import_module("zhixing.organ.checks")
        for publish in WHEN_READY:
            import_string(publish)()
