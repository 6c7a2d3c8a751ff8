"""What 党组民主生活会制度 publishes: its folder, its facts, and the rules that no table can hold."""

from pathlib import Path

from zhixing.law.facts import Day, Fact, Number, YesNo
from zhixing.law.regulation import Question, Regulation
from zhixing.regulations.democratic_life.facts import DUE, FACTS, MEETING_DAY, MOST, PRESENT, REPORT_DAY
from zhixing.regulations.democratic_life.rules import presence, report

QUESTIONS = (
    Question(
        "会前报告",
        facts=(MEETING_DAY, REPORT_DAY),
        outcomes=(Fact("合规", YesNo()), Fact("最迟", Day())),
        answer=report.in_time,
        check=report.before_the_meeting,
        clauses=("13-3",),
        parameters=("会前报告提前",),
    ),
    Question(
        "可以开会",
        facts=(DUE, PRESENT),
        outcomes=(Fact("可议", YesNo()), Fact("至少", Number(0, MOST))),
        answer=presence.quorum,
        check=presence.adds_up,
        clauses=("13-1",),
        parameters=("到会比例",),
    ),
)

BOOK = Regulation(
    number="13",
    key="democratic_life",
    title="党组民主生活会制度",
    folder=Path(__file__).parent,
    facts=FACTS,
    questions=QUESTIONS,
    executed={
        "13-4": "内容清单：每一项谈没谈到都登记",
        "13-6": "批评和自我批评的登记，只给党组成员看",
    },
    parameters=("会议通知提前",),
)
