from django.apps import AppConfig
from django.utils.module_loading import import_string


class ClockConfig(AppConfig):
    """What happens by itself at its time, put together from every floor."""

    name = "zhixing.site.clock"
    label = "clock"
    verbose_name = "定时"

    def ready(self) -> None:
        import_string("zhixing.site.clock.schedule.register")()  # models are ready only now
