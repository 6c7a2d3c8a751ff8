"""请假：one request for leave, in the columns of the 请（休）假审批表."""

from django.db import models

from zhixing.regulations.attendance.models.choices import HALVES, LEAVE_STATUSES, worded


class Leave(models.Model):
    """A request for leave; `halves` are the half-days asked for, counted by the organ's calendar."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.OneToOneField("matters.Matter", models.PROTECT, related_name="leave")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="leaves")
    status = models.CharField(max_length=8, choices=LEAVE_STATUSES, default="草稿")
    kind = models.CharField(max_length=16, blank=True)
    reason = models.TextField(blank=True)
    first = models.DateField(null=True)
    first_half = models.CharField(max_length=2, choices=HALVES, default="上午")
    last = models.DateField(null=True)
    last_half = models.CharField(max_length=2, choices=HALVES, default="下午")
    halves = models.PositiveIntegerField(default=0)
    approval_halves = models.PositiveIntegerField(default=0)
    adjoining = models.ManyToManyField("self", symmetrical=False, related_name="adjoined_by", blank=True)
    extends = models.ForeignKey("self", models.PROTECT, null=True, related_name="extensions")
    estimated = models.BooleanField(default=False)
    consent = models.BooleanField(null=True)
    offset_comp = models.PositiveIntegerField(default=0)
    offset_annual = models.PositiveIntegerField(default=0)
    rest = models.PositiveIntegerField(default=0)
    place = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    stand_in = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    emergency = models.BooleanField(default=False)
    asked_whom = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(null=True)
    asked_how = models.CharField(max_length=100, blank=True)
    papers_due = models.DateField(null=True)
    hospital = models.CharField(max_length=100, blank=True)
    hospital_grade = models.CharField(max_length=16, blank=True)
    doctor_title = models.CharField(max_length=16, blank=True)
    certificate = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    proof = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    actual_first = models.DateField(null=True)
    actual_first_half = models.CharField(max_length=2, choices=HALVES, blank=True)
    actual_last = models.DateField(null=True)
    actual_last_half = models.CharField(max_length=2, choices=HALVES, blank=True)
    actual_halves = models.PositiveIntegerField(null=True)
    reported_back_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organ", "person", "status", "first", "last"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="草稿") | models.Q(last__gte=models.F("first")),
                name="leave_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(status="草稿")
                | models.Q(halves=models.F("offset_comp") + models.F("offset_annual") + models.F("rest")),
                name="leave_split_adds_up",
            ),
        ]


class LeaveCancellation(models.Model):
    """撤销：an approved leave is taken back by those who approved it."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.OneToOneField("matters.Matter", models.PROTECT, related_name="leave_cancellation")
    leave = models.ForeignKey(Leave, models.PROTECT, related_name="cancellations")
    reason = models.TextField()
    status = models.CharField(
        max_length=8, choices=worded("草稿", "待批", "已批", "未批", "已作废"), default="草稿"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["leave"],
                condition=models.Q(status__in=["草稿", "待批", "已批"]),
                name="one_open_cancellation_of_a_leave",
            )
        ]


class LeaveRecount(models.Model):
    """A holiday notice changed the half-days of a leave; the difference waits here or was booked."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    leave = models.ForeignKey(Leave, models.PROTECT, related_name="recounts")
    before = models.PositiveIntegerField()
    after = models.PositiveIntegerField()
    notice = models.CharField(max_length=200)
    note = models.TextField()
    at = models.DateTimeField()
