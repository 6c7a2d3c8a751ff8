"""Who sees leave, balances, outings, overtime and duty (domain 4.10): the default is no."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet

from zhixing.files import permission
from zhixing.files.models import StoredFile
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.models import Portfolio, Service
from zhixing.organ.policy import Rule, Viewer, register, visible
from zhixing.regulations.attendance.models import (
    BalanceMove,
    Blackout,
    BlackoutException,
    DutyShift,
    Leave,
    LeaveCancellation,
    LeaveRecount,
    Outing,
    Overtime,
    Reservation,
)

Rows = QuerySet[Any]
WHOLE_HOUSE = frozenset({"办公室", "办公室主任", "局长"})


def in_charge_of(viewer: Viewer) -> QuerySet[Service]:
    """Services on that day in the sections whose portfolio the viewer holds (分管)."""
    led = Portfolio.objects.on(viewer.day).filter(organ=viewer.organ, leader=viewer.person)
    return Service.objects.on(viewer.day).filter(section__in=led.values("section"))


def of_own_section(viewer: Viewer) -> QuerySet[Service]:
    """Services on that day in the section that the viewer heads; nobody where the viewer heads none."""
    if "科室负责人" not in viewer.roles:
        return Service.objects.none()
    own = Service.objects.on(viewer.day).filter(person=viewer.person)
    return Service.objects.on(viewer.day).filter(section__in=own.values("section"))


def own_or_led(viewer: Viewer, rows: Rows) -> Rows:
    """One's own; the office and the chief all; a leader those of the own portfolio."""
    if viewer.person is None or not viewer.roles:
        return rows.none()
    if viewer.roles & WHOLE_HOUSE:
        return rows
    led = in_charge_of(viewer).values("person")
    return rows.filter(Q(person=viewer.person) | Q(person__in=led))


def own_led_or_handled(viewer: Viewer, rows: Rows) -> Rows:
    """As above, and whoever has or had the matter on the desk; a head of section those of the section (G-67)."""
    if viewer.person is None or not viewer.roles:
        return rows.none()
    if viewer.roles & WHOLE_HOUSE:
        return rows
    led = in_charge_of(viewer).values("person")
    section = of_own_section(viewer).values("person")
    handled = Task.objects.filter(organ=viewer.organ, person=viewer.person).values("matter")
    return rows.filter(
        Q(person=viewer.person) | Q(person__in=led) | Q(person__in=section) | Q(matter__in=handled)
    ).distinct()


def of_visible_leaves(viewer: Viewer, rows: Rows) -> Rows:
    leaves = own_led_or_handled(viewer, Leave.objects.filter(organ=viewer.organ))
    return rows.filter(leave__in=leaves.values("pk"))


def everybody_of_the_organ(viewer: Viewer, rows: Rows) -> Rows:
    """Duty rosters and blackout periods are told to everyone on the staff."""
    return rows if "职员" in viewer.roles else rows.none()


def sees_certificate(viewer: Viewer, leave: Leave) -> bool:
    """病情：the person, who decides on it, and the office; not the head of section (4.10)."""
    if viewer.person is None or leave.organ_id != viewer.organ.pk:
        return False
    if leave.person_id == viewer.person.pk or viewer.roles & {"办公室", "办公室主任"}:
        return True
    return Task.objects.filter(matter_id=leave.matter_id, person=viewer.person, kind="办理").exists()


RULES: tuple[tuple[Rule, tuple[type[Model], ...]], ...] = (
    (own_led_or_handled, (Leave, Outing, Overtime)),
    (of_visible_leaves, (LeaveCancellation, LeaveRecount, Reservation)),
    (own_or_led, (BalanceMove, BlackoutException)),
    (everybody_of_the_organ, (DutyShift, Blackout)),
)


def files_of_leaves(viewer: Viewer, files: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
    """Certificates and proofs, by the rule of `sees_certificate`, of matters that the viewer sees at all."""
    if viewer.person is None:
        return files.none()
    leaves = Leave.objects.filter(organ=viewer.organ, matter__in=visible(viewer, Matter))
    if not viewer.roles & {"办公室", "办公室主任"}:
        handled = Task.objects.filter(organ=viewer.organ, person=viewer.person, kind="办理").values("matter")
        leaves = leaves.filter(Q(person=viewer.person) | Q(matter__in=handled))
    slips = leaves.exclude(certificate=None).values("certificate")
    proofs = leaves.exclude(proof=None).values("proof")
    return files.filter(Q(pk__in=slips) | Q(pk__in=proofs))


def register_all() -> None:
    """Called once by the app when it is ready."""
    permission.register_files(files_of_leaves)
    for rule, models in RULES:
        for model in models:
            register(model, rule)
