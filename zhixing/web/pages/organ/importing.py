"""Excel导入：the template, a preview with every bad row, and then all or nothing."""

import base64
import binascii
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhixing.files.store import examine
from zhixing.law.refusal import Finding, Refusal
from zhixing.organ.checking import faults
from zhixing.organ.entering import enter_bureau
from zhixing.organ.rows import BureauRows
from zhixing.organ.sheets import read, template
from zhixing.web.pages.answering import REFUSED, key_of, tell
from zhixing.web.requests import DeskRequest, acting, looking

LARGEST = 2 * 1024 * 1024
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class FileForm(forms.Form):
    file = forms.FileField(label="Excel文件（.xlsx，不超过2兆）", allow_empty_file=True)

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError("文件超过2兆，请分几次导入。")
        return file


@require_safe
def blank(request: DeskRequest) -> HttpResponse:  # noqa: ARG001 -- a view
    """The empty workbook to fill in."""
    return HttpResponse(
        template(),
        content_type=XLSX,
        headers={
            "Content-Disposition": "attachment; filename*=UTF-8''%E6%9C%BA%E6%9E%84%E4%BA%BA%E5%91%98%E6%A8%A1%E6%9D%BF.xlsx"
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: DeskRequest) -> HttpResponse:
    """Choosing a file shows what it holds; nothing is entered yet."""
    if request.method != "POST":
        return page(request, FileForm())
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, form, status=REFUSED)
    content: bytes = form.cleaned_data["file"].read()
    try:
        rows = checked(request, content)
    except Refusal as refusal:
        return page(request, FileForm(), refusal=refusal, status=REFUSED)
    return page(request, FileForm(), rows=rows, content=base64.b64encode(content).decode())


@require_POST
def enter(request: DeskRequest) -> HttpResponse:
    """The previewed file is read and checked once more and entered as a whole."""
    actor = acting(request)
    try:
        rows = checked(request, sent(request))
        receipt = enter_bureau(
            organ=looking(request).organ,
            rows=rows,
            actor=f"{actor.number} {actor.name}",
            at=request.at,
            key=key_of(request),
        )
    except Refusal as refusal:
        return page(request, FileForm(), refusal=refusal, status=REFUSED)
    tell(
        request,
        f"导入成功：科室{len(rows.sections)}条，人员{len(rows.people)}条，岗位{len(rows.posts)}条，"
        f"分工{len(rows.portfolios)}条。",
        receipt,
    )
    return redirect("web:organ_people")


def sent(request: DeskRequest) -> bytes:
    try:
        return base64.b64decode(request.POST.get("content", ""), validate=True)
    except (binascii.Error, ValueError) as broken:
        raise Refusal("没有导入：文件没有传完整。", [LOST]) from broken


def checked(request: DeskRequest, content: bytes) -> BureauRows:
    """The rows of the file; raises Refusal with every bad one, and for a file without rows."""
    examine(NAMED, content)  # before a byte of it is unpacked
    rows = read(content)
    found = faults(looking(request).organ, rows)
    if not (rows.sections or rows.people or rows.posts or rows.portfolios):
        found = [EMPTY]
    if found:
        raise Refusal(f"没有导入：有{len(found)}处不合要求。", found)
    return rows


NAMED = "机构人员.xlsx"
LOST = Finding("文件", "没有传完整", "完整的文件", "请重新选择文件。")
EMPTY = Finding("文件", "一行也没有", "至少一行", "请用模板填写后重新选择。")


def page(request: DeskRequest, form: FileForm, *, status: int = 200, **shown: Any) -> HttpResponse:
    return render(request, "web/organ/import.html", {"form": form, **shown}, status=status)
