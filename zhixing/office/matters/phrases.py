"""常用意见: a person's own list, with defaults; none is ever written for the person."""

from zhixing.office.matters.models import Phrase
from zhixing.organ.models import Person

DEFAULTS = (
    "同意。",
    "拟同意，请××审批。",
    "已阅。",
    "请××同志阅处。",
    "请××科室牵头办理。",
    "按规定办理。",
    "不同意，理由：",
    "请补充材料后再报。",
)


def phrases_of(person: Person) -> list[str]:
    own = list(Phrase.objects.filter(organ_id=person.organ_id, person=person).values_list("text", flat=True))
    return own or list(DEFAULTS)
