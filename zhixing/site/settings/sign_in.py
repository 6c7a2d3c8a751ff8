"""Who is let in, how passwords are kept, and when a door closes."""

from datetime import timedelta
from typing import Any

import environ

env = environ.Env()

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "web:home"
LOGOUT_REDIRECT_URL = "account_login"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
PASSWORD_LENGTH = 12
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "zhixing.web.passwords.LengthValidator",
        "OPTIONS": {"min_length": PASSWORD_LENGTH},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "zhixing.web.passwords.DerivedPasswordValidator"},
    {"NAME": "zhixing.web.passwords.ContextWordsValidator"},
]

# An unattended desk closes by itself; nobody stays signed in overnight.
SESSION_IDLE_LIMIT = timedelta(minutes=15)
SESSION_WHOLE_LIMIT = timedelta(hours=12)
SESSION_ENGINE = "zhixing.organ.sessions"
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = int(SESSION_WHOLE_LIMIT.total_seconds())

# Five failures close the account, and close the address they came from.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_RESET_ON_SUCCESS = False  # it would forgive the failures of others at this address: see web/lockout.py
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_USERNAME_CALLABLE = "zhixing.web.lockout.username_of"
AXES_CLIENT_IP_CALLABLE = "zhixing.web.lockout.address_of"
AXES_LOCKOUT_CALLABLE = "zhixing.web.lockout.locked"
AXES_SENSITIVE_PARAMETERS = ["password"]
AXES_VERBOSE = False

ACCOUNT_ADAPTER = "zhixing.web.adapters.AccountAdapter"
ACCOUNT_FORMS = {"login": "zhixing.web.sign_in_form.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# Passwords are counted by the lockout above; this one counts wrong second factors of one account.
ACCOUNT_RATE_LIMITS: dict[str, str | bool] = {"login_failed": "5/15m/key"}

MFA_FORMS = {
    "authenticate": "zhixing.web.second_factor_form.SecondFactorForm",
    "reauthenticate": "zhixing.web.second_factor_form.SecondFactorAgainForm",
}
MFA_ADAPTER = "zhixing.web.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "制行"

# One sign-on of the organ's own: given by address, client and secret, or not there at all.
SOCIALACCOUNT_ADAPTER = "zhixing.web.adapters.SingleSignOnAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
OIDC_ADDRESS: str = env.str("ZHIXING_OIDC_ADDRESS", default="")
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "organ",
                "name": env.str("ZHIXING_OIDC_NAME", default="统一身份认证"),
                "client_id": env.str("ZHIXING_OIDC_CLIENT", default=""),
                "secret": env.str("ZHIXING_OIDC_SECRET", default=""),
                "settings": {"server_url": OIDC_ADDRESS},
            }
        ]
        if OIDC_ADDRESS
        else [],
    }
}
