"""What 公文收发管理制度 publishes: its folder, its facts, and the rules that no table can hold."""

from pathlib import Path

from zhixing.law.facts import Day, Fact, Number, YesNo
from zhixing.law.regulation import Question, Regulation
from zhixing.regulations.documents.facts import (
    FACTS,
    HANDED_IN,
    LENT,
    LEVEL,
    MOST,
    RECEIVED,
    TAKEN,
    URGENCY,
    YEAR,
)
from zhixing.regulations.documents.rules import archive, limits, loans, numbering

QUESTIONS = (
    Question("借阅公文", check=loans.circle_said),
    Question(
        "归还期限",
        facts=(LEVEL, LENT),
        outcomes=(Fact("最迟", Day()),),
        answer=limits.returned,
        clauses=("09-1.5a",),
    ),
    Question(
        "办文时限",
        facts=(URGENCY, RECEIVED),
        outcomes=(Fact("期限", Day()),),
        answer=limits.dealt_with,
        clauses=("09-1.6",),
    ),
    Question(
        "下一个号",
        facts=(TAKEN,),
        outcomes=(Fact("编为", Number(1, MOST + 1)),),
        answer=numbering.following,
        clauses=("09-2.4",),
    ),
    Question(
        "归档期限",
        facts=(YEAR,),
        outcomes=(Fact("最迟", Day()),),
        answer=archive.latest,
        clauses=("09-3",),
        parameters=("归档月",),
    ),
    Question(
        "归档移交",
        facts=(YEAR, HANDED_IN),
        outcomes=(Fact("按期", YesNo()),),
        answer=archive.in_time,
        check=archive.not_before_the_year,
        clauses=("09-3",),
        parameters=("归档月",),
    ),
)

BOOK = Regulation(
    number="09",
    key="documents",
    title="公文收发管理制度",
    folder=Path(__file__).parent,
    facts=FACTS,
    questions=QUESTIONS,
    executed={
        "09-1.3a": "阅件的传阅名单：各人同时收到，各自阅退",
        "09-1.4": "去向：在谁手里、几天了，漏传、延误点名",
        "09-2.2": "科室负责人审核、分管领导审签，没有依据文件的送不出去",
    },
)
