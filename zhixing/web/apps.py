from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "zhixing.web"
    label = "web"
    verbose_name = "办公桌面"

    def ready(self) -> None:
        for receivers in ("factor_added", "lockout"):  # they need the models to be there
            import_module(f"zhixing.web.{receivers}")
