from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "zhixing.files"
    label = "files"
    verbose_name = "files"
