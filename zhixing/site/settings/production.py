"""Settings of a real organ: TLS only, a secret of its own, no demo accounts."""

from zhixing.site.secrets import secret_from_environment
from zhixing.site.settings.base import *  # noqa: F403 -- production is the base plus what follows

SECRET_KEY = secret_from_environment()
SECRET_KEY_FALLBACKS = env.list("ZHIXING_SECRET_KEY_FALLBACKS", default=[])  # noqa: F405 -- from the base

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health$"]  # asked by the machine itself
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if env.bool("ZHIXING_BEHIND_PROXY", default=False):  # noqa: F405 -- from the base
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]  # noqa: F405 -- from the base
