"""The addresses of leave and of one's own attendance; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.attendance import balances_mine, leave

urlpatterns = [
    path("leave/new/", leave.leave_new, name="leave_new"),
    path("leave/preview/", leave.leave_preview, name="leave_preview"),
    path("leave/<int:number>/", leave.leave_new, name="leave_draft"),
    path("balances/mine/", balances_mine.balances_mine, name="balances_mine"),
]
