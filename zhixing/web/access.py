"""Who may open which page: every URL name and its roles. What does not stand here is open to nobody (AC-01).

Roles are those of `organ.roles`, and two more: 访客 is everyone, 已登录 is every account that is signed in.
The API authenticates by itself; its names stand here with 接口.
"""

from collections.abc import Mapping

GUEST, SIGNED_IN, API = "访客", "已登录", "接口"
OFFICERS = frozenset({"系统管理员", "安全管理员", "审计管理员"})
STAFF = frozenset({"职员"})
OFFICE = frozenset({"办公室"})
LEADERS = frozenset({"局领导", "局长"})
FINANCE = frozenset({"财务"})
WATCHERS = OFFICE | LEADERS | frozenset({"科室负责人"})  # who answers for others' attendance
GIVERS = LEADERS | frozenset({"科室负责人", "办公室主任"})  # who has approvals to entrust
KEEPER, GUARD, AUDITOR = (frozenset({one}) for one in ("系统管理员", "安全管理员", "审计管理员"))
EVERYONE = frozenset({GUEST})
ACCOUNTS = frozenset({SIGNED_IN})
NOBODY: frozenset[str] = frozenset()
BY_TOKEN = frozenset({API})

PAGES: Mapping[str, frozenset[str]] = {
    "web:home": ACCOUNTS,
    "web:account": ACCOUNTS,
    "web:account_end_others": ACCOUNTS,
    "web:desk": STAFF,
    "web:todo": STAFF,
    "web:done": STAFF,
    "web:started": STAFF,
    "web:sent_to_me": STAFF,
    "web:warnings": STAFF,
    "web:matter": STAFF,
    "web:act": STAFF,
    "web:leave_new": STAFF,
    "web:leave_draft": STAFF,
    "web:leave_preview": STAFF,
    "web:my_month": STAFF,
    "web:balances_mine": STAFF,
    "web:law": STAFF,
    "web:regulation": STAFF,
    "web:clause": STAFF,
    "web:checkup": STAFF,
    "web:signin": STAFF,
    "web:notes": STAFF,
    "web:note_new": STAFF,
    "web:note_back": STAFF,
    "web:note_verify": OFFICE,
    "web:day_book": OFFICE,
    "web:make_up": OFFICE,
    "web:sign_in_mend": OFFICE,
    "web:outings": STAFF,
    "web:outings_print": STAFF,
    "web:leave_print": STAFF,
    "web:leave_back": STAFF,
    "web:leave_cancel": STAFF,
    "web:my_line": STAFF,
    "web:file": STAFF,
    "web:receipt": ACCOUNTS,
    "web:outing_new": STAFF,
    "web:outing_draft": STAFF,
    "web:outing_route": STAFF,
    "web:outing_back": STAFF,
    "web:outing_print": STAFF,
    "web:search": STAFF,
    "web:organ_people": STAFF,
    "web:organ_person": STAFF,
    "web:organ_sections": STAFF,
    "web:organ_posts": STAFF,
    "web:organ_portfolios": STAFF,
    "web:organ_import": OFFICE,
    "web:organ_import_template": OFFICE,
    "web:organ_import_enter": OFFICE,
    "web:organ_delegations": STAFF,
    "web:organ_delegation_new": GIVERS,
    "web:organ_delegation_revoke": STAFF,
    "web:organ_calendar": STAFF,
    "web:organ_calendar_correct": OFFICE,
    "web:organ_calendar_notice": OFFICE,
    "web:organ_parameters": STAFF,
    "web:organ_accounts": KEEPER,
    "web:organ_account_new": KEEPER,
    "web:organ_account_close": KEEPER,
    "web:organ_account_reopen": KEEPER,
    "web:organ_account_password": KEEPER,
    "web:organ_rights": GUARD,
    "web:organ_rights_grant": GUARD,
    "web:organ_rights_end": GUARD,
    "web:organ_rights_unlock": GUARD,
    "web:organ_rights_second_factor": GUARD,
    "web:organ_audit": AUDITOR,
    "web:organ_audit_entry": AUDITOR,
    "web:organ_audit_check": AUDITOR,
    "web:organ_audit_export": AUDITOR,
    "web:overtimes": STAFF,
    "web:overtime_new": STAFF,
    "web:overtime_route": STAFF,
    "web:overtime": STAFF,
    "web:overtime_draft": STAFF,
    "web:roster": STAFF,
    "web:roster_new": OFFICE,
    "web:duty": OFFICE,
    "web:blackouts": STAFF,
    "web:blackout_new": OFFICE,
    "web:blackout": STAFF,
    "web:clock_import": OFFICE,
    "web:clock_confirm": OFFICE,
    "web:clock_template": OFFICE,
    "web:balances": OFFICE,
    "web:balances_export": OFFICE,
    "web:balance": OFFICE,
    "web:months": WATCHERS | FINANCE,
    "web:month": WATCHERS | FINANCE,
    "web:month_print": OFFICE | frozenset({"局长", "纪检"}),
    "web:month_export": OFFICE | frozenset({"局长", "纪检"}),
    "web:settlement": STAFF,
    "web:settlement_export": STAFF,
    "web:pay": FINANCE,
    "web:statistics": WATCHERS,
    "web:statistics_export": WATCHERS,
    "web:absences": STAFF,
    "web:absence_new": OFFICE,
    "web:absence": STAFF,
    "web:talks": STAFF,
    "web:talk": STAFF,
    "web:disciplines": STAFF,
    "web:discipline_new": OFFICE,
    "web:discipline": STAFF,
    "web:spot_checks": STAFF,
    "web:spot_check_new": OFFICE,
    "web:spot_check": STAFF,
    "web:honours": OFFICE | LEADERS,
    "health": EVERYONE,
}

SIGN_IN: Mapping[str, frozenset[str]] = {
    "account_login": EVERYONE,
    "account_logout": EVERYONE,
    "account_inactive": EVERYONE,
    "account_reauthenticate": ACCOUNTS,
    "account_change_password": ACCOUNTS,
    # accounts are made by the system administrator; passwords are not sent by post
    "account_signup": NOBODY,
    "account_email": NOBODY,
    "account_email_verification_sent": NOBODY,
    "account_confirm_email": NOBODY,
    "account_set_password": NOBODY,
    "account_reset_password": NOBODY,
    "account_reset_password_done": NOBODY,
    "account_reset_password_from_key": NOBODY,
    "account_reset_password_from_key_done": NOBODY,
    "account_confirm_login_code": NOBODY,
    "mfa_authenticate": EVERYONE,
    "mfa_login_webauthn": EVERYONE,
    "mfa_reauthenticate": ACCOUNTS,
    "mfa_reauthenticate_webauthn": ACCOUNTS,
    "mfa_index": ACCOUNTS,
    "mfa_activate_totp": ACCOUNTS,
    "mfa_deactivate_totp": ACCOUNTS,
    "mfa_view_recovery_codes": ACCOUNTS,
    "mfa_generate_recovery_codes": ACCOUNTS,
    "mfa_download_recovery_codes": ACCOUNTS,
    "mfa_list_webauthn": ACCOUNTS,
    "mfa_add_webauthn": ACCOUNTS,
    "mfa_edit_webauthn": ACCOUNTS,
    "mfa_remove_webauthn": ACCOUNTS,
    "openid_connect_login": EVERYONE,
    "openid_connect_callback": EVERYONE,
    "socialaccount_login_cancelled": EVERYONE,
    "socialaccount_login_error": EVERYONE,
    "socialaccount_signup": NOBODY,
    "socialaccount_connections": ACCOUNTS,
}

# Each of these asks for a token or a sign-in by itself, but for the public questions (tests/api/test_access.py).
INTERFACE: Mapping[str, frozenset[str]] = {
    "api:openapi-json": BY_TOKEN,
    "api:api-root": BY_TOKEN,
    "api:ask": BY_TOKEN,
    "api:days": BY_TOKEN,
    "api:due": BY_TOKEN,
    "api:regulations": BY_TOKEN,
    "api:regulation": BY_TOKEN,
    "api:todo": BY_TOKEN,
    "api:matters": BY_TOKEN,
    "api:matter": BY_TOKEN,
    "api:act": BY_TOKEN,
    "api:preview": BY_TOKEN,
    "api:draft": BY_TOKEN,
    "api:leave": BY_TOKEN,
    "api:balances": BY_TOKEN,
    "api:receipt": BY_TOKEN,
    "api:tokens": BY_TOKEN,
    "api:revoke_token": BY_TOKEN,
}

ACCESS: Mapping[str, frozenset[str]] = {**PAGES, **SIGN_IN, **INTERFACE}


def may_open(name: str, roles: frozenset[str]) -> bool:
    """Whether one of the roles opens the URL of this name; an undeclared name opens to nobody."""
    declared = ACCESS.get(name, NOBODY)
    return API in declared or bool(declared & roles)
