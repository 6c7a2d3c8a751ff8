"""What 印章管理制度 publishes: its folder, its facts, and the rules that no table can hold."""

from pathlib import Path

from zhixing.law.facts import Day, Fact
from zhixing.law.regulation import Question, Regulation
from zhixing.regulations.seals.facts import FACTS, OUT, USED
from zhixing.regulations.seals.rules import limits

QUESTIONS = (
    Question(
        "补签期限",
        facts=(USED,),
        outcomes=(Fact("最迟", Day()),),
        answer=limits.paperwork,
        clauses=("17-4b",),
        parameters=("补签工作日",),
    ),
    Question(
        "外带归还",
        facts=(OUT,),
        outcomes=(Fact("最迟", Day()),),
        answer=limits.returned,
        clauses=("17-7b",),
        parameters=("外带天数",),
    ),
)

BOOK = Regulation(
    number="17",
    key="seals",
    title="印章管理制度",
    folder=Path(__file__).parent,
    facts=FACTS,
    questions=QUESTIONS,
    executed={
        "17-1": "印章登记：名称、类别、印模、保管人、状态",
        "17-2a": "保管人一枚一位，换人要接收人当面确认",
        "17-9": "强行用印的报告，只送局长和纪检组长",
        "17-11": "科室、下属单位的印章同样登记、同样审批，各有登记簿",
    },
)
