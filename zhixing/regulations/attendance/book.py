"""What 考勤制度 publishes: its folder, its facts, and the rules that no table can hold."""

from pathlib import Path

from zhixing.law.facts import Day, Days, Fact, Money, Number, YesNo
from zhixing.law.regulation import Question, Regulation
from zhixing.regulations.attendance.facts import CONSENT, DAYS, FACTS, KIND
from zhixing.regulations.attendance.rules.annual import entitlement, joining_share
from zhixing.regulations.attendance.rules.discipline import absence, lateness
from zhixing.regulations.attendance.rules.family import maternity
from zhixing.regulations.attendance.rules.offset import may_be_offset, offset
from zhixing.regulations.attendance.rules.overtime import expiry, overnight_is_long_enough
from zhixing.regulations.attendance.rules.paperwork import deadline
from zhixing.regulations.attendance.rules.pay import personal_leave

WORDS = {fact.name: fact for fact in FACTS}

QUESTIONS = (
    Question("加班补休", check=overnight_is_long_enough, parameters=("通宵最短",)),
    Question(
        "迟到处置",
        facts=(WORDS["当月次数"], WORDS["当月津补贴"]),
        outcomes=(WORDS["诫勉谈话"], Fact("扣款", Money())),
        answer=lateness,
        parameters=("每次扣款",),
        clauses=("02-3.1",),
    ),
    Question(
        "旷工处置",
        facts=(WORDS["人员类别"], WORDS["全年天数"], WORDS["最长连续天数"], WORDS["年终奖"]),
        outcomes=(Fact("扣年终奖", Money()), WORDS["取消评优"], WORDS["预警"]),
        answer=absence,
        parameters=("旷工每天扣", "扣奖比例"),
        clauses=("02-3.2",),
    ),
    Question(
        "冲抵",
        facts=(KIND, DAYS, Fact("补休余额", Days()), Fact("年休余额", Days()), CONSENT),
        outcomes=(Fact("补休", Days()), Fact("年休", Days()), Fact("余下", Days())),
        answer=offset,
        check=may_be_offset,
        clauses=("02-1.6c",),
    ),
    Question(
        "补办期限",
        facts=(Fact("返岗日期", Day()),),
        outcomes=(Fact("最迟", Day()), Fact("暂估", YesNo())),
        answer=deadline,
        parameters=("补办时限",),
        clauses=("02-1.2c",),
    ),
    Question(
        "事假扣款",
        facts=(Fact("月基本工资", Money()), DAYS),
        outcomes=(Fact("扣款", Money()),),
        answer=personal_leave,
        parameters=("月计薪天数",),
        clauses=("02-1.2d",),
    ),
    Question(
        "年休应休",
        facts=(Fact("参加工作日期", Day()), Fact("查询日期", Day())),
        outcomes=(WORDS["满年数"], WORDS["应休天数"]),
        answer=entitlement,
        clauses=("02-1.4",),
    ),
    Question(
        "编外年休折算",
        facts=(Fact("到局日期", Day()), WORDS["应休天数"]),
        outcomes=(Fact("折算天数", Days()),),
        answer=joining_share,
        parameters=("年休折算日数",),
        clauses=("02-1.4",),
    ),
    Question(
        "补休有效期",
        facts=(Fact("取得日期", Day()),),
        outcomes=(Fact("最后一日", Day()),),
        answer=expiry,
        parameters=("补休顺延起月", "补休顺延到月"),
        clauses=("02-1.5c",),
    ),
    Question(
        "产假天数",
        facts=(WORDS["孩次"], Fact("难产", YesNo()), Fact("多胞胎增加", Number(0, 5))),
        outcomes=(WORDS["应休天数"],),
        answer=maternity,
        parameters=("产假基本天数", "难产增加天数", "多胞胎增加天数"),
        clauses=("02-1.6b",),
    ),
)

BOOK = Regulation(
    number="02",
    key="attendance",
    title="考勤制度",
    folder=Path(__file__).parent,
    facts=FACTS,
    questions=QUESTIONS,
    executed={
        "02-1.1a": "签到、漏签补登和打卡文件导入",
        "02-1.1b": "签到备注和办公室核实",
        "02-1.6a": "封控期登记和提交时的检查",
        "02-3.3": "违纪和效能告诫登记",
    },
    parameters=(
        "签到次数",
        "迟到宽限",
        "漏签说明时限",
        "最小请假单位",
        "陈述申辩期",
        "病假滚动日数",
        "按值班提示",
        "年休可跨年度数",
        "哺乳时间",
        "月报期限",
        "月考勤确认期",
    ),
)
