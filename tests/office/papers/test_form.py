import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from zhixing.law.refusal import Refusal
from zhixing.office.papers import Envelope, print_form
from zhixing.office.papers import form as form_of_papers

PLAIN = Path(form_of_papers.__file__).parent / "plain.typ"
AT = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
DATA: dict[str, object] = {
    "行": [["姓名", "顾星河"], ["假别", "事假"], ["事由", "家中有事。"]],
    "环节": [
        {"名称": "分管局长意见", "意见": [{"意见": "同意。", "姓名": "吴慕川", "日期": "2026年3月2日"}]}
    ],
    "依据": ["《考勤制度》一、2"],
}


def envelope(*, draft: bool = False) -> Envelope:
    return Envelope(
        organ="鹿城区经济和信息化局", title="请（休）假审批表", number="假〔2026〕12号", state="已同意",
        by="叶知秋", at=AT, receipt="lucheng-000123-3fa4c1d2e5f60718", draft=draft,
    )  # fmt: skip


def text_of(pdf: bytes) -> str:
    """What the file says, without the gaps that typesetting puts between Chinese and figures."""
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def test_a_form_shows_what_was_filled_in_its_opinions_and_its_foot() -> None:
    text = text_of(print_form(PLAIN, DATA, envelope()))
    for part in (
        "请（休）假审批表",
        "顾星河",
        "分管局长意见",
        "吴慕川",
        "《考勤制度》一、2",
        "假〔2026〕12号",
    ):
        assert part in text
    assert "打印时间：2026-03-0209:30" in text
    assert "lucheng-000123-3fa4c1d2e5f60718" in text


def test_the_same_form_is_the_same_file_to_the_byte() -> None:
    assert print_form(PLAIN, DATA, envelope()) == print_form(PLAIN, DATA, envelope())


def test_the_file_is_pdf_a() -> None:
    metadata = PdfReader(io.BytesIO(print_form(PLAIN, DATA, envelope()))).xmp_metadata
    assert metadata is not None
    assert b"<pdfaid:part>2</pdfaid:part>" in metadata.stream.get_data()


def test_an_unfinished_form_says_draft_across_the_sheet() -> None:
    assert "草稿" in text_of(print_form(PLAIN, DATA, envelope(draft=True)))
    assert "草稿" not in text_of(print_form(PLAIN, DATA, envelope()))


def test_what_a_user_typed_is_never_markup() -> None:
    typed = '#panic("x") = 标题 $x^2$ *粗* @a <b> //注 #read("/site/settings/base.py")'
    text = text_of(print_form(PLAIN, {"行": [["事由", typed]]}, envelope()))
    assert "#panic" in text
    assert "*粗*" in text
    assert "SECRET_KEY" not in text


def test_long_opinions_run_on_to_the_next_page_and_lose_nothing() -> None:
    sentence = "请办公室按照规定抓紧办理，并将结果及时报告。"
    data = {"环节": [{"名称": "局长意见", "意见": [
        {"意见": sentence * 6, "姓名": f"第{n}人", "日期": ""} for n in range(30)
    ]}]}  # fmt: skip
    pdf = print_form(PLAIN, data, envelope())
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 1
    assert "第29人" in text_of(pdf)


def test_signs_without_a_face_are_all_named_and_nothing_is_printed() -> None:
    with pytest.raises(Refusal) as refused:
        print_form(PLAIN, {"行": [["姓名", "王\U00020000\U00020001"]]}, envelope())
    assert [finding.found for finding in refused.value.findings] == [
        "\U00020000（U+20000）", "\U00020001（U+20001）"
    ]  # fmt: skip


def test_a_float_never_reaches_paper() -> None:
    with pytest.raises(TypeError):
        form_of_papers.compile(PLAIN, {"行": [["金额", 0.1]]}, at=AT)
