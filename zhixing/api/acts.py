"""Every act on a matter through one door: what was seen, what is said, whom it concerns; once for each key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from ninja import Field, Path, Router, Schema
from pydantic import WithJsonSchema

from zhixing.api.callers import BOTH, ApiRequest, calling
from zhixing.api.leave_acts import LEAVE_ACTS
from zhixing.api.matter_shapes import MatterLine, line
from zhixing.api.matters import MatterId, seen_matter
from zhixing.api.once import Key, once
from zhixing.api.schemas import In, ReceiptOut, private, receipt_out
from zhixing.journal.write import Receipt, already_done
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters.desk import Doing, locked
from zhixing.office.matters.models import Matter
from zhixing.office.matters.pressed import ACTS, Act, Pressed
from zhixing.organ.models import Person
from zhixing.organ.policy import Viewer, visible

router = Router(tags=["事项"], auth=BOTH)
ALL_ACTS: Mapping[str, Act] = {**ACTS, **LEAVE_ACTS}
LONGEST_OPINION = 500
ActName = Annotated[str, WithJsonSchema({"type": "string", "enum": list(ALL_ACTS)}), Path(title="动作")]
StaffNumber = Annotated[str, Field(max_length=16, pattern=r"^[0-9A-Za-z-]+$")]


class ActIn(In):
    """一次办理"""

    seen: Annotated[int, Field(strict=True, ge=0, le=2**31 - 1, title="看到的版次")]
    text: str = Field("", title="意见", max_length=LONGEST_OPINION)
    people: list[StaffNumber] = Field(
        default_factory=list, title="工号", description="转办、加签的一人，传阅、抄送的各人", max_length=100
    )
    to: Annotated[int, Field(strict=True, ge=0, le=1000)] | None = Field(
        None, title="退回到第几个环节", description="route 中的 place；不写就是退回申请人"
    )
    mode: Literal["重走", "直送退回人"] = Field("重走", title="退回后怎样再办")
    where: Literal["前", "后"] = Field("前", title="加签位置")


class ActOut(Schema):
    """办理结果"""

    receipt: ReceiptOut = Field(title="回执")
    matter: MatterLine = Field(title="事项")


@router.post(
    "/matters/{number}/acts/{act}",
    response=private(ActOut, 404, 409, 413, 422),
    summary="办理一件事项",
    description=(
        "可办的动作见事项的 acts。看到的版次已经不是最新的，答 409，并说明谁在何时办了什么；"
        "同一办理键、同一内容重发，答第一次的回执。"
    ),
)
def act(request: ApiRequest, number: MatterId, act: ActName, said: ActIn, key: Key) -> dict[str, Any]:
    case = seen_matter(calling(request), number)
    receipt = once(request, key, said.model_dump(), lambda full: perform(request, case, act, said, full))
    case.refresh_from_db()
    return {"receipt": receipt_out(receipt), "matter": line(case)}


def perform(request: ApiRequest, case: Matter, act: str, said: ActIn, key: str) -> Receipt:
    """Raises Refusal, or Conflict where the matter has moved on since it was seen."""
    caller = calling(request)
    done = already_done(caller.viewer.organ.key, key)
    if done is not None:
        return done
    asked = known_act(act)
    locked(Doing(case, caller.person, act, request.at, key, said.text, said.seen))
    return asked(
        Pressed(
            matter=case,
            actor=caller.person,
            at=request.at,
            key=key,
            text=said.text.strip(),
            seen=said.seen,
            people=colleagues(caller.viewer, said.people),
            to=said.to,
            mode=said.mode,
            where=said.where,
        )
    )


def known_act(act: str) -> Act:
    if act not in ALL_ACTS:
        finding = Finding("动作", act, f"{'、'.join(ALL_ACTS)}之一", "请换一个动作。")
        raise Refusal("没有这个动作。", [finding])
    return ALL_ACTS[act]


def colleagues(viewer: Viewer, numbers: Iterable[str]) -> tuple[Person, ...]:
    """The people with these numbers in the viewer's organ, in the order given; Refusal naming every unknown."""
    wanted = list(dict.fromkeys(numbers))
    found = {person.number: person for person in visible(viewer, Person).filter(number__in=wanted)}
    missing = [
        Finding("工号", each, "本单位人员的工号", "请核对工号。") for each in wanted if each not in found
    ]
    if missing:
        raise Refusal("没有办理：人员不对。", missing)
    return tuple(found[each] for each in wanted)
