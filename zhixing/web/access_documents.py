"""The pages of 公文收发管理制度 (09) and their roles; a part of `web/access.py`."""

from collections.abc import Mapping

from zhixing.web.access_roles import STAFF

RECEIVING: Mapping[str, frozenset[str]] = {
    "web:received": STAFF,
    "web:received_new": STAFF,  # offered to the clerk alone, who is known by the post and not by a role
    "web:received_one": STAFF,
    "web:received_mine": STAFF,
    "web:received_where": STAFF,
    "web:received_print": STAFF,
    "web:received_handed": STAFF,
    "web:received_handed_new": STAFF,
    "web:received_handed_one": STAFF,
    "web:received_classified": STAFF,
    "web:received_classified_new": STAFF,
    "web:received_classified_one": STAFF,
    "web:loans": STAFF,
    "web:loans_new": STAFF,
    "web:loans_one": STAFF,
}

ISSUING: Mapping[str, frozenset[str]] = {
    "web:issued": STAFF,
    "web:issued_new": STAFF,
    "web:issued_draft": STAFF,
    "web:issued_route": STAFF,
    "web:issued_one": STAFF,
    "web:issued_print": STAFF,
    "web:old_register": STAFF,  # the clerk's alone, as the registers are
    "web:old_template": STAFF,
    "web:numbers": STAFF,  # the clerk is known by the post; nobody else finds a number there
    "web:numbers_one": STAFF,
}

FILING: Mapping[str, frozenset[str]] = {
    "web:filings": STAFF,
    "web:filings_new": STAFF,
    "web:filings_one": STAFF,
    "web:filing_print": STAFF,
    "web:filed_papers": STAFF,
    "web:filed_papers_one": STAFF,
}

DOCUMENTS: Mapping[str, frozenset[str]] = {**RECEIVING, **ISSUING, **FILING}
