"""Verifies an exported journal with the standard library alone.

    python3 日志.zip                     the whole chain
    python3 日志.zip --receipt 回执       and one receipt (again and again)
    python3 日志.zip --witness 文件       and a witness file

Exit code 0: everything agrees; 1: something does not; 2: the file cannot be read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from zhixing.digests.sm3 import sm3_hex

ENTRIES = "entries.jsonl"
UNREADABLE = 2
ALGORITHMS = ("sm3", "sha256")
RECEIPT = re.compile(r"(.+)-(\d{6,})-([0-9a-f]{16,64})")


def main() -> None:
    parser = argparse.ArgumentParser(description="核对导出的日志")
    parser.add_argument("--receipt", action="append", default=[], help="回执，可多次给出")
    parser.add_argument("--witness", type=Path, help="见证文件")
    asked = parser.parse_args()
    try:
        faults, number, organ = verified(Path(sys.argv[0]), asked.receipt, asked.witness)
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        zipfile.BadZipFile,
        zlib.error,
    ) as fault:
        say(f"文件无法读取，没有核对：{fault}")
        sys.exit(UNREADABLE)
    for says in faults:
        say(says)
    say(f"{organ}：共{number}条，" + ("不相符。" if faults else "全部相符。"))
    sys.exit(1 if faults else 0)


def verified(path: Path, receipts: Sequence[str], seen: Path | None) -> tuple[list[str], int, str]:
    """Everything that does not agree, how many entries there are, whose they are."""
    faults, hashes, organ = chain(path)
    faults += [fault for text in receipts for fault in receipt(text, organ, hashes)]
    if seen:
        faults += witness(seen, organ, hashes)
    return faults, len(hashes), organ


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def entries(path: Path) -> Iterator[dict[str, Any]]:
    with zipfile.ZipFile(path) as archive, archive.open(ENTRIES) as lines:
        for line in lines:
            yield json.loads(line)


def chain(path: Path) -> tuple[list[str], dict[int, str], str]:
    """The first broken link, if any; the digest of every number; the organ."""
    faults: list[str] = []
    hashes: dict[int, str] = {}
    seq, prev, organ = 0, "", ""
    for line in entries(path):
        entry, found = line["entry"], line["hash"]
        says = broken(entry, found, seq, prev, organ)
        if says and not faults:
            faults.append(says)
        seq, prev, organ = entry["seq"], found, organ or entry["organ"]
        hashes[seq] = found
    return faults, hashes, organ


def broken(entry: dict[str, Any], found: str, seq: int, prev: str, organ: str) -> str:
    if entry["seq"] != seq + 1:
        return f"第{seq + 1}条缺失，其后是第{entry['seq']}条"
    if entry["prev"] != prev:
        return f"第{entry['seq']}条与前一条不相连"
    if organ and entry["organ"] != organ:
        return f"第{entry['seq']}条属于另一机关"
    if entry["alg"] not in ALGORITHMS:
        return f"第{entry['seq']}条的算法“{entry['alg']}”不在允许之列"
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return "" if digest(entry["alg"], text) == found else f"第{entry['seq']}条的内容与摘要不符"


def digest(alg: str, content: bytes) -> str:
    if alg == "sha256":
        return hashlib.sha256(content).hexdigest()
    return sm3_hex(content)


def receipt(text: str, organ: str, hashes: dict[int, str]) -> list[str]:
    read = RECEIPT.fullmatch(text.strip())
    if not read or read[1] != organ:
        return [f"回执“{text}”不是{organ}的回执"]
    known = hashes.get(int(read[2]), "")
    return [] if known.startswith(read[3]) and known else [f"回执“{text}”与日志不符"]


def witness(path: Path, organ: str, hashes: dict[int, str]) -> list[str]:
    faults = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        head = json.loads(line)
        if head["organ"] == organ and hashes.get(head["seq"]) != head["hash"]:
            faults.append(f"见证文件第{number}行（第{head['seq']}条）与日志不符")
    return faults
