"""印章 in the demo: eight seals, some sixty uses, two carry-outs of which one comes back late, a custody, a year book."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time, timedelta
from functools import partial

from zhixing.cli.demo import seals_data as said
from zhixing.cli.demo.seals_before import enter_seals, last_year
from zhixing.cli.demo.seals_left import MINUTE, entrusted
from zhixing.cli.demo.stage import Stage
from zhixing.files.store import keep
from zhixing.law.refusal import Refusal
from zhixing.office.matters.acts import agree
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.local_time import at_clock, today
from zhixing.organ.models import Person
from zhixing.organ.uploads import uploader
from zhixing.regulations.seals.models import CarryOut, Custody, Seal, SealUse
from zhixing.regulations.seals.workflow.carry import request_carry
from zhixing.regulations.seals.workflow.carry_out import bring_back, hand_out, verify
from zhixing.regulations.seals.workflow.carry_request import CarryRequest
from zhixing.regulations.seals.workflow.custody_hands import accept, accept_back, give, give_back
from zhixing.regulations.seals.workflow.stamping import stamp
from zhixing.regulations.seals.workflow.use import request_use
from zhixing.regulations.seals.workflow.use_request import UseRequest

USES_IN_ALL = 42
HOUR = timedelta(hours=1)
OPEN = 3  # of the last days: asked for, not yet approved
TRIES = 6


def seals(stage: Stage) -> None:
    """A story too short for it has no carry-outs."""
    days = stage.working_days()
    if (
        not {one.keeper for one in said.SEALS} <= {one.number for one in stage.cast.staff}
        or len(days) < TRIES
    ):
        return
    stage.agenda.add(at_clock(days[0], time(8, 52)), partial(enter_seals, stage))
    stage.agenda.add(at_clock(days[1], time(9, 3)), partial(last_year, stage))
    for place in range(stage.share(USES_IN_ALL)):
        day = days[3 + stage.dice.randrange(len(days) - 4)]
        kind = said.USES[place % len(said.USES)]
        at = at_clock(day, time(stage.dice.choice((9, 10, 14)), stage.dice.randrange(59)))
        stage.agenda.add(at, partial(_ask, stage, kind))
    for kind in said.USES[:OPEN]:
        stage.agenda.add(at_clock(days[-2], time(16, 10 + kind.copies)), partial(_draft_only, stage, kind))
    stage.agenda.add(at_clock(days[len(days) // 3], time(15, 20)), partial(_urgent, stage))
    for place, (kind, late) in enumerate(((said.CONTRACT, 0), (said.LEASE, 1))):
        day = days[(place + 1) * len(days) // 3 + 1]
        stage.agenda.add(at_clock(day, time(8, 41)), partial(_contract, stage, kind, late))
    stage.agenda.add(at_clock(days[len(days) // 2], time(8, 35)), partial(_custody, stage))


def asked(stage: Stage, kind: said.Kind, at: datetime, key: str, **more: object) -> SealUse | None:
    """None where the seal is stopped or nobody is there to approve."""
    person = Person.objects.get(organ=stage.cast.organ, number=stage.dice.choice(kind.starters))
    seal = Seal.objects.select_related("kept").get(
        organ=stage.cast.organ, kept__name=said.SEALS[kind.seal].name
    )
    content = f"{kind.title}\n{kind.reason}\n报送：{kind.recipient}\n{at:%Y-%m-%d %H:%M}\n".encode()
    name = f"{kind.title}.txt"
    file = keep(organ=person.organ_id, name=name, content=content, by=uploader(person), at=at)
    request = UseRequest(
        seal=seal, title=kind.title, purpose=kind.purpose, reason=kind.reason, material="完整文件",
        copies=kind.copies, pages=kind.pages, recipient=kind.recipient, file=file, **more,  # type: ignore[arg-type]
    )  # fmt: skip
    with suppress(Refusal):
        return request_use(request=request, actor=person, at=at, key=key)
    return None


def _draft_only(stage: Stage, kind: said.Kind, at: datetime, key: str) -> None:
    """Asked for, and still on the leader's desk when the story ends."""
    asked(stage, kind, at, key)


def _ask(stage: Stage, kind: said.Kind, at: datetime, key: str) -> None:
    use = asked(stage, kind, at, key)
    if use is not None:
        stage.agenda.add(at + HOUR, partial(_agree, use.matter_id))
        stage.agenda.add(at + 2 * HOUR, partial(_stamp, stage, use.pk, 1))


def _agree(matter: int | None, at: datetime, key: str) -> None:
    task = Task.objects.filter(matter=matter, state="待办", kind="办理").select_related("person").first()
    if task is not None and matter is not None:
        agree(matter=Matter.objects.get(pk=matter), actor=task.person, at=at, key=key, text="同意。")


def _stamp(stage: Stage, number: int, tries: int, at: datetime, key: str) -> None:
    """The keeper away or the seal out: tomorrow again."""
    use = SealUse.objects.select_related("seal__kept__holder").get(pk=number)
    assert use.seal is not None
    holder = use.seal.kept.holder
    try:
        stamp(
            use=use, copies=use.copies or 1, stamped_by=holder, keeper_present=True, material_fits=True,
            purpose_clear=True, papers_complete=True, presented=use.file, actor=holder, at=at, key=key,
        )  # fmt: skip
    except Refusal:
        if tries < TRIES:
            later = at_clock(stage.next_working(today(at)), time(9, 30)) + tries * MINUTE
            stage.agenda.add(later, partial(_stamp, stage, number, tries + 1))


def _urgent(stage: Stage, at: datetime, key: str) -> None:
    """The leader is on the road and agrees by telephone; the paper follows the next morning (B17-06)."""
    leader = Person.objects.get(organ=stage.cast.organ, number="E003")
    word = {"urgent": True, "agreed_by": leader, "agreed_at": at - 10 * MINUTE, "agreed_how": "电话"}
    use = asked(stage, said.URGENT, at, key, **word)
    if use is not None:
        stage.agenda.add(at + 9 * MINUTE, partial(_stamp, stage, use.pk, 1))
        morning = at_clock(stage.next_working(today(at)), time(9, 12))
        stage.agenda.add(morning, partial(_agree, use.matter_id))


def _contract(stage: Stage, kind: said.Kind, late: int, at: datetime, key: str) -> None:
    use = asked(stage, kind, at, f"{key}:use")
    if use is None or use.matter_id is None:
        return
    _agree(use.matter_id, at + 10 * MINUTE, f"{key}:agreed")
    use.refresh_from_db()
    day = today(at)
    request = CarryRequest(
        use=use, companion="驾驶员蔡平川", destination=kind.recipient, reason=kind.reason, out=day, due=day,
        undertaken=True,
    )  # fmt: skip
    with suppress(Refusal):
        carry = request_carry(request=request, actor=use.person, at=at + 20 * MINUTE, key=f"{key}:carry")
        _agree(carry.matter_id, at + 30 * MINUTE, f"{key}:leader")
        stage.agenda.add(at + HOUR, partial(_out, stage, carry.pk, kind.copies, late))


def _out(stage: Stage, number: int, copies: int, late: int, at: datetime, key: str) -> None:
    carry = CarryOut.objects.select_related("use__seal__kept__holder").get(pk=number)
    with suppress(Refusal):  # the keeper is away
        hand_out(carry=carry, actor=_holder(carry), at=at, key=key)
        day = today(at) if not late else stage.next_working(today(at), late)
        stage.agenda.add(at_clock(day, time(15, 40)), partial(_back, number, copies))


def _back(number: int, copies: int, at: datetime, key: str) -> None:
    carry = CarryOut.objects.select_related("use__seal__kept__holder", "person").get(pk=number)
    told = f"合同{copies}份，双方各执一半。"
    bring_back(
        carry=carry,
        counted=copies,
        report=told,
        only_for_it=True,
        actor=carry.person,
        at=at,
        key=f"{key}:back",
    )
    with suppress(Refusal):
        verify(
            carry=carry, counted=copies, only_for_it=True, remark="印面完好，份数相符。", actor=_holder(carry),
            at=at + 15 * MINUTE, key=f"{key}:seen",
        )  # fmt: skip


def _holder(carry: CarryOut) -> Person:
    assert carry.use is not None
    assert carry.use.seal is not None
    return carry.use.seal.kept.holder


def _custody(stage: Stage, at: datetime, key: str) -> None:
    """The keeper goes to a training for two days; the deputy has the bureau's seal and gives it back."""
    seal = Seal.objects.select_related("kept__keeper").get(
        organ=stage.cast.organ, kept__name=said.SEALS[0].name
    )
    first = today(at)
    last = stage.next_working(first)
    custody = entrusted(seal.kept, first, last, "到市里参加档案业务培训", at, key)
    if custody is None or custody.status != "已批" or custody.deputy is None:
        return
    with suppress(Refusal):
        give(custody=custody, actor=custody.person, at=at + 5 * MINUTE, key=f"{key}:give")
        accept(
            custody=custody, remark="印面完好", actor=custody.deputy, at=at + 8 * MINUTE, key=f"{key}:take"
        )
        stage.agenda.add(at_clock(last, time(17, 5)), partial(_return, custody.pk))


def _return(number: int, at: datetime, key: str) -> None:
    custody = Custody.objects.select_related("deputy", "person", "seal__kept").get(pk=number)
    assert custody.deputy is not None
    give_back(custody=custody, reason="培训结束", actor=custody.deputy, at=at, key=f"{key}:back")
    accept_back(
        custody=custody, remark="印面完好", actor=custody.person, at=at + 6 * MINUTE, key=f"{key}:taken"
    )
