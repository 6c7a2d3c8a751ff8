"""Not one of a hundred and fifty harmful files is kept (IN-06)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.files.corpus import WHOLE, corpus
from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.law.refusal import Refusal

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 19, 1, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path, settings: Settings) -> Path:
    settings.FILES_ROOT = tmp_path / "files"
    return tmp_path / "files"


def kept(name: str, content: bytes) -> bool:
    try:
        keep(organ="lucheng-jx", name=name, content=content, by="E001", at=NOW)
    except Refusal:
        return False
    return True


def test_none_of_them_is_kept(place: Path) -> None:
    tried = list(corpus())
    assert len(tried) >= 150
    assert [(what, name) for what, name, content in tried if kept(name, content)] == []
    assert not StoredFile.objects.exists()
    assert [path for path in place.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("kind", WHOLE)
def test_the_same_kinds_without_harm_are_kept(kind: str, place: Path) -> None:
    assert kept(f"x.{kind}", WHOLE[kind])
    [stored] = [path for path in place.rglob("*") if path.is_file()]
    assert (stored.suffix, stored.stat().st_mode & 0o777) == ("", 0o600)
