"""Facts that came as JSON, put into the words of an official: there 2 means two days, not two half-days."""

from collections.abc import Mapping

from zhixing.law.values import show_list, show_yes


def written(facts: Mapping[str, object]) -> dict[str, object]:
    """JSON values as text: 2 -> "2", 0.5 -> "0.5", true -> 是, a list -> 事假、病假; null is left out."""
    return {name: _written(value) for name, value in facts.items() if value is not None}


def _written(value: object) -> str:
    if isinstance(value, bool):
        return show_yes(value)
    return show_list(value) if isinstance(value, list) else str(value)
