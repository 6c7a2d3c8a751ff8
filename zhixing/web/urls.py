"""Every page of the desk; each name has its row in `web/access.py`."""

from django.urls import include, path

from zhixing.web.pages import (
    account,
    checkup,
    desk,
    duties,
    files,
    home,
    law,
    lists,
    matter,
    notices,
    phrases,
    receipts,
    search,
    warnings,
)

app_name = "web"
urlpatterns = [
    path("", home.home, name="home"),
    path("account/", account.account, name="account"),
    path("account/end-others/", account.end_others, name="account_end_others"),
    path("desk/", desk.desk, name="desk"),
    path("todo/", lists.todo, name="todo"),
    path("done/", lists.done, name="done"),
    path("started/", lists.started, name="started"),
    path("sent-to-me/", lists.sent_to_me, name="sent_to_me"),
    path("warnings/", warnings.warnings, name="warnings"),
    path("notices/", notices.notices, name="notices"),
    path("notices/read/", notices.notice_read, name="notice_read"),
    path("duties/", duties.duties, name="duties"),
    path("duties/calendar/", duties.duties_calendar, name="duties_calendar"),
    path("duties/<int:number>/", duties.duty, name="duty_turn"),
    path("matters/<int:number>/", matter.matter, name="matter"),
    path("matters/<int:number>/act/", matter.act, name="act"),
    path("files/<int:number>/", files.file, name="file"),
    path("receipts/", receipts.receipt, name="receipt"),
    path("phrases/", phrases.phrases, name="phrases"),
    path("search/", search.search, name="search"),
    path("organ/", include("zhixing.web.pages.organ.urls")),
    path("law/", law.law, name="law"),
    path("law/check-up/", checkup.checkup, name="checkup"),
    path("law/<str:number>/", law.regulation, name="regulation"),
    path("law/<str:number>/<str:clause>/", law.clause, name="clause"),
    path("attendance/", include("zhixing.web.pages.attendance.leave_urls")),
    path("attendance/", include("zhixing.web.pages.attendance.own_urls")),
    path("attendance/", include("zhixing.web.pages.attendance.daily_urls")),
    path("attendance/", include("zhixing.web.pages.attendance.records_urls")),
    path("attendance/", include("zhixing.web.pages.attendance.register_urls")),
]
