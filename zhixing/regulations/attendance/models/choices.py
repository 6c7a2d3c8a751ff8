"""Closed lists of the records of leave, outings, overtime and duty: the value is the Chinese word itself."""

Choices = list[tuple[str, str]]


def worded(*words: str) -> Choices:
    return [(word, word) for word in words]


HALVES = worded("上午", "下午")
LEAVE_STATUSES = worded("草稿", "待批", "已批", "已销假", "未批", "已撤销", "已作废")
# A request of these statuses holds its half days: nothing else may lie on them.
HOLDING = ("待批", "已批", "已销假")
OUTING_STATUSES = worded("草稿", "待批", "已批", "已返回", "未批", "已撤销", "已作废")
OVERTIME_STATUSES = worded("草稿", "待批", "已批", "已确认", "未批", "已撤销", "已作废")
OVERTIME_NATURES = worded("日常性", "临时突发", "全局性重要")
ACCOUNTS = worded("年休", "补休")
MOVES = worded(
    "期初", "年度应休", "工龄晋档", "取消资格", "结转", "值班补休", "加班补休", "用假", "退回", "更正"
)
SHIFTS = worded("日班", "夜班")
DUTY_NATURES = worded("法定节假日", "周末", "突发", "平日")
DUTY_STATUSES = worded("已排班", "已值班", "未到岗", "已取消")
