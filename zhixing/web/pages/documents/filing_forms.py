"""What is typed about the papers of a year (09-3)."""

from __future__ import annotations

from typing import Any

from django import forms

from zhixing.regulations.documents.models import FiledPaper
from zhixing.regulations.documents.models.filing import CATEGORIES
from zhixing.web.pages.records.forms import RecordForm, SectionField
from zhixing.web.pages.records.forms import day as calendar_day
from zhixing.web.pages.records.forms import text as short

FIRST_YEAR, LAST_YEAR, MOST_PAGES = 2018, 2100, 99_999


class BeginForm(RecordForm):
    """整理上年度文件."""

    section = SectionField("科室")
    year = forms.IntegerField(label="文件年度", min_value=FIRST_YEAR, max_value=LAST_YEAR)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = self.on_day.year - 1


class AddForm(RecordForm):
    """添加登记簿以外的文件."""

    title = short("题名", 300)
    author = short("责任者", 100)
    number = short("文号", 60, required=False)
    day = calendar_day("日期")
    pages = forms.IntegerField(label="页数", min_value=1, max_value=MOST_PAGES)
    category = forms.ChoiceField(label="文件类别", choices=CATEGORIES, initial="一般事务")
    remark = short("备注", 300, required=False)
    file = forms.FileField(label="电子件", required=False)


class SortForm(RecordForm):
    """定文件类别; the kind decides how long a paper is kept."""

    category = forms.ChoiceField(label="文件类别", choices=CATEGORIES, help_text="保管期限按类别定。")
    pages = forms.IntegerField(label="页数", min_value=1, max_value=MOST_PAGES)

    def __init__(self, *args: Any, paper: FiledPaper, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].initial, self.fields["pages"].initial = paper.category, paper.pages


class ReasonForm(RecordForm):
    """退回、不归档 with the reason."""

    reason = short("原因", 300)


class TakeForm(RecordForm):
    """接收归档."""

    fonds = short("全宗号", 20, "档案馆编给本单位的全宗号。")
