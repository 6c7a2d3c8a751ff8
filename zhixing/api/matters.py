"""Reading matters: one's to-dos, everything one may see, and one matter whole."""

from __future__ import annotations

from typing import Annotated, Any

from django.db.models import Prefetch
from django.http import Http404
from ninja import Path, Query, Router

from zhixing.api.callers import BOTH, ApiRequest, Caller, calling
from zhixing.api.matter_shapes import MatterOut, MatterPage, TodoPage, line, task, whole
from zhixing.api.paging import PageNumber, PageSize, page_of
from zhixing.api.schemas import LARGEST_ID, private
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters import lists
from zhixing.office.matters.models import STATES, Matter, Task
from zhixing.organ.policy import visible

router = Router(tags=["事项"], auth=BOTH)
MatterId = Annotated[int, Path(title="事项", ge=1, le=LARGEST_ID)]
STATE_NAMES = tuple(name for name, _ in STATES)
State = Annotated[str, Query(title="状态", description="、".join(STATE_NAMES), max_length=4)]
HOLDERS = Prefetch(
    "matter__tasks",
    queryset=Task.objects.filter(state="待办", kind="办理").select_related("person"),
    to_attr="open_tasks",
)


@router.get("/todo", response=private(TodoPage, 422), summary="我的待办")
def todo(request: ApiRequest, page: PageNumber = 1, size: PageSize = 20) -> dict[str, Any]:
    waiting = lists.todo(calling(request).viewer).prefetch_related(HOLDERS)
    return page_of(waiting, page, size, task)


@router.get("/matters", response=private(MatterPage, 422), summary="可以查看的事项，新的在前")
def matters(
    request: ApiRequest, state: State = "", page: PageNumber = 1, size: PageSize = 20
) -> dict[str, Any]:
    seen = visible(calling(request).viewer, Matter).select_related("starter").prefetch_related(lists.HOLDERS)
    if state:
        seen = seen.filter(state=known_state(state))
    return page_of(seen.order_by("-pk"), page, size, line)


@router.get(
    "/matters/{number}", response=private(MatterOut, 404, 422), summary="一件事项：表单、环节、意见、可办"
)
def matter(request: ApiRequest, number: MatterId) -> dict[str, Any]:
    caller = calling(request)
    return whole(seen_matter(caller, number), caller, request.at)


def seen_matter(caller: Caller, number: int) -> Matter:
    """Raises Http404 for what the caller may not see, as for what is not there."""
    found = visible(caller.viewer, Matter).select_related("starter", "organ").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def known_state(state: str) -> str:
    if state not in STATE_NAMES:
        finding = Finding("状态", state, f"{'、'.join(STATE_NAMES)}之一", "请改正后再查。")
        raise Refusal("没有这个状态。", [finding])
    return state
