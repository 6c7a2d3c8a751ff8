"""Meetings one may see, and the resolutions one carries out or watches. A secret ballot is cast at the desk only.

The interface remembers the content of every writing request under its sender, so that it can be sent again; of a
secret ballot nothing may be remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from django.http import Http404
from ninja import Field, Path, Router

from zhixing.api.callers import BOTH, ApiRequest, calling
from zhixing.api.meeting_shapes import (
    FollowedOut,
    MeetingOut,
    MeetingPage,
    ResolutionOut,
    ResolutionPage,
    meeting_line,
    meeting_whole,
    resolution_line,
    resolution_whole,
)
from zhixing.api.once import Key, once
from zhixing.api.paging import PageNumber, PageSize, page_of
from zhixing.api.schemas import LARGEST_ID, Day, In, private, receipt_out
from zhixing.journal.write import Receipt
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.meetings.acts import followup
from zhixing.office.meetings.models import Meeting, Resolution
from zhixing.organ.policy import visible

router = Router(tags=["会议和督办"], auth=BOTH)
Number = Annotated[int, Path(title="编号", ge=1, le=LARGEST_ID)]
Kind = Literal[
    "进展", "催办", "督查", "申请延期", "同意延期", "不同意延期", "报送办结", "退回", "办结", "评估"
]
SAID: Mapping[str, Any] = {
    "催办": followup.urge,
    "督查": followup.inspect,
    "报送办结": followup.hand_in,
    "退回": followup.send_back,
    "办结": followup.accept,
    "评估": followup.evaluate,
}


class FollowIn(In):
    """督办登记"""

    kind: Kind = Field(title="事项")
    text: str = Field("", title="内容", max_length=2000)
    percent: Annotated[int, Field(strict=True, ge=0, le=100)] | None = Field(None, title="进度")
    due: Day | None = Field(None, title="新时限")


@router.get("/meetings", response=private(MeetingPage, 422), summary="可以查看的会议，新的在前")
def meetings(request: ApiRequest, page: PageNumber = 1, size: PageSize = 20) -> dict[str, Any]:
    seen = visible(calling(request).viewer, Meeting).select_related("host", "recorder")
    return page_of(seen.order_by("-starts_at", "-pk"), page, size, meeting_line)


@router.get(
    "/meetings/{number}", response=private(MeetingOut, 404, 422), summary="一次会议：名册、议题、表决"
)
def meeting(request: ApiRequest, number: Number) -> dict[str, Any]:
    found = visible(calling(request).viewer, Meeting).filter(pk=number).first()
    if found is None:
        raise Http404
    return meeting_whole(found, request.at)


@router.get("/resolutions", response=private(ResolutionPage, 422), summary="可以查看的决定事项，先到期的在前")
def resolutions(request: ApiRequest, page: PageNumber = 1, size: PageSize = 20) -> dict[str, Any]:
    seen = visible(calling(request).viewer, Resolution).select_related("section", "person", "lead")
    return page_of(seen.order_by("due", "pk"), page, size, resolution_line)


@router.get(
    "/resolutions/{number}", response=private(ResolutionOut, 404, 422), summary="一件决定事项和督办记录"
)
def resolution(request: ApiRequest, number: Number) -> dict[str, Any]:
    return resolution_whole(seen_resolution(request, number))


@router.post(
    "/resolutions/{number}/progress",
    response=private(FollowedOut, 404, 409, 413, 422),
    summary="登记督办：进展、催办、延期、办结、评估",
    description="谁能登记什么，与网页相同：进展、延期、报送由责任人或者牵头领导，批复由交办人。",
)
def follow(request: ApiRequest, number: Number, said: FollowIn, key: Key) -> dict[str, Any]:
    found = seen_resolution(request, number)
    receipt = once(request, key, said.model_dump(), lambda full: _said(request, found, said, full))
    found.refresh_from_db()
    return {"receipt": receipt_out(receipt), "resolution": resolution_line(found)}


def seen_resolution(request: ApiRequest, number: int) -> Resolution:
    """Raises Http404 for what the caller may not see, as for what is not there."""
    found = visible(calling(request).viewer, Resolution).filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _said(request: ApiRequest, found: Resolution, said: FollowIn, key: str) -> Receipt:
    given: dict[str, Any] = {
        "resolution": found, "text": said.text, "actor": calling(request).person, "at": request.at, "key": key,
    }  # fmt: skip
    if said.kind == "进展":
        return followup.report(percent=_given(said.percent, "进度"), **given)
    if said.kind == "申请延期":
        return followup.ask_extension(due=_due(said.due), **given)
    if said.kind in {"同意延期", "不同意延期"}:
        return followup.answer_extension(agreed=said.kind == "同意延期", **given)
    receipt = SAID[said.kind](**given)
    assert isinstance(receipt, Receipt)
    return receipt


def _given(percent: int | None, fact: str) -> int:
    if percent is None:
        raise _missing(fact)
    return percent


def _due(due: date | None) -> date:
    if due is None:
        raise _missing("新时限")
    return due


def _missing(fact: str) -> Refusal:
    return Refusal("没有登记。", [Finding(fact, "没有填写", f"写明{fact}", f"请填写{fact}。")])
