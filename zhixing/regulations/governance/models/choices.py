"""Closed lists of the records of topics, major matters and emergencies: the value is the Chinese word itself."""

from zhixing.regulations.governance.facts import CATEGORIES, CHIEFS, PARTY

Choices = list[tuple[str, str]]


def worded(*words: str) -> Choices:
    return [(word, word) for word in words]


TOPIC_MEETINGS = worded(PARTY, CHIEFS)
TOPIC_CATEGORIES = worded(*CATEGORIES)
TOPIC_STATUSES = worded("草稿", "待审", "可上会", "未同意", "已通过", "未通过", "已传达", "已作废")
PERSONNEL_KINDS = worded("任免", "调配", "奖惩")
MAJOR_STATES = worded("酝酿中", "调研中", "征求意见", "可上会", "已终止")
EMERGENCY_STATES = worded("待报告", "已报告")
BYPASS_KINDS = worded("不按程序", "该提交未提交", "私自决定")
BYPASS_STATES = worded("待核查", "不属违规", "应当追责")
