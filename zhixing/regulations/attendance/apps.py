from django.apps import AppConfig


class AttendanceConfig(AppConfig):
    name = "zhixing.regulations.attendance"
    label = "attendance"
    verbose_name = "attendance"
