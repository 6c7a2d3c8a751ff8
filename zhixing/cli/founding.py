"""Founding a real organ: its name, the three officers' accounts with their own passwords, its people."""

import re
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import datetime
from getpass import getpass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from zhixing.cli.demo.accounts import OFFICERS as DEMO_OFFICERS
from zhixing.cli.demo.accounts import PASSWORD as DEMO_PASSWORD
from zhixing.cli.demo.people_data import PEOPLE as DEMO_PEOPLE
from zhixing.law.refusal import Finding, Findings, Refusal
from zhixing.organ.accounts import open_account
from zhixing.organ.enrolment import hand_out
from zhixing.organ.entering import enter_bureau
from zhixing.organ.models import Account, Organ
from zhixing.organ.rows import BureauRows
from zhixing.organ.sheets import read

OFFICERS = ("系统管理员", "安全管理员", "审计管理员")
ACTOR = "初始化"
CONCLUSION = "没有初始化。"
MEND = "请改正后重新运行。"
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DEMO_NAMES = frozenset(DEMO_OFFICERS) | {person.number.lower() for person in DEMO_PEOPLE}
ABOUT_CODES = "下面的登记码只显示这一次，七天内有效，请分别当面交给本人，凭它设置两步验证："
Ask = Callable[[str], str]


def found(args: Namespace, ask: Ask = input, ask_secret: Ask = getpass) -> str:
    """Everything or nothing; what is printed afterwards. Raises Refusal with everything that is wrong."""
    _refuse(_of_the_way())
    call_command("migrate", verbosity=0, interactive=False)
    _refuse(_of_the_house())
    _refuse(_of_the_words(args))
    rows = _people(args.people)
    at, faults = timezone.now(), Findings()
    with transaction.atomic():
        organ = _organ(args, at)
        for officer in OFFICERS:
            faults.extend(_account(organ, officer, ask, ask_secret, at))
        if rows is not None:
            try:
                enter_bureau(organ=organ, rows=rows, actor=ACTOR, at=at, key="初始化/机构人员")
            except Refusal as refusal:
                faults.extend(refusal.findings)
        faults.refuse_if_any(CONCLUSION)
        codes = [_code(account, at) for account in Account.objects.filter(organ=organ).order_by("pk")]
    return "\n".join([f"{organ.name}已经建立。请系统管理员登录后为人员开通账号。", ABOUT_CODES, *codes])


def _refuse(findings: Iterator[Finding]) -> None:
    faults = Findings()
    faults.extend(findings)
    faults.refuse_if_any(CONCLUSION)


def _of_the_way() -> Iterator[Finding]:
    if settings.DEMO:
        yield Finding("运行方式", "演示方式", "正式方式", "请用正式环境的设置运行；演示请用 zhixing demo。")


def _of_the_house() -> Iterator[Finding]:
    if Organ.objects.exists():
        yield Finding("单位", "这个库里已经有单位", "空库", "请换一个空库，或者核对数据库的设置。")


def _of_the_words(args: Namespace) -> Iterator[Finding]:
    """What was typed on the command line."""
    if not KEY.fullmatch(args.key):
        yield Finding("单位代号", args.key or "没有填写", "小写字母、数字和连字符，如 lucheng-jx", MEND)
    for name, text in (("单位全称", args.name), ("单位简称", args.short)):
        if not text.strip():
            yield Finding(name, "没有填写", f"写明{name}", MEND)


def _people(path: str) -> BureauRows | None:
    if not path:
        return None
    try:
        return read(Path(path).read_bytes())
    except OSError as broken:
        finding = Finding(
            "机构人员文件", f"{path}：{broken.strerror}", "能打开的Excel文件", "请核对文件的位置。"
        )
        raise Refusal(CONCLUSION, [finding]) from None


def _organ(args: Namespace, at: datetime) -> Organ:
    return Organ.objects.create(
        key=args.key,
        name=args.name.strip(),
        short_name=args.short.strip(),
        code_word=args.word.strip(),
        second_factor=True,
        created_at=at,
    )


def _account(organ: Organ, officer: str, ask: Ask, ask_secret: Ask, at: datetime) -> list[Finding]:
    """Asks for one officer's name and password; what is wrong with them."""
    try:
        username = ask(f"{officer}的账号：").strip()
        password, again = ask_secret(f"{officer}的密码（至少12位）："), ask_secret("再输入一次：")
    except EOFError:
        return [Finding(f"{officer}的账号", "没有输入", "当场输入账号和密码", "请在终端里运行。")]
    faults = list(_of_the_account(username, password, again))
    try:
        with transaction.atomic():
            open_account(
                organ=organ, username=username, password=password, officer=officer, actor=ACTOR, at=at,
                key=f"初始化/{officer}",
            )  # fmt: skip
    except Refusal as refusal:
        faults += refusal.findings
    return [Finding(f"{officer}的{one.fact}", one.found, one.expected, one.mend) for one in faults]


def _code(account: Account, at: datetime) -> str:
    code = hand_out(account=account, actor=ACTOR, at=at, key=f"初始化/{account.officer}/登记码")
    return f"{account.officer}{account.username}：{code}"


def _of_the_account(username: str, password: str, again: str) -> Iterator[Finding]:
    if username.lower() in DEMO_NAMES:
        yield Finding("账号", username, "不用演示账号的名称", "请另取一个账号。")
    if password == DEMO_PASSWORD:
        yield Finding("密码", "这是演示用的密码，人人知道", "只有本人知道的密码", "请另设密码。")
    if password != again:
        yield Finding("密码", "两次输入不一致", "两次相同", "请重新输入。")
