"""What 干部选拔任用制度 publishes: its folder, its facts, and the rules that no table can hold."""

from pathlib import Path

from zhixing.law.facts import Day, Fact, Number, YesNo
from zhixing.law.regulation import Question, Regulation
from zhixing.regulations.appointments.facts import (
    APPROVED,
    DUE,
    FACTS,
    FILLED,
    IN_FAVOUR,
    MEETING_DAY,
    MOST,
    PRESENT,
    PUBLISHED,
    RECOMMENDED,
    TALKS_DAY,
    USED,
)
from zhixing.regulations.appointments.rules.decision import adds_up, decision
from zhixing.regulations.appointments.rules.headcount import vacancy
from zhixing.regulations.appointments.rules.notice import ending
from zhixing.regulations.appointments.rules.recommendation import counted_from, in_order, validity

QUESTIONS = (
    Question(
        "职数核定",
        facts=(APPROVED, FILLED),
        outcomes=(Fact("空缺", Number(0, MOST)), Fact("可以动议", YesNo())),
        answer=vacancy,
        clauses=("04-1",),
    ),
    Question(
        "推荐有效",
        facts=(RECOMMENDED, USED),
        outcomes=(Fact("有效", YesNo()), Fact("最后一日", Day())),
        answer=validity,
        check=in_order,
        clauses=("04-2b",),
        parameters=("推荐有效期",),
    ),
    Question(
        "推荐起算日期",
        facts=(MEETING_DAY, TALKS_DAY),
        outcomes=(Fact("起算日期", Day()),),
        answer=counted_from,
        clauses=("04-2b",),
    ),
    Question(
        "公示期满",
        facts=(PUBLISHED,),
        outcomes=(Fact("期满日", Day()), Fact("可办理日", Day())),
        answer=ending,
        clauses=("04-6",),
        parameters=("公示期",),
    ),
    Question(
        "任免通过",
        facts=(DUE, PRESENT, IN_FAVOUR),
        outcomes=(Fact("可议", YesNo()), Fact("通过", YesNo())),
        answer=decision,
        check=adds_up,
        clauses=("04-4",),
        parameters=("任免到会比例", "任免通过比例"),
    ),
)

BOOK = Regulation(
    number="04",
    key="appointments",
    title="干部选拔任用制度",
    folder=Path(__file__).parent,
    facts=FACTS,
    questions=QUESTIONS,
    executed={
        "04-1": "动议、酝酿、工作方案、沟通和职数核准的登记",
        "04-2a": "民主推荐的登记和次序检查",
        "04-3": "考察对象、考察组和考察材料的登记",
        "04-5": "任前审核的报送和回复登记",
        "04-7": "任职办理",
    },
    parameters=("试用期", "分身份最少票数"),
)
