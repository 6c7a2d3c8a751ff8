"""What somebody typed comes back as text: on every page, and in every Excel file (IN-11, IN-12)."""

import io
import re
import zipfile
from collections import defaultdict

import pytest

from tests.web.security.crawl import markup, poison
from tests.web.security.crawl.conftest import ROLES, House
from tests.web.security.crawl.walk import FOUND, Seen, name_of, walks

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULAS = ("=1+1", "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1+1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://x.example")',
            "=WEBSERVICE(A1)", "http://x.example/", "＝1+1", "0012")  # fmt: skip
PRINTS, PAPERS = ("/print/",), ("/print/", "/export/", "export=xlsx", "/template/")
FAULT = 500
pytestmark = pytest.mark.sqlite  # PostgreSQL holds fields to their length
Shapes = dict[str, set[tuple[str, str]]]


def marked(text: str, number: int) -> str:
    return f"{text}毒{number}"


def unmarked(text: str, number: int) -> str:
    return f"{text}+{number}"


def pages(house: House) -> list[Seen]:
    clients = {role: house.client(role) for role in ROLES}
    return [seen for _, seen in walks(clients) if seen.is_page and seen.status == FOUND]


def shapes(of: list[Seen]) -> Shapes:
    found: Shapes = defaultdict(set)
    for seen in of:
        found[name_of(seen.address)] |= markup.read(seen.text).shapes
    return found


def test_markup_that_was_typed_comes_back_as_text(house: House) -> None:
    known = {shape for found in shapes(pages(house)).values() for shape in found}
    with poison.typed(markup.PAYLOADS, marked) as replaced:
        after = pages(house)
    assert replaced > 1000
    new = {name: found - known for name, found in shapes(after).items() if found - known}
    assert new == {}
    assert [program for seen in after for program in markup.read(seen.text).programs] == []
    shown = {name_of(seen.address) for seen in after if "毒" in seen.text}
    assert len(shown) > 40  # the texts are there to be seen
    told = "".join(seen.text for seen in after)
    assert "&lt;script&gt;alert(1)" in told
    assert "49" not in re.findall(r"\$\{(.*?)毒", told)


@pytest.mark.parametrize("payload", markup.PAYLOADS, ids=range(len(markup.PAYLOADS)))
def test_markup_that_is_not_escaped_would_be_noticed(payload: str) -> None:
    """Each payload does something unless it is escaped, or is there to show that text stays text."""
    page = (
        '<p title="{0}" data-x=\'{0}\'>{0}</p><textarea>{0}</textarea><title>{0}</title><a href="{0}">x</a>'
    )
    clean = markup.read(page.replace("{0}", "text"))
    read = markup.read(page.replace("{0}", payload))
    harmless = ("&lt;", "＜", "{{", "${", "<![CDATA[")
    assert read.shapes - clean.shapes or read.programs or payload.startswith(harmless)


def books(house: House) -> dict[str, bytes]:
    """Every Excel file the site hands out, by its address and whoever took it."""
    found: dict[str, bytes] = {}
    for role, seen in walks({role: house.client(role) for role in ROLES}, PRINTS):
        assert "csv" not in seen.kind or seen.address == "/attendance/clock-import/template/"
        if seen.kind == XLSX:
            found[f"{role} {seen.address}"] = seen.content
    return found


def parts(book: bytes, ending: str) -> str:
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        return "".join(package.read(name).decode() for name in package.namelist() if name.endswith(ending))


def test_no_cell_of_an_excel_file_is_a_formula_or_a_link(house: House) -> None:
    with poison.typed(FORMULAS, unmarked):
        found = books(house)
    names = {name_of(place.partition(" ")[2]) for place in found}
    assert len(names) >= 9, names
    for place, book in found.items():
        cells = "".join(parts(book, f"sheet{number}.xml") for number in range(1, 9))
        assert not re.search(r"<f[ >]", cells), place
        assert "<hyperlink" not in cells, place
        assert "http" not in parts(book, ".rels").replace("http://schemas.openxmlformats.org", ""), place
    typed_in = [place for place, book in found.items() if "=1+1+" in parts(book, "sharedStrings.xml")]
    assert len(typed_in) > 3  # the texts stand there, as texts
