"""A password must not be built from the words everybody here knows."""

from django.core.exceptions import ValidationError

CONTEXT_WORDS = (
    "zhixing",
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


class LengthValidator:
    """Refuses a password shorter than the office asks for; Django's own says so in English (ID-02)."""

    def __init__(self, min_length: int) -> None:
        self.min_length = min_length

    def validate(self, password: str, user: object = None) -> None:  # noqa: ARG002 -- Django's signature
        if len(password) < self.min_length:
            raise ValidationError(self.get_help_text(), code="password_too_short")

    def get_help_text(self) -> str:
        return f"密码不能少于{self.min_length}个字符。"


class ContextWordsValidator:
    """Refuses a password that contains a word of the house (ID-02)."""

    def validate(self, password: str, user: object = None) -> None:
        lowered = password.lower()
        organ = str(getattr(user, "organ_id", None) or "").lower()
        if any(word in lowered for word in (*CONTEXT_WORDS, organ) if word):
            raise ValidationError("密码不能含有单位、系统或常用名称的拼音或英文。", code="context_word")

    def get_help_text(self) -> str:
        return "密码不能含有单位、系统或常用名称的拼音或英文。"
