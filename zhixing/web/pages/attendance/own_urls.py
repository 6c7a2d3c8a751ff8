"""The addresses of a granted leave and of one's own month; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.attendance import leave_case, my_month

urlpatterns = [
    path("leave/<int:number>/print/", leave_case.leave_print, name="leave_print"),
    path("leave/<int:number>/back/", leave_case.leave_back, name="leave_back"),
    path("leave/<int:number>/cancel/", leave_case.leave_cancel, name="leave_cancel"),
    path("my-month/", my_month.my_month, name="my_month"),
    path("my-month/lines/<int:number>/", my_month.my_line, name="my_line"),
]
