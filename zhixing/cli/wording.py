"""What `zhixing import-text` does, once Django has started."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from zhixing.files import plain
from zhixing.files.archives import opened
from zhixing.files.inspection import inspect
from zhixing.files.names import clean_name, ending
from zhixing.files.packages import pieces
from zhixing.files.store import too_large
from zhixing.law.document import Edition
from zhixing.law.refusal import Finding, Findings
from zhixing.organ.clock import now
from zhixing.organ.models import Organ
from zhixing.organ.texts import enter_texts, texts_of
from zhixing.regulations.wording import cut, without_wording

CONCLUSION = "原文没有录入。"
KINDS = ("docx", "txt")
MAIN = "word/document.xml"


def enter(args: Namespace, edition: Edition) -> str:
    """The whole file or nothing; raises Refusal with everything that is wrong with it."""
    findings = Findings()
    organ = _organ(args.organ, findings)
    if not args.by.strip():
        findings.add(Finding("录入人", "没有填写", "写明谁录入", "加上 --by 姓名。"))
    name, content = _bytes(args.file, findings)
    found = cut(_text(name, content), edition) if content is not None else None
    if found is not None:
        findings.extend(found.faults)
    findings.refuse_if_any(CONCLUSION)
    assert organ is not None
    assert found is not None
    assert content is not None
    at = now()
    receipt = enter_texts(
        organ=organ, number=edition.number, texts=found.texts(), source=name, actor=args.by.strip(),
        at=at, key=f"制度原文/{edition.number}/{at.isoformat()}",
    )  # fmt: skip
    return _told(organ, edition, len(found.lines), receipt.text())


def _organ(key: str, findings: Findings) -> Organ | None:
    organs = list(Organ.objects.filter(key=key) if key else Organ.objects.all())
    if len(organs) == 1:
        return organs[0]
    known = "、".join(Organ.objects.values_list("key", flat=True)) or "还没有单位"
    findings.add(Finding("单位", key or "没有写明", known, "用 --organ 写明单位代号。"))
    return None


def _bytes(path: str, findings: Findings) -> tuple[str, bytes | None]:
    """Name and content of a file that an attachment might be, too; None where it is refused."""
    name = clean_name(Path(path).name) if path else ""
    if ending(name) not in KINDS:
        findings.add(Finding("文件", name or "没有写明", "docx 或 txt 文件", "请另存后再录入。"))
        return name, None
    try:
        content = Path(path).read_bytes()
    except OSError as broken:
        findings.add(Finding("文件", f"{path}：{broken.strerror}", "能打开的文件", "请核对文件的位置。"))
        return name, None
    faults = too_large(content)
    if not faults:
        own = Findings()
        inspect(name, content, own)
        faults = list(own)
    findings.extend(faults)
    return name, None if faults else content


def _text(name: str, content: bytes) -> str:
    """The paragraphs of a docx, without headers and properties; a txt as it is."""
    if ending(name) == "txt":
        return plain.decoded(content)
    with opened(content) as package:
        return "".join(pieces(package, package.getinfo(MAIN)))


def _told(organ: Organ, edition: Edition, entered: int, receipt: str) -> str:
    missing = without_wording(dict.fromkeys(texts_of(organ, edition.number), ""), edition)
    lines = [f"已录入《{edition.title}》{entered}条原文，回执：{receipt}"]
    if missing:
        lines.append(f"还没有原文的条款：{'、'.join(missing)}")
    return "\n".join(lines)
