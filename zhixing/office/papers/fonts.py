"""The type a form is set in: the organ's own folder first, then the Noto faces that come with the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst
from django.conf import settings

PACKAGED = Path(pylopdf_fonts_zh_cn.__file__).parent

# The four faces of official documents (GB/T 9704-2012), each with what stands in for it; behind all of them
# faces with rare characters, sign by sign.
RARE = ("LXGW WenKai", "Noto Serif SC", "Noto Sans SC")
OFFICIAL = {
    "fang": ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "FandolFang R"),
    "song": ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "方正小标宋_GBK", "FandolSong"),
    "hei": ("SimHei", "黑体", "FandolHei", "Noto Sans SC"),
    "kai": ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "FandolKai"),
    "digits": ("SimSun", "宋体", "FandolSong"),
}


def folders(organ: str = "") -> tuple[str, ...]:
    """The organ's own folder in `FONTS_ROOT` (仿宋_GB2312, 小标宋 …), what all organs share, the packaged faces."""
    own = getattr(settings, "FONTS_ROOT", "")
    if not own:
        return (str(PACKAGED),)
    mine = Path(own) / organ
    return (*([str(mine)] if organ and mine.is_dir() else []), str(own), str(PACKAGED))


@cache
def faces(where: tuple[str, ...]) -> typst.Fonts:
    """Fonts of these folders alone, so that one form is the same file on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(where))


def families(organ: str = "") -> list[str]:
    """The families to set in, best first."""
    return _present(("FangSong_GB2312", "仿宋_GB2312", "FangSong", "Noto Serif SC"), organ)


def heading_families(organ: str = "") -> list[str]:
    return _present(("FZXiaoBiaoSong-B05S", "方正小标宋简体", "SimHei", "Noto Sans SC"), organ)


def official_families(organ: str = "") -> dict[str, list[str]]:
    """fang, song, hei, kai, digits: each the families to set in, best first, those for rare characters last."""
    return {face: _present((*wished, *RARE), organ) for face, wished in OFFICIAL.items()}


def _present(wished: tuple[str, ...], organ: str) -> list[str]:
    present = set(faces(folders(organ)).families())
    return [name for name in dict.fromkeys(wished) if name in present]
