"""What the tables and rules of 考勤 speak about, with the words of the regulation."""

from dataclasses import dataclass
from typing import Any

from zhixing.law.facts import (
    Choice,
    Days,
    Duration,
    Fact,
    Labels,
    Money,
    Number,
    Share,
    Text,
    YesNo,
)
from zhixing.law.values import CATEGORIES, LEAVE_KINDS, RANKS

UNSAID = "未说明"
HALF_DAY_STATES = ("已请假", "已准公出", "备注已核实", "出勤", "待核实")
WARNINGS = ("无", "预警", "可提示辞退程序", "可依法解除劳动合同", "可依法解除聘用合同")
YEAR_HALVES = 2 * 366


@dataclass(frozen=True, slots=True)
class Consent(YesNo):
    """是 or 否; may be left unsaid where nobody asks for it."""

    def parse(self, text: str) -> Any:
        return UNSAID if text.strip() == UNSAID else YesNo.parse(self, text)

    def show(self, value: Any) -> str:
        return UNSAID if value == UNSAID else YesNo.show(self, value)

    def holds(self, value: Any) -> bool:
        return value == UNSAID or YesNo.holds(self, value)


RANK = Fact("职级", Choice(RANKS))
DISTRICT = Fact("区管干部", YesNo(), default="否", note="不填按“否”；局领导、局长不看这一项")
KIND = Fact("假别", Choice(LEAVE_KINDS))
DAYS = Fact("天数", Days(low=1, high=YEAR_HALVES), note="冲抵以前的合计天数，0.5的倍数")
CONSENT = Fact("本人同意", Consent(), default=UNSAID, note="病假冲抵要填；事假不看这一项")
APPROVAL = Fact("审批", Labels())

FACTS = (
    RANK,
    DISTRICT,
    KIND,
    DAYS,
    APPROVAL,
    # 出勤
    Fact("月份", Number(1, 12)),
    Fact("上午上班", Duration()),
    Fact("上午下班", Duration()),
    Fact("下午上班", Duration()),
    Fact("下午下班", Duration()),
    Fact("已准假", YesNo()),
    Fact("已准公出", YesNo()),
    Fact("备注已核实", YesNo()),
    Fact("已签到", YesNo()),
    Fact("半天认定", Choice(HALF_DAY_STATES)),
    # 请假
    Fact("计天", Choice(("工作日", "自然日"))),
    Fact("同一假别", YesNo()),
    Fact("合并计算", YesNo()),
    Fact("封控期内", Choice(("须局长特许", "不受限"))),
    Fact("上限天数", Days()),
    Fact("上限周期", Choice(("每次", "每年", "另行计算"))),
    Fact("孩次", Choice(("一孩", "二孩", "三孩"))),
    Fact("延长天数", Days()),
    Fact("探亲情形", Choice(("探望配偶", "未婚探望父母", "未婚两年合并探望父母", "已婚探望父母"))),
    Fact("几年一次", Number(1, 10)),
    Fact("证明材料", Text()),
    Fact("冲抵办法", Choice(("应当冲抵", "本人同意才冲抵", "不冲抵"))),
    CONSENT,
    # 病假
    Fact("连续天数", Days(high=4 * YEAR_HALVES), note="自然日，中间的休息日算在内"),
    Fact("月累计天数", Days(), note="工作日，自然月和滚动30日两种算法取大的"),
    Fact("须证明", YesNo()),
    Fact("医院等级", Text()),
    Fact("医师", Text()),
    Fact("连续病假月数", Number(0, 600), note="已满的月数"),
    Fact("计发比例", Share()),
    # 年休
    Fact("满年数", Number(0, 70), note="累计工作已满的年数"),
    Fact("应休天数", Days()),
    Fact("事假累计天数", Days()),
    Fact("事假扣工资", YesNo(), default="是", note="本局请事假扣当日基本工资"),
    Fact("病假累计月数", Number(0, 12)),
    Fact("享受寒暑假", YesNo(), default="否"),
    Fact("可享受年休", YesNo()),
    # 值班、加班
    Fact("班次", Choice(("日班", "夜班"))),
    Fact("值班类别", Choice(("法定节假日", "突发", "周末", "平日"))),
    Fact("性质", Choice(("日常性", "临时突发", "全局性重要"))),
    Fact("小时", Duration(high=7 * 24 * 60)),
    Fact("通宵", YesNo()),
    Fact("局长批准", YesNo()),
    Fact("补休天数", Days(high=60)),
    # 待遇
    Fact("扣基本工资", YesNo()),
    Fact("待遇", Text()),
    # 奖惩
    Fact("当月次数", Number(0, 200), note="迟到和早退合计"),
    Fact("当月津补贴", Money()),
    Fact("诫勉谈话", YesNo()),
    Fact("谈话人", Text()),
    Fact("人员类别", Choice(CATEGORIES)),
    Fact("全年天数", Days()),
    Fact("最长连续天数", Days(high=2 * YEAR_HALVES), note="可以跨年"),
    Fact("年终奖", Money()),
    Fact("奖金扣法", Choice(("按天扣", "一半与按天取高", "一半加按天", "全部"))),
    Fact("取消评优", YesNo()),
    Fact("预警", Choice(WARNINGS)),
    Fact("效能告诫", YesNo()),
)
