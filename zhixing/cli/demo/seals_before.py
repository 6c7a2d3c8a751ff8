"""What stood on the register of seals before the story: the seals with their impressions, the book of last year."""

from __future__ import annotations

import zlib
from datetime import date, datetime, time, timedelta
from struct import pack

from zhixing.cli.demo import seals_data as said
from zhixing.cli.demo.stage import Stage
from zhixing.files.models import StoredFile
from zhixing.files.store import keep
from zhixing.office.registers.acts.lines import file_book, put_down
from zhixing.organ.local_time import at_clock
from zhixing.organ.models import Person, Section
from zhixing.organ.uploads import uploader
from zhixing.regulations.seals.models import Seal, SealUse, Stamping
from zhixing.regulations.seals.models.choices import DONE
from zhixing.regulations.seals.workflow.gate import keep as entered
from zhixing.regulations.seals.workflow.incidents import report
from zhixing.regulations.seals.workflow.seals import enter_seal
from zhixing.regulations.seals.workflow.sources import STAMPING

RED, WHITE = b"\xc8\x10\x1e", b"\xff\xff\xff"
SIDE = 180
HAND_IN = 20  # days


def enter_seals(stage: Stage, at: datetime, key: str) -> None:
    organ, office = stage.cast.organ, stage.cast.director
    for place, one in enumerate(said.SEALS):
        keeper = Person.objects.get(organ=organ, number=one.keeper)
        section = Section.objects.get(organ=organ, name=one.section) if one.section else None
        impression = _impression(one.name, place, office, at)
        enter_seal(
            name=one.name, kind=one.kind, material=one.material, maker=one.maker,
            in_use_since=date.fromisoformat(one.since), keeper=keeper, section=section, impression=impression,
            actor=office, at=at + timedelta(seconds=place), key=f"{key}:{place}",
        )  # fmt: skip
    old = Seal.objects.get(organ=organ, kept__name=said.SEALS[-1].name)
    report(
        seal=old, kind="机构更名", day=at.date(), text=said.OLD, hand_in_by=at.date() + timedelta(days=HAND_IN),
        actor=office, at=at + timedelta(minutes=1), key=f"{key}:old",
    )  # fmt: skip


def last_year(stage: Stage, at: datetime, key: str) -> None:
    """Carried over from the paper book, line by line, and filed."""
    organ = stage.cast.organ
    if int(said.LAST_YEAR[0][0][:4]) >= at.year:
        return
    seal = Seal.objects.select_related("kept__keeper").get(organ=organ, kept__name=said.SEALS[0].name)
    keeper = seal.kept.keeper
    for place, (day, title, recipient, copies, leader) in enumerate(said.LAST_YEAR):
        stamped = at_clock(date.fromisoformat(day), time(10, 20))
        use = SealUse.objects.create(
            organ=organ, source=f"paper:{day}", person=keeper, section=None, seal=seal, title=title,
            reason=f"从纸质登记簿转录，{leader}批准", copies=copies, pages=1, recipient=recipient,
            signed_by=Person.objects.filter(organ=organ, name=leader).first(), signed_at=stamped, status=DONE,
        )  # fmt: skip
        done = Stamping.objects.create(
            organ=organ, use=use, copies=copies, stamped_by=keeper, keeper=keeper, keeper_present=True,
            material_fits=True, purpose_clear=True, papers_complete=True, at=stamped,
        )  # fmt: skip
        own = f"{key}:{place}"
        put_down(
            kept=seal.kept,
            source=f"{STAMPING}{done.pk}",
            day=stamped.date(),
            actor=keeper,
            at=at,
            key=f"{own}:line",
        )
        entered(done, "转录登记簿", actor=keeper, at=at, key=own, rule="17-8", touched=[use])
    year = int(said.LAST_YEAR[0][0][:4])
    file_book(kept=seal.kept, year=year, actor=keeper, at=at + timedelta(minutes=9), key=f"{key}:book")


def _impression(name: str, place: int, by: Person, at: datetime) -> StoredFile:
    content = _png(place)
    return keep(organ=by.organ_id, name=f"{name}印模.png", content=content, by=uploader(by), at=at)


def _png(place: int) -> bytes:
    """A red ring with a disc in it, a little larger for each seal."""
    outer, inner, disc = 84**2, 77**2, (18 + place) ** 2
    rows = [b"\x00" + b"".join(_dot(x, y, outer, inner, disc) for x in range(SIDE)) for y in range(SIDE)]
    head = pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _dot(x: int, y: int, outer: int, inner: int, disc: int) -> bytes:
    far = (x - SIDE // 2) ** 2 + (y - SIDE // 2) ** 2
    return RED if inner <= far <= outer or far <= disc else WHITE


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
