from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "zhixing.search"
    label = "search"
    verbose_name = "检索"
