"""Three hundred addresses under which carelessly set up sites give themselves away (CF-03)."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.web.bureau import Bureau

pytestmark = pytest.mark.django_db
STEMS = (
    "settings",
    "config",
    "backup",
    "db",
    "database",
    "site",
    "www",
    "zhixing",
    "index",
    "admin",
    "web",
    "data",
)
ENDINGS = (
    "py",
    "pyc",
    "php",
    "bak",
    "old",
    "zip",
    "tar.gz",
    "sql",
    "json",
    "yml",
    "ini",
    "env",
    "log",
    "swp",
    "sqlite3",
)
KNOWN = (Path(__file__).parent / "known_paths.txt").read_text().split()
PATHS = [*KNOWN, *(f"/{stem}.{ending}" for stem in STEMS for ending in ENDINGS)]
PATHS += [f"/static/{stem}.{ending}" for stem in STEMS[:3] for ending in ENDINGS]
TELLING = (
    "Traceback",
    "SECRET_KEY",
    "INSTALLED_APPS",
    "[core]",
    "root:x:",
    "sqlite3",
    "site-packages",
    "Django",
)


def gives_away(client: Client, path: str) -> str:
    answer = client.get(path)
    said = str(b"".join(iter(answer)), "utf-8", "replace")
    if answer.status_code == 302 and answer.headers["Location"].startswith("/sign-in/"):
        return ""
    if answer.status_code not in {301, 400, 404}:
        return f"{path} {answer.status_code}"
    found = [word for word in (*TELLING, str(settings.SECRET_KEY)) if word in said]
    return f"{path} {found}" if found else ""


def test_there_are_three_hundred() -> None:
    assert len(set(PATHS)) >= 300


def test_a_guest_finds_none_of_them(bureau: Bureau) -> None:
    guest = Client(raise_request_exception=False)
    assert [told for path in PATHS if (told := gives_away(guest, path))] == []


def test_staff_find_none_of_them(staff: Client) -> None:
    assert [told for path in PATHS if (told := gives_away(staff, path))] == []


def test_a_page_that_is_there_would_be_found(staff: Client) -> None:
    assert gives_away(staff, "/desk/") == "/desk/ 200"


def test_a_fault_shows_neither_its_words_nor_its_place(
    staff: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("inner words")

    monkeypatch.setattr("zhixing.web.pages.search.kinds", broken)
    answer = staff.get("/search/", {"q": "请假"})
    said = answer.content.decode()
    assert answer.status_code == 500
    assert "系统故障" in said
    for word in ("inner words", "ZeroDivision", *TELLING, ".py", "5.2"):
        assert word not in said
    assert not {"Server", "X-Powered-By"} & set(answer.headers)
