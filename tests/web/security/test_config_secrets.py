"""The installation's secret: long, from outside, exchangeable; and no other secret in the tree (CF-01, CF-04, CR-02)."""

import re
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import signing
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client
from pytest_django import Settings

from tests.house.tree import ROOT, shown, tracked
from tests.web.bureau import Bureau, build
from tests.web.security import production
from zhixing.site.secrets import secret_from_environment
from zhixing.web import sealing

CHECK = ("-m", "django", "check", "--deploy", "--fail-level", "WARNING")
OLD, NEW = "old-" + "o" * 60, "new-" + "n" * 60
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[abp]-[0-9A-Za-z-]{20}"
    r"|eyJhbGciOi[A-Za-z0-9_-]{20}|zx_[A-Za-z0-9_-]{40}"
    r"|(?i:secret_key|password|passwd|api_key|access_token)\w*\s*[:=]\s*[\"'][^\"'\s{}$]{8,}[\"']"
)
# what tests and the demo bureau, which serves this machine only, are known to hold
OPEN = ("tests/", "zhixing/cli/demo/", "zhixing/site/settings/test.py", "benchmarks/")


def test_the_deployment_check_has_no_word_of_warning(folder: Path) -> None:
    done = production.run(folder, *CHECK)
    assert (done.returncode, "no issues (0 silenced)" in done.stdout) == (0, True), done.stderr


def test_the_deployment_check_sees_what_is_lacking(folder: Path) -> None:
    done = production.run(folder, *CHECK, DJANGO_SETTINGS_MODULE="zhixing.site.settings.test")
    assert done.returncode != 0
    assert "security.W004" in done.stderr


@pytest.mark.parametrize("secret", ["", "x" * 49, "short"])
def test_a_real_organ_does_not_start_with_a_short_secret(secret: str, folder: Path) -> None:
    done = production.run(folder, *CHECK, ZHIXING_SECRET_KEY=secret)
    assert done.returncode != 0
    assert "密钥不足50个字符" in done.stderr
    assert not secret or secret not in done.stderr.replace("SECRET_KEY", "")


def test_the_secret_comes_from_a_file_or_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret").write_text(f"{NEW}\n")
    monkeypatch.setenv("ZHIXING_SECRET_KEY", OLD)
    assert secret_from_environment() == OLD
    monkeypatch.setenv("ZHIXING_SECRET_FILE", str(tmp_path / "secret"))
    assert secret_from_environment() == NEW
    (tmp_path / "secret").write_text("short")
    with pytest.raises(ImproperlyConfigured):
        secret_from_environment()


def signed_in_under_the_old_secret(bureau: Bureau, settings: Settings) -> Client:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = OLD, []
    client = Client()
    client.force_login(bureau.accounts["职员"])
    assert client.get("/desk/").status_code == 200
    return client


def test_a_secret_is_exchanged_while_people_work(bureau: Bureau, settings: Settings) -> None:
    client = signed_in_under_the_old_secret(bureau, settings)
    signed, sealed = signing.dumps("令"), sealing.seal("口令")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert client.get("/desk/").status_code == 200
    assert (signing.loads(signed), sealing.unseal(sealed)) == ("令", "口令")
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get("/desk/").status_code == 200  # the session was renewed under the new secret
    with pytest.raises(signing.BadSignature):
        signing.loads(signed)


def test_a_secret_that_is_simply_replaced_ends_every_session(bureau: Bureau, settings: Settings) -> None:
    client = signed_in_under_the_old_secret(bureau, settings)
    settings.SECRET_KEY = NEW
    assert client.get("/desk/").status_code == 302


def test_the_tree_holds_no_secret() -> None:
    found = [
        f"{shown(path)}: {match.group()[:40]}"
        for path in tracked(
            ".py", ".toml", ".md", ".txt", ".in", ".html", ".js", ".json", ".yml", "Makefile", "run"
        )
        if not shown(path).startswith(OPEN)
        for match in SECRETS.finditer(path.read_text())
    ]
    assert found == []


@pytest.mark.parametrize("line", ['SECRET_KEY = "django-insecure-abcdef"', "-----BEGIN RSA PRIVATE KEY-----"])
def test_a_secret_in_the_tree_would_be_found(line: str) -> None:
    assert SECRETS.search(line)
    assert not SECRETS.search('SECRET_KEY = ""\nSECRET_KEY = secret_from_environment()')
    assert ROOT.joinpath(".gitignore").read_text().count("var/") == 1


def bytes_of_the_database() -> bytes:
    name = str(connection.settings_dict["NAME"])
    return b"".join(path.read_bytes() for path in Path(name).parent.glob(Path(name).name + "*"))


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_the_secrets_of_a_second_factor_are_not_in_the_database_file() -> None:
    account = build().accounts["职员"]
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    codes = RecoveryCodes.activate(account).get_unused_codes()
    assert Authenticator.objects.count() == 2
    whole = bytes_of_the_database()
    assert account.username.encode() in whole  # the file is the one that holds them
    for hidden in (secret, *codes):
        assert hidden.encode() not in whole
