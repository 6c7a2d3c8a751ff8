"""Files that come with a button's form: taken in before the act, so that the act gets what is stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from zhixing.files.store import keep
from zhixing.journal.write import Receipt
from zhixing.organ.models import Person
from zhixing.organ.uploads import uploader

Act = Callable[..., Receipt]


def keeping(act: Act, *names: str) -> Act:
    """The same act, with the uploads of these names stored first; raises Refusal for a file that may not be kept."""

    def kept(**given: Any) -> Receipt:
        actor, at = given["actor"], given["at"]
        assert isinstance(actor, Person)
        for name in names:
            sent = given.get(name)
            if isinstance(sent, UploadedFile):
                given[name] = keep(
                    organ=actor.organ_id, name=str(sent.name), content=sent.read(), by=uploader(actor), at=at
                )
        return act(**given)

    return kept
