"""Every page of the desk; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages import checkup, desk, home, law, lists, matter, warnings
from zhixing.web.pages.attendance import day_book, notes, signin

app_name = "web"
urlpatterns = [
    path("", home.home, name="home"),
    path("account/", home.account, name="account"),
    path("desk/", desk.desk, name="desk"),
    path("todo/", lists.todo, name="todo"),
    path("done/", lists.done, name="done"),
    path("started/", lists.started, name="started"),
    path("sent-to-me/", lists.sent_to_me, name="sent_to_me"),
    path("warnings/", warnings.warnings, name="warnings"),
    path("matters/<int:number>/", matter.matter, name="matter"),
    path("matters/<int:number>/act/", matter.act, name="act"),
    path("law/", law.law, name="law"),
    path("law/check-up/", checkup.checkup, name="checkup"),
    path("law/<str:number>/", law.regulation, name="regulation"),
    path("law/<str:number>/<str:clause>/", law.clause, name="clause"),
    path("attendance/sign-in/", signin.signin, name="signin"),
    path("attendance/notes/", notes.notes, name="notes"),
    path("attendance/notes/new/", notes.note_new, name="note_new"),
    path("attendance/notes/<int:number>/take-back/", notes.note_back, name="note_back"),
    path("attendance/notes/<int:number>/verify/", notes.note_verify, name="note_verify"),
    path("attendance/day-book/", day_book.day_book, name="day_book"),
    path("attendance/make-up/", day_book.make_up_new, name="make_up"),
    path("attendance/sign-ins/<int:number>/", day_book.sign_in_mend, name="sign_in_mend"),
]
