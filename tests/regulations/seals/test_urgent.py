"""急需用印: on the word of whoever would have to approve it, signed for on the next working day (17-4b)."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.regulations.seals.cabinet import Cabinet, Fields, facts
from zhixing.office.duties.reminders import borne_by
from zhixing.office.matters import acts
from zhixing.regulations.seals.models import Seal, SealUse
from zhixing.regulations.seals.workflow.urgent import overdue


def word(cabinet: Cabinet, number: str = "E005", **more: Any) -> Fields:
    return {
        "urgent": True, "agreed_by": cabinet.person(number), "agreed_at": cabinet.at, "agreed_how": "电话", **more
    }  # fmt: skip


def test_it_is_stamped_on_a_word_and_signed_for_the_next_working_day(cabinet: Cabinet, seal: Seal) -> None:
    """B17-06: the leader is on the road and agrees by telephone."""
    use = cabinet.asked(seal, **word(cabinet))
    assert cabinet.bearers(use.matter) == ["E005"]
    cabinet.stamped(use)
    use.refresh_from_db()
    assert (use.status, use.paperwork_due) == ("待批", date(2026, 11, 24))
    assert use.matter is not None
    cabinet.agreed(use.matter)
    use.refresh_from_db()
    assert (use.status, use.signed_by) == ("已批", cabinet.person("E005"))
    assert not overdue(cabinet.organ, date(2026, 12, 1)).exists()


def test_who_agreed_when_and_how_is_noted(cabinet: Cabinet, seal: Seal) -> None:
    said: Fields = {"urgent": True, "agreed_by": None, "agreed_at": None, "agreed_how": ""}
    told = facts(lambda: cabinet.asked(seal, **said))
    assert told == [("同意的人", "17-4b"), ("同意时间", "17-4b"), ("同意方式", "17-4b")]


def test_only_whoever_would_have_to_approve_can_agree(cabinet: Cabinet, seal: Seal) -> None:
    """The keeper's own word is nobody's word; a major matter needs the chief's."""
    assert facts(lambda: cabinet.asked(seal, **word(cabinet, "E011"))) == [("同意的人", "17-4b")]
    major = word(cabinet, "E005", purpose="合同协议及担保")
    assert facts(lambda: cabinet.asked(seal, **major)) == [("同意的人", "17-4b")]
    assert cabinet.asked(seal, **word(cabinet, "E001", purpose="合同协议及担保")).status == "待批"


def test_blank_material_is_refused_however_urgent(cabinet: Cabinet, seal: Seal) -> None:
    told = facts(
        lambda: cabinet.asked(seal, **word(cabinet, "E001", material="空白信函", purpose="资质证明"))
    )
    assert told == [("材料", "17-6")]


def test_what_is_not_signed_in_time_is_named(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.asked(seal, **word(cabinet))
    assert not overdue(cabinet.organ, date(2026, 12, 1)).exists()  # nothing was stamped yet
    cabinet.stamped(use)
    assert not overdue(cabinet.organ, date(2026, 11, 24)).exists()
    assert [one.person.name for one in overdue(cabinet.organ, date(2026, 11, 25))] == ["彭越"]
    borne = borne_by(cabinet.person("E005"), date(2026, 11, 25))
    assert [one.subject for one in borne if one.object_kind == "急用补签"] == [
        "补签急需用印：三季度企业统计报表"
    ]


def test_what_was_stamped_on_a_word_is_not_withdrawn(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.asked(seal, **word(cabinet))
    cabinet.stamped(use)
    assert use.matter is not None
    matter = use.matter
    matter.refresh_from_db()
    assert facts(lambda: acts.withdraw(matter=matter, **cabinet.who("E031"))) == [("盖印", "17-5a")]
    assert SealUse.objects.get(pk=use.pk).status == "待批"


def test_what_was_not_stamped_yet_may_be_withdrawn(cabinet: Cabinet, seal: Seal) -> None:
    use = cabinet.asked(seal, **word(cabinet))
    assert use.matter is not None
    acts.withdraw(matter=use.matter, **cabinet.who("E031"))
    assert SealUse.objects.get(pk=use.pk).status == "草稿"
