"""What of the organ the journal explains: everything but passwords and counters."""

from zhixing.journal.snapshots import register
from zhixing.organ import models


def publish() -> None:
    register(models.Section, "科室", ("organ", "name", "kind", "order", "since", "until"))
    register(
        models.Person,
        "人员",
        ("organ", "number", "name", "sex", "born", "started_work", "joined", "phone", "pinyin"),
    )
    register(
        models.Service,
        "任职",
        ("organ", "person", "section", "rank", "category", "title", "district_managed", "since", "until"),
    )
    register(models.Holding, "岗位", ("organ", "person", "post", "section", "since", "until", "basis"))
    register(models.Portfolio, "分工", ("organ", "leader", "section", "since", "until", "basis"))
    register(
        models.Delegation,
        "委托",
        ("organ", "number", "giver", "receiver", "kinds", "since", "until", "basis", "revoked_at"),
    )
    register(
        models.RegulationText,
        "制度原文",
        ("organ", "number", "clause", "text", "source", "entered_by", "at", "superseded_at"),
    )
    register(
        models.OwnValue,
        "自定数值",
        (
            *("organ", "number", "name", "text", "unit", "clause", "basis", "reason", "since", "until"),
            *("state", "proposed_by", "proposed_at", "decided_by", "decided_at", "opinion"),
        ),
    )
    register(models.DayCorrection, "工作日历", ("organ", "day", "kind", "name", "notice"))
    register(
        models.Token,
        "接口令牌",
        ("organ", "account", "name", "scope", "digest", "created_at", "until", "revoked_at"),
    )
    register(
        models.Account, "账号", ("organ", "person", "bearer", "username", "officer", "is_active", "closed_at")
    )
