"""Starting Django for the commands that need the database."""

import os

import django
from django.apps import apps

SETTINGS = "zhixing.site.settings.production"


def start_django(settings: str = SETTINGS) -> None:
    """With the settings that the environment names, else with `settings`; a second call does nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    if not apps.ready:
        django.setup()
