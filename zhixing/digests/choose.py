"""Which digest is preferred here, and how each is worked out."""

import hashlib

from zhixing.digests.sm3 import sm3_hex

# GB/T 32905-2016, appendix A.1
ABC = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


def library_has_sm3() -> bool:
    """Whether the crypto library really works SM3 out; some builds list it and refuse it."""
    try:
        return hashlib.new("sm3", b"abc").hexdigest() == ABC
    except ValueError:
        return False


LIBRARY_SM3 = library_has_sm3()
PREFERRED = "sm3" if LIBRARY_SM3 else "sha256"
ALGORITHMS = ("sm3", "sha256")


def digest(alg: str, content: bytes) -> str:
    """64 hexadecimal digits; raises ValueError for an algorithm that is neither sm3 nor sha256."""
    if alg == "sha256":
        return hashlib.sha256(content).hexdigest()
    if alg == "sm3":
        return hashlib.new("sm3", content).hexdigest() if LIBRARY_SM3 else sm3_hex(content)
    raise ValueError(f"unknown digest algorithm {alg!r}")
