"""Settings that every installation shares; the environment decides the rest."""

import shlex
from datetime import timedelta
from pathlib import Path

import environ

from zhixing.site.databases import database
from zhixing.site.own_folder import own_folder
from zhixing.site.settings.safety import *  # noqa: F403 -- a part of the settings
from zhixing.site.settings.sign_in import *  # noqa: F403 -- a part of the settings

env = environ.Env()
PACKAGE = Path(__file__).resolve().parents[2]
VAR = own_folder(Path(env.str("ZHIXING_VAR", default="var")).resolve())

DEBUG = False
DEMO = False
SECRET_KEY = ""
ALLOWED_HOSTS: list[str] = env.list("ZHIXING_HOSTS", default=["127.0.0.1", "localhost"])
BEHIND_PROXY: bool = env.bool("ZHIXING_BEHIND_PROXY", default=False)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "zhixing.web",  # before allauth: its templates come first
    "zhixing.journal",
    "zhixing.files",
    "zhixing.search",
    "zhixing.organ",
    "zhixing.office.matters",
    "zhixing.office.duties",
    "zhixing.office.meetings",
    "zhixing.office.publication",
    "zhixing.office.registers",
    "zhixing.office.circulation",
    "zhixing.regulations.attendance",
    "zhixing.regulations.appointments",
    "zhixing.regulations.governance",
    "zhixing.regulations.democratic_life",
    "zhixing.regulations.documents",
    "zhixing.regulations.seals",
    "zhixing.api",
    "zhixing.site.clock",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
MIDDLEWARE = [
    "zhixing.web.middleware.csp.content_security_policy",  # before all that may answer by itself
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "zhixing.web.middleware.no_store.no_store",
    "zhixing.api.middleware.plain_answers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "zhixing.web.middleware.session_limits.session_limits",
    "django_htmx.middleware.HtmxMiddleware",
    "zhixing.web.middleware.viewer.viewer",
    "zhixing.web.middleware.second_factor.SecondFactor",
    "zhixing.web.middleware.gate.Gate",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zhixing.web.context.desk",
            ],
        },
    }
]
ROOT_URLCONF = "zhixing.site.urls"
WSGI_APPLICATION = "zhixing.site.wsgi.application"
AUTH_USER_MODEL = "organ.Account"
DATABASES = {
    "default": database(env.str("DATABASE_URL", default=f"sqlite:///{VAR / 'zhixing.sqlite3'}")),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
CLOCK_AHEAD = timedelta(0)  # only the demo bureau may live on another day

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # everything served stands in the installed packages
WHITENOISE_MAX_AGE = 24 * 3600  # our own addresses carry a mark of the content as well
FILES_ROOT = VAR / "files"
FILES_LARGEST_BYTES = env.int("ZHIXING_FILES_LARGEST_MB", default=20) * 1024 * 1024
FILES_SCANNER = shlex.split(env.str("ZHIXING_FILES_SCANNER", default=""))
WITNESS_FILE = Path(env.str("ZHIXING_WITNESS", default=str(VAR / "witness.jsonl")))
WITNESS_EVERY = env.int("ZHIXING_WITNESS_EVERY", default=10)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "zhixing.site.log_lines.OneLine",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
