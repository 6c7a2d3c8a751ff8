"""A matter is one case of a procedure: its frozen plan, its to-dos, its opinions."""

from django.db import models

STATES = [
    ("草稿", "草稿"),
    ("审批中", "审批中"),
    ("已同意", "已同意"),
    ("不同意", "不同意"),
    ("已退回", "已退回"),
    ("已撤回", "已撤回"),
    ("已办结", "已办结"),
    ("已作废", "已作废"),
]
STEP_STATES = [("未到", "未到"), ("办理中", "办理中"), ("已办", "已办"), ("跳过", "跳过")]
TASK_KINDS = [("办理", "办理"), ("传阅", "传阅"), ("抄送", "抄送"), ("知悉", "知悉")]
TASK_STATES = [("待办", "待办"), ("已办", "已办"), ("已转办", "已转办"), ("已取消", "已取消")]


class Matter(models.Model):
    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    number = models.CharField("编号", max_length=40, blank=True)
    regulation = models.CharField("制度", max_length=40)
    procedure = models.CharField("程序", max_length=40)
    title = models.CharField("标题", max_length=200)
    starter = models.ForeignKey("organ.Person", models.PROTECT, related_name="started")
    state = models.CharField("状态", max_length=4, choices=STATES, default="草稿")
    edition = models.DateField("版本", null=True)
    question = models.CharField("所问", max_length=40, blank=True)
    ruling = models.JSONField("裁定", default=dict)
    facts = models.JSONField("事实", default=dict)
    form = models.JSONField("表单", default=dict)
    round = models.PositiveIntegerField("轮次", default=1)
    version = models.PositiveIntegerField("版次", default=0)
    created_at = models.DateTimeField("建立时间")
    submitted_at = models.DateTimeField("提交时间", null=True)
    closed_at = models.DateTimeField("结束时间", null=True)
    last_actor = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    last_act = models.CharField("最近动作", max_length=8, blank=True)
    last_order = models.IntegerField("最近环节", default=-1)
    last_at = models.DateTimeField("最近时间", null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["organ", "starter", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"], condition=~models.Q(number=""), name="matter_number_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Step(models.Model):
    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="steps")
    round = models.PositiveIntegerField("轮次", default=1)
    order = models.PositiveIntegerField("顺序")
    bearers = models.JSONField("办理人", default=list)
    merged = models.JSONField("合并的环节", default=list)
    name = models.CharField("环节", max_length=40)
    post = models.CharField("岗位", max_length=20)
    act = models.CharField("办理", max_length=20)
    label = models.CharField("要求", max_length=60)
    clause = models.CharField("条款", max_length=16, blank=True)
    cite = models.CharField("出处", max_length=100, blank=True)
    needs = models.CharField("要什么", max_length=200, blank=True)
    limit = models.CharField("时限", max_length=40, blank=True)
    due_at = models.DateTimeField("限办时间", null=True)
    state = models.CharField("状态", max_length=4, choices=STEP_STATES, default="未到")
    added_by = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.label


class Task(models.Model):
    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="tasks")
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="tasks")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="tasks")
    on_behalf_of = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    delegation = models.ForeignKey("organ.Delegation", models.PROTECT, null=True, related_name="+")
    kind = models.CharField("类别", max_length=4, choices=TASK_KINDS)
    state = models.CharField("状态", max_length=4, choices=TASK_STATES, default="待办")
    round = models.PositiveIntegerField("轮次", default=1)
    arrived_at = models.DateTimeField("到达时间")
    done_at = models.DateTimeField("办理时间", null=True)
    due_at = models.DateTimeField("限办时间", null=True)

    class Meta:
        ordering = ["-arrived_at", "-id"]
        indexes = [models.Index(fields=["organ", "person", "state", "kind", "-arrived_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["step", "person", "kind"],
                condition=models.Q(state="待办"),
                name="one_open_task_a_person_a_step",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}：{self.matter}"


class Opinion(models.Model):
    """What was said at a step; nothing is ever rewritten."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="opinions")
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="opinions")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="+")
    post = models.CharField("身份", max_length=40)
    on_behalf_of = models.ForeignKey("organ.Person", models.PROTECT, null=True, related_name="+")
    act = models.CharField("动作", max_length=20)
    text = models.TextField("意见", blank=True)
    at = models.DateTimeField("时间")
    entry_seq = models.PositiveBigIntegerField("流水号")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.person} {self.act}"


class Phrase(models.Model):
    """常用意见, a person's own."""

    organ = models.ForeignKey("organ.Organ", models.PROTECT, related_name="+")
    person = models.ForeignKey("organ.Person", models.PROTECT, related_name="phrases")
    text = models.CharField("意见", max_length=200)
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.text
