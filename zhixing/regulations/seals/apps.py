from django.apps import AppConfig


class SealsConfig(AppConfig):
    name = "zhixing.regulations.seals"
    label = "seals"
    verbose_name = "seals"
