"""The pages of 机构 and of the three officers, under the names of the desk."""

from django.urls import path

from zhixing.web.pages.organ import importing, people, portfolios, posts

urlpatterns = [
    path("people/", people.people, name="organ_people"),
    path("people/<int:number>/", people.person, name="organ_person"),
    path("sections/", people.sections, name="organ_sections"),
    path("posts/", posts.posts, name="organ_posts"),
    path("portfolios/", portfolios.portfolios, name="organ_portfolios"),
    path("import/", importing.choose, name="organ_import"),
    path("import/template/", importing.blank, name="organ_import_template"),
    path("import/enter/", importing.enter, name="organ_import_enter"),
]
