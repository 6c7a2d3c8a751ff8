"""An organ's whole journal in one file that verifies itself with a bare Python."""

from __future__ import annotations

import zipfile
from pathlib import Path

from zhixing.digests import sm3
from zhixing.journal import standalone
from zhixing.journal.canonical import canonical
from zhixing.journal.chain import columns
from zhixing.journal.models import Entry

START = "from zhixing.journal.standalone import main\n\nmain()\n"
PACKAGES = ("zhixing", "zhixing/digests", "zhixing/journal")
READ_ME = """本文件是一个机关的全部日志，可以脱离系统核对，只需 Python 3.9 以上版本，不需安装任何程序：

    python3 本文件
    python3 本文件 --receipt 回执
    python3 本文件 --witness 见证文件

entries.jsonl 每行一条：entry 为条目各栏，hash 为其摘要。摘要的算法见 alg 栏，
输入为 entry 的规范 JSON（键按字典序，无空格，UTF-8）；prev 为上一条的摘要。
"""


def export(organ: str, path: Path) -> int:
    """Write the archive and return how many entries it holds; an older file of that name is replaced."""
    count = 0
    partial = path.with_name(path.name + ".part")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
        write_verifier(archive)
        with archive.open(standalone.ENTRIES, "w") as lines:
            for entry in Entry.objects.filter(organ=organ).order_by("seq").iterator(chunk_size=1000):
                lines.write(canonical({"entry": columns(entry), "hash": entry.hash}).encode() + b"\n")
                count += 1
    partial.replace(path)
    return count


def write_verifier(archive: zipfile.ZipFile) -> None:
    archive.writestr("说明.txt", READ_ME)
    archive.writestr("__main__.py", START)
    for package in PACKAGES:
        archive.writestr(f"{package}/__init__.py", "")
    for module in (sm3, standalone):
        source = Path(str(module.__file__))
        archive.writestr(module.__name__.replace(".", "/") + ".py", source.read_text(encoding="utf-8"))
