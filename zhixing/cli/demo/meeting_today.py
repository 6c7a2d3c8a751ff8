"""The party group's meeting of the story's last day: called and told, its four topics ready, waiting to be held."""

from __future__ import annotations

from datetime import time

from zhixing.cli.demo.meeting_data import PARTY, Matter
from zhixing.cli.demo.meetings import ASKED, CALLED, Story
from zhixing.cli.demo.stage import Stage
from zhixing.organ.local_time import at_clock

TODAY = (
    Matter("E008", "办公室", "其他党组事项", "明年党建工作要点", "同意工作要点，印发各支部执行。", 30),
    Matter("E008", "办公室", "干部任免奖惩", "年度嘉奖建议名单", "同意对三名同志给予嘉奖，按程序报批。", 15),
    Matter("E008", "办公室", "党建与人事制度", "机关值班安排调整", "同意调整，自下月起执行。", 10),
    Matter("E008", "办公室", "其他党组事项", "先进支部推荐对象", "同意推荐第一支部，报机关工委。", 10),
)


def meeting_today(stage: Stage) -> None:
    """At least a week of story has to lie before it."""
    days = stage.working_days()
    if len(days) <= ASKED:
        return
    story = Story(stage, PARTY, stage.last, TODAY, opens=time(15, 0), away=0)
    stage.agenda.add(at_clock(days[-1 - ASKED], time(10, 5)), story.propose)
    stage.agenda.add(at_clock(days[-1 - CALLED], time(11, 10)), story.call)
