"""What 机关规范化运行工作制度 publishes: its folder, its facts, and the rules that no table can hold."""

from pathlib import Path

from zhixing.law.regulation import Question, Regulation
from zhixing.regulations.governance.facts import (
    AGAINST,
    ANY_MEETING,
    ASKED,
    ASKED_NUMBER,
    DUE,
    FACTS,
    IN_FAVOUR,
    LEAST,
    MAY_BE_PUT,
    MAY_MEET,
    MEETING,
    MET,
    PASSED,
    PRESENT,
    TOPIC,
)
from zhixing.regulations.governance.rules import consultation, study, voting

QUESTIONS = (
    Question("主持", facts=(ANY_MEETING,)),
    Question(
        "到会",
        facts=(MEETING, TOPIC, DUE, PRESENT),
        outcomes=(MAY_MEET, LEAST),
        answer=voting.quorum,
        check=voting.fits,
    ),
    Question(
        "表决",
        facts=(MEETING, TOPIC, DUE, PRESENT, IN_FAVOUR),
        outcomes=(PASSED, LEAST),
        answer=voting.result,
        check=voting.adds_up,
    ),
    Question(
        "上会条件",
        facts=(ASKED, ASKED_NUMBER, AGAINST),
        outcomes=(MAY_BE_PUT,),
        answer=consultation.may_be_put,
        check=consultation.adds_up,
        clauses=("01-9.3",),
        parameters=("反对集中比例",),
    ),
    Question(
        "中心组出席",
        facts=(DUE, PRESENT),
        outcomes=(MET,),
        answer=study.attendance,
        check=study.adds_up,
        clauses=("01-20.1b",),
        parameters=("中心组出席率",),
    ),
)

BOOK = Regulation(
    number="01",
    key="governance",
    title="机关规范化运行工作制度",
    folder=Path(__file__).parent,
    facts=FACTS,
    questions=QUESTIONS,
    executed={
        "01-1": "机构、任职和分管的登记",
        "01-3": "副职报告的登记和签收",
        "01-6.6": "会议记录、锁定、更正和存档",
        "01-6.7": "会议逐项讨论、逐项表决",
        "01-8.4": "会议记录、锁定、更正和存档",
        "01-11": "决定事项的督办、评估和修改",
        "01-13": "岗位责任书的登记和提醒",
        "01-14.1": "重点工作项目的登记和进度",
        "01-14.2": "重点工作项目的负责人和领导小组",
        "01-18": "新版制度的签收",
        "01-19": "问责登记",
        "01-20.3": "“三定”职数的登记和任职时的核对",
        "01-21.1": "队伍结构统计",
        "01-21.2": "培训和多岗锻炼的登记",
    },
    parameters=(
        "会议通知提前",
        "回避计入应到",
        "无记名最少票数",
        "临机口头报告",
        "临机会议报告",
        "演练间隔",
        "每月指导次数",
        "中心组半场折算",
    ),
)
