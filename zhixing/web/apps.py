from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "zhixing.web"
    label = "web"
    verbose_name = "办公桌面"

    def ready(self) -> None:
        import_module("zhixing.web.factor_added")  # its receiver; it needs the models to be there
