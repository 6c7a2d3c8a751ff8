"""`zhixing journal verify|export|witness`: for the audit officer, beside the system."""

from __future__ import annotations

import argparse
from pathlib import Path

from django.conf import settings

from zhixing.files.store import is_sound
from zhixing.journal.export import export
from zhixing.journal.models import Head
from zhixing.journal.report import Report
from zhixing.journal.verify import verify
from zhixing.journal.witness import bear_witness


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("journal", help="日志的核对、导出和见证")
    acts = parser.add_subparsers(dest="act", required=True, metavar="verify|export|witness")
    checking = acts.add_parser("verify", help="核对日志、见证、记录和附件；不相符时退出码为 1")
    checking.add_argument("organ", nargs="?", help="机关代码；不写则核对所有机关")
    checking.add_argument("--witness", type=Path, help="见证文件；不写则用本系统的见证文件")
    exporting = acts.add_parser("export", help="导出一个机关的日志，附可独立运行的核对程序")
    exporting.add_argument("organ", help="机关代码")
    exporting.add_argument("file", type=Path, help="导出的文件（.zip）")
    witnessing = acts.add_parser("witness", help="把各机关的链尾写入见证文件")
    witnessing.add_argument("--file", type=Path, help="见证文件；不写则用本系统的见证文件")


def run(args: argparse.Namespace) -> int:
    """0: done, everything agrees; 1: something does not agree or nothing was found."""
    return ACTS[args.act](args)


def run_verify(args: argparse.Namespace) -> int:
    organs = (
        [args.organ] if args.organ else list(Head.objects.order_by("organ").values_list("organ", flat=True))
    )
    if not organs:
        print("日志为空，没有可以核对的条目。")
    witness = args.witness or settings.WITNESS_FILE
    if not witness.exists():
        print(f"没有见证文件（{witness}）：看不出尾部是否被截去。")
    reports = [verify(organ, witness, sound=is_sound) for organ in organs]
    for report in reports:
        print(shown(report))
    return 0 if all(report.sound for report in reports) else 1


def shown(report: Report) -> str:
    verdict = "全部相符。" if report.sound else f"有{len(report.faults)}处不相符："
    lines = [f"{report.organ}：共{report.entries}条，{verdict}"]
    lines += [f"  〔{fault.layer}〕{fault.says}" for fault in report.faults]
    return "\n".join(lines)


def run_export(args: argparse.Namespace) -> int:
    if not Head.objects.filter(organ=args.organ).exists():
        print(f"没有机关“{args.organ}”的日志。")
        return 1
    print(f"已导出{export(args.organ, args.file)}条到 {args.file}；核对：python3 {args.file}")
    return 0


def run_witness(args: argparse.Namespace) -> int:
    path = args.file or settings.WITNESS_FILE
    print(f"已写入{bear_witness(path)}行：{path}")
    return 0


ACTS = {"verify": run_verify, "export": run_export, "witness": run_witness}
