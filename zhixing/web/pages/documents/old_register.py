"""旧登记簿导入: the template, a preview with every bad row, and then all or nothing."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from django import forms
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from zhixing.files.store import examine
from zhixing.law.refusal import Finding, Refusal
from zhixing.office.papers.columns import Column
from zhixing.office.papers.ledger import Ledger, write
from zhixing.organ.authority import holds
from zhixing.regulations.documents.workflow.numbers import CLERKS
from zhixing.regulations.documents.workflow.old_registers import REGISTERS, Register, bring_in, judged
from zhixing.web.pages.answering import REFUSED, cited, key_of, tell
from zhixing.web.requests import DeskRequest, acting, looking

BOTH = ["GET", "HEAD", "POST"]
LARGEST = 4 * 1024 * 1024
SHOWN = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LOST = Finding("文件", "没有传完整", "完整的文件", "请重新选择文件。")


class FileForm(forms.Form):
    file = forms.FileField(label="Excel文件或者CSV文件（不超过4兆）")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError("文件超过4兆，请分几次导入。")
        return file


@require_safe
def old_template(request: DeskRequest, name: str) -> FileResponse:
    """The empty register to fill in."""
    register = of_clerk(request, name)
    ledger = Ledger(
        title=register.title, organ=looking(request).organ.name, period="旧登记簿", made_by=acting(request).name,
        made_at=request.at, columns=tuple(Column(one.title, width=20) for one in register.columns), rows=(),
    )  # fmt: skip
    return FileResponse(
        iter([write(ledger)]), filename=f"旧{register.title}.xlsx", content_type=XLSX, as_attachment=True
    )


@require_http_methods(BOTH)
def old_register(request: DeskRequest, name: str) -> HttpResponse:
    """Choosing a file shows what it holds; 确定导入 enters it as a whole."""
    register = of_clerk(request, name)
    if request.method != "POST":
        return page(request, name, FileForm())
    try:
        if request.POST.get("act") == "确定导入":
            return entered(request, name, register)
        return previewed(request, name, register)
    except Refusal as refusal:
        told = cited(refusal, looking(request).day)
        return page(request, name, FileForm(), refusal=told, status=REFUSED)


def of_clerk(request: DeskRequest, name: str) -> Register:
    """Registers are the clerk's."""
    if name not in REGISTERS or not holds(acting(request), CLERKS, looking(request).day):
        raise Http404
    return REGISTERS[name]


def previewed(request: DeskRequest, name: str, register: Register) -> HttpResponse:
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, name, form, status=REFUSED)
    file = form.cleaned_data["file"]
    content: bytes = file.read()
    examine(str(file.name), content)  # before a byte of it is unpacked
    rows, faults = judged(register, looking(request).organ, str(file.name), content, looking(request).day)
    if faults:
        raise Refusal(f"没有导入：有{len(faults)}处不合要求。", faults)
    heads = [one.title for one in register.columns]
    shown = [[row.values.get(head) for head in heads] for row in rows[:SHOWN]]
    return page(
        request, name, FileForm(), rows=shown, heads=heads, count=len(rows), file_name=str(file.name),
        content=base64.b64encode(content).decode(),
    )  # fmt: skip


def entered(request: DeskRequest, name: str, register: Register) -> HttpResponse:
    try:
        content = base64.b64decode(request.POST.get("content", ""), validate=True)
    except (binascii.Error, ValueError) as broken:
        raise Refusal("没有导入：文件没有传完整。", [LOST]) from broken
    file_name = request.POST.get("file_name", "")[:200] or "旧登记簿.xlsx"
    examine(file_name, content)
    receipt = bring_in(
        register=register,
        name=file_name,
        content=content,
        actor=acting(request),
        at=request.at,
        key=key_of(request),
    )
    tell(request, f"旧{register.title}已导入。", receipt)
    return redirect(f"web:{name}")


def page(request: DeskRequest, name: str, form: FileForm, *, status: int = 200, **shown: Any) -> HttpResponse:
    context = {"form": form, "name": name, "register": REGISTERS[name], "back": f"web:{name}", **shown}
    return render(request, "web/documents/old_register.html", context, status=status)
