"""The sets of roles that the table of pages speaks of."""

GUEST, SIGNED_IN, API = "访客", "已登录", "接口"
OFFICERS = frozenset({"系统管理员", "安全管理员", "审计管理员"})
STAFF = frozenset({"职员"})
OFFICE = frozenset({"办公室"})
LEADERS = frozenset({"局领导", "局长"})
FINANCE = frozenset({"财务"})
OFFICE_AND_LEADERS = OFFICE | LEADERS
WATCHERS = OFFICE | LEADERS | frozenset({"科室负责人"})  # who answers for others' attendance
GIVERS = LEADERS | frozenset({"科室负责人", "办公室主任"})  # who has approvals to entrust
APPOINTING = LEADERS | frozenset({"办公室主任", "纪检"})  # of the leaders only the party group sees any case
KEEPER, GUARD, AUDITOR = (frozenset({one}) for one in ("系统管理员", "安全管理员", "审计管理员"))
EVERYONE = frozenset({GUEST})
ACCOUNTS = frozenset({SIGNED_IN})
NOBODY: frozenset[str] = frozenset()
BY_TOKEN = frozenset({API})
