from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "zhixing.journal"
    label = "journal"
    verbose_name = "journal"
