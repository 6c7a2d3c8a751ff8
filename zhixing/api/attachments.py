"""Files with a matter: taken in like on the page, by whoever fills the form in, while it may still be changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal

from ninja import Field, File, Query, Router, Schema
from ninja.files import UploadedFile
from ninja.responses import Status

from zhixing.api.callers import BOTH, ApiRequest, calling
from zhixing.api.matter_shapes import MatterLine, line
from zhixing.api.matters import MatterId, seen_matter
from zhixing.api.once import Key, once, receipt_of
from zhixing.api.schemas import ReceiptOut, private, receipt_out
from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.journal.write import already_done
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters.models import Matter
from zhixing.organ.models import Person
from zhixing.organ.uploads import uploader
from zhixing.regulations.attendance.models import Leave
from zhixing.regulations.attendance.workflow.leave import draft_leave
from zhixing.regulations.attendance.workflow.leave_store import typed_in

router = Router(tags=["事项"], auth=BOTH)
FIELDS: Mapping[str, str] = {"病假单": "certificate", "证明材料": "proof"}


class FileOut(Schema):
    """收存的附件"""

    name: str = Field(title="文件名")
    kind: str = Field(title="类型")
    size: int = Field(title="字节数")
    digest: str = Field(title="内容摘要")


class AttachedOut(Schema):
    """附件已经加到事项上"""

    receipt: ReceiptOut = Field(title="回执")
    matter: MatterLine = Field(title="事项")
    attachment: FileOut = Field(title="附件")


@router.post(
    "/matters/{number}/attachments",
    response=private(AttachedOut, 404, 409, 413, 422, status=201),
    summary="给本人的请假草稿加附件",
    description=(
        "用 multipart/form-data 发送一个文件，同一项再发一次就换成新的。按内容核对类型；"
        "带密级标志的、类型或者大小不合要求的不收，一次列出全部原因。"
    ),
)
def attach(
    request: ApiRequest,
    number: MatterId,
    key: Key,
    what: Annotated[Literal["病假单", "证明材料"], Query(title="哪一项附件")],
    file: Annotated[UploadedFile, File(title="文件")],
) -> Status[dict[str, Any]]:
    case, content = seen_matter(calling(request), number), file.read()
    said = {"what": what, "name": str(file.name), "content": hashlib.sha256(content).hexdigest()}
    attached = once(
        request, key, said, lambda full: added(request, case, what, str(file.name), content, full)
    )
    case.refresh_from_db()
    receipt = receipt_of(request, f"api/{calling(request).viewer.account.pk}/{key}")
    return Status(201, {"receipt": receipt_out(receipt), "matter": line(case), "attachment": shape(attached)})


def added(request: ApiRequest, case: Matter, what: str, name: str, content: bytes, key: str) -> StoredFile:
    """Raises Refusal with what is wrong with the file, or with where it is to go."""
    person, field = calling(request).person, FIELDS[what]
    if already_done(person.organ_id, key) is not None:  # sent again: what the first sending left
        held: StoredFile = getattr(Leave.objects.get(organ_id=person.organ_id, matter=case), field)
        return held
    leave = own_draft(case, person)
    stored = keep(organ=person.organ_id, name=name, content=content, by=uploader(person), at=request.at)
    files: dict[str, Any] = {field: stored}
    typed = replace(typed_in(leave), **files)
    draft_leave(request=typed, actor=person, at=request.at, key=key, leave=leave)
    return stored


def own_draft(case: Matter, person: Person) -> Leave:
    """The caller's own leave that is still being filled in."""
    leave = Leave.objects.filter(organ_id=person.organ_id, matter=case).select_related("matter").first()
    if leave is None:
        found = Finding("程序", case.procedure, "请假", "这类事项没有附件，不用上传。")
    elif leave.person_id != person.pk:
        found = Finding("办理人", person.name, "申请人本人", "请由申请人上传。", who=leave.person.name)
    elif leave.status != "草稿":
        mend = "要补附件的，请先撤回，或者请办理人退回。"
        found = Finding("状态", case.state, "草稿、已退回或者已撤回", mend, who="本人")
    else:
        return leave
    raise Refusal("附件没有收。", [found])


def shape(stored: StoredFile) -> dict[str, Any]:
    return {"name": stored.name, "kind": stored.kind, "size": stored.size, "digest": stored.digest}
