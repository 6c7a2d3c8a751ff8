"""The colour of a state: blue runs, green is done, red is refused or late, orange warns, grey rests. The word is always there."""

from collections.abc import Mapping

TONES: Mapping[str, tuple[str, ...]] = {
    "blue": (
        "待批",
        "审批中",
        "办理中",
        "待办",
        "待阅",
        "在办",
        "执行中",
        "待确认",
        "公出",
        "出差",
        "下乡",
        "会议",
    ),
    "green": (
        "已返回",
        "已批",
        "已同意",
        "同意",
        "已办结",
        "已办",
        "已阅",
        "已确认",
        "正常",
        "生效",
        "已核实",
        "出勤",
        "准时",
        "生效中",
        "启用",
    ),
    "red": (
        "未批",
        "不同意",
        "已退回",
        "逾期",
        "已逾期",
        "已超期",
        "旷工",
        "缺口",
        "重叠",
        "示例不符",
        "未通过",
        "已到界限",
    ),
    "orange": (
        "已撤回",
        "预警",
        "今日到期",
        "暂估",
        "迟到",
        "早退",
        "待核实",
        "有异议",
        "待授权",
        "已收回",
        "锁定中",
    ),
    "grey": (
        "草稿",
        "已作废",
        "已取消",
        "未到",
        "跳过",
        "已转办",
        "废止",
        "已锁定",
        "已到期",
        "未生效",
        "停用",
    ),
}
BY_WORD = {word: tone for tone, words in TONES.items() for word in words}


def tone_of(word: str) -> str:
    return BY_WORD.get(word, "grey")
