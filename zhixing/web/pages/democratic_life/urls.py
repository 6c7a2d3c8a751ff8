"""The addresses of democratic life; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.democratic_life import cases, opinions, papers, problems, said, sheets

urlpatterns = [
    path("life-meetings/", cases.life_meetings, name="life_meetings"),
    path("life-meetings/new/", cases.life_meeting_new, name="life_meeting_new"),
    path("life-meetings/<int:number>/", cases.life_meeting, name="life_meeting"),
    path("life-meetings/<int:number>/said/", said.life_said, name="life_said"),
    path("life-meetings/<int:number>/print/<str:paper>/", papers.life_print, name="life_print"),
    path("life-meetings/<int:number>/opinions/", sheets.life_opinions_sheet, name="life_opinions_sheet"),
    path("life-opinions/", opinions.life_opinions, name="life_opinions"),
    path("life-problems/", problems.life_problems, name="life_problems"),
    path("life-problems/<int:number>/", problems.life_problem, name="life_problem"),
]
