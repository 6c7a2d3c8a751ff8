"""The addresses of appointments and public notices; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.appointments import ballots, case, cases, notice, papers

urlpatterns = [
    path("appointments/", cases.appointments, name="appointments"),
    path("appointments/new/", cases.appointment_new, name="appointment_new"),
    path("appointments/<int:number>/", case.appointment, name="appointment"),
    path(
        "appointments/<int:number>/ballots/<str:which>/",
        ballots.appointment_ballots,
        name="appointment_ballots",
    ),
    path("appointments/<int:number>/notice/", notice.appointment_notice, name="appointment_notice"),
    path("appointments/<int:number>/print/<str:paper>/", papers.appointment_print, name="appointment_print"),
    path("public-notices/", notice.public_notices, name="public_notices"),
    path("public-notices/<int:number>/", notice.public_notice, name="public_notice"),
]
