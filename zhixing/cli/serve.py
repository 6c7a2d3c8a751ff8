"""zhixing serve: the web server, and beside it one worker that keeps the time and does the jobs."""

import os
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

DEMO_SETTINGS = "zhixing.site.settings.demo"
SETTINGS = "zhixing.site.settings.production"
PATIENCE = 10  # seconds that a process has to end by itself


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "serve", help="启动服务", description="启动网页服务和后台任务；按 Ctrl+C 停止。"
    )
    parser.add_argument("--host", metavar="地址", default="127.0.0.1", help="监听的地址，默认只在本机")
    parser.add_argument("--port", metavar="端口", default="8000", help="监听的端口，默认 8000")
    parser.add_argument("--workers", metavar="个数", default="1", help="网页进程的个数")
    parser.add_argument("--demo", action="store_true", help="演示模式")


def run(args: Namespace) -> int:
    """Ends when either process ends, and takes the other down with it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DEMO_SETTINGS if args.demo else SETTINGS)
    print(f"服务地址：http://{args.host}:{args.port}/ （按 Ctrl+C 停止）", flush=True)
    return watch([web(args), worker()])


def web(args: Namespace) -> list[str]:
    return [
        sys.executable, "-m", "granian",
        "--interface", "wsgi",
        "--host", args.host,
        "--port", args.port,
        "--workers", args.workers,
        "--blocking-threads", "4",
        "--no-ws",
        "--log-level", "warning",
        "zhixing.site.wsgi:application",
    ]  # fmt: skip


def worker() -> list[str]:
    return [sys.executable, "-m", "zhixing.cli.main", "work"]


def watch(commands: Sequence[list[str]]) -> int:
    """Runs the commands side by side until one ends or this process is told to stop."""
    signal.signal(signal.SIGTERM, _stop)
    running = [subprocess.Popen(command) for command in commands]  # noqa: S603 -- our own programs
    try:
        while all(process.poll() is None for process in running):
            time.sleep(1)
        return next(process.returncode for process in running if process.returncode is not None)
    except KeyboardInterrupt:
        return 0
    finally:
        end(running)


def end(running: Sequence["subprocess.Popen[bytes]"]) -> None:
    for process in running:
        if process.poll() is None:
            process.terminate()
    for process in running:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


def _stop(*_: object) -> None:
    raise KeyboardInterrupt
