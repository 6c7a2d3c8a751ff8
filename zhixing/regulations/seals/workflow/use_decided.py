"""What the way of its matter does to a use: judged again when it sets out, bound to its file, signed for."""

from __future__ import annotations

from datetime import date, datetime

from zhixing.law.refusal import Finding, Refusal
from zhixing.office.duties.telling import tell
from zhixing.office.matters.models import Matter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.regulations.seals.models import SealUse
from zhixing.regulations.seals.models.choices import AGREED, DONE, DRAFT, REFUSED, VOID, WAITING
from zhixing.regulations.seals.workflow.counting import left_of
from zhixing.regulations.seals.workflow.gate import keep
from zhixing.regulations.seals.workflow.use_checks import CLAUSE, faults_of
from zhixing.regulations.seals.workflow.use_request import typed_in


class UseHandler:
    """One for each of the two procedures; `register` is the word before the year in its numbers."""

    def __init__(self, register: str) -> None:
        self.register = register

    def event_day(self, matter: Matter, event: str) -> date | None:
        """用印: the day on which it was first stamped."""
        first = _held(matter).stampings.first() if event == "用印" else None
        return today(first.at) if first else None

    def submitted(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        use = _held(matter)
        faults = list(faults_of(matter.starter, typed_in(use), at))
        if faults:
            raise Refusal("用印没有提交。", faults)
        assert use.file is not None
        use.digest = use.file.digest
        _become(use, WAITING, "用印待批", actor=actor, at=at)
        if use.urgent:
            _tell_keeper(use, "有一份急需用印，已经得到同意，等您核对盖印", at)

    def approved(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        use = _held(matter)
        use.signed_by, use.signed_at = actor, at
        left = left_of(use)
        _become(use, AGREED if left else DONE, "批准用印", actor=actor, at=at)
        if left and not use.urgent:
            _tell_keeper(use, "有一份批准的用印，等您核对盖印", at)

    def reopened(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """What was stamped under the approval cannot be unapproved."""
        use = _held(matter)
        _not_stamped(use, "没有取回。")
        use.signed_by = use.signed_at = None
        _become(use, WAITING, "用印取回", actor=actor, at=at)

    def filed(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        """Stamping is the keeper's act, not a step of the approval."""

    def refused(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        _become(_held(matter), REFUSED, "不同意用印", actor=actor, at=at)

    def withdrawn(self, matter: Matter, *, actor: Person, at: datetime) -> None:
        use = _held(matter)
        void = matter.state == "已作废"
        if void or matter.state == "已撤回":
            _not_stamped(use, f"没有{'作废' if void else '撤回'}。")
        _become(use, VOID if void else DRAFT, f"用印{matter.state}", actor=actor, at=at)


def _not_stamped(use: SealUse, conclusion: str) -> None:
    stamped = use.stampings.first()
    if stamped is not None:
        found = f"{today(stamped.at)}已经盖了{stamped.copies}份"
        mend = "盖过印的登记不能撤，也不能作废；盖错的，登记印章处置。"
        raise Refusal(conclusion, [Finding("盖印", found, "没有盖过印", mend, clause="17-5a")])


def _tell_keeper(use: SealUse, text: str, at: datetime) -> None:
    """Whoever has the seal in hand acts next; the line says where to look."""
    assert use.seal is not None
    matter = Matter.objects.get(pk=use.matter_id or 0)
    key = f"v{matter.version}"
    tell([use.seal.kept.holder], f"{text}（{matter.number}）。", kind="用印", record=use, at=at, key=key)


def _held(matter: Matter) -> SealUse:
    rows = SealUse.objects.select_for_update(of=("self",))
    return rows.select_related("file", "seal__kept__holder", "agreed_by", "person").get(matter=matter)


def _become(use: SealUse, status: str, action: str, *, actor: Person, at: datetime) -> None:
    use.status = status
    use.save(update_fields=["status", "digest", "signed_by", "signed_at"])
    assert use.matter_id is not None
    matter = Matter.objects.get(pk=use.matter_id)
    keep(
        use, action, actor=actor, at=at, key=f"seals:{matter.pk}:v{matter.version}:{status}", rule=CLAUSE,
        payload={"编号": matter.number, "状态": status},
    )  # fmt: skip
