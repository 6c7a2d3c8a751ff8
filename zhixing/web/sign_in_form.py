"""The sign-in form in the words of the office; a forgotten password is the system administrator's business."""

from typing import Any

from allauth.account.forms import LoginForm


class SignInForm(LoginForm):  # type: ignore[misc]  # the library carries no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "账号"
        self.fields["login"].widget.attrs |= {"placeholder": "", "autofocus": "autofocus"}
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs["placeholder"] = ""
