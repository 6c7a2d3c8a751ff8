# ruff: noqa: INP001 -- a script beside its pictures, no package
"""Brings the pictures of the manual up to date from those the browser tests take.

    ZHIXING_SCREENS=var/screens .venv/bin/python -m pytest -m browser tests/browser/test_leave_story.py \
        tests/browser/test_manual.py tests/browser/test_meeting_story.py \
        tests/browser/test_document_story.py tests/browser/test_seal_story.py
    python docs/manual/take_screens.py [var/screens]

Needs Pillow, which neither the product nor its tests need: a virtual environment of one's own will do. Every
picture is cut to what stands on the screen, reduced to a palette and kept below 150 KB.
"""

import sys
from pathlib import Path

from PIL import Image

IMAGES = Path(__file__).with_name("images")
LARGEST_BYTES = 150_000
COLOURS = (128, 64, 32)
DESK, PHONE = 900, 844  # heights of the two screens
# name in the manual: (picture of the tests, height of the cut)
WANTED = {
    "door": ("manual-door-1440", DESK),
    "desk": ("manual-desk-1440", DESK),
    "form": ("story-form-1440", DESK),
    "sent": ("story-sent-1440", DESK),
    "phone": ("story-leader-390", PHONE),
    "office": ("story-office-1440", DESK),
    "done": ("story-done-1440", DESK),
    "months": ("manual-months-1440", DESK),
    "month": ("manual-month-1440", DESK),
    "my-month": ("manual-my-month-1440", DESK),
    "clause": ("manual-clause-1440", DESK),
    "checkup": ("manual-checkup-1440", DESK),
    "audit": ("manual-audit-1440", DESK),
    "receipt": ("manual-receipt-1440", 560),
    "meeting-quorum": ("meeting-quorum-1440", 980),
    "meeting-secret": ("meeting-secret-390", PHONE),
    "meeting-resolution": ("meeting-resolution-1440", DESK),
    "document-assigning": ("document-assigning-390", PHONE),
    "document-closed": ("document-closed-1440", DESK),
    "document-drafting": ("document-drafting-1440", DESK),
    "document-issued": ("document-issued-1440", DESK),
    "seal-late": ("seal-late-1440", DESK),
    "seal-blank": ("seal-blank-390", PHONE),
}


def main(folder: Path) -> int:
    IMAGES.mkdir(exist_ok=True)
    missing = [source for source, _ in WANTED.values() if not (folder / f"{source}.png").exists()]
    if missing:
        sys.stderr.write(f"{folder} 中缺少：{'、'.join(missing)}。请先运行浏览器测试。\n")
        return 1
    for name, (source, height) in WANTED.items():
        keep(folder / f"{source}.png", IMAGES / f"{name}.png", height)
    return 0


def keep(source: Path, target: Path, height: int) -> None:
    """With as many colours as fit into the size."""
    with Image.open(source) as whole:
        cut = whole.convert("RGB").crop((0, 0, whole.width, min(height, whole.height)))
    for colours in COLOURS:
        cut.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
        if target.stat().st_size <= LARGEST_BYTES:
            return
    raise ValueError(f"{target}：大于{LARGEST_BYTES}字节。")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "var/screens")))
