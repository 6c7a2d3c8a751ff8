"""预警：what is due soon or already late, of what the viewer holds, has started or bears: a paper, a seal, a step."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.office.matters.lists import warnings as found
from zhixing.web.desk_dated import pressing_of
from zhixing.web.requests import DeskRequest, acting, looking


@require_safe
def warnings(request: DeskRequest) -> HttpResponse:
    viewer = looking(request)
    context = {"warnings": found(viewer, request.at), "dated": pressing_of(viewer, acting(request))}
    return render(request, "web/warnings.html", context)
