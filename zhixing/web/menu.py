"""The dark menu at the left: two levels, and only what the person may open."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from zhixing.web.access import may_open


@dataclass(frozen=True, slots=True)
class Item:
    label: str
    name: str
    address: str
    current: bool
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    icon: str
    items: tuple[Item, ...]

    @property
    def current(self) -> bool:
        return any(item.current for item in self.items)

    @property
    def open(self) -> bool:
        return self.current or self.label == "事项"

    @property
    def single(self) -> bool:
        return len(self.items) == 1 and self.items[0].label == self.label


# (label, icon, ((label, URL name), …)); a group of one item named alike is a plain link
MENU: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("工作台", "grid-1x2", (("工作台", "web:desk"),)),
    (
        "事项",
        "inboxes",
        (
            ("待办", "web:todo"),
            ("已办", "web:done"),
            ("我发起的", "web:started"),
            ("传阅给我", "web:sent_to_me"),
            ("预警", "web:warnings"),
            ("任务", "web:duties"),
            ("提醒", "web:notices"),
        ),
    ),
    (
        "考勤",
        "calendar2-check",
        (
            ("请（休）假", "web:leave_new"),
            ("我的月考勤", "web:my_month"),
            ("我的假期余额", "web:balances_mine"),
            ("签到", "web:signin"),
            ("签到备注", "web:notes"),
            ("漏签说明", "web:missed_sign_ins"),
            ("因公外出", "web:outings"),
            ("加班补休", "web:overtimes"),
            ("值班表", "web:roster"),
            ("封控期", "web:blackouts"),
        ),
    ),
    (
        "考勤管理",
        "clipboard2-check",
        (
            ("每日签到", "web:day_book"),
            ("导入考勤机文件", "web:clock_import"),
            ("年休补休台账", "web:balances"),
            ("月考勤", "web:months"),
            ("年度处置", "web:tiers"),
            ("工资基数", "web:pay"),
            ("考勤统计", "web:statistics"),
            ("抽查", "web:spot_checks"),
            ("违纪登记", "web:disciplines"),
            ("诫勉谈话", "web:talks"),
            ("旷工认定", "web:absences"),
            ("评优名单", "web:honours"),
        ),
    ),
    (
        "公文",
        "file-earmark-text",
        (
            ("公文待办", "web:received_mine"),
            ("收文登记簿", "web:received"),
            ("公文去向", "web:received_where"),
            ("转交文书", "web:received_handed"),
            ("公文借阅", "web:loans"),
            ("拟文", "web:issued_new"),
            ("发文登记簿", "web:issued"),
            ("文号簿", "web:numbers"),
            ("归档移交", "web:filings"),
            ("归档文件目录", "web:filed_papers"),
        ),
    ),
    ("会议", "calendar-event", (("会议", "web:meetings"), ("决定事项督办", "web:resolutions"))),
    (
        "议事决策",
        "people",
        (
            ("会议议题", "web:topics"),
            ("重大事项", "web:majors"),
            ("临机处置", "web:emergencies"),
            ("合规审计", "web:bypasses"),
        ),
    ),
    (
        "印章",
        "patch-check",
        (
            ("印章", "web:seals"),
            ("用印登记", "web:seal_uses"),
            ("印章外带", "web:seal_carries"),
            ("印章代管", "web:seal_custodies"),
            ("印章处置", "web:seal_incidents"),
            ("年度登记簿", "web:seal_books"),
            ("强行用印报告", "web:seal_coercions"),
        ),
    ),
    ("干部任用", "person-badge", (("任用事项", "web:appointments"), ("公示", "web:public_notices"))),
    (
        "民主生活会",
        "chat-square-text",
        (
            ("全年情况", "web:life_meetings"),
            ("提意见", "web:life_opinions"),
            ("整改清单", "web:life_problems"),
        ),
    ),
    (
        "机关运行",
        "building",
        (
            ("副职报告", "web:deputy_reports"),
            ("重点工作项目", "web:projects"),
            ("岗位责任书", "web:duty_sheets"),
            ("街镇园区指导", "web:guidance"),
            ("科室绩效", "web:performance"),
            ("应急预案", "web:emergency_plans"),
            ("应急演练", "web:drills"),
            ("谈心谈话", "web:heart_talks"),
            ("问责登记", "web:accountability"),
            ("制度签收", "web:acknowledgements"),
        ),
    ),
    (
        "学习和队伍",
        "mortarboard",
        (
            ("中心组学习", "web:study"),
            ("学习计划", "web:study_plan"),
            ("自学登记", "web:self_study"),
            ("队伍结构", "web:staff_structure"),
            ("人员情况", "web:staff_profiles"),
            ("培养锻炼", "web:growth"),
            ("核定职数", "web:headcount"),
        ),
    ),
    (
        "制度",
        "book",
        (
            ("制度库", "web:law"),
            ("制度体检", "web:checkup"),
            ("核对回执", "web:receipt"),
            ("制度数值", "web:organ_parameters"),
        ),
    ),
    (
        "机构",
        "diagram-3",
        (
            ("机构人员", "web:organ_people"),
            ("委托", "web:organ_delegations"),
            ("工作日历", "web:organ_calendar"),
        ),
    ),
    ("账号管理", "person-gear", (("账号管理", "web:organ_accounts"),)),
    ("授权与会话", "person-lock", (("授权与会话", "web:organ_rights"),)),
    ("审计日志", "journal-check", (("审计日志", "web:organ_audit"),)),
    ("账号与安全", "shield-lock", (("账号与安全", "web:account"),)),
)


def of(roles: frozenset[str], here: str, counts: Mapping[str, int]) -> list[Group]:
    """The menu for these roles, with the page named `here` marked."""
    groups = [
        Group(label, icon, tuple(_item(*item, here, counts) for item in items if may_open(item[1], roles)))
        for label, icon, items in MENU
    ]
    return [group for group in groups if group.items]


def _item(label: str, name: str, here: str, counts: Mapping[str, int]) -> Item:
    return Item(label, name, reverse(name), name == here, counts.get(name, 0))
