"""A zip package before anything of it is unpacked: its size, its names, its limits."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import PurePosixPath

from zhixing.files.unfit import Unfit, not_what_it_says

MOST_PARTS = 3000
LARGEST_UNPACKED = 200 * 1024 * 1024
LARGEST_XML = 64 * 1024 * 1024
MOST_TIMES_SMALLER = 200
SMALL = 1024 * 1024
ENCRYPTED = 0x1
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
ALLOWED_PARTS = frozenset(
    {
        "xml",
        "rels",
        "vml",
        "png",
        "jpg",
        "jpeg",
        "gif",
        "bmp",
        "emf",
        "wmf",
        "tif",
        "tiff",
        "wdp",
        "bin",
        "odttf",
        "ttf",
        "otf",
        "docx",
        "xlsx",
        "jb2",
        "jp2",
        "esl",
        "dat",
    }
)
MACROS = ("vbaproject.bin", "vbadata.xml")


def opened(content: bytes) -> zipfile.ZipFile:
    """The package, when its directory keeps every limit; raises Unfit."""
    # bytes before the first part or behind the directory belong to another file in disguise
    if not content.startswith(b"PK\x03\x04") or content[-22:-18] != b"PK\x05\x06":
        not_what_it_says("docx、xlsx 或 ofd ")
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        not_what_it_says("docx、xlsx 或 ofd ")
    parts = package.infolist()
    refuse_bombs(parts, len(content))
    for part in parts:
        refuse_part(part)
    if len({part.filename.lower() for part in parts}) != len(parts):
        not_what_it_says("docx、xlsx 或 ofd ")
    return package


def refuse_bombs(parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if is_xml(part))
    times = unpacked // max(1, packed)
    if (
        len(parts) > MOST_PARTS
        or unpacked > LARGEST_UNPACKED
        or xml > LARGEST_XML
        or (unpacked > SMALL and times > MOST_TIMES_SMALLER)
    ):
        raise Unfit(
            "文件内容", "解压后过大", f"解压后不超过{LARGEST_UNPACKED // SMALL}MB", "请拆分后重新上传。"
        )


def refuse_part(part: zipfile.ZipInfo) -> None:
    path = PurePosixPath(part.filename)
    link = stat.S_ISLNK(part.external_attr >> 16)
    if link or path.is_absolute() or ".." in path.parts or "\\" in part.filename or ":" in part.filename:
        not_what_it_says("docx、xlsx 或 ofd ")
    if part.flag_bits & ENCRYPTED or part.compress_type not in METHODS:
        raise Unfit("文件内容", "已加密或用特殊方式压缩", "不加密的文件", "请去除密码后重新上传。")
    if not part.is_dir() and (
        path.name.rpartition(".")[2].lower() not in ALLOWED_PARTS or path.name.lower() in MACROS
    ):
        raise Unfit("文件内容", "夹带宏或其他程序", "不带宏的文件", "请另存为不带宏的 docx 或 xlsx 后上传。")


def is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels", ".vml"))
