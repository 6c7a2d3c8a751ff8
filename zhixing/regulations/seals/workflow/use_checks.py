"""What keeps a use from being asked for: everything at once (17-4a, 17-4b, 17-6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from zhixing.law.labels import Label
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.registers.models.kept import IN_USE, LENT
from zhixing.organ.local_time import local, today
from zhixing.organ.models import Person
from zhixing.organ.who import resolve
from zhixing.regulations.seals.facts import BLANKS, OTHER
from zhixing.regulations.seals.workflow.gate import foreign, unwritten
from zhixing.regulations.seals.workflow.statute import finding, own_of
from zhixing.regulations.seals.workflow.use_request import URGENT, UseRequest, judged

CLAUSE, BLANK, URGENTLY = "17-4a", "17-6", "17-4b"


def faults_of(person: Person, request: UseRequest, at: datetime) -> Iterator[Finding]:
    day = today(at)
    yield from _blank(person, request, day)
    yield from _unwritten(request, day)
    yield from _seal(person, request, day)
    if request.urgent:
        yield from _agreement(person, request, at)


def _unwritten(request: UseRequest, day: date) -> Iterator[Finding]:
    texts = {
        "印章": request.seal and request.seal.kept.name,
        "文件名称": request.title,
        "事由类别": request.purpose,
        "用印事由": request.reason,
        "材料": request.material,
        "用印份数": request.copies,
        "页数": request.pages,
        "送往单位": request.recipient,
        "材料全文": request.file and request.file.name,
    }
    if request.material in BLANKS:
        texts.pop("材料全文")  # there is none, and it is refused all the same
    yield from unwritten(texts, day, CLAUSE)
    for fact, number in (("用印份数", request.copies), ("页数", request.pages)):
        if number is not None and number < 1:
            yield _fault(day, CLAUSE, fact, str(number), "1以上", f"请填写{fact}。")


def _blank(person: Person, request: UseRequest, day: date) -> Iterator[Finding]:
    """Whoever would have to approve it, the chief included (B17-01); before it is said what it is for."""
    ruled = judged(replace(request, purpose=request.purpose or OTHER), day, own_of(person.organ_id))
    if ruled is not None and ruled.outcome["结论"] == "不得":
        mend = "请先把材料写完整再来用印；空白材料谁批都不盖。"
        yield _fault(day, BLANK, "材料", request.material, "写完整的文件", mend)


def _seal(person: Person, request: UseRequest, day: date) -> Iterator[Finding]:
    seal = request.seal
    if seal is None:
        return
    yield from foreign(person, seal.organ_id, day, CLAUSE)
    if seal.kept.state not in {IN_USE, LENT}:
        mend = "这枚印章不能再用，请另选印章。"
        yield _fault(day, "17-10", "印章", f"{seal.kept.name}{seal.kept.state}", "在用", mend)


def _agreement(person: Person, request: UseRequest, at: datetime) -> Iterator[Finding]:
    """Who agreed, when and how; only whoever would have to approve it can (B17-06)."""
    day = today(at)
    texts = {"同意的人": request.agreed_by, "同意时间": request.agreed_at, "同意方式": request.agreed_how}
    yield from unwritten(texts, day, URGENTLY)
    if request.agreed_at is not None and request.agreed_at > at:
        found = f"{local(request.agreed_at):%Y-%m-%d %H:%M}"
        yield _fault(day, URGENTLY, "同意时间", found, "不晚于现在", "请改正同意的时间。")
    if request.agreed_by is None:
        return
    yield from foreign(person, request.agreed_by.organ_id, day, URGENTLY)
    entitled = _entitled(person, request, at)
    if entitled and request.agreed_by.pk not in {one.pk for one in entitled}:
        names = "、".join(one.name for one in entitled)
        mend = f"请报告{names}，得到同意再用。"
        yield _fault(day, URGENTLY, "同意的人", request.agreed_by.name, f"该批的{names}", mend)


def _entitled(person: Person, request: UseRequest, at: datetime) -> list[Person]:
    """By post, whether on leave or not: a word on the telephone is a word."""
    ruled = judged(request, today(at), own_of(person.organ_id))
    labels = ruled.outcome["审批"] if ruled is not None else ()
    found: list[Person] = []
    for label in labels if isinstance(labels, tuple) else ():
        assert isinstance(label, Label)
        try:
            bearers = resolve(person.organ, label.post, starter=person, kind=URGENT, at=at)
        except Refusal:
            continue  # the route names the empty post
        found += [one for bearer in bearers for one in (bearer.person, bearer.on_behalf_of) if one]
    return found


def _fault(day: date, clause: str, fact: str, found: str, expected: str, mend: str) -> Finding:
    return finding(day=day, clause=clause, fact=fact, found=found, expected=expected, mend=mend)
