"""年休、补休账户：ledgers that only grow; every movement says where it came from."""

from typing import Any, Never

from django.db import models

from zhixing.regulations.attendance.models.choices import ACCOUNTS, MOVES


class AppendOnlyError(TypeError):
    """A row of a ledger was to be changed or deleted."""


class BalanceHead(models.Model):
    """The row that is locked while a person's account is booked."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+")
    account = models.CharField(max_length=4, choices=ACCOUNTS)
    moves = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organ", "person", "account"], name="one_head_per_account")
        ]


class BalanceMove(models.Model):
    """One movement; an earning (`bucket` empty) opens a bucket, all others name the bucket they move."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="balance_moves")
    account = models.CharField(max_length=4, choices=ACCOUNTS)
    halves = models.IntegerField()
    day = models.DateField()
    expires = models.DateField(null=True)
    why = models.CharField(max_length=8, choices=MOVES)
    note = models.TextField()
    clause = models.CharField(max_length=16)
    bucket = models.ForeignKey("self", models.PROTECT, null=True, related_name="drawn")
    reverses = models.ForeignKey("self", models.PROTECT, null=True, related_name="reversals")
    leave = models.ForeignKey("attendance.Leave", models.PROTECT, null=True, related_name="moves")
    duty = models.ForeignKey("attendance.DutyShift", models.PROTECT, null=True, related_name="moves")
    overtime = models.ForeignKey("attendance.Overtime", models.PROTECT, null=True, related_name="moves")
    actor = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    key = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["organ", "person", "account", "day"])]
        constraints = [
            models.UniqueConstraint(fields=["organ", "key"], name="one_move_per_key"),
            models.CheckConstraint(condition=~models.Q(halves=0), name="a_move_moves_something"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnlyError("余额流水只能追加，不能改。")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Never:  # noqa: ARG002 -- Django's signature
        raise AppendOnlyError("余额流水只能追加，不能删。")


class Reservation(models.Model):
    """Half-days of a bucket held by a request that is not decided yet."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    leave = models.ForeignKey("attendance.Leave", models.PROTECT, related_name="reservations")
    bucket = models.ForeignKey(BalanceMove, models.PROTECT, related_name="reservations")
    halves = models.PositiveIntegerField()
    round = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    booked = models.ForeignKey(BalanceMove, models.PROTECT, null=True, related_name="+")
