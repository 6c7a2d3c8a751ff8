"""Under which words a matter is found, and the clauses it rests on."""

from zhixing.office.matters.models import Matter
from zhixing.search.index import Words, register


def matter(one: Matter) -> Words:
    said = "　".join(f"{name}：{value}" for name, value in one.form.items() if value)
    return Words(one.title, f"{one.number} {one.procedure} {said}".strip(), clauses(one))


def clauses(one: Matter) -> tuple[str, ...]:
    """What the ruling cites and what the steps of the route stand on; a draft rests on nothing yet."""
    if one.submitted_at is None:
        return ()
    ruled = [reason["clause"] for reason in one.ruling.get("because", ())]
    routed = one.steps.exclude(clause="").values_list("clause", flat=True)
    return tuple({*ruled, *routed} - {""})


def publish() -> None:
    register(Matter, "事项", matter)
