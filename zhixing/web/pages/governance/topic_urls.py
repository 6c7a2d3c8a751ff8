"""The addresses of topics, major matters, emergency actions and audits; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.governance import topics
from zhixing.web.pages.governance.bypasses import BYPASSES, bypass_take
from zhixing.web.pages.governance.emergencies import EMERGENCIES
from zhixing.web.pages.governance.majors import MAJORS
from zhixing.web.pages.records import routes

urlpatterns = [
    path("topics/new/", topics.topic_new, name="topic_new"),
    path("topics/<int:number>/draft/", topics.topic_new, name="topic_draft"),
    path("topics/route/", topics.topic_route, name="topic_route"),
    *routes(topics.TOPICS, "topics/"),
    *routes(MAJORS, "majors/"),
    *routes(EMERGENCIES, "emergencies/"),
    path("audits/take/", bypass_take, name="bypass_take"),
    *routes(BYPASSES, "audits/"),
]
