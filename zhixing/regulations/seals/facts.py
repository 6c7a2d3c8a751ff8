"""What the tables and rules of 印章管理 speak about, with the words of the regulation."""

from zhixing.law.facts import Choice, Day, Fact, Labels, YesNo

ORDINARY, MAJOR = "一般", "重大"
OFFICIAL, PARTY, BUSINESS = "局章", "党组章", "业务章"
WHOLE = "完整文件"
BLANKS = ("空白纸", "空白表格", "空白信函", "空白证件", "其他空白材料")
MATERIALS = (WHOLE, *BLANKS)
PARTY_SEAL, OTHER = "党组印章", "其他"
PURPOSES = (
    "合同协议及担保",
    "资金3万元以上",
    "诉讼仲裁授权",
    "对外承诺",
    "资质证明",
    "人事任免",
    "处分",
    "工资社保",
    "机构编制",
    "上报区委区政府的请示",
    "产权证照",
    PARTY_SEAL,
    OTHER,
)
MAY, MAY_NOT = "可以", "不得"
KEEPER, DEPUTY, ANOTHER = "保管人", "代管人", "其他人员"
LOST, WRONG, KEPT_BACK, UNLAWFUL, RENAMED, RENEWED = (
    "丢失",
    "错误用印",
    "私自留存",
    "非法用印",
    "机构更名",
    "更换新章",
)
EVENTS = (LOST, WRONG, KEPT_BACK, UNLAWFUL, RENAMED, RENEWED)
STOPPED, GOES_ON = "立即停用", "照常使用"
RETURNED, MISUSED = "验印归还", "登记违规"

USED = Fact("用印日期", Day())
OUT = Fact("带出日期", Day())

FACTS = (
    Fact("财务印鉴", YesNo()),
    Fact("已管另一枚财务印鉴", YesNo(), note="临时代管的也算"),
    Fact("可以保管", YesNo()),
    Fact("分管办公室领导同意", YesNo()),
    Fact("交出的人", Choice((KEEPER, DEPUTY))),
    Fact("可以交接", YesNo()),
    Fact("保管人请假", YesNo()),
    Fact("已办代管", YesNo()),
    Fact("可以用印", YesNo()),
    Fact("事由", Choice(PURPOSES)),
    Fact("事项", Choice((ORDINARY, MAJOR))),
    Fact("印章", Choice((OFFICIAL, PARTY, BUSINESS)), default=OFFICIAL),
    Fact("材料", Choice(MATERIALS)),
    Fact("结论", Choice((MAY, MAY_NOT))),
    Fact("审批", Labels()),
    Fact("材料相符", YesNo()),
    Fact("用途清楚", YesNo()),
    Fact("手续齐全", YesNo()),
    Fact("可以盖印", YesNo()),
    Fact("盖印的人", Choice((KEEPER, ANOTHER))),
    Fact("保管人在场", YesNo()),
    Fact("已有用印审批", YesNo()),
    Fact("有逾期未还", YesNo()),
    Fact("只用于申请事由", YesNo()),
    Fact("处理", Choice((RETURNED, MISUSED))),
    Fact("情形", Choice(EVENTS)),
    Fact("处置", Choice((STOPPED, GOES_ON))),
    Fact("追究责任", YesNo()),
)
