"""Who sees the organ's own records: everybody who serves sees who is who; days and posts are open inside."""

from typing import Any

from django.db.models import Q, QuerySet

from zhixing.organ import models
from zhixing.organ.policy import Viewer, register

OFFICE = frozenset({"办公室", "局长"})
KEEPERS = frozenset({"系统管理员", "安全管理员"})


def inside(viewer: Viewer, records: QuerySet[Any]) -> QuerySet[Any]:
    return records if "职员" in viewer.roles else records.none()


def own_delegations(viewer: Viewer, records: QuerySet[models.Delegation]) -> QuerySet[models.Delegation]:
    if viewer.roles & OFFICE:
        return records
    return records.filter(Q(giver=viewer.person) | Q(receiver=viewer.person))


def own_tokens(viewer: Viewer, records: QuerySet[models.Token]) -> QuerySet[models.Token]:
    return records.filter(account=viewer.account)


def accounts(viewer: Viewer, records: QuerySet[models.Account]) -> QuerySet[models.Account]:
    """Who keeps accounts and who guards them see all of them; everybody else the own one."""
    return records if viewer.roles & KEEPERS else records.filter(pk=viewer.account.pk)


def publish() -> None:
    for model in (
        models.Section,
        models.Person,
        models.Service,
        models.Holding,
        models.Portfolio,
        models.DayCorrection,
        models.RegulationText,
        models.OwnValue,
    ):
        register(model, inside)
    register(models.Delegation, own_delegations)
    register(models.Token, own_tokens)
    register(models.Account, accounts)
