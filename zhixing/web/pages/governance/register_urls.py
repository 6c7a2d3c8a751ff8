"""The addresses of the registers of 01; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.governance import acknowledgements, books, books_projects, books_study, structure
from zhixing.web.pages.records import routes

urlpatterns = [
    *routes(books.REPORTS, "reports/"),
    *routes(books.GUIDANCE, "guidance/"),
    *routes(books.PERFORMANCE, "performance/"),
    *routes(books.TALKS, "talks/"),
    *routes(books.PLANS, "plans/"),
    *routes(books.DRILLS, "drills/"),
    *routes(books.SHEETS, "duty-sheets/"),
    *routes(books.HEADCOUNT, "headcount/"),
    *routes(books.PROFILES, "profiles/"),
    *routes(books.GROWTH, "growth/"),
    *routes(books.ACCOUNTABILITY, "accountability/"),
    *routes(books_projects.PROJECTS, "projects/"),
    *routes(books_study.PLAN, "study-plan/"),
    *routes(books_study.SESSIONS, "study/"),
    *routes(books_study.SELF_STUDY, "self-study/"),
    path("acknowledgements/", acknowledgements.acknowledgements, name="acknowledgements"),
    path("structure/", structure.staff_structure, name="staff_structure"),
]
