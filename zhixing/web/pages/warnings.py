"""预警：what is due soon or already late, of what the viewer holds or has started."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhixing.office.matters.lists import warnings as found
from zhixing.web.requests import DeskRequest, looking


@require_safe
def warnings(request: DeskRequest) -> HttpResponse:
    return render(request, "web/warnings.html", {"warnings": found(looking(request), request.at)})
