"""Attachments: asked for by number, handed out only to whoever may see a record that carries them (IN-07, IN-08)."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from zhixing.files.serving import NotThere, serve
from zhixing.files.store import Tampered
from zhixing.web.pages.errors import problem
from zhixing.web.requests import DeskRequest, looking

CHANGED = 409


@require_safe
def file(request: DeskRequest, number: int) -> HttpResponse:
    try:
        served = serve(looking(request), number)
    except NotThere as missing:
        raise Http404 from missing
    except Tampered as changed:
        return problem(
            request,
            CHANGED,
            "附件不能打开",
            fact=str(changed),
            mend="不要使用这个文件，请报告审计管理员。",
            who="审计管理员",
        )
    return HttpResponse(served.content, headers=dict(served.headers))
