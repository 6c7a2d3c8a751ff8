"""Starts the framework before anything that needs its models is loaded."""

import sys
from datetime import date
from importlib import import_module

import django
from django.core.management import call_command


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def start(*, day: date, seed: int) -> str:
    """Migrates and loads; returns what is to be printed."""
    django.setup()
    tell("正在准备数据库……")
    call_command("migrate", verbosity=0, interactive=False)
    return str(import_module("zhixing.cli.demo.load").load(day=day, seed=seed, tell=tell))
