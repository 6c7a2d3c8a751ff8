"""What a file really is: by its name, by its bytes, and by what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from zhixing.files import images, pdf, plain
from zhixing.files.kinds import kind_of
from zhixing.files.marks import mark_findings
from zhixing.files.names import clean_name, ending, name_findings
from zhixing.files.packages import package_text
from zhixing.files.unfit import Unfit
from zhixing.law.refusal import Finding, Findings

# each checks the bytes and returns the text they carry; raises Unfit
READERS: Mapping[str, Callable[[bytes], str]] = {
    "pdf": pdf.text,
    "docx": lambda content: package_text(content, "word/document.xml"),
    "xlsx": lambda content: package_text(content, "xl/workbook.xml"),
    "ofd": lambda content: package_text(content, "OFD.xml"),
    "png": images.png,
    "jpg": images.jpeg,
    "txt": plain.text,
    "csv": plain.text,
}


def inspect(name: str, content: bytes, findings: Findings) -> tuple[str, str]:
    """The kind of the file and the text it carries; everything wrong with it is added to `findings`."""
    findings.extend(mark_findings("文件名", clean_name(name)))
    wrong = name_findings(name)
    findings.extend(wrong)
    kind = kind_of(ending(name))
    return kind, "" if wrong else read(kind, content, findings)


def read(kind: str, content: bytes, findings: Findings) -> str:
    try:
        text = READERS[kind](content)
    except Unfit as unfit:
        findings.add(Finding(unfit.fact, unfit.found, unfit.expected, unfit.mend))
        return ""
    findings.extend(mark_findings("文件内容", text))
    return text
