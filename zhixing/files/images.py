"""Pictures: whole, and nothing hidden behind them. Their pixels are not read."""

from __future__ import annotations

from zhixing.files.unfit import Unfit, not_what_it_says

PNG = b"\x89PNG\r\n\x1a\n"
PNG_END = b"IEND\xaeB`\x82"
JPEG, JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
SCRIPTS = (b"<?php", b"<script", b"<svg", b"<html", b"<!doctype", b"<%@")


def png(content: bytes) -> str:
    """Signature, header, chunks to the very end; returns "" (a picture says nothing)."""
    if not content.startswith(PNG) or content[12:16] != b"IHDR" or not content.endswith(PNG_END):
        not_what_it_says("png")
    place = len(PNG)
    while place < len(content):
        place += 12 + int.from_bytes(content[place : place + 4], "big")
    if place != len(content):
        not_what_it_says("png")
    refuse_scripts(content)
    return ""


def jpeg(content: bytes) -> str:
    # some cameras pad the end with zeros
    if not content.startswith(JPEG) or not content.rstrip(b"\0").endswith(JPEG_END):
        not_what_it_says("jpg")
    refuse_scripts(content)
    return ""


def refuse_scripts(content: bytes) -> None:
    lowered = content.lower()
    if any(script in lowered for script in SCRIPTS):
        raise Unfit("文件内容", "夹带网页或程序代码", "只有图片本身", "请重新截图或拍照后上传。")
