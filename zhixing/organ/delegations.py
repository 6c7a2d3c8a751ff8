"""委托: who acts for whom, in what, from when to when. It is not passed on and cannot go round (domain 4.1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from zhixing.journal.write import Receipt, already_done, write
from zhixing.law.refusal import Finding, Findings, Refusal
from zhixing.organ.models import Delegation, Person
from zhixing.organ.numbers import next_number
from zhixing.organ.who import service_on

REGISTER = "授权"


@transaction.atomic
def delegate(
    *,
    giver: Person,
    receiver: Person,
    kinds: Sequence[str],
    since: datetime,
    until: datetime,
    basis: str,
    actor: Person,
    at: datetime,
    key: str,
) -> Receipt:
    """The giver entrusts the own approvals of some kinds (none named: all) for a time."""
    done = already_done(giver.organ_id, key)
    if done is not None:
        return done
    findings = Findings()
    findings.extend(_faults(giver, receiver, since, until, basis, actor, at))
    findings.refuse_if_any("不能委托。")
    year = timezone.localtime(at).year
    number = f"{REGISTER}〔{year}〕{next_number(giver.organ, REGISTER, year)}号"
    delegation = Delegation.objects.create(
        organ_id=giver.organ_id,
        number=number,
        giver=giver,
        receiver=receiver,
        kinds=list(kinds),
        since=since,
        until=until,
        basis=basis,
    )
    return _entry(delegation, "委托", actor, at, key)


@transaction.atomic
def revoke(*, delegation: Delegation, actor: Person, at: datetime, key: str) -> Receipt:
    """From this moment the receiver may act no more; what was done stands."""
    done = already_done(delegation.organ_id, key)
    if done is not None:
        return done
    if actor.pk != delegation.giver_id:
        raise Refusal(
            "不能收回委托：只有委托人本人可以收回。",
            [
                Finding(
                    "办理人", actor.name, delegation.giver.name, "请由委托人收回。", who=delegation.giver.name
                )
            ],
        )
    delegation.revoked_at = at
    delegation.save(update_fields=["revoked_at"])
    return _entry(delegation, "收回委托", actor, at, key)


def _faults(
    giver: Person,
    receiver: Person,
    since: datetime,
    until: datetime,
    basis: str,
    actor: Person,
    at: datetime,
) -> list[Finding]:
    day = timezone.localdate(at)
    checks = [
        (actor.pk == giver.pk, "办理人", actor.name, "委托人本人", "请由委托人本人办理。"),
        (giver.pk != receiver.pk, "受托人", receiver.name, "本人以外的人员", "请另选受托人。"),
        (
            giver.organ_id == receiver.organ_id and service_on(receiver, day) is not None,
            "受托人",
            f"{receiver.name}不在册",
            "本单位在册人员",
            "请另选受托人。",
        ),
        (
            since < until and until > at,
            "起止",
            "止不晚于起，或者已经过去",
            "止晚于起和现在",
            "请改正起止时间。",
        ),
        (bool(basis.strip()), "依据", "没有填写", "会议决定或者口头同意等依据", "请填写依据。"),
        (
            not _open(giver.received.all(), since, until),
            "转授",
            f"{giver.name}正受他人委托",
            "不得再转给别人",
            "请由原委托人直接委托。",
        ),
        (
            not _open(receiver.given.all(), since, until),
            "受托人",
            f"{receiver.name}这段时间已委托他人",
            "受托人自己能够办理",
            "请另选受托人。",
        ),
    ]
    return [
        Finding(fact, found, expected, mend) for holds, fact, found, expected, mend in checks if not holds
    ]


def _open(delegations: QuerySet[Delegation], since: datetime, until: datetime) -> bool:
    return delegations.filter(revoked_at=None, since__lte=until, until__gte=since).exists()


def _entry(delegation: Delegation, action: str, actor: Person, at: datetime, key: str) -> Receipt:
    return write(
        organ=delegation.organ_id,
        actor=f"{actor.number} {actor.name}",
        office="",
        action=action,
        object_kind="委托",
        object_id=str(delegation.pk),
        payload={
            "授权号": delegation.number,
            "委托人": delegation.giver.name,
            "受托人": delegation.receiver.name,
            "事项": list(delegation.kinds),
            "依据": delegation.basis,
        },
        at=at,
        key=key,
        touched=[delegation],
    )
