"""Every page of the desk; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages import home

app_name = "web"
urlpatterns = [
    path("", home.home, name="home"),
    path("account/", home.account, name="account"),
]
