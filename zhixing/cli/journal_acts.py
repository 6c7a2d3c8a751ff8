"""What `zhixing journal` does, once Django has started."""

from argparse import Namespace
from pathlib import Path

from django.conf import settings

from zhixing.files.store import is_sound
from zhixing.journal.export import export
from zhixing.journal.models import Head
from zhixing.journal.report import Report
from zhixing.journal.verify import organs, verify
from zhixing.journal.witness import bear_witness
from zhixing.law.refusal import Finding, Refusal

NOTHING = 1  # there was nothing to verify or to export


def run_verify(args: Namespace) -> int:
    witness = args.witness or settings.WITNESS_FILE
    if not witness.exists():
        print(f"没有见证文件（{witness}）：看不出尾部是否被截去。")
    known = organs(witness)
    if args.organ and args.organ not in known:
        print(f"没有机关“{args.organ}”的日志。")
        return NOTHING
    if not known:
        print("日志为空，没有可以核对的条目。")
        return NOTHING
    chosen = [args.organ] if args.organ else known
    reports = [verify(organ, witness, sound=is_sound) for organ in chosen]
    for report in reports:
        print(shown(report))
    return 0 if all(report.sound for report in reports) else 1


def shown(report: Report) -> str:
    verdict = "全部相符。" if report.sound else f"有{len(report.faults)}处不相符："
    lines = [f"{report.organ}：共{report.entries}条，{verdict}"]
    lines += [f"  〔{fault.layer}〕{fault.says}" for fault in report.faults]
    return "\n".join(lines)


def run_export(args: Namespace) -> int:
    if not Head.objects.filter(organ=args.organ).exists():
        print(f"没有机关“{args.organ}”的日志。")
        return NOTHING
    try:
        number = export(args.organ, args.file)
    except OSError as fault:
        raise _unwritten("没有导出。", args.file, fault) from None
    print(f"已导出{number}条到 {args.file}；核对：python3 {args.file}")
    return 0


def run_witness(args: Namespace) -> int:
    path = args.file or settings.WITNESS_FILE
    try:
        print(f"已写入{bear_witness(path)}行：{path}")
    except OSError as fault:
        raise _unwritten("没有写入见证。", path, fault) from None
    return 0


def _unwritten(conclusion: str, path: Path, fault: OSError) -> Refusal:
    found = f"写不进去（{fault.strerror or fault}）"
    return Refusal(conclusion, [Finding(f"文件{path}", found, "可以写入的位置", "请换一个位置后重新运行。")])


ACTS = {"verify": run_verify, "export": run_export, "witness": run_witness}
