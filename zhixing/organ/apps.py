from django.apps import AppConfig


class OrganConfig(AppConfig):
    name = "zhixing.organ"
    label = "organ"
    verbose_name = "organ"
