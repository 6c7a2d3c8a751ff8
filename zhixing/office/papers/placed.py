"""Where things come to stand on paper: what a template says of itself under a label."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from zhixing.journal.canonical import canonical
from zhixing.office.papers import fonts
from zhixing.office.papers.form import ROOT, faces_of


def placed(template: Path, data: Mapping[str, object], label: str, *, day: str, organ: str = "") -> list[Any]:
    """The values of every `metadata` under the label, in the order of the pages."""
    found = typst.query(
        str(template),
        f"<{label}>",
        field="value",
        root=str(ROOT),
        font_paths=fonts.faces(fonts.folders(organ)),
        sys_inputs={"data": canonical(data), "fonts": canonical(faces_of(organ)), "today": day},
    )
    values = json.loads(found)
    assert isinstance(values, list)
    return values
