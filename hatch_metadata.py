"""The package's dependencies are written once, in requirements/app.in."""

from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class RequirementsMetadataHook(MetadataHookInterface):
    def update(self, metadata: dict[str, Any]) -> None:
        lines = (Path(self.root) / "requirements" / "app.in").read_text().splitlines()
        metadata["dependencies"] = [line.strip() for line in lines if line.strip() and line[0] not in "#-"]
