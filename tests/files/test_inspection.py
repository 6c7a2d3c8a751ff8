"""What is not what it says, or could run, or unpacks too large, is never stored (security.md IN-05, IN-06)."""

import io
import struct
import zipfile

import pytest

from tests.files import papers
from tests.rows import row
from zhixing.files import archives
from zhixing.files.inspection import inspect
from zhixing.files.names import RUNNABLE, clean_name
from zhixing.law.refusal import Finding, Findings

GOOD = {
    "请示.docx": papers.docx("关于购置办公设备的请示"),
    "名单.xlsx": papers.xlsx("张三", "=1+1"),
    "通知.pdf": papers.pdf("通知"),
    "电子发票.ofd": papers.ofd("发票"),
    "照片.png": papers.PNG_1X1,
    "照片.jpg": papers.JPEG,
    "照片.JPEG": papers.JPEG,
    "说明.txt": "说明".encode("gb18030"),
    "打卡.csv": (row("工号", "时间") + "\r\nE001,2026-03-02 08:30\r\n").encode("utf-8-sig"),
    "空.txt": b"",
    "2026.3.2通知.pdf": papers.pdf("通知"),
}


def named(case: object) -> str:
    """Made files hold the time of their making, so that only what does not change may name a test."""
    return case if isinstance(case, str) else "内容"


def wrong_with(name: str, content: bytes) -> list[Finding]:
    findings = Findings()
    inspect(name, content, findings)
    return list(findings)


@pytest.mark.parametrize(("name", "content"), GOOD.items(), ids=GOOD)
def test_an_office_file_is_taken_in(name: str, content: bytes) -> None:
    assert wrong_with(name, content) == []


@pytest.mark.parametrize(
    "ending", [*sorted(RUNNABLE), "doc", "xls", "wps", "zip", "rar", "7z", "eml", "pptx"]
)
def test_another_ending_is_refused(ending: str) -> None:
    [finding] = wrong_with(f"文件.{ending}", b"anything")
    assert finding.fact == "文件类型"


@pytest.mark.parametrize("inner", ["php", "jsp", "exe", "html", "svg", "PHP"])
@pytest.mark.parametrize("outer", ["pdf", "png", "txt"])
def test_a_double_ending_is_refused(inner: str, outer: str) -> None:
    assert wrong_with(f"照片.{inner}.{outer}", papers.PNG_1X1)


@pytest.mark.parametrize("sign", ["\0", "\n", "\u202e", "\u200f", "\x7f"], ids=ascii)
def test_a_name_with_hidden_signs_is_refused(sign: str) -> None:
    [finding] = wrong_with(f"照片{sign}gnp.png", papers.PNG_1X1)
    assert finding.fact == "文件名"


@pytest.mark.parametrize("name", ["无扩展名", ".htaccess", "web.config", "pdf"])
def test_a_name_without_a_known_ending_is_refused(name: str) -> None:
    assert wrong_with(name, papers.pdf("通知"))


@pytest.mark.parametrize("claimed", [name.rsplit(".", 1)[1].lower() for name in GOOD])
@pytest.mark.parametrize(
    "name", ["请示.docx", "名单.xlsx", "通知.pdf", "照片.png", "照片.jpg", "电子发票.ofd"]
)
def test_content_of_another_kind_is_refused(name: str, claimed: str) -> None:
    real = name.rsplit(".", 1)[1]
    if claimed.replace("jpeg", "jpg") != real:
        assert wrong_with(f"文件.{claimed}", GOOD[name])


SCRIPTS = [
    b"<?php system($_GET[0]); ?>", b"<script>alert(1)</script>", b"<%@ page import='java.io.*' %>",
    b"<html><body></body></html>", b"<svg onload=alert(1)>", b"#!/bin/sh\nrm -rf /", b"MZ\x90\x00", b"\x7fELF",
    b"<!DOCTYPE html>", b"GIF89a", b"  \n<%Runtime.exec()%>",
]  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS, ids=named)
@pytest.mark.parametrize("ending", ["pdf", "png", "jpg", "docx", "xlsx", "ofd"])
def test_a_program_under_another_name_is_refused(script: bytes, ending: str) -> None:
    assert wrong_with(f"文件.{ending}", script)


@pytest.mark.parametrize("script", [one for one in SCRIPTS if one != b"GIF89a"], ids=named)
def test_a_program_as_text_is_refused(script: bytes) -> None:
    assert wrong_with("文件.txt", script)


@pytest.mark.parametrize(
    ("name", "content"),
    {
        "照片.png": papers.PNG_1X1 + b"<?php ?>",
        "照片.jpg": papers.JPEG[:-2] + b"<script>" + b"\xff\xd9",
        "表.xlsx": b"MZ\x90" + papers.xlsx("表"),
        "文.docx": papers.docx("文") + b"<?php ?>",
        "文.pdf": b"MZ" + papers.pdf("文"),
    }.items(),
    ids=named,
)
def test_two_files_in_one_are_refused(name: str, content: bytes) -> None:
    assert wrong_with(name, content)


@pytest.mark.parametrize(
    "beside",
    [b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", b"/OpenAction << /S /Launch /F (cmd.exe) >>",
     b"/Names << /EmbeddedFiles << >> >> /X << /Type /EmbeddedFile >>"],
    ids=named,
)  # fmt: skip
def test_a_pdf_with_a_program_in_it_is_refused(beside: bytes) -> None:
    [finding] = wrong_with("文.pdf", papers.pdf("文", beside=beside))
    assert "程序" in finding.found


def test_a_torn_file_is_refused() -> None:
    for name, content in GOOD.items():
        if not name.endswith(("txt", "csv")):
            assert wrong_with(name, content[: len(content) // 2]), name


@pytest.mark.parametrize(
    "part",
    ["word/vbaProject.bin", "../../etc/cron.d/x", "/etc/passwd", "word\\..\\x.xml", "C:/x.xml", "word/a.exe",
     "word/a.html", "word/a.js", "word/a.svg"],
)  # fmt: skip
def test_a_package_with_a_part_that_does_not_belong_is_refused(part: str) -> None:
    assert wrong_with("文.docx", papers.with_part(papers.docx("文"), part, b"<a/>"))


def test_a_link_out_of_the_package_is_refused() -> None:
    link = zipfile.ZipInfo("word/a.xml")
    link.external_attr = 0o120777 << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr(link, "/etc/passwd")
    assert wrong_with("文.docx", stream.getvalue())


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>',
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><x/>',
        b"<x><y></x>",
    ],
    ids=named,
)
@pytest.mark.parametrize(("name", "main"), [("文.docx", "word/document.xml"), ("票.ofd", "OFD.xml")])
def test_xml_with_entities_or_faults_is_refused(name: str, main: str, xml: bytes) -> None:
    assert wrong_with(name, papers.package({main: xml}))


def test_a_template_fetched_from_elsewhere_is_refused_and_a_link_to_click_is_not() -> None:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    shape = (
        '<Relationships><Relationship Type="{}{}" Target="http://x/y" TargetMode="External"/></Relationships>'
    )
    bad, good = (shape.format(kinds, kind).encode() for kind in ("attachedTemplate", "hyperlink"))
    paper = papers.docx("文")
    assert wrong_with("文.docx", papers.with_part(paper, "word/_rels/settings.xml.rels", bad))
    assert wrong_with("文.docx", papers.with_part(paper, "word/_rels/settings.xml.rels", good)) == []


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = papers.with_part(papers.xlsx("表"), "xl/media/a.bin", bytes(archives.LARGEST_UNPACKED + 1))
    [finding] = wrong_with("表.xlsx", bomb)
    assert "解压后过大" in finding.found


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    honest = papers.package({"word/document.xml": b"<a>" + b" " * 5_000_000 + b"</a>"})
    size, lie = struct.pack("<I", 5_000_007), struct.pack("<I", 7)
    assert size in honest
    assert wrong_with("文.docx", honest.replace(size, lie))


def test_too_many_parts_are_refused() -> None:
    parts = {f"word/{number}.xml": b"<a/>" for number in range(archives.MOST_PARTS)}
    assert wrong_with("文.docx", papers.package({"word/document.xml": b"<a/>", **parts}))


def test_a_deep_xml_is_read_without_falling() -> None:
    deep = b"<a>" * 20_000 + b"</a>" * 20_000
    assert wrong_with("文.docx", papers.package({"word/document.xml": deep}, zipfile.ZIP_STORED)) == []


def test_a_mark_in_the_file_s_name_is_found() -> None:
    [finding] = wrong_with("机密★20年通知.pdf", papers.pdf("通知"))
    assert finding.fact == "文件名"


@pytest.mark.parametrize(
    ("given", "shown"),
    [("C:\\用户\\请示.docx", "请示.docx"), ("../../x.pdf", "x.pdf"), ("", "未命名"), ("甲" * 300 + ".pdf", "甲" * 116 + ".pdf")],
)  # fmt: skip
def test_a_name_is_shown_without_its_path(given: str, shown: str) -> None:
    assert clean_name(given) == shown
