"""The closed lists that records of 17 are written in."""

from zhixing.regulations.seals.facts import EVENTS, MATERIALS, PURPOSES

KINDS = ("局章", "党组章", "业务专用章", "财务专用章", "法人名章", "科室章", "下属单位章")
FINANCE = ("财务专用章", "法人名章")
ON_DOCUMENTS = ("局章", "党组章")
DRAFT, WAITING, AGREED, DONE, REFUSED, VOID = "草稿", "待批", "已批", "已用印", "未批", "已作废"
USE_STATUSES = (DRAFT, WAITING, AGREED, DONE, REFUSED, VOID)
CARRY_STATUSES = ("草稿", "待批", "已批", "已带出", "待验印", "已归还", "未批", "已作废")
CUSTODY_STATUSES = ("草稿", "待批", "已批", "代管中", "已交回", "未批", "已作废")
HOWS = ("电话", "短信", "微信", "当面", "书面")
CARRIED_MISUSE = "外带违规"
INCIDENT_KINDS = (*EVENTS, CARRIED_MISUSE)
INCIDENT_STATES = ("处理中", "已处理")
COERCION_STATES = ("待处理", "已处理")


def pairs(words: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(word, word) for word in words]


SEAL_KINDS = pairs(KINDS)
SEAL_PURPOSES = pairs(PURPOSES)
SEAL_MATERIALS = pairs(MATERIALS)
