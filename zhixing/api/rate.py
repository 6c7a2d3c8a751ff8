"""How often one address may ask: the address of the connection, never of a header a caller writes."""

from django.http import HttpRequest
from ninja.throttling import SimpleRateThrottle


class Limited(SimpleRateThrottle):
    """A limit such as `60/m` for each caller of an endpoint."""

    scope = "address"

    def get_cache_key(self, request: HttpRequest) -> str:
        return f"rate-{request.path}-{request.META.get('REMOTE_ADDR', '')}"
