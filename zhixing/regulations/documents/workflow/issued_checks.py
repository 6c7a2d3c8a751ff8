"""What keeps a draft from going up: everything is said at once (09-2.1, 09-2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.organ.models import Person
from zhixing.regulations.documents.facts import TYPES
from zhixing.regulations.documents.models.issued import CLOSED
from zhixing.regulations.documents.workflow.issued_request import IssuedRequest, organs_in
from zhixing.regulations.documents.workflow.statute import own_of, ruling

DRAFTING, REVIEW, LONGEST, MINUTES = "09-2.1", "09-2.2", 100, "纪要"


def faults_of(person: Person, request: IssuedRequest, day: date, *, files: int) -> Iterator[Finding]:
    """`files` counts the basis documents that are attached."""
    for fact, text in (("标题", request.title), ("正文", request.body), ("公开属性", request.disclosure)):
        if not text.strip():
            yield Finding(fact, "没有填写", f"写明{fact}", f"请填写{fact}。", clause=DRAFTING)
    if request.section is None:
        yield Finding("拟稿科室", "没有选择", "谁主办、谁拟稿", "请选择拟稿科室。", clause=DRAFTING)
    if request.type not in TYPES:
        yield Finding("文种", "没有选择", "十五种公文之一", "请选择文种。", clause=DRAFTING)
    else:
        yield from addressed(person, request, day)
    if request.form == MINUTES and request.type != MINUTES:
        found = f"纪要格式，文种是{request.type or '空的'}"
        yield Finding("格式", found, "纪要格式只用于纪要", "请改选格式。", clause=DRAFTING)
    if request.disclosure == CLOSED and not request.closed_for.strip():
        yield Finding("不予公开的理由", "没有填写", "不予公开的写明理由", "请写明理由。", clause=DRAFTING)
    if request.copies < 1:
        yield Finding("印数", str(request.copies), "至少1份", "请核对印数。", clause=DRAFTING)
    if files < 1:
        yield Finding("依据文件", "没有附上", "附有关的依据文件", "请上传依据文件。", clause=REVIEW)


def addressed(person: Person, request: IssuedRequest, day: date) -> Iterator[Finding]:
    """主送 and 抄送 as the rules of 行文 have them."""
    named = organs_in(request.main_to)
    told = ruling("主送", day, own_of(person.organ_id), 文种=request.type, 主送单位数=len(named))
    if told.outcome["合行文规则"] is not True:
        found = f"{request.type}主送{len(named)}个机关"
        wanted = "请示只主送一个机关" if request.type == "请示" else "写明主送机关"
        yield Finding("主送", found, wanted, "请改正主送机关。", clause=DRAFTING)
    for one in named + organs_in(request.copied_to):
        if len(one) > LONGEST:
            wanted = "几个单位用顿号隔开"
            yield Finding(
                "主送、抄送", f"“{one[:12]}……”太长", wanted, "请用顿号隔开各单位。", clause=DRAFTING
            )
