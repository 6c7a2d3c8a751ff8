"""The addresses of issuing and filing; each name has its row in `web/access_documents.py`."""

from django.urls import path

from zhixing.web.pages.documents import filing_papers, issued_new, issued_papers, old_register
from zhixing.web.pages.documents.filing_books import FILED, FILINGS
from zhixing.web.pages.documents.issued_books import ISSUED, NUMBERS
from zhixing.web.pages.records import routes

urlpatterns = [
    path("old/<str:name>/", old_register.old_register, name="old_register"),
    path("old/<str:name>/template.xlsx", old_register.old_template, name="old_template"),
    path("issued/new/", issued_new.issued_new, name="issued_new"),
    path("issued/<int:number>/draft/", issued_new.issued_new, name="issued_draft"),
    path("issued/route/", issued_new.issued_route, name="issued_route"),
    path("issued/<int:number>/paper.<str:kind>", issued_papers.issued_print, name="issued_print"),
    *routes(ISSUED, "issued/"),
    *routes(NUMBERS, "numbers/"),
    path("filing/<int:number>/list.<str:kind>", filing_papers.filing_print, name="filing_print"),
    *routes(FILINGS, "filing/"),
    *routes(FILED, "filed/"),
]
