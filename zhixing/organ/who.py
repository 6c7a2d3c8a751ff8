"""Who is X for Y on day Z: posts and portfolios held, delegations, the starter never for the own matter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.models import Delegation, Holding, Organ, Person, Portfolio, Service

Absent = Callable[[Person, datetime], bool]

# One level up, where a bearer would decide the own matter (G-18).
UPWARDS = {"科室负责人": "分管局长", "分管局长": "局长", "局长": "副局长", "办公室": "办公室主任"}
# The same, but a vacancy is not passed over: it is named.
UPWARDS_FOR_OWN = {"办公室主任": "分管办公室领导", "分管办公室领导": "局长", "党组书记": "党组副书记"}


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who is to act at a step, in which post, and for whom where it is by delegation."""

    person: Person
    post: str
    on_behalf_of: Person | None = None
    delegation: Delegation | None = None
    why: str = ""

    @property
    def shown(self) -> str:
        return f"{self.on_behalf_of.name}（{self.person.name}代）" if self.on_behalf_of else self.person.name


def service_on(person: Person, day: date) -> Service | None:
    """Where a person works on a day; None before joining and after leaving."""
    return Service.objects.on(day).filter(person=person).select_related("section").last()


def holders(organ: Organ, post: str, *, about: Person, day: date) -> list[Person]:
    """Everybody who is `post` for `about` on that day, longest holder first."""
    find = BY_RELATION.get(post)
    return find(organ, about, day) if find else _holding(organ, (post,), day)


def resolve(
    organ: Organ,
    post: str,
    *,
    starter: Person,
    kind: str,
    at: datetime,
    absent: Absent = lambda person, at: False,  # noqa: ARG005 -- nobody is known to be away
) -> tuple[Bearer, ...]:
    """Who is to act as `post` in a matter of `kind`; raises Refusal naming the post when nobody is found."""
    day = timezone.localdate(at)
    if post == "本人":
        return (Bearer(starter, post),)
    level, found = post, _others(holders(organ, post, about=starter, day=day), starter)
    while not found and (higher := _above(organ, level, starter, day)):
        level = higher
        found = _others(holders(organ, level, about=starter, day=day), starter)
    bearers = [_bearer(person, post, level, kind, at, starter, absent) for person in found]
    if not bearers:
        raise Refusal("不能提交：没有人可以办理。", [_vacant(post)])
    return tuple(bearers)


def _above(organ: Organ, level: str, starter: Person, day: date) -> str:
    """One level up; "" where there is none."""
    if starter in holders(organ, level, about=starter, day=day):
        return UPWARDS_FOR_OWN.get(level) or UPWARDS.get(level, "")
    return UPWARDS.get(level, "")


def _bearer(
    person: Person, post: str, level: str, kind: str, at: datetime, starter: Person, absent: Absent
) -> Bearer:
    why = "" if level == post else f"本人事项由上一级{level}办理"
    delegation = delegation_of(person, kind, at)
    if delegation and delegation.receiver_id != starter.pk:
        return Bearer(delegation.receiver, post, person, delegation, f"授权号{delegation.number}")
    if absent(person, at) and level == "分管局长":
        chiefs = _others(_chief(person.organ, person, timezone.localdate(at)), starter)
        if chiefs:
            return Bearer(chiefs[0], post, None, None, f"{person.name}请假，未设委托，由局长办理")
    return Bearer(person, post, None, None, why)


def delegation_of(giver: Person, kind: str, at: datetime) -> Delegation | None:
    """The delegation under which another acts for `giver` in matters of `kind` at that moment."""
    open_now = Delegation.objects.filter(
        giver=giver, revoked_at=None, since__lte=at, until__gte=at
    ).select_related("receiver")
    return next((one for one in open_now if not one.kinds or kind in one.kinds), None)


def _others(people: Iterable[Person], starter: Person) -> list[Person]:
    return [person for person in people if person.pk != starter.pk]


def _vacant(post: str) -> Finding:
    return Finding(
        fact="岗位",
        found=f"{post}空缺",
        expected=f"有人担任{post}，且不是申请人本人",
        mend=f"请先在机构管理中明确{post}由谁担任，或者由其出具委托。",
        who="办公室主任",
    )


def _holding(organ: Organ, posts: tuple[str, ...], day: date) -> list[Person]:
    held = Holding.objects.on(day).filter(organ=organ, post__in=posts).select_related("person")
    return list(dict.fromkeys(one.person for one in held))


def _chief(organ: Organ, about: Person, day: date) -> list[Person]:  # noqa: ARG001 -- one chief for everybody
    return _holding(organ, ("局长",), day) or _holding(organ, ("主持工作",), day)


def _portfolio_leader(organ: Organ, about: Person, day: date) -> list[Person]:
    """The leader of the person's section; a section without one is the chief's own (B2-25)."""
    service = service_on(about, day)
    if service is None:
        return []
    led = Portfolio.objects.on(day).filter(organ=organ, section=service.section).select_related("leader")
    return [one.leader for one in led] or _chief(organ, about, day)


def _office_leader(organ: Organ, about: Person, day: date) -> list[Person]:  # noqa: ARG001 -- one office
    led = Portfolio.objects.on(day).filter(organ=organ, section__name="办公室").select_related("leader")
    return [one.leader for one in led]


def _head_of_section(organ: Organ, about: Person, day: date) -> list[Person]:
    service = service_on(about, day)
    if service is None:
        return []
    held = Holding.objects.on(day).filter(organ=organ, post="科室负责人", section=service.section)
    return [one.person for one in held.select_related("person")]


def _office(organ: Organ, about: Person, day: date) -> list[Person]:  # noqa: ARG001 -- one office
    return _holding(organ, ("考勤管理员",), day) or _holding(organ, ("办公室主任",), day)


def _themself(organ: Organ, about: Person, day: date) -> list[Person]:  # noqa: ARG001 -- whoever it is
    return [about]


BY_RELATION: dict[str, Callable[[Organ, Person, date], list[Person]]] = {
    "本人": _themself,
    "局长": _chief,
    "分管局长": _portfolio_leader,
    "分管办公室领导": _office_leader,
    "科室负责人": _head_of_section,
    "办公室": _office,
    "区级": _office,
}
