"""Who may see sign-ins, months, pay, discipline and absence (domain 4.10); the default is no."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet

from zhixing.organ import policy
from zhixing.organ.models import Holding, Portfolio, Service
from zhixing.organ.policy import Viewer
from zhixing.regulations.attendance.models import (
    AbsenceCase,
    AbsenceHalf,
    ClockImport,
    DisciplineRecord,
    ExceptionNote,
    LateExcuse,
    MissedSignIn,
    Month,
    MonthCorrection,
    MonthLine,
    PayBase,
    Schedule,
    SettlementLine,
    SignIn,
    SpotCheck,
    Talk,
)

Rows = QuerySet[Any]
# Not the empty Q: joined by "or" with another condition that one vanishes, and the other alone is left.
ALL = Q(pk__isnull=False)


def register() -> None:
    """Called once by the app when it is ready."""
    answered_for: tuple[type[Model], ...] = (SignIn, ExceptionNote, MissedSignIn, SpotCheck, MonthLine)
    for model in answered_for:
        policy.register(model, own_and_those_answered_for)
    held_against: tuple[type[Model], ...] = (DisciplineRecord, AbsenceCase, AbsenceHalf)
    for model in held_against:
        policy.register(model, own_office_and_leaders)
    policy.register(Talk, talks)
    policy.register(LateExcuse, late_excuses)
    policy.register(MonthCorrection, corrections)
    policy.register(PayBase, own_and_finance)
    policy.register(SettlementLine, own_and_finance)
    policy.register(ClockImport, office_only)
    policy.register(Month, whole_staff)
    policy.register(Schedule, whole_staff)


def own_and_those_answered_for(viewer: Viewer, rows: Rows) -> Rows:
    """Own; all to office, chief and discipline; a leader those of his sections, a head those of his section."""
    return rows.filter(_answered_for(viewer, "person_id"))


def own_office_and_leaders(viewer: Viewer, rows: Rows) -> Rows:
    """处分、考勤认定：own, the office, the leader in charge, the chief."""
    return rows.filter(_led(viewer, "person_id"))


def talks(viewer: Viewer, rows: Rows) -> Rows:
    """诫勉：as discipline, and whoever was asked to talk."""
    return rows.filter(_led(viewer, "person_id") | _own(viewer, "talker_id"))


def late_excuses(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(_answered_for(viewer, "sign_in__person_id"))


def corrections(viewer: Viewer, rows: Rows) -> Rows:
    return rows.filter(_answered_for(viewer, "line__person_id"))


def own_and_finance(viewer: Viewer, rows: Rows) -> Rows:
    """工资基数：the person and finance, nobody else."""
    return rows if "财务" in viewer.roles else rows.filter(_own(viewer, "person_id"))


def office_only(viewer: Viewer, rows: Rows) -> Rows:
    return rows if "办公室" in viewer.roles else rows.none()


def whole_staff(viewer: Viewer, rows: Rows) -> Rows:
    return rows if "职员" in viewer.roles else rows.none()


def _answered_for(viewer: Viewer, path: str) -> Q:
    if viewer.roles & {"纪检"}:
        return ALL
    return _led(viewer, path) | Q(**{f"{path}__in": _in_headed_sections(viewer)})


def _led(viewer: Viewer, path: str) -> Q:
    if viewer.roles & {"办公室", "局长"}:
        return ALL
    return _own(viewer, path) | Q(**{f"{path}__in": _in_led_sections(viewer)})


def _own(viewer: Viewer, path: str) -> Q:
    if viewer.person is None or "职员" not in viewer.roles:
        return Q(pk__in=[])
    return Q(**{path: viewer.person.pk})


def _in_led_sections(viewer: Viewer) -> QuerySet[Service, int]:
    led = Portfolio.objects.on(viewer.day).filter(organ=viewer.organ, leader=viewer.person)
    return _serving(viewer, led.values("section_id"))


def _in_headed_sections(viewer: Viewer) -> QuerySet[Service, int]:
    headed = Holding.objects.on(viewer.day).filter(
        organ=viewer.organ, person=viewer.person, post="科室负责人"
    )
    return _serving(viewer, headed.values("section_id"))


def _serving(viewer: Viewer, sections: QuerySet[Any, Any]) -> QuerySet[Service, int]:
    serving = Service.objects.on(viewer.day).filter(organ=viewer.organ, section__in=sections)
    return serving.values_list("person_id", flat=True)
