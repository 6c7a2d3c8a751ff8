"""Who may sign in. There is no superuser: nobody stands above the policies (AC-06)."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from zhixing.organ.models.organ import Organ
from zhixing.organ.models.people import Person

# 三员分立：one field, so that no account is two of them (AC-05).
OFFICERS = [("系统管理员", "系统管理员"), ("安全管理员", "安全管理员"), ("审计管理员", "审计管理员")]


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username=username)


class Account(AbstractBaseUser):
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="accounts", null=True)
    person = models.OneToOneField(Person, models.PROTECT, null=True, blank=True, related_name="account")
    # Who bears one of the three offices: the account itself does no business, so it is nobody's desk.
    bearer = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="offices")
    username = models.CharField("账号", max_length=60, unique=True)
    email = models.EmailField("邮箱", blank=True)
    first_name = models.CharField(max_length=60, blank=True)
    last_name = models.CharField(max_length=60, blank=True)
    officer = models.CharField("三员", max_length=8, choices=OFFICERS, blank=True)
    is_active = models.BooleanField("启用", default=True)
    date_joined = models.DateTimeField("建立时间", auto_now_add=True)
    closed_at = models.DateTimeField("停用时间", null=True, blank=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    is_superuser = False
    is_staff = False

    objects = AccountManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(officer="") | models.Q(person=None), name="an_officer_does_no_business"
            ),
            models.CheckConstraint(
                condition=models.Q(bearer=None) | ~models.Q(officer=""), name="only_an_office_is_borne"
            ),
            models.UniqueConstraint(
                fields=["bearer"], condition=models.Q(closed_at=None), name="one_of_the_three_offices"
            ),
        ]

    def __str__(self) -> str:
        return self.person.name if self.person else self.username

    @property
    def holder(self) -> Person | None:
        """Whose account it is: the person at the desk, or who bears the office."""
        return self.person or self.bearer

    @property
    def standing(self) -> str:
        """启用, 待授权 (registered and not yet granted) or 停用."""
        if self.is_active:
            return "启用"
        return "停用" if self.closed_at else "待授权"

    def has_perm(self, perm: str, obj: object = None) -> bool:  # noqa: ARG002 -- Django's signature
        return False

    def has_module_perms(self, app_label: str) -> bool:  # noqa: ARG002 -- Django's signature
        return False
