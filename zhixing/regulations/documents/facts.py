"""What the tables and rules of 公文收发 speak about, with the words of the regulation."""

from dataclasses import dataclass
from typing import Any

from zhixing.law.facts import Choice, Day, Fact, Labels, Number, YesNo

UNSAID = "未说明"
ORDINARY = "普通"
LEVELS = (ORDINARY, "秘密", "机密", "绝密")
URGENCIES = ("特急", "加急", "平件")
NAMES = ("局", "党组", "联合")
LOAN, VIEWING, NO_LOAN = "可借", "只可查阅", "不得借阅"
TO_THE_CLERK, TO_SECRECY, REGISTER = "交文书登记", "转涉密登记", "登记"
SIGNERS = ("局长", "党组书记", "书记兼局长", "副局长", "其他人员")
TYPES = (
    "决议",
    "决定",
    "命令",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "函",
    "纪要",
)
KEPT = ("永久", "30年", "10年")
PAPERS = (
    "党组会议和局长办公会议记录",
    "纪要",
    "政策性文件",
    "规划",
    "工作会议主要文件",
    "人事任免",
    "重要请示批复",
    "一般请示批复",
    "会议典型材料",
    "会议讨论未通过文件",
    "一般事务",
)
FIRST_YEAR, LAST_YEAR = 1949, 2999
MOST = 99_999


@dataclass(frozen=True, slots=True)
class Circle(YesNo):
    """是 or 否; may be left unsaid for an ordinary paper, where nobody asks."""

    @property
    def values(self) -> tuple[Any, ...]:
        return (True, False, UNSAID)

    def parse(self, text: str) -> Any:
        return UNSAID if text.strip() == UNSAID else YesNo.parse(self, text)

    def show(self, value: Any) -> str:
        return UNSAID if value == UNSAID else YesNo.show(self, value)

    def holds(self, value: Any) -> bool:
        return value == UNSAID or YesNo.holds(self, value)


LEVEL = Fact("密级", Choice(LEVELS))
URGENCY = Fact("紧急程度", Choice(URGENCIES))
RECEIVED = Fact("收文日期", Day())
LENT = Fact("借出日期", Day())
YEAR = Fact("文件年度", Number(FIRST_YEAR, LAST_YEAR))
HANDED_IN = Fact("移交日期", Day())
TAKEN = Fact("已编到", Number(0, MOST))

FACTS = (
    Fact("登记人", Choice(("文书", "其他人员"))),
    LEVEL,
    Fact("登记结论", Choice((REGISTER, TO_THE_CLERK, TO_SECRECY))),
    Fact("应由本局办理", YesNo()),
    Fact("合行文规则", YesNo()),
    Fact("合起草要求", YesNo()),
    Fact("初审结论", Choice(("合格", "退文"))),
    Fact("已签姓名", YesNo()),
    Fact("已写时间", YesNo()),
    Fact("可以流转", YesNo()),
    Fact("有办理意见", YesNo()),
    Fact("已明确责任", YesNo()),
    Fact("可以交办", YesNo()),
    Fact("传达范围内", Circle(), default=UNSAID, note="普通文件不用填"),
    Fact("局内", YesNo(), note="借阅的人是不是本局科室、下属单位的"),
    Fact("结论", Choice((LOAN, VIEWING, NO_LOAN))),
    Fact("审批", Labels()),
    Fact("天数", Number(0, 366)),
    URGENCY,
    Fact("重要", YesNo(), default="否"),
    Fact("须专人催办", YesNo()),
    Fact("工作日数", Number(0, 366)),
    Fact("有办理结果", YesNo()),
    Fact("已答复", YesNo()),
    Fact("有不答复的理由", YesNo(), default="否"),
    Fact("可以办结", YesNo()),
    Fact("文种", Choice(TYPES)),
    Fact("主送单位数", Number(0, 999)),
    Fact("名义", Choice(NAMES)),
    Fact("签发", Labels()),
    Fact("签发人身份", Choice(SIGNERS)),
    Fact("有主持工作授权", YesNo(), default="否"),
    Fact("可以签发", YesNo()),
    Fact("分管领导已审签", YesNo()),
    Fact("会签齐全", YesNo()),
    Fact("已签发", YesNo()),
    Fact("已复核", YesNo()),
    Fact("可以编号", YesNo()),
    Fact("改到内容", YesNo()),
    Fact("处理", Choice(("直接修改", "办公室改正", "退回签发人"))),
    Fact("文件类别", Choice(PAPERS)),
    Fact("保管期限", Choice(KEPT)),
)
