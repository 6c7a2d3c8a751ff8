"""A machine whose every way out is shut, and addresses that somebody might want it to fetch (IN-04, CF-06)."""

import socket
from typing import Any

import pytest

PLAIN_CONNECT = socket.socket.connect
TARGETS = (
    "http://127.0.0.1/", "http://127.0.0.1:22/", "http://localhost/", "http://localhost.localdomain/", "http://[::1]/",
    "http://[::ffff:127.0.0.1]/", "http://[0:0:0:0:0:ffff:7f00:1]/", "http://0.0.0.0/", "http://0/", "http://127.1/",
    "http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://0177.0.0.1/", "http://127.0.0.1.nip.io/",
    "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://100.100.100.200/latest/", "http://10.0.0.1/",
    "http://172.16.0.1/", "http://192.168.1.1/", "http://192.0.2.1/", "http://224.0.0.1/", "http://[fe80::1%25eth0]/", "http://①②⑦.0.0.1/",
    "http://127。0。0。1/", "http://user:pass@127.0.0.1/", "http://example.com@127.0.0.1/", "http://127.0.0.1#@example.com/",
    "http://127.0.0.1%23@example.com/", "http://example.com%2f@127.0.0.1/", "http://127.0.0.1\\@example.com/", "http:127.0.0.1/",
    "http:///127.0.0.1/", "//127.0.0.1/", "https://127.0.0.1/", "HTTP://127.0.0.1/", "http://spoofed.burpcollaborator.example/",
    "http://redirect.example/302?to=http://127.0.0.1/", "http://example.com:80@127.0.0.1/", "file:///etc/passwd", "file://localhost/etc/passwd",
    "ftp://127.0.0.1/", "gopher://127.0.0.1:6379/_INFO", "dict://127.0.0.1:11211/stats", "ldap://127.0.0.1/", "tftp://127.0.0.1/x",
    "sftp://127.0.0.1/", "jar:http://127.0.0.1!/", "netdoc:///etc/passwd", "data:text/html,x", "php://filter/resource=/etc/passwd",
    "expect://id", "phar:///tmp/x", "smb://127.0.0.1/x", "\\\\127.0.0.1\\share\\x", "unix:/var/run/docker.sock", "redis://127.0.0.1:6379/",
    "http://metadata.google.internal/", "http://kubernetes.default.svc/", "ws://127.0.0.1/", "mailto:a@127.0.0.1", "view-source:http://127.0.0.1/",
)  # fmt: skip
FETCHED = tuple(dict.fromkeys(TARGETS))


def alone(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No socket leaves this machine and no name is looked up; what tried is in the list that is returned."""
    told: list[str] = []

    def connect(this: socket.socket, place: Any) -> None:
        if isinstance(place, tuple):  # not a path of this machine, as a database's socket is
            told.append(str(place))
            raise ConnectionRefusedError(str(place))
        PLAIN_CONNECT(this, place)

    def asked(host: object, *_: object, **__: object) -> list[Any]:
        told.append(str(host))
        raise ConnectionRefusedError(str(host))

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, connect)
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
        monkeypatch.setattr(socket, name, asked)
    return told
