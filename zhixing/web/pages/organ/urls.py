"""The pages of 机构 and of the three officers, under the names of the desk."""

from django.urls import path

from zhixing.web.pages.organ import calendar, delegations, importing, people, portfolios, posts

urlpatterns = [
    path("people/", people.people, name="organ_people"),
    path("people/<int:number>/", people.person, name="organ_person"),
    path("sections/", people.sections, name="organ_sections"),
    path("posts/", posts.posts, name="organ_posts"),
    path("portfolios/", portfolios.portfolios, name="organ_portfolios"),
    path("import/", importing.choose, name="organ_import"),
    path("import/template/", importing.blank, name="organ_import_template"),
    path("import/enter/", importing.enter, name="organ_import_enter"),
    path("delegations/", delegations.delegations, name="organ_delegations"),
    path("delegations/new/", delegations.new, name="organ_delegation_new"),
    path("delegations/<int:number>/revoke/", delegations.take_back, name="organ_delegation_revoke"),
    path("calendar/", calendar.calendar, name="organ_calendar"),
    path("calendar/correct/", calendar.correct, name="organ_calendar_correct"),
    path("calendar/notice/", calendar.notice, name="organ_calendar_notice"),
]
