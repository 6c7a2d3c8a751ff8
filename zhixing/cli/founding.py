"""Founding a real organ: its name, the three officers' accounts with their own passwords, its people."""

from argparse import Namespace
from collections.abc import Callable
from getpass import getpass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.accounts import open_account
from zhixing.organ.entering import enter_bureau
from zhixing.organ.models import Organ
from zhixing.organ.sheets import read

OFFICERS = ("系统管理员", "安全管理员", "审计管理员")
ACTOR = "初始化"
Ask = Callable[[str], str]


def found(args: Namespace, ask: Ask = input, ask_secret: Ask = getpass) -> str:
    """Everything or nothing; what is printed afterwards."""
    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic():
        organ = _organ(args)
        for officer in OFFICERS:
            username = ask(f"{officer}的账号：")
            _not_of_the_demo(username)
            open_account(
                organ=organ,
                username=username,
                password=_twice(officer, ask_secret),
                officer=officer,
                actor=ACTOR,
                at=timezone.now(),
                key=f"初始化/{officer}",
            )
        if args.people:
            rows = read(Path(args.people).read_bytes())
            enter_bureau(organ=organ, rows=rows, actor=ACTOR, at=timezone.now(), key="初始化/机构人员")
    return f"{organ.name}已经建立。请系统管理员登录后为人员开通账号。"


def _organ(args: Namespace) -> Organ:
    if settings.DEMO:
        raise _refused("运行方式", "演示方式", "正式方式")
    if Organ.objects.exists():
        raise _refused("单位", "这个库里已经有单位", "空库")
    return Organ.objects.create(
        key=args.key,
        name=args.name,
        short_name=args.short,
        code_word=args.word,
        second_factor=True,
        created_at=timezone.now(),
    )


def _twice(officer: str, ask_secret: Ask) -> str:
    first = ask_secret(f"{officer}的密码（至少12位）：")
    if ask_secret("再输入一次：") != first:
        raise _refused("密码", "两次输入不一致", "两次相同")
    return first


def _not_of_the_demo(username: str) -> None:
    if username in {"xitong", "anquan", "shenji"} or (username.startswith("e0") and username[1:].isdigit()):
        raise _refused("账号", username, "不用演示账号的名称")


def _refused(fact: str, found_: str, expected: str) -> Refusal:
    return Refusal("没有初始化。", [Finding(fact, found_, expected, "请改正后重新运行。")])
