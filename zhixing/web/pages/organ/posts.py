"""岗位：who holds which post as of a day, and which posts nobody holds."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.organ.models import Holding
from zhixing.organ.policy import visible
from zhixing.organ.posts import POSTS
from zhixing.web.pages.organ.as_of import day_asked
from zhixing.web.requests import DeskRequest, looking

ONLY_AT_TIMES = frozenset({"主持工作"})  # held while the chief's post is empty


@dataclass(frozen=True, slots=True)
class Post:
    name: str
    holdings: tuple[Holding, ...]

    @property
    def vacant(self) -> bool:
        return not self.holdings and self.name not in ONLY_AT_TIMES


@require_safe
def posts(request: DeskRequest) -> HttpResponse:
    viewer, day = looking(request), day_asked(request)
    held: Any = visible(viewer, Holding)
    now = list(held.on(day).select_related("person", "section").order_by("section__order", "since"))
    found = [Post(name, tuple(one for one in now if one.post == name)) for name in POSTS]
    ended = held.filter(until__lt=day).select_related("person", "section").order_by("-until")
    context = {
        "posts": [post for post in found if post.holdings],
        "vacant": [post.name for post in found if post.vacant],
        "ended": ended,
        "day": day,
        "today": viewer.day,
    }
    return render(request, "web/organ/posts.html", context)
