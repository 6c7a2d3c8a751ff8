"""A matter in the shape of its paper form: who asks, what was typed, and a box for every step's opinion."""

from collections.abc import Mapping
from dataclasses import dataclass

from zhixing.office.matters.models import Matter, Opinion, Step
from zhixing.organ.models import Person
from zhixing.web.matter_record import Reading, Record
from zhixing.web.record_of_leave import record_of

# The paper's own title, where it is not the procedure's name with 审批表 behind it.
TITLES: Mapping[str, str] = {
    "请假": "请（休）假审批表",
    "续假": "请（休）假审批表",
    "补办": "请（休）假审批表",
    "病假补报": "请（休）假审批表",
    "撤销请假": "撤销请（休）假审批表",
    "因公外出": "因公外出表",
    "加班补休": "加班审批单",
    "党组会议题": "党组会议议题申报单",
    "局长办公会议题": "局长办公会议议题申报单",
}
APPROVING = frozenset({"审批", "批准", "同意", "签发", "签署意见", "会签"})
SPEAKING = frozenset(
    {"提交", "同意", "不同意", "退回", "审核", "汇总", "备案", "知悉", "登记", "销假", "批注"}
)


@dataclass(frozen=True, slots=True)
class Box:
    """One step of the plan: who is to act, what was said, how far it is."""

    step: Step
    people: tuple[str, ...]
    opinions: tuple[Opinion, ...]

    @property
    def word(self) -> str:
        """What an agreement without words says in this box."""
        return "同意" if self.step.act in APPROVING else f"已{self.step.act}"

    @property
    def mark(self) -> str:
        if self.step.state == "办理中":
            return "is-now"
        if any(said.act in {"不同意", "退回"} for said in self.opinions[-1:]):
            return "is-refused"
        return "is-done" if self.step.state == "已办" else ""


@dataclass(frozen=True, slots=True)
class Paper:
    title: str
    record: Record
    boxes: tuple[Box, ...]


def paper_of(matter: Matter, reading: Reading) -> Paper:
    """The form of the current round."""
    return Paper(
        title=TITLES.get(matter.procedure, f"{matter.procedure}审批表"),
        record=record_of(matter, reading),
        boxes=boxes_of(matter),
    )


def boxes_of(matter: Matter) -> tuple[Box, ...]:
    steps = list(matter.steps.filter(round=matter.round))
    names = _names(steps)
    said = list(matter.opinions.filter(step__in=steps).select_related("person", "on_behalf_of"))
    return tuple(
        Box(
            step,
            tuple(names[each["person"]] for each in step.bearers if each["person"] in names),
            tuple(each for each in said if each.step_id == step.pk and each.act in SPEAKING),
        )
        for step in steps
    )


def _names(steps: list[Step]) -> dict[int, str]:
    wanted = {each["person"] for step in steps for each in step.bearers}
    return dict(Person.objects.filter(pk__in=wanted).values_list("pk", "name"))
