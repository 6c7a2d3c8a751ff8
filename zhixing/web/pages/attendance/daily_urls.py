"""The addresses of daily attendance; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.attendance import (
    blackouts,
    clock_import,
    day_book,
    duty,
    notes,
    outing,
    overtime,
    overtime_case,
    roster,
    signin,
)

urlpatterns = [
    path("sign-in/", signin.signin, name="signin"),
    path("notes/", notes.notes, name="notes"),
    path("notes/new/", notes.note_new, name="note_new"),
    path("notes/<int:number>/take-back/", notes.note_back, name="note_back"),
    path("notes/<int:number>/verify/", notes.note_verify, name="note_verify"),
    path("day-book/", day_book.day_book, name="day_book"),
    path("make-up/", day_book.make_up_new, name="make_up"),
    path("sign-ins/<int:number>/", day_book.sign_in_mend, name="sign_in_mend"),
    path("outings/", outing.outings, name="outings"),
    path("outings/print/", outing.outings_print, name="outings_print"),
    path("outings/new/", outing.outing_new, name="outing_new"),
    path("outings/route/", outing.outing_route, name="outing_route"),
    path("outings/<int:number>/", outing.outing_new, name="outing_draft"),
    path("outings/<int:number>/back/", outing.outing_back, name="outing_back"),
    path("outings/<int:number>/print/", outing.outing_print, name="outing_print"),
    path("overtime/", overtime.overtimes, name="overtimes"),
    path("overtime/new/", overtime.overtime_new, name="overtime_new"),
    path("overtime/route/", overtime.overtime_route, name="overtime_route"),
    path("overtime/<int:number>/", overtime_case.overtime, name="overtime"),
    path("overtime/<int:number>/draft/", overtime.overtime_new, name="overtime_draft"),
    path("roster/", roster.roster, name="roster"),
    path("roster/new/", roster.roster_new, name="roster_new"),
    path("roster/<int:number>/", duty.duty, name="duty"),
    path("blackouts/", blackouts.blackouts, name="blackouts"),
    path("blackouts/new/", blackouts.blackout_new, name="blackout_new"),
    path("blackouts/<int:number>/", blackouts.blackout, name="blackout"),
    path("clock-import/", clock_import.clock_import, name="clock_import"),
    path("clock-import/confirm/", clock_import.clock_confirm, name="clock_confirm"),
    path("clock-import/template/", clock_import.clock_template, name="clock_template"),
]
