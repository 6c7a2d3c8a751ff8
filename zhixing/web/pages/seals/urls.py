"""The addresses of seals; each name has its row in `web/access_seals.py`."""

from django.urls import path

from zhixing.web.pages.records import routes
from zhixing.web.pages.seals import books, carries, custodies, uses
from zhixing.web.pages.seals.seals import SEALS
from zhixing.web.pages.seals.wrongs import COERCIONS, INCIDENTS

urlpatterns = [
    path("uses/new/", uses.use_new, name="seal_use_new"),
    path("uses/<int:number>/draft/", uses.use_new, name="seal_use_draft"),
    path("uses/route/", uses.use_route, name="seal_use_route"),
    path("uses/<int:number>/print/", uses.use_print, name="seal_use_print"),
    *routes(uses.USES, "uses/"),
    path("carries/new/", carries.carry_new, name="seal_carry_new"),
    path("carries/<int:number>/draft/", carries.carry_new, name="seal_carry_draft"),
    path("carries/route/", carries.carry_route, name="seal_carry_route"),
    path("carries/<int:number>/print/", carries.carry_print, name="seal_carry_print"),
    *routes(carries.CARRIES, "carries/"),
    path("custodies/new/", custodies.custody_new, name="seal_custody_new"),
    path("custodies/<int:number>/draft/", custodies.custody_new, name="seal_custody_draft"),
    path("custodies/route/", custodies.custody_route, name="seal_custody_route"),
    *routes(custodies.CUSTODIES, "custodies/"),
    *routes(INCIDENTS, "incidents/"),
    *routes(COERCIONS, "reports/"),
    *routes(books.BOOKS, "books/"),
    path("<int:number>/years/<int:year>/print/", books.year_print, name="seal_year_print"),
    path("<int:number>/years/<int:year>/export/", books.year_export, name="seal_year_export"),
    *routes(SEALS, ""),
]
