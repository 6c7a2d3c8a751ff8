"""What `zhixing token` does, once Django has started."""

from argparse import Namespace
from uuid import uuid4

from django.utils import timezone

from zhixing.cli.reading import read_number
from zhixing.law.refusal import Finding, Findings, Refusal
from zhixing.organ.clock import now
from zhixing.organ.models import Account, Token
from zhixing.organ.tokens import issue, revoke, state_of

ACTOR = "命令行"


def run_issue(args: Namespace) -> str:
    account = account_of(args.account)
    issued = issue(
        account=account,
        name=args.name,
        scope=args.scope,
        days=number("有效天数", args.days),
        actor=ACTOR,
        at=now(),
        key=f"令牌/{uuid4()}",
    )
    until = timezone.localtime(issued.token.until)
    return (
        f"已为{account}签发{issued.token.scope}令牌（编号{issued.token.pk}），{until:%Y-%m-%d %H:%M}前有效。\n"
        f"密钥只显示这一次，请立即交给本人保管：\n{issued.secret}"
    )


def run_list(args: Namespace) -> str:
    tokens = Token.objects.filter(account=account_of(args.account))
    return "\n".join(shown(token, state_of(token, now())) for token in tokens) or "没有令牌。"


def shown(token: Token, state: str) -> str:
    used = f"{timezone.localtime(token.last_used_at):%Y-%m-%d %H:%M}" if token.last_used_at else "没有用过"
    until = timezone.localtime(token.until)
    return f"{token.pk} {token.name} {token.scope} {state} {until:%Y-%m-%d %H:%M}到期，最后使用：{used}"


def run_revoke(args: Namespace) -> str:
    wanted = number("令牌编号", args.token)
    token = Token.objects.filter(account=account_of(args.account), pk=wanted).first()
    if token is None:
        raise Refusal(
            "没有吊销。", [Finding("令牌", args.token, "这个账号的令牌编号", "请用 list 核对编号。")]
        )
    receipt = revoke(token=token, actor=ACTOR, at=now(), key=f"令牌/{uuid4()}")
    return f"已吊销令牌{token.pk}（{token.name}）。回执号 {receipt.text()}"


def account_of(username: str) -> Account:
    account = Account.objects.select_related("person", "organ").filter(username=username).first()
    if account is None or account.organ_id is None:
        raise Refusal("没有这个账号。", [Finding("账号", username, "已开通的账号", "请核对账号。")])
    return account


def number(name: str, text: str) -> int:
    findings = Findings()
    read = read_number(name, text, findings)
    findings.refuse_if_any(f"{name}读不懂。")
    return read


ACTS = {"issue": run_issue, "list": run_list, "revoke": run_revoke}
