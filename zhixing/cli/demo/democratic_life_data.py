"""What is said and found in the democratic life meetings of the demo's story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

GROUP = ("E001", "E002", "E003", "E004", "E006", "E007")
SECRETARY, OFFICE, DISCIPLINE = "E001", "E008", "E006"
CONTENTS = ("路线方针", "民主集中", "廉洁自律", "思想工作", "作风群众", "任务完成", "调研问题")
SUPERIOR = "区委组织部"
REPORT = "关于召开党组民主生活会的报告：时间、主题、内容和会前准备情况。"
CONCLUSION = "按会议要求抓好落实。"

SIGNED = (
    ("E025", "科室", "有的通知下发得急，希望给科室留出准备的时间。"),
    ("E020", "科室", "年轻干部到企业蹲点的机会还不多。"),
)
SIGNED_LATER = (
    ("E025", "科室", "年底检查集中，希望能合并进行。"),
    ("E020", "科室", "技改项目现场服务，希望局领导多带队。"),
)
HEARD = (
    ("单位", "区内三家规上企业", "政策兑现的进度，希望能够随时查到。"),
    ("退休", "离退休干部座谈会", "征求过，没有意见。"),
)
UNSIGNED = ("群众", "涉企的办事指南更新不够及时。")
SUMMARY: dict[str, Any] = {
    "sections": "希望统筹安排通知和会议，多安排年轻干部下企业。",
    "units": "希望公开政策兑现的进度。",
    "public": "希望及时更新涉企办事指南。",
    "retirees": "征求过，没有意见。",
}
OUTLINE = "对照检查发言提纲：存在的不足、产生的原因、今后努力的方向。"
OF_HIMSELF = {
    "E001": "抓落实有时停留在开会布置，跟踪问效不够。",
    "E002": "对分管科室的年轻干部，压担子还不够。",
    "E003": "下企业多是带着任务去，专题调研少。",
    "E004": "有的工作求稳，办法不多。",
    "E006": "日常提醒多，深入谈心少。",
    "E007": "学习抓得不够紧，理论联系实际不够。",
}
OF_OTHERS = (
    ("E002", "E001", "议事时听副职意见的时间可以再多一些。"),
    ("E003", "E002", "分管工作之间主动通气还不够。"),
    ("E006", "E004", "碰到难题，向上争取的力度要再大一些。"),
    ("E001", "E003", "调研报告要少讲成绩，多讲问题。"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A problem with its measure; `days` is when the measure is due, counted from the last day of the story."""

    text: str
    source: str
    level: str
    measure: str
    bearer: str
    days: int
    done: bool = False


FOUND = (
    Found("政策兑现的进度不公开，企业多头打听。", "征求意见", "重大", "每月在局网站公布兑现进度。", "E011", -60, done=True),
    Found("通知和会议统筹不够，科室准备时间短。", "征求意见", "一般", "实行每周会议、通知统一安排。", "E009", -45, done=True),
    Found("班子成员专题调研少，下企业不够经常。", "对照检查", "一般", "每位班子成员每季度完成一次专题调研。", "E020", 25),
    Found("涉企办事指南更新不及时。", "征求意见", "一般", "全面核对办事指南，改正后重新公布。", "E013", -12),
)  # fmt: skip
