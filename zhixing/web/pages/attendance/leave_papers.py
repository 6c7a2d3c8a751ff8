"""Certificate and proof of a leave form: taken in once, kept through every refusal of what stands beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.office.matters.store import in_service_name
from zhixing.organ.models import Person
from zhixing.regulations.attendance.models import Leave
from zhixing.web.requests import DeskRequest, acting

NAMES = {"certificate": "病假证明", "proof": "其他证明材料"}


@dataclass(frozen=True, slots=True)
class Papers:
    certificate: StoredFile | None = None
    proof: StoredFile | None = None

    @property
    def fields(self) -> dict[str, StoredFile | None]:
        return {"certificate": self.certificate, "proof": self.proof}

    @property
    def rows(self) -> list[tuple[str, str, StoredFile | None]]:
        """(field name, label, file) in the order of the form."""
        return [(name, label, self.fields[name]) for name, label in NAMES.items()]


def papers_of(request: DeskRequest, draft: Leave | None) -> Papers:
    """Newly chosen files are taken in, others stay as they were; raises the file check's Refusal."""
    return Papers(**{name: _paper(request, draft, name) for name in NAMES})


def _paper(request: DeskRequest, draft: Leave | None, name: str) -> StoredFile | None:
    chosen, person = request.FILES.get(name), acting(request)
    if chosen is not None:
        return keep(
            organ=person.organ_id,
            name=chosen.name or NAMES[name],
            content=chosen.read(),
            by=in_service_name(person),
            at=request.at,
        )
    return kept_before(person, request.POST.get(f"{name}_kept", "")) or (
        getattr(draft, name) if draft else None
    )


def kept_before(person: Person, number: str) -> StoredFile | None:
    """A file this person sent with an earlier try of the same form; nobody else's."""
    if not number.isdecimal():
        return None
    mine = StoredFile.objects.filter(organ=person.organ_id, by=in_service_name(person))
    return mine.filter(pk=int(number)).first()


def papers_shown(draft: Leave | None, typed: Mapping[str, Any] | None = None) -> Papers:
    """For a preview: a file that is only chosen counts as one that will be there."""
    held = {name: getattr(draft, name) if draft else None for name in NAMES}
    for name in NAMES:
        chosen = str((typed or {}).get(f"{name}_chosen", "") or (typed or {}).get(f"{name}_kept", ""))
        if chosen and held[name] is None:
            held[name] = StoredFile(name=chosen[:200])
    return Papers(**held)
