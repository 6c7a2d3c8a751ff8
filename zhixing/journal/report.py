"""What a verification found."""

from __future__ import annotations

from dataclasses import dataclass, field

LAYERS = ("链条", "见证", "记录", "附件", "触发器")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not agree: the layer that saw it, the entry it begins with (0: none), in words."""

    layer: str
    seq: int
    says: str


@dataclass(slots=True)
class Report:
    """The verdict on one organ's journal; `entries` were read, `head` is the digest of the last one."""

    organ: str
    entries: int = 0
    head: str = ""
    faults: list[Fault] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not self.faults

    def add(self, layer: str, says: str, *, seq: int = 0) -> None:
        self.faults.append(Fault(layer, seq, says))

    def of(self, layer: str) -> list[Fault]:
        return [fault for fault in self.faults if fault.layer == layer]
