"""The columns of 机关印章使用审批登记表, from what was stamped (17-4a, 17-8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zhixing.office.registers.models import Line
from zhixing.regulations.seals.models import SealUse, Stamping
from zhixing.regulations.seals.workflow.sources import STAMPING, key_in

RELATED = (
    "use__matter",
    "use__seal__kept",
    "use__section",
    "use__person",
    "use__signed_by",
    "use__agreed_by",
    "stamped_by",
    "keeper",
)
COLUMNS = (
    "用印单位", "用印事由", "文件名称、文号", "印章名称", "用印份数", "页数", "经办人", "批准人", "盖印人", "备注",
)  # fmt: skip


def stamping_of(source: str) -> Stamping | None:
    key = key_in(source, STAMPING)
    return Stamping.objects.filter(pk=key).select_related(*RELATED).first() if key else None


def stampings_of(lines: Iterable[Line]) -> Mapping[str, Stamping]:
    """By source, in one query."""
    keys = [key for line in lines if (key := key_in(line.source, STAMPING))]
    found = Stamping.objects.filter(pk__in=keys).select_related(*RELATED)
    return {f"{STAMPING}{one.pk}": one for one in found}


def lines_about(use: SealUse) -> Mapping[str, Line]:
    """What its stampings stand under in the register, void lines among them; by source."""
    keys = use.stampings.values_list("pk", flat=True)
    rows = Line.objects.filter(organ_id=use.organ_id, source__in=[f"{STAMPING}{key}" for key in keys])
    return {line.source: line for line in rows.select_related("kept").order_by("year", "number")}


def says_of(stamping: Stamping) -> dict[str, str]:
    use = stamping.use
    title = f"{use.title}（{use.document_number}）" if use.document_number else use.title
    said = (
        use.section.name if use.section else "", use.reason, title, use.seal.kept.name if use.seal else "",
        str(stamping.copies), str(use.pages or ""), use.person.name, approver_of(use),
        stamping.stamped_by.name, remark_of(stamping),
    )  # fmt: skip
    return dict(zip(COLUMNS, said, strict=True))


def approver_of(use: SealUse) -> str:
    return use.signed_by.name if use.signed_by else ""


def remark_of(stamping: Stamping) -> str:
    """外带 stands here by the clause (17-7a); an urgent use names who agreed before it was signed (17-4b)."""
    use = stamping.use
    said = [use.remark] if use.remark else []
    if use.urgent and use.agreed_by:
        said.append(f"急用，{use.agreed_by.name}{use.agreed_how}同意")
    if stamping.stamped_by_id != stamping.keeper_id and not stamping.carried:
        said.append(f"{stamping.keeper.name}监印")
    return "；".join(said)
