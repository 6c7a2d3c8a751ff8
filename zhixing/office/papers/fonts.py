"""The type a form is set in: the organ's own folder first, then the Noto faces that come with the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst
from django.conf import settings

PACKAGED = Path(pylopdf_fonts_zh_cn.__file__).parent


def folders() -> tuple[str, ...]:
    """`FONTS_ROOT` of the installation (仿宋_GB2312, 小标宋 …) where it is set, then the packaged faces."""
    own = getattr(settings, "FONTS_ROOT", "")
    return (str(own), str(PACKAGED)) if own else (str(PACKAGED),)


@cache
def faces(where: tuple[str, ...]) -> typst.Fonts:
    """Fonts of these folders alone, so that one form is the same file on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(where))


def families() -> list[str]:
    """The families to set in, best first."""
    present = set(faces(folders()).families())
    wished = ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "Noto Serif SC")
    return [name for name in wished if name in present]


def heading_families() -> list[str]:
    present = set(faces(folders()).families())
    wished = ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "SimHei", "Noto Sans SC")
    return [name for name in wished if name in present]
