"""What a printed form must hold to last: PDF/A-2 with its profile, its fonts and its words (ISO 19005-2)."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.office.papers.test_form import DATA, PLAIN, envelope
from zhixing.office.papers import print_form

EMBEDDED = {"/FontFile", "/FontFile2", "/FontFile3"}


@pytest.fixture(scope="module")
def form() -> PdfReader:
    return PdfReader(io.BytesIO(print_form(PLAIN, DATA, envelope())))


def objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    size: Any = reader.trailer["/Size"]
    for number in range(1, int(size)):
        found = reader.get_object(number)
        if isinstance(found, DictionaryObject):
            yield found


def test_the_metadata_claims_part_2_level_a_which_holds_all_of_level_b(form: PdfReader) -> None:
    assert form.xmp_metadata is not None
    metadata = form.xmp_metadata.stream.get_data()
    assert b"<pdfaid:part>2</pdfaid:part>" in metadata
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in metadata


def test_every_font_is_embedded_and_says_which_sign_is_which(form: PdfReader) -> None:
    descriptors = [one for one in objects(form) if one.get("/Type") == "/FontDescriptor"]
    composite = [one for one in objects(form) if one.get("/Subtype") == "/Type0"]
    assert len(descriptors) > 0
    assert [one["/FontName"] for one in descriptors if not EMBEDDED & set(one)] == []
    assert [one["/BaseFont"] for one in composite if "/ToUnicode" not in one] == []
    assert not any(one.get("/Subtype") in {"/Type1", "/TrueType"} for one in objects(form))


def test_colours_have_a_profile_and_the_text_has_its_structure(form: PdfReader) -> None:
    root: Any = form.root_object
    [intent] = [one.get_object() for one in root["/OutputIntents"]]
    assert intent["/S"] == "/GTS_PDFA1"
    assert len(intent["/DestOutputProfile"].get_object().get_data()) > 0
    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("zh")


def test_nothing_in_the_file_runs_hides_or_comes_from_elsewhere(form: PdfReader) -> None:
    assert not form.is_encrypted
    assert "/ID" in form.trailer
    kinds = {one.get("/S") for one in objects(form)} | {one.get("/Type") for one in objects(form)}
    assert not kinds & {"/JavaScript", "/Launch", "/URI", "/Filespec", "/EmbeddedFile", "/Movie", "/Sound"}
