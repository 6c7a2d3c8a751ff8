from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "zhixing.office.duties"
    label = "duties"
    verbose_name = "duties"
