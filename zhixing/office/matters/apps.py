from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "zhixing.office.matters"
    label = "matters"
    verbose_name = "matters"
