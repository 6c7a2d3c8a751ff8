"""What an account is today, from the posts its person holds; nothing is granted by hand."""

from datetime import date

from zhixing.organ.models import Account, Holding
from zhixing.organ.who import service_on

ROLES_OF_POSTS = {
    "局长": {"局领导", "局长"},
    "主持工作": {"局领导", "局长"},
    "副局长": {"局领导"},
    "党组书记": {"局领导"},
    "党组成员": {"局领导"},
    "科室负责人": {"科室负责人"},
    "办公室主任": {"办公室", "办公室主任"},
    "考勤管理员": {"办公室"},
    "会计": {"财务"},
    "出纳": {"财务"},
    "纪检组长": {"局领导", "纪检"},
}


def roles_of(account: Account, day: date) -> frozenset[str]:
    """The roles of an account on a day; empty for whoever no longer serves."""
    if account.officer:
        return frozenset({account.officer})
    if account.person is None or service_on(account.person, day) is None:
        return frozenset()
    posts = Holding.objects.on(day).filter(person=account.person).values_list("post", flat=True)
    return frozenset({"职员"}).union(*(ROLES_OF_POSTS.get(post, frozenset()) for post in posts))
