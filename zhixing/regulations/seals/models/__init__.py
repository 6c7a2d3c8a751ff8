"""What 17 keeps beside the shape of registers: seals, uses, stampings, what goes out, what goes wrong."""

from zhixing.regulations.seals.models.carry import CarryOut, Custody
from zhixing.regulations.seals.models.incident import Coercion, Destruction, Incident
from zhixing.regulations.seals.models.seal import Designation, Seal
from zhixing.regulations.seals.models.use import SealUse, Stamping

__all__ = [
    "CarryOut",
    "Coercion",
    "Custody",
    "Designation",
    "Destruction",
    "Incident",
    "Seal",
    "SealUse",
    "Stamping",
]
