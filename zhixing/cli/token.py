"""zhixing token: tokens of the interface, issued and revoked by whoever runs the system for a named person."""

from argparse import Namespace
from importlib import import_module
from typing import Any

from zhixing.cli.show import print_refusal
from zhixing.cli.starting import start_django
from zhixing.law.refusal import Refusal

REFUSED = 2


def add(commands: Any) -> None:
    parser = commands.add_parser("token", help="签发、查看、吊销接口令牌")
    acts = parser.add_subparsers(dest="act", required=True, metavar="issue|list|revoke")
    issuing = acts.add_parser("issue", help="为一个人签发令牌；密钥只显示这一次")
    issuing.add_argument("account", metavar="账号", help="本人的登录账号")
    issuing.add_argument("--name", metavar="用途", required=True, help="给哪个程序用")
    issuing.add_argument("--scope", metavar="权限", default="只读", help="只读或者读写，不写就是只读")
    issuing.add_argument("--days", metavar="天数", default="90", help="有效天数，不写就是90天，最长365天")
    listing = acts.add_parser("list", help="列出一个人的令牌")
    listing.add_argument("account", metavar="账号", help="本人的登录账号")
    revoking = acts.add_parser("revoke", help="吊销一个令牌")
    revoking.add_argument("account", metavar="账号", help="本人的登录账号")
    revoking.add_argument("token", metavar="编号", help="令牌编号，见 zhixing token list")


def run(args: Namespace) -> int:
    """Exit code 0, or 2 where it is refused."""
    start_django()
    acts = import_module("zhixing.cli.token_acts")  # its models need a started Django
    try:
        print(acts.ACTS[args.act](args))
    except Refusal as refusal:
        print_refusal(refusal, as_json=False)
        return REFUSED
    return 0
