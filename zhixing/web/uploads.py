"""Files that come with a form: taken in once, and kept when the form comes back with faults."""

from __future__ import annotations

from collections.abc import Iterable

from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.uploads import uploader
from zhixing.web.requests import DeskRequest, acting


def taken_in(request: DeskRequest, names: Iterable[str]) -> tuple[dict[str, StoredFile], list[Finding]]:
    """For each field the file just sent or the one kept from the last sending, and what is wrong with any."""
    found: dict[str, StoredFile] = {}
    faults: list[Finding] = []
    for name in names:
        try:
            stored = _sent(request, name) or kept(request, name)
        except Refusal as refusal:
            faults += refusal.findings
            continue
        if stored is not None:
            found[name] = stored
    return found, faults


def _sent(request: DeskRequest, name: str) -> StoredFile | None:
    file = request.FILES.get(name)
    if file is None:
        return None
    person = acting(request)
    return keep(
        organ=person.organ_id, name=str(file.name), content=file.read(), by=uploader(person), at=request.at
    )


def kept(request: DeskRequest, name: str) -> StoredFile | None:
    """What this person uploaded before and the page names in `kept_…`."""
    number = request.POST.get(f"kept_{name}", "")
    if not number.isdecimal():
        return None
    person = acting(request)
    own = StoredFile.objects.filter(organ=person.organ_id, by=uploader(person))
    return own.filter(pk=int(number)).first()
