"""A hundred and fifty files that somebody might send to do harm, made when they are asked for (IN-06)."""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping
from itertools import product

from tests.files import papers

PROGRAMS: Mapping[str, bytes] = {
    "jsp": b'<%@ page import="java.util.*" %><% Runtime.getRuntime().exec(request.getParameter("c")); %>',
    "jspx": b'<jsp:root xmlns:jsp="http://java.sun.com/JSP/Page"><jsp:scriptlet>x</jsp:scriptlet></jsp:root>',
    "php": b"<?php system($_GET['c']); ?>",
    "phtml": b"<?= `$_GET[c]` ?>",
    "asp": b'<%eval request("c")%>',
    "aspx": b'<%@ Page Language="C#" %><script runat="server">x</script>',
    "py": b"#!/usr/bin/env python3\nimport os\nos.system('id')\n",
    "sh": b"#!/bin/sh\nid\n",
    "html": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "js": b"fetch('/account/').then(x => x)",
    "exe": b"MZ\x90\x00\x03" + bytes(64),
    "elf": b"\x7fELF\x02\x01\x01" + bytes(64),
    "class": b"\xca\xfe\xba\xbe\x00\x00\x00\x34" + bytes(32),
    "war": papers.package({"WEB-INF/web.xml": b"<web-app/>"}),
    "htaccess": b"AddType application/x-httpd-php .png",
    "lnk": b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(64),
    "xml": b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
}  # fmt: skip
TAKEN = ("pdf", "docx", "xlsx", "png", "jpg", "ofd")
WHOLE: Mapping[str, bytes] = {
    "pdf": papers.pdf("通知"), "docx": papers.docx("通知"), "xlsx": papers.xlsx("通知"), "png": papers.PNG_1X1, "jpg": papers.JPEG,
    "ofd": papers.ofd("通知"), "txt": "通知".encode(),
}  # fmt: skip
OUT = (
    "../../../etc/cron.d/x",
    "..\\..\\x.xml",
    "/etc/passwd",
    "C:\\x.xml",
    "word/../../x.xml",
    "//host/share/x.xml",
)
INSIDE = ("php", "jsp", "exe", "html", "svg", "js", "sh")


def corpus() -> Iterator[tuple[str, str, bytes]]:
    """(what it tries, name, content)."""
    yield from under_own_names()
    yield from under_other_names()
    yield from two_in_one()
    yield from packages()
    yield from odd_names()


def under_own_names() -> Iterator[tuple[str, str, bytes]]:
    for ending, content in PROGRAMS.items():
        yield "程序", f"x.{ending}", content
        yield "程序，大写", f"x.{ending.upper()}", content


def under_other_names() -> Iterator[tuple[str, str, bytes]]:
    for (ending, content), taken in product(PROGRAMS.items(), ("png", "pdf")):
        yield "内容不符", f"x.{taken}", content
        yield "双扩展名", f"x.{ending}.{taken}", content
    for ending, taken in product(INSIDE, ("jpg", "docx")):
        yield "双扩展名，内容无误", f"x.{ending}.{taken}", WHOLE[taken]


def two_in_one() -> Iterator[tuple[str, str, bytes]]:
    for kind in TAKEN:
        yield "后接程序", f"x.{kind}", WHOLE[kind] + PROGRAMS["php"]
        yield "前接程序", f"x.{kind}", PROGRAMS["exe"] + WHOLE[kind]
    yield "图片里的程序", "x.jpg", papers.JPEG[:20] + PROGRAMS["php"] + papers.JPEG[20:]
    yield "图片后接压缩包", "x.png", papers.PNG_1X1 + WHOLE["docx"]
    yield "动图里的程序", "x.png", b"GIF89a" + PROGRAMS["php"]
    yield (
        "文档里的程序",
        "x.pdf",
        papers.pdf("文", beside=b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
    )
    yield "文本里的程序", "x.txt", PROGRAMS["php"]
    yield "文本里的网页", "x.csv", PROGRAMS["html"]
    yield "文本里的零字节", "x.txt", b"a\x00b"


def packages() -> Iterator[tuple[str, str, bytes]]:
    for path, kind in product(OUT, ("docx", "xlsx")):
        yield "解到外面", f"x.{kind}", papers.with_part(WHOLE[kind], path, b"<a/>")
    for inner in INSIDE:
        yield "夹带程序", "x.docx", papers.with_part(WHOLE["docx"], f"word/x.{inner}", PROGRAMS["php"])
    yield "夹带宏", "x.docx", papers.with_part(WHOLE["docx"], "word/vbaProject.bin", b"x")
    yield "链接到外面", "x.docx", linked()
    for size in (30, 60, 210):
        yield (
            "解压炸弹",
            "x.docx",
            papers.package({"word/document.xml": b"<a/>", "word/a.bin": bytes(size * 1024 * 1024)}),
        )
    yield "谎报大小的炸弹", "x.docx", lying()
    yield "部件过多", "x.xlsx", papers.package({f"xl/{number}.xml": b"<a/>" for number in range(4000)})
    yield "同名部件", "x.docx", twice()
    yield "空压缩包", "x.docx", papers.package({})
    yield "外部实体", "x.docx", papers.package({"word/document.xml": PROGRAMS["xml"]})


def odd_names() -> Iterator[tuple[str, str, bytes]]:
    for name in (
        "x.png\0.php", "x.php\0.png", "x\u202egnp.php", "x\u202egnp.png", "x.php.", "x.php ", "x.php::$DATA", "x.asp;.png", "x.png/.php",
        "x.p\nng", ".htaccess", "web.config", "x", "x.php%00.png", "CON.php.png", "x.pHp.png", "x.php .png", "x.zip", "x.rar", "x.7z", "x.iso",
    ):  # fmt: skip
        yield "名称", name, papers.PNG_1X1


def linked() -> bytes:
    link = zipfile.ZipInfo("word/a.xml")
    link.external_attr = 0o120777 << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr(link, "/etc/passwd")
    return stream.getvalue()


def lying() -> bytes:
    honest = papers.package({"word/document.xml": b"<a>" + b" " * 5_000_000 + b"</a>"})
    return honest.replace(struct.pack("<I", 5_000_007), struct.pack("<I", 7))


def twice() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("WORD/document.xml", "<b/>")
    return stream.getvalue()
