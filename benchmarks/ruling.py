"""A ruling of the leave table against zen-engine on the same table, interleaved in one run.

Prints CPU-time ratios: without the why against zen's evaluate (goal at most 1/10), with the full why
against zen's trace (goal at most 1/2). Both engines answer the same cases and must agree on all of them.

    python benchmarks/ruling.py [rounds]
"""

import json
import random
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from statistics import median
from time import process_time_ns
from typing import Any

import zen

from zhixing.law.cells import Condition
from zhixing.law.decide import prepare
from zhixing.law.facts import Ordered
from zhixing.law.graph import Axis
from zhixing.law.ruling import Ruling
from zhixing.law.standing import standing_on
from zhixing.law.table import Compiled
from zhixing.regulations import shelf

ON = date(2026, 11, 22)
QUESTION = "请假审批"
CASES = 400
ROUNDS = 15
Case = Mapping[str, Any]


def zen_engine(compiled: Compiled) -> Any:
    """An engine that holds the same table and stops at the first row that applies.

    Content handed over by a loader is compiled once; `create_decision` would compile at every call and
    take some twenty times longer, which would flatter us.
    """
    inputs = [{"id": f"i{n}", "name": f"i{n}", "field": f"i{n}"} for n in range(len(compiled.axes))]
    rules = [
        {
            "_id": f"r{number}",
            **{f"i{n}": expression(cell, compiled.axes[n]) for n, cell in enumerate(row)},
            "o": json.dumps(list(map(str, outcome(compiled, number))), ensure_ascii=False),
        }
        for number, row in enumerate(compiled.conditions)
    ]
    table = {
        "hitPolicy": "first",
        "inputs": inputs,
        "outputs": [{"id": "o", "name": "o", "field": "o"}],
        "rules": rules,
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "table", "type": "decisionTableNode", "name": "table", "content": table},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "a", "type": "edge", "sourceId": "in", "targetId": "table"},
        {"id": "b", "type": "edge", "sourceId": "table", "targetId": "out"},
    ]
    content = zen.ZenDecisionContent(json.dumps({"nodes": nodes, "edges": edges}))
    return zen.ZenEngine({"loader": lambda _key: content})


def outcome(compiled: Compiled, number: int) -> tuple[Any, ...]:
    (labels,) = compiled.outcomes[number].values()
    assert isinstance(labels, tuple)
    return labels


def expression(cell: Condition, axis: Axis) -> str:
    """A cell as a zen unary test; half-days are whole numbers there too."""
    if cell.anything:
        return ""
    if cell.values is not None:
        return ", ".join(json.dumps(value, ensure_ascii=False) for value in sorted(cell.values, key=str))
    assert isinstance(axis.domain, Ordered)
    return ", ".join(f"[{low}..{high}]" for low, high in cell.spans or ())


def cases(compiled: Compiled) -> list[dict[str, Any]]:
    rng = random.Random(20260601)

    def one(axis: Axis) -> Any:
        if axis.closed is not None:
            return rng.choice(list(axis.closed))
        return rng.randint(1, 12)

    return [{axis.name: one(axis) for axis in compiled.axes} for _ in range(CASES)]


def spent(work: Callable[[Any], object], given: list[Any]) -> int:
    """CPU nanoseconds to do all the work once."""
    start = process_time_ns()
    for case in given:
        work(case)
    return process_time_ns() - start


def main(rounds: int) -> int:
    (book,) = (one for one in shelf.all() if one.number == "02")
    compiled = standing_on(book, ON).tables[QUESTION].compiled
    ask = prepare(book, QUESTION, on=ON)
    engine = zen_engine(compiled)
    typed = cases(compiled)
    foreign = [{f"i{n}": case[axis.name] for n, axis in enumerate(compiled.axes)} for case in typed]
    for case, other in zip(typed, foreign, strict=True):
        ours: Ruling = ask(case)
        theirs = engine.evaluate(QUESTION, other)["result"]["o"]
        assert ours.shown["审批"] == theirs, (case, ours.shown, theirs)

    works: dict[str, tuple[Callable[[Any], object], list[Any]]] = {
        "ruling": (ask, typed),
        "zen evaluate": (partial(engine.evaluate, QUESTION), foreign),
        "ruling with full why": (lambda case: ask(case).as_json(), typed),
        "zen trace": (lambda case: engine.evaluate(QUESTION, case, {"trace": True}), foreign),
    }
    times: dict[str, list[int]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, (work, given) in works.items():
            times[name].append(spent(work, given))
    micro = {name: median(taken) / CASES / 1000 for name, taken in times.items()}
    print(
        f"table {QUESTION}: {len(compiled.conditions)} rows, {len(compiled.axes)} conditions, {CASES} cases"
    )
    for name, each in micro.items():
        print(f"{name:22} {each:8.2f} µs of CPU per case")
    print(f"without why / zen evaluate: 1/{micro['zen evaluate'] / micro['ruling']:.1f} (goal 1/10)")
    print(f"full why / zen trace: 1/{micro['zen trace'] / micro['ruling with full why']:.1f} (goal 1/2)")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
