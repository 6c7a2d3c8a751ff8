"""What may be done with an issued document now, by who looks: 复核, 编号, 校对, 用印, 分发, 签收."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from zhixing.journal.write import Receipt
from zhixing.office.matters import acts
from zhixing.organ.authority import holds
from zhixing.organ.models import Person
from zhixing.regulations.documents.models import IssuedDocument
from zhixing.regulations.documents.models.issued import FILED, SENT
from zhixing.regulations.documents.workflow import issued_out as out
from zhixing.regulations.documents.workflow.issued_check import TEXTS, Changed, at_step, correct
from zhixing.regulations.documents.workflow.numbers import CLERKS
from zhixing.web.pages.documents.issued_act_forms import CorrectForm, ReceiptForm, SealForm, SeriesForm
from zhixing.web.pages.documents.received_forms import NothingForm
from zhixing.web.pages.pressed import Button, written
from zhixing.web.requests import DeskRequest, acting, looking

# 环节 -> (word on the button, form, told afterwards, act)
STEPS: Mapping[str, tuple[str, type[Any], str, Callable[..., Receipt]]] = {
    "编号": ("编号", SeriesForm, "文号已经编好。", out.number),
    "校对": ("校对无误", NothingForm, "校对已登记。", out.prove),
    "用印": ("盖印", SealForm, "用印已登记，不用另外审批。", out.stamp),
    "分发": ("分发", NothingForm, "分发已登记。", out.send),
}


def passed(*, document: IssuedDocument, actor: Person, at: datetime, key: str) -> Receipt:
    """复核通过: the office agrees at its step."""
    return acts.agree(matter=document.matter, actor=actor, at=at, key=key, text="复核通过。")


def corrected(*, document: IssuedDocument, content: bool, reason: str, **given: Any) -> Receipt:
    changed = Changed(**{name: given.pop(name) for name in TEXTS})
    return correct(document=document, changed=changed, content=content, reason=reason, **given)


def buttons(request: DeskRequest, document: IssuedDocument) -> Mapping[str, Button]:
    person, viewer = acting(request), looking(request)
    about: dict[str, Any] = {"organ": viewer.organ, "day": viewer.day}
    given = {"document": document}
    found: dict[str, Button] = {}
    if at_step(document, person, "复核"):
        agreed = written(request, "复核通过", NothingForm, "act-check", **about)
        found["复核通过"] = Button("复核已登记。", agreed, passed, given)
        mended = written(request, "修改文稿", CorrectForm, "act-mend", document=document, **about)
        found["修改文稿"] = Button("修改已保存。", mended, corrected, given)
    for step, (word, form, said, act) in STEPS.items():
        if at_step(document, person, step):
            found[word] = Button(said, written(request, word, form, "act-step", **about), act, given)
    waits = document.distributions.filter(received_on=None).exists()
    if document.state in (SENT, FILED) and waits and holds(person, CLERKS, viewer.day):
        signed = written(request, "登记签收", ReceiptForm, "act-receipt", document=document, **about)
        found["登记签收"] = Button("签收已登记。", signed, out.receipt, {})
    return found
