"""A password must not be built from the words everybody here knows, nor from those everybody uses."""

import re
from collections.abc import Iterator

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from zhixing.organ.models import Account

CONTEXT_WORDS = (
    "zhixing",
    "制行",
    "zhidu",
    "lucheng",
    "wenzhou",
    "jingxin",
    "jxj",
    "kaoqin",
    "bangong",
    "admin",
    "password",
)
SHORTEST = 3  # letters of a word that tells something; two Chinese characters do
AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")


class LengthValidator:
    """Refuses a password shorter than the office asks for; Django's own says so in English (ID-02)."""

    def __init__(self, min_length: int) -> None:
        self.min_length = min_length

    def validate(self, password: str, user: object = None) -> None:  # noqa: ARG002 -- Django's signature
        if len(password) < self.min_length:
            raise ValidationError(self.get_help_text(), code="password_too_short")

    def get_help_text(self) -> str:
        return f"密码不能少于{self.min_length}个字符。"


class DerivedPasswordValidator:
    """Refuses a common password made long: digits and signs around it, or itself once more (ID-02)."""

    def __init__(self) -> None:
        self.common: set[str] = CommonPasswordValidator().passwords

    def validate(self, password: str, user: object = None) -> None:  # noqa: ARG002 -- Django's signature
        lowered = password.lower()
        if any(core in self.common for core in (AROUND.sub("", lowered), *halves(lowered))):
            raise ValidationError(self.get_help_text(), code="derived_password")

    def get_help_text(self) -> str:
        return "密码不能由常见密码加数字、符号或者重复而成。"


class ContextWordsValidator:
    """Refuses a password that contains a word of the house or of its holder (ID-02)."""

    def validate(self, password: str, user: object = None) -> None:
        lowered = password.lower()
        joined = re.sub(r"[\W_]", "", lowered)
        own = words_of(user) if isinstance(user, Account) else ()
        if any(word in lowered or word in joined for word in (*CONTEXT_WORDS, *own)):
            raise ValidationError(self.get_help_text(), code="context_word")

    def get_help_text(self) -> str:
        return "密码不能含有单位、系统、本人的名称和编号，以及它们的拼音或英文。"


def halves(password: str) -> Iterator[str]:
    """What the password says twice or more often, if it does."""
    for length in range(1, len(password) // 2 + 1):
        if password == (password[:length] * len(password))[: len(password)] and not len(password) % length:
            yield password[:length]


def words_of(account: Account) -> Iterator[str]:
    """Names and numbers of the holder and the organ, as they may be typed in a password."""
    person, organ = account.person, account.organ
    told = [account.username]
    if organ is not None:
        told += [organ.key, organ.name, organ.short_name, organ.code_word]
    if person is not None:
        told += [person.name, person.number, person.pinyin.replace(" ", "")]
    for word in told:
        lowered = word.strip().lower()
        if len(lowered.encode()) >= SHORTEST:
            yield lowered
