"""The addresses of figures, discipline, hearings and honours; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.attendance import statistics

urlpatterns = [
    path("statistics/", statistics.statistics_page, name="statistics"),
    path("statistics/export/", statistics.statistics_export, name="statistics_export"),
]
