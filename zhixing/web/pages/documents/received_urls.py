"""The addresses of receiving; each name has its row in `web/access_documents.py`."""

from django.urls import path

from zhixing.web.pages.documents import received_books, received_desk, received_papers, received_where
from zhixing.web.pages.records import routes

urlpatterns = [
    path("received/mine/", received_desk.received_mine, name="received_mine"),
    path("received/where/", received_where.received_where, name="received_where"),
    path("received/<int:number>/<str:paper>.pdf", received_papers.received_print, name="received_print"),
    *routes(received_books.HANDED, "received/handed/"),
    *routes(received_books.CLASSIFIED, "received/classified/"),
    *routes(received_books.RECEIVED, "received/"),
    *routes(received_books.LOANS, "loans/"),
]
