"""The records of public notices. What was once published stays, word for word."""

from zhixing.office.publication.models.notice import PUBLIC_STATES, STATES, PublicNotice, PublishedText
from zhixing.office.publication.models.objections import FORMS, Objection

__all__ = ["FORMS", "PUBLIC_STATES", "STATES", "Objection", "PublicNotice", "PublishedText"]
