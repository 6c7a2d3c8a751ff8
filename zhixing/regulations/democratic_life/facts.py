"""What the tables and rules of 党组民主生活会 speak about, with the words of the regulation."""

from zhixing.law.facts import Choice, Day, Fact, Number, Text, YesNo

STANDINGS = ("党组成员", "办公室主任", "科室负责人", "非党组成员的副局长", "其他人员")
SECRETARY, MEMBER, NO_MEMBER = "党组书记", "其他党组成员", "非党组成员"
NO_GROUND = "无"
GROUNDS = (
    "重大决策失误",
    "突发事件处置失当",
    "纪检巡视审计发现重要问题",
    "发生违纪违法案件",
    NO_GROUND,
)
RED, AMBER, GREEN = "红", "黄", "绿"
ORDINARY, MAJOR = "一般", "重大"
MOST = 1000

MEETING_DAY = Fact("开会日期", Day())
REPORT_DAY = Fact("报告日期", Day())
DUE = Fact("应到", Number(0, MOST))
PRESENT = Fact("实到", Number(0, MOST))

FACTS = (
    Fact("身份", Choice(STANDINGS)),
    Fact("书记同意邀请", YesNo(), default="否"),
    Fact("参会", Text()),
    Fact("主持人身份", Choice((SECRETARY, MEMBER, NO_MEMBER))),
    Fact("可以主持", YesNo()),
    Fact("次数", Number(0, 366), note="这一年里开过、记录已经锁定的"),
    Fact("状态", Choice((RED, AMBER, GREEN))),
    Fact("情形", Choice(GROUNDS)),
    Fact("应当专门召开", YesNo()),
    Fact("已经报告", YesNo(), note="开会日期已经报告上级党组织"),
    Fact("上级同意", YesNo(), default="否"),
    Fact("可以改期", YesNo()),
    Fact("问题程度", Choice((ORDINARY, MAJOR))),
    Fact("措施全部完成", YesNo()),
    Fact("已向上级报告", YesNo(), default="否"),
    Fact("可以销号", YesNo()),
)
