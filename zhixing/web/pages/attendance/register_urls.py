"""The addresses of figures, discipline, hearings and honours; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.attendance import (
    absence,
    absence_new,
    discipline,
    honours,
    spot_checks,
    statistics,
    talks,
)

urlpatterns = [
    path("statistics/", statistics.statistics_page, name="statistics"),
    path("statistics/export/", statistics.statistics_export, name="statistics_export"),
    path("absence/", absence.absences, name="absences"),
    path("absence/new/", absence_new.absence_new, name="absence_new"),
    path("absence/<int:number>/", absence.absence, name="absence"),
    path("talks/", talks.talks, name="talks"),
    path("talks/<int:number>/", talks.talk, name="talk"),
    path("discipline/", discipline.disciplines, name="disciplines"),
    path("discipline/new/", discipline.discipline_new, name="discipline_new"),
    path("discipline/<int:number>/", discipline.discipline, name="discipline"),
    path("spot-checks/", spot_checks.spot_checks, name="spot_checks"),
    path("spot-checks/new/", spot_checks.spot_check_new, name="spot_check_new"),
    path("spot-checks/<int:number>/", spot_checks.spot_check, name="spot_check"),
    path("honours/", honours.honours, name="honours"),
]
