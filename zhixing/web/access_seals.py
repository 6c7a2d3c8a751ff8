"""The pages of 印章管理 (17) and their roles; which records somebody sees is for its policies to say."""

from collections.abc import Mapping

from zhixing.web.access_roles import STAFF

SEALS: Mapping[str, frozenset[str]] = dict.fromkeys(
    (
        "web:seals",
        "web:seals_new",
        "web:seals_one",
        "web:seal_uses",
        "web:seal_uses_one",
        "web:seal_use_new",
        "web:seal_use_draft",
        "web:seal_use_route",
        "web:seal_use_print",
        "web:seal_carries",
        "web:seal_carries_one",
        "web:seal_carry_new",
        "web:seal_carry_draft",
        "web:seal_carry_route",
        "web:seal_carry_print",
        "web:seal_custodies",
        "web:seal_custodies_one",
        "web:seal_custody_new",
        "web:seal_custody_draft",
        "web:seal_custody_route",
        "web:seal_incidents",
        "web:seal_incidents_new",
        "web:seal_incidents_one",
        "web:seal_coercions",
        "web:seal_coercions_new",
        "web:seal_coercions_one",
        "web:seal_books",
        "web:seal_books_new",
        "web:seal_books_one",
        "web:seal_year_print",
        "web:seal_year_export",
    ),
    STAFF,
)
