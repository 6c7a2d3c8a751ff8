"""Who has part in a matter: the starter and everybody who has or had a to-do in it."""

from zhixing.law.refusal import Finding, Refusal
from zhixing.office.matters.models import Matter, Task
from zhixing.organ.models import Person


def is_party(matter: Matter, person: Person) -> bool:
    return (
        matter.starter_id == person.pk
        or Task.objects.filter(matter=matter, person=person).exclude(kind="抄送").exists()
    )


def party_only(act: str, matter: Matter, person: Person) -> None:
    if not is_party(matter, person):
        raise Refusal(
            f"不能{act}：您没有参与这件事项。",
            [Finding("办理人", person.name, "申请人或者办理过的人员", "请由参与办理的人员操作。")],
        )
