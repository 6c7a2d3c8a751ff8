"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from zhixing.site.safe_start import refuse_unsafe

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhixing.site.settings.production")

application = get_wsgi_application()
refuse_unsafe()
