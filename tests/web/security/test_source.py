"""What the source never does: SQL put together from text, programs made of text, unpickling, calling out (IN-01 … IN-04, IN-11)."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.house.tree import is_migration, shown, tracked

SOURCES = [path for path in tracked(".py") if shown(path).startswith("zhixing/")]
TEMPLATES = [
    path
    for path in tracked(".html", ".txt")
    if shown(path).startswith("zhixing/") and "templates" in path.parts
]
Check = Callable[[ast.AST], bool]
# the ways out of Python's own library, and the usual libraries that call for one
OUTWARD = {"requests", "httpx", "aiohttp", "urllib3", "pycurl", "ftplib", "smtplib", "telnetlib", "poplib", "imaplib",
           "xmlrpc", "paramiko", "websocket", "websockets", "http.client", "urllib.request", "asyncio"}  # fmt: skip
UNSAFE = {"pickle", "cPickle", "dill", "shelve", "marshal", "jsonpickle", "joblib", "copyreg"}
KNOWN_PROGRAMS = {
    "zhixing/office/papers/form.py",
    "zhixing/office/papers/glyphs.py",
}  # the typesetter's compile
# keyword names put together at run time: each is written in the source, none is typed by anybody
OWN_KEYS = {
    "zhixing/journal/replay.py": "fields that the model's owner declares",
    "zhixing/journal/snapshots.py": "fields that the model's owner declares",
    "zhixing/office/meetings/visibility.py": "literal names",
    "zhixing/regulations/attendance/workflow/overlap.py": "literal names",
    "zhixing/regulations/governance/visibility_topics.py": "literal names",
    "zhixing/search/index.py": "literal names",
    "zhixing/web/list_asked.py": "a literal prefix",
    "zhixing/web/pages/attendance/month_papers.py": "literal names",
    "zhixing/web/pages/attendance/months.py": "the fields of a form",
    "zhixing/web/pages/organ/audit.py": "literal names",
    "zhixing/web/pages/records/listing.py": "what a register declares of itself",
}


def called(node: ast.AST) -> str:
    """The last name of what is called: `objects.raw(…)` → raw."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def root(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return getattr(node, "id", "")


def puts_text_together(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr | ast.BinOp) or called(node) in {"format", "join", "replace"}


def raw_sql(node: ast.AST) -> bool:
    if (
        called(node) in {"raw", "extra"}
        and isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
    ):
        return root(node.func) not in {"logging", "log"}
    if called(node) in {"execute", "executemany", "executescript", "RawSQL"}:
        assert isinstance(node, ast.Call)
        return bool(node.args) and puts_text_together(node.args[0])
    return False


def spread_keys(node: ast.AST) -> bool:
    """`filter(**…)`, `order_by(*…)` and their kin: where a typed name could become part of a statement."""
    if called(node) not in {
        "filter",
        "exclude",
        "annotate",
        "alias",
        "aggregate",
        "order_by",
        "values",
        "values_list",
        "only",
        "get",
    }:
        return False
    assert isinstance(node, ast.Call)
    spread = any(keyword.arg is None for keyword in node.keywords)
    return spread or any(isinstance(argument, ast.Starred) for argument in node.args)


def program_of_text(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in {"eval", "exec", "compile", "__import__", "Template"}
    return called(node) in {"from_string", "Template"}


def imports(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module:
        return {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return set()


def unpickles(node: ast.AST) -> bool:
    if imports(node) & UNSAFE:
        return True
    if called(node) in {"load", "load_all", "full_load", "unsafe_load"} and isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and root(node.func) == "yaml"
    return False


def calls_out(node: ast.AST) -> bool:
    names = imports(node)
    if names & OUTWARD or {name.partition(".")[0] for name in names} & OUTWARD:
        return True
    return called(node) in {"urlopen", "create_connection", "connect_ex", "getaddrinfo"}


def marks_safe(node: ast.AST) -> bool:
    if called(node) == "format_html":
        assert isinstance(node, ast.Call)
        return not isinstance(node.args[0], ast.Constant)
    return called(node) in {"mark_safe", "SafeString", "SafeText"} or any(
        name.endswith("mark_safe") for name in imports(node)
    )


def found(check: Check, sources: list[Path] = SOURCES) -> list[str]:
    return [
        f"{shown(path)}:{getattr(node, 'lineno', 0)}"
        for path in sources
        if not is_migration(path)
        for node in ast.walk(ast.parse(path.read_text()))
        if check(node)
    ]


def files_of(places: list[str]) -> set[str]:
    return {place.partition(":")[0] for place in places}


def test_no_statement_is_put_together_from_text() -> None:
    # PRAGMA and the guards' triggers, with names that stand in the source
    allowed = {"zhixing/site/sqlite/base.py", "zhixing/journal/appendonly.py"}
    assert files_of(found(raw_sql)) <= allowed


def test_names_of_columns_come_from_the_source_alone() -> None:
    assert files_of(found(spread_keys)) <= set(OWN_KEYS)


def test_nothing_makes_a_program_of_text() -> None:
    assert files_of(found(program_of_text)) <= KNOWN_PROGRAMS


def test_nothing_unpickles() -> None:
    assert found(unpickles) == []
    assert settings.SESSION_SERIALIZER == "django.contrib.sessions.serializers.JSONSerializer"


def test_nothing_calls_out_but_single_sign_on() -> None:
    """The sign-in library fetches the organ's own identity service, where one is set; our source fetches nothing."""
    assert found(calls_out) == []


def test_no_text_is_called_safe() -> None:
    assert found(marks_safe) == []


MARKUP = re.compile(
    r"\|\s*safe(?:seq)?\b|autoescape\s+off|\bhx-on|(?<![-\w])on[a-z]+\s*=\s*[\"']|\bstyle\s*=\s*[\"']|javascript:"
)


def unescaped(text: str) -> Iterator[str]:
    yield from (match.group() for match in MARKUP.finditer(text))
    yield from re.findall(r"<script(?![^>]*(?:\bsrc=|type=\"application/json\"))[^>]*>", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_a_template_escapes_everything(path: Path) -> None:
    assert list(unescaped(path.read_text())) == []


FAULTS: dict[str, tuple[Check, tuple[str, ...]]] = {
    "SQL": (
        raw_sql,
        (
            'Entry.objects.raw("…")',
            'rows.extra(where=["…"])',
            'cursor.execute(f"DELETE {name}")',
            'cursor.execute("…%s" % name)',
        ),
    ),
    "keys": (spread_keys, ("rows.filter(**request.GET)", "rows.order_by(*asked)", "rows.annotate(**names)")),
    "programs": (
        program_of_text,
        ("eval(text)", "exec(text)", "compile(text, '', 'exec')", "Template(text)"),
    ),
    "pickle": (unpickles, ("import pickle", "yaml.load(text)", "from marshal import loads")),
    "outward": (calls_out, ("import requests", "from urllib.request import urlopen", "import http.client")),
    "safe": (
        marks_safe,
        ("mark_safe(text)", "format_html(text)", "from django.utils.safestring import mark_safe"),
    ),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_each_fault_would_be_found(kind: str) -> None:
    check, lines = FAULTS[kind]
    for line in lines:
        assert any(check(node) for node in ast.walk(ast.parse(line))), line


@pytest.mark.parametrize(
    "text",
    ["{{ name|safe }}", "{% autoescape off %}", '<a onclick="x()">', "<script>x()</script>", '<p style="color:red">', '<a href="javascript:x()">'],
)  # fmt: skip
def test_unescaped_markup_would_be_found(text: str) -> None:
    assert list(unescaped(text))
