"""重点工作项目 as a register with its targets, supervision and light (01-14)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import F

from zhixing.office.papers.columns import Kind
from zhixing.regulations.governance.models import Project
from zhixing.regulations.governance.workflow import projects
from zhixing.web.pages.governance.books import button, of, person, roles
from zhixing.web.pages.governance.course import course_of
from zhixing.web.pages.governance.project_forms import (
    DoneForm,
    ProgressForm,
    ProjectForm,
    TargetForm,
    WatchForm,
)
from zhixing.web.pages.pressed import Button
from zhixing.web.pages.records import Book, Entry, Shown
from zhixing.web.requests import DeskRequest, acting, looking

PROGRESS, TARGET, WATCH = "登记进展", "分解任务", "督查和办结"


def progressed(*, project: Project, text: str, percent: int, **who: Any) -> Any:
    return projects.note(project=project, kind="进展", text=text, percent=percent, **who)


def acts(request: DeskRequest, record: Project) -> Mapping[str, Button]:
    """Each only to whom it belongs; the services ask again."""
    if record.state != "进行中":
        return {}
    me = acting(request).pk
    found: dict[str, Button] = {}
    if me == record.lead_id:
        found |= button(request, PROGRESS, ProgressForm, "进展已登记。", progressed, project=record)
    if me in {record.lead_id, record.leader_id}:
        found |= button(request, TARGET, TargetForm, "任务已分解。", projects.add_target, project=record)
    for target in record.targets.filter(done__lt=F("quantity")):
        if me in {record.lead_id, target.person_id}:
            word = f"登记“{target.text}”的完成数"
            found |= button(request, word, DoneForm, "完成数已登记。", projects.count_done, target=target)
    if request.roles & {"办公室主任", "局领导", "局长"}:
        found |= button(request, WATCH, WatchForm, "已登记。", projects.note, project=record)
    return found


def parts(request: DeskRequest, record: Project) -> Mapping[str, Any]:
    lines, day = list(record.lines.select_related("by")), looking(request).day
    return {
        "targets": record.targets.select_related("person"),
        "lines_of": lines,
        "light": projects.light(record, day),
        "course": course_of(record, lines, day),
    }


PROJECTS = Book(
    name="projects", title="重点工作项目", model=Project, clause="01-14.1",
    hint="一个项目一位领导领办、一个人负主责，目标拆到人。", related=("leader", "section", "lead"), order=("due", "pk"),
    search=("name", "lead__name"), search_label="项目、责任人", states=("state", ("进行中", "已完成", "已终止")),
    icon="kanban", buttons=acts, beside=parts, template="web/governance/project.html",
    columns=(
        Shown("项目名称", of("name"), width=30), Shown("状态", of("state"), state=True),
        Shown("进度", lambda one: f"{one.percent}%"), Shown("完成时限", of("due"), Kind.DATE),
        Shown("责任人", person("lead")), Shown("领办领导", person("leader")), Shown("牵头科室", person("section")),
        Shown("目标", of("goal"), width=46, listed=False), Shown("协作科室、人员", of("helpers"), listed=False),
        Shown("临时领导小组", of("group"), listed=False), Shown("领导小组到", of("group_until"), Kind.DATE, listed=False),
        Shown("开始", of("since"), Kind.DATE, listed=False),
    ),
    entry=Entry("登记项目", ProjectForm, projects.begin, "项目已登记。", roles("办公室主任", "局领导", "局长")),
)  # fmt: skip
