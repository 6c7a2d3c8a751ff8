from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "zhixing.regulations.documents"
    label = "documents"
    verbose_name = "documents"
