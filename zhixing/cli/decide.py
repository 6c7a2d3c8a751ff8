"""zhixing decide NUMBER QUESTION key=value…: one question of one regulation, without a database."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from zhixing.cli.reading import read_day, read_facts, today
from zhixing.cli.show import print_json, print_refusal
from zhixing.law.decide import decide
from zhixing.law.faults import EditionFault, EditionFaults
from zhixing.law.refusal import Findings, Refusal
from zhixing.law.ruling import Ruling
from zhixing.regulations import shelf

REFUSED, BROKEN = 2, 3


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "decide",
        help="按制度回答一个问题",
        description="例：zhixing decide 02 请假审批 职级=一般人员 假别=事假 天数=2 --on 2018-03-01",
    )
    parser.add_argument("number", metavar="编号", help="制度编号，如 02")
    parser.add_argument("question", metavar="问题", help="如 请假审批")
    parser.add_argument("facts", metavar="名称=值", nargs="*", help="事实，如 天数=2")
    parser.add_argument("--on", metavar="日期", default="", help="按哪一天施行的版本，不写就是今天")
    parser.add_argument("--why", action="store_true", help="列出其余各行为什么不适用")
    parser.add_argument("--json", action="store_true", help="按JSON输出")


def run(args: Namespace) -> int:
    """Exit code 0; 2 for bad or missing facts or no edition on the day; 3 for a fault of the edition."""
    try:
        ruling = ask(args.number, args.question, args.facts, args.on)
    except Refusal as refusal:
        print_refusal(refusal, as_json=args.json)
        return REFUSED
    except (EditionFault, EditionFaults) as fault:
        _print_fault(fault, as_json=args.json)
        return BROKEN
    if args.json:
        print_json(ruling.as_json())
    else:
        print("\n".join(_lines(ruling, why=args.why)))
    return 0


def ask(number: str, question: str, pairs: list[str], on: str) -> Ruling:
    """The ruling; raises one Refusal with the faults of the pairs, the day and the facts together."""
    findings = Findings()
    day = read_day("日期", on, findings) if on else today()
    facts = read_facts(pairs, findings)
    try:
        ruling = _decide(number, question, facts, day)
    except Refusal as refusal:
        named = {finding.fact for finding in findings}
        findings.extend(finding for finding in refusal.findings if finding.fact not in named)
        raise Refusal(refusal.conclusion, findings) from refusal
    findings.refuse_if_any("事实写得不对，没有作答。")
    return ruling


def _decide(number: str, question: str, facts: Mapping[str, str], day: date) -> Ruling:
    return decide(shelf.by_number(number), question, facts, on=day)


def _print_fault(fault: EditionFault | EditionFaults, *, as_json: bool) -> None:
    if not as_json:
        print(f"结论：制度版本有误，不能作答。\n{fault}", file=sys.stderr)
    elif isinstance(fault, EditionFault):
        print_json({"conclusion": "制度版本有误，不能作答。", "fault": fault.as_json()})
    else:
        print_json({"conclusion": "制度版本有误，不能作答。", "faults": list(map(str, fault.faults))})


def _lines(ruling: Ruling, *, why: bool) -> Iterator[str]:
    """The answer for a reader: outcome, clauses, values, readings, and on demand the other rows."""
    title = ruling.setting.title
    yield f"《{title}》{ruling.question}（{ruling.edition}起施行的版本，按{ruling.on}）"
    yield "事实：" + "，".join(f"{name}={_text(value)}" for name, value in ruling.facts_shown.items())
    for name, value in ruling.shown.items():
        yield f"结论：{name}：{_text(value)}"
    for reason in ruling.because:
        yield f"依据：《{title}》{reason.cite}（{reason.clause}）：{reason.text}"
    for used in ruling.values:
        yield f"数值：{used.name} {used.value}{used.unit}（{used.since}起，{used.clause}）"
    for reading in ruling.readings:
        yield f"推定：{reading.id}（{reading.clause}）：{reading.text}"
    yield from _other_lines(ruling, why=why)


def _other_lines(ruling: Ruling, *, why: bool) -> Iterator[str]:
    if ruling.others and not why:
        yield f"其余{len(ruling.others)}行不适用，加 --why 看原因。"
        return
    for other in ruling.others:
        failed = other.failed
        yield f"不适用：{other.clause}“{other.row}”：{failed.column}要{failed.required}，现为{failed.given}"


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "、".join(value)
