from django.urls import include, path

from zhixing.api.main import api
from zhixing.web.pages.health import health

urlpatterns = [
    path("", include("zhixing.web.urls")),
    path("health", health, name="health"),
    path("api/", api.urls),
    path("sign-in/", include("allauth.account.urls")),
    path("sign-in/second-factor/", include("allauth.mfa.urls")),
    path("sign-in/single/", include("allauth.socialaccount.urls")),
    path("sign-in/single/", include("allauth.socialaccount.providers.openid_connect.urls")),
]
handler400 = "zhixing.web.pages.errors.bad_request"
handler403 = "zhixing.web.pages.errors.forbidden"
handler404 = "zhixing.web.pages.errors.not_found"
handler500 = "zhixing.web.pages.errors.broken"
