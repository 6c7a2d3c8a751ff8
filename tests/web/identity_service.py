"""An identity service of an organ, speaking OpenID Connect on this machine, for the tests of single sign-on."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

CLIENT, SECRET = "zhixing", "a-secret-of-this-test-only-not-used-elsewhere"


class IdentityService(ThreadingHTTPServer):
    """Whoever comes is the person named by `claims`; hands out each code once."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.claims: dict[str, str] = {}
        self.codes: set[str] = set()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def identity(self) -> dict[str, str]:
        return {"iss": self.address, "aud": CLIENT, **self.claims}


class Answers(BaseHTTPRequestHandler):
    server: IdentityService

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if asked.path == "/.well-known/openid-configuration":
            self.say(self.described())
        elif asked.path == "/enter":
            self.send_back(parse_qs(asked.query))
        elif asked.path == "/who":
            self.say(self.server.identity())
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        code = sent["code"][0]
        if sent["client_secret"] != [SECRET] or code not in self.server.codes:
            self.send_error(401)
            return
        self.server.codes.remove(code)
        signed = jwt.encode(self.server.identity(), SECRET.ljust(64), "HS256")
        self.say({"access_token": secrets.token_hex(), "token_type": "Bearer", "id_token": signed})

    def described(self) -> dict[str, Any]:
        house = self.server.address
        return {
            "issuer": house,
            "authorization_endpoint": f"{house}/enter",
            "token_endpoint": f"{house}/token",
            "userinfo_endpoint": f"{house}/who",
            "jwks_uri": f"{house}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def send_back(self, asked: dict[str, list[str]]) -> None:
        code = secrets.token_hex()
        self.server.codes.add(code)
        answer = urlencode({"code": code, "state": asked["state"][0]})
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri'][0]}?{answer}")
        self.end_headers()

    def say(self, said: dict[str, Any]) -> None:
        body = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """The answers are enough."""


@contextmanager
def identity_service() -> Iterator[IdentityService]:
    with IdentityService() as service:
        Thread(target=service.serve_forever, daemon=True).start()
        yield service
        service.shutdown()
