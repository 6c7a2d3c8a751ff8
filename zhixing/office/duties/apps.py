from django.apps import AppConfig
from django.utils.module_loading import import_string


class DutiesConfig(AppConfig):
    name = "zhixing.office.duties"
    label = "duties"
    verbose_name = "任务"

    def ready(self) -> None:
        import_string("zhixing.office.duties.visibility.register")()  # models are ready only now
