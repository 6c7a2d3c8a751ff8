"""What the tables and rules of 机关规范化运行 speak about, with the words of the regulation."""

from zhixing.law.facts import Choice, Days, Fact, Money, Number, Share, Text, YesNo

PARTY, CHIEFS, DEMOCRATIC = "党组会议", "局长办公会议", "民主生活会"
STAFF, TOPICAL = "全体会议", "专题会议"
DECIDING = (PARTY, CHIEFS, DEMOCRATIC)
ORDINARY, PERSONNEL = "一般", "干部任免"
APPOINTMENTS, FUNDS = "干部任免奖惩", "财政管理与大额资金"
CATEGORIES = (
    "学习传达",
    "党建与人事制度",
    APPOINTMENTS,
    "报上级党组织审批",
    "其他党组事项",
    "落实上级部署",
    "重要问题与重大项目活动",
    FUNDS,
    "通报重要工作",
    "其他行政事项",
)
STANDINGS = ("书记", "党组成员", "局长", "副局长", "其他")
MOST = 1000

MEETING = Fact("会议", Choice(DECIDING))
ANY_MEETING = Fact("会议", Choice((*DECIDING, STAFF, TOPICAL)))
TOPIC = Fact("议题类别", Choice((ORDINARY, PERSONNEL)), default=ORDINARY, note="不填按“一般”")
DUE = Fact("应到", Number(0, MOST), note="开会那天在册、应当到会的成员，空缺不计")
PRESENT = Fact("实到", Number(0, MOST), note="议到这件事时在场的成员，列席的不算")
IN_FAVOUR = Fact("赞成", Number(0, MOST), note="没有到会的人的意见不算票")
LEAST = Fact("至少", Number(0, MOST))
MAY_MEET = Fact("可议", YesNo())
PASSED = Fact("通过", YesNo())
MET = Fact("达标", YesNo())
ASKED = Fact("已征求意见", YesNo())
ASKED_NUMBER = Fact("征求人数", Number(0, 100_000), default="0", note="没有征求意见的不用填")
AGAINST = Fact("反对人数", Number(0, 100_000), default="0", note="没有征求意见的不用填")
MAY_BE_PUT = Fact("可上会", YesNo())

FACTS = (
    MEETING,
    TOPIC,
    DUE,
    PRESENT,
    IN_FAVOUR,
    LEAST,
    MAY_MEET,
    PASSED,
    MET,
    # 议题
    Fact("类别", Choice(CATEGORIES)),
    Fact("金额", Money()),
    # 主持
    Fact("主持人身份", Choice(STANDINGS), note="一个人有几个身份的，按同这个会议对应的那一个"),
    Fact("有委托", YesNo(), default="否", note="书记、局长本人主持的不用填"),
    Fact("可以主持", YesNo()),
    # 到会、表决
    Fact("到会比例", Share()),
    Fact("通过比例", Share()),
    # 重大事项
    Fact("特别重大", YesNo()),
    Fact("有专家论证", YesNo(), default="否"),
    Fact("有风险评估", YesNo(), default="否"),
    Fact("可以往下", YesNo()),
    Fact("分歧较大", YesNo()),
    Fact("情况紧急", YesNo(), default="否"),
    Fact("处理", Text()),
    Fact("违反情形", Choice(("不按程序", "该提交未提交", "私自决定"))),
    Fact("责任人", Text()),
    # 重点项目、应急
    Fact("已完成", YesNo()),
    Fact("已逾期", YesNo(), default="否"),
    Fact("剩余日数", Number(0, 100_000)),
    Fact("状态", Choice(("红", "黄", "绿"))),
    Fact("有预案", YesNo()),
    Fact("一年内演练过", YesNo(), default="否"),
    Fact("提示", Text()),
    # 中心组
    Fact("全年天数", Days(), note="集中学习的天数，半天算0.5天"),
)
