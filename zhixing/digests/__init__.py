"""Content digests for journal and files: plain Python, as low as the law."""

from zhixing.digests.choose import ALGORITHMS, PREFERRED, digest

__all__ = ["ALGORITHMS", "PREFERRED", "digest"]
