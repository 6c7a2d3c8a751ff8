"""导入考勤机文件: a preview with every bad row at once, then all or nothing; a repeat adds nothing (02-1.1a)."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhixing.files.models import StoredFile
from zhixing.files.store import examine, keep, open_checked
from zhixing.law.refusal import Refusal
from zhixing.organ.policy import visible
from zhixing.organ.uploads import uploader
from zhixing.regulations.attendance.models import ClockImport
from zhixing.regulations.attendance.workflow.clock_import import Preview, import_clock_file, preview
from zhixing.web.pages.answering import REFUSED, attempt, cited, unreadable
from zhixing.web.paging import page_of
from zhixing.web.requests import DeskRequest, acting, looking

MOST_SHOWN = 300
HEADINGS = ("工号", "姓名", "打卡时间")
BOM = "\ufeff"


class FileForm(forms.Form):
    file = forms.FileField(
        label="考勤机文件", help_text="CSV 或者 Excel（.xlsx），第一行是表头。",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def clock_import(request: DeskRequest) -> HttpResponse:
    if request.method != "POST":
        return page(request, FileForm())
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, form, refusal=unreadable(form, "文件没有读。"))
    try:
        seen, stored = previewed(request, form.cleaned_data["file"])
    except Refusal as refusal:
        return page(request, FileForm(), refusal=cited(refusal, looking(request).day))
    return render(request, "web/attendance/clock_preview.html", {"seen": seen, "stored": stored, **few(seen)})


def previewed(request: DeskRequest, file: "UploadedFile[Any]") -> tuple[Preview, StoredFile]:
    """What the file would do; a file with bad rows raises a Refusal with all of them and is not kept."""
    name, content, person = str(file.name), file.read(), acting(request)
    examine(name, content)  # before a byte of it is unpacked
    seen = preview(looking(request).organ, name=name, content=content, at=request.at)
    if seen.faults:
        said = f"文件不能导入：{seen.rows}行里有{len(seen.faults)}处不对，整份都不收。"
        raise Refusal(said, seen.faults)
    stored = keep(organ=person.organ_id, name=name, content=content, by=uploader(person), at=request.at)
    return seen, stored


def few(seen: Preview) -> dict[str, Any]:
    return {"new": seen.new[:MOST_SHOWN], "known": seen.known[:MOST_SHOWN], "most": MOST_SHOWN}


@require_POST
def clock_confirm(request: DeskRequest) -> HttpResponse:
    """The previewed file, read from the store and judged once more, goes in as a whole."""
    person = acting(request)
    number = request.POST.get("file", "")
    own = StoredFile.objects.filter(organ=person.organ_id, by=uploader(person))
    stored = get_object_or_404(own, pk=int(number) if number.isdecimal() else 0)
    content = open_checked(stored)
    try:
        seen = preview(looking(request).organ, name=stored.name, content=content, at=request.at)
    except Refusal as unfit:
        return page(request, FileForm(), refusal=cited(unfit, looking(request).day))
    refusal = attempt(
        request, told(seen),
        lambda key: import_clock_file(
            actor=person, name=stored.name, content=content, at=request.at, key=key
        ),
    )  # fmt: skip
    return page(request, FileForm(), refusal=refusal) if refusal else redirect("web:clock_import")


def told(seen: Preview) -> str:
    if not seen.new:
        return f"“{seen.name}”里没有新的签到，已有的没有重复记。"
    return f"“{seen.name}”已导入：{seen.rows}行，新记签到{len(seen.new)}次，其余没有重复记。"


def page(request: DeskRequest, form: FileForm, *, refusal: Refusal | None = None) -> HttpResponse:
    imports = visible(looking(request), ClockImport).select_related("by").order_by("-at")
    context = {
        **page_of(request, imports, "web:clock_import"),
        "form": form,
        "refusal": refusal,
        "headings": HEADINGS,
    }
    return render(request, "web/attendance/clock_import.html", context, status=REFUSED if refusal else 200)


@require_safe
def clock_template(request: DeskRequest) -> HttpResponse:  # noqa: ARG001 -- a view
    """The head row alone; Excel reads it as UTF-8 by its mark."""
    answer = HttpResponse(f"{BOM}{','.join(HEADINGS)}\r\n", content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = "attachment; filename*=UTF-8''kaoqinji.csv"
    return answer
