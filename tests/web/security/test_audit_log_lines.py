"""What is typed at the door or raised inside stays one marked line of the log (AU-08)."""

import io
import logging
import logging.config
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.web.bureau import Bureau
from tests.web.security.conftest import signed_in
from zhixing.site.log_lines import GOES_ON, encoded

FORGED = "2026-11-23 08:00:00,000 WARNING zhixing.refused refused account=1 page=forged"
ATTACKS = {
    "line break": f"a\r\n{FORGED}",
    "line feed": f"a\n{FORGED}",
    "return": f"a\r{FORGED}",
    "direction turned": "a\u202etxt.exe",
    "isolate": "a\u2066b\u2069",
    "no character": "a\x00b",
    "escape of a terminal": "a\x1b[2Jb",
    "next line": f"a\x85{FORGED}",
    "line separator": f"a\u2028{FORGED}",
    "paragraph separator": f"a\u2029{FORGED}",
    "no width": "a\u200bb",
    "half a pair": "a\ud800b",
}
BEGINS = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ \S+ ")


@pytest.fixture
def formatter() -> logging.Formatter:
    """As the settings furnish it."""
    formatters: Any = settings.LOGGING["formatters"]
    made = logging.config.DictConfigurator({"version": 1}).configure_formatter(dict(formatters["plain"]))
    assert isinstance(made, logging.Formatter)
    return made


@pytest.fixture
def log(formatter: logging.Formatter) -> Iterator[io.StringIO]:
    """What the house's own handler writes."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.addHandler(handler)
    yield written
    root.removeHandler(handler)


def lines(log: io.StringIO) -> list[str]:
    return log.getvalue().splitlines()  # breaks at every separator that Unicode knows


def sound(log: io.StringIO) -> bool:
    return all(BEGINS.match(line) or line.startswith(GOES_ON) for line in lines(log))


def forged(log: io.StringIO) -> list[str]:
    return [line for line in lines(log) if line.startswith(FORGED[:50])]


def event(said: str, *typed: str) -> logging.LogRecord:
    return logging.LogRecord("zhixing.refused", logging.WARNING, "", 0, said, typed, None)


@pytest.mark.parametrize("attack", ATTACKS)
def test_one_event_is_one_line(attack: str, formatter: logging.Formatter) -> None:
    line = formatter.format(event("refused account=%s", ATTACKS[attack]))
    assert BEGINS.match(line)
    assert all(letter.isprintable() for letter in line)


def test_a_plain_formatter_would_be_deceived() -> None:
    assert FORGED in logging.Formatter("%(message)s").format(event("%s", ATTACKS["line feed"])).splitlines()


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_text_of_a_fault_forges_no_line(attack: str, formatter: logging.Formatter) -> None:
    fault = ValueError(ATTACKS[attack])
    broken = event("broken")
    broken.exc_info = (ValueError, fault, fault.__traceback__)
    first, *others = formatter.format(broken).splitlines()
    assert BEGINS.match(first)
    assert others
    assert all(line.startswith(GOES_ON) for line in others)


def test_chinese_is_written_as_it_is() -> None:
    assert encoded("拒绝访问：张三（科员）") == "拒绝访问：张三（科员）"


@pytest.mark.django_db
@pytest.mark.parametrize("attack", [name for name in ATTACKS if name != "half a pair"])
@pytest.mark.parametrize("field", ["login", "password", "next", "csrfmiddlewaretoken", "remember"])
def test_no_field_of_the_sign_in_forges_a_line(
    field: str, attack: str, bureau: Bureau, log: io.StringIO
) -> None:
    cache.clear()
    client = Client(raise_request_exception=False)
    typed = {"login": "lucheng-jx-1", "password": "wrong-and-long-enough", field: ATTACKS[attack]}
    answer = client.post(reverse("account_login"), typed, headers={"User-Agent": "x"})
    assert answer.status_code < 500
    assert sound(log)
    assert forged(log) == []


@pytest.mark.django_db
@pytest.mark.parametrize("attack", [name for name in ATTACKS if name != "half a pair"])
def test_no_address_forges_a_line(attack: str, bureau: Bureau, log: io.StringIO) -> None:
    client = signed_in(bureau, "职员")
    raw = ATTACKS[attack].encode().decode("latin-1")
    for path in (f"/organ/{raw}/", f"/law/{raw}/", f"/api/{raw}", f"/desk/{raw}"):
        assert client.get("/", PATH_INFO=path).status_code < 500
    assert client.get("/organ/audit/", headers={"User-Agent": "x", "Referer": "y"}).status_code == 403
    assert lines(log)
    assert sound(log)
    assert forged(log) == []
