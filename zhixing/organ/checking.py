"""Every bad row of an import, named at once; nothing is entered while one is left."""

from collections.abc import Iterable, Iterator
from datetime import date

from zhixing.law.refusal import Finding
from zhixing.organ.models import Holding, Organ, Person, Section, Service
from zhixing.organ.models.people import CATEGORIES, RANKS, SECTION_KINDS, SEXES
from zhixing.organ.posts import OF_A_SECTION, OF_ONE, POSTS
from zhixing.organ.rows import BureauRows, PersonRow, PortfolioRow, PostRow, SectionRow


def faults(organ: Organ, rows: BureauRows) -> list[Finding]:
    """Findings by sheet and line; empty when the whole file can be entered."""
    sections = {row.name for row in rows.sections} | set(
        Section.objects.filter(organ=organ, until=None).values_list("name", flat=True)
    )
    numbers = {row.number for row in rows.people} | set(
        Person.objects.filter(organ=organ).values_list("number", flat=True)
    )
    return [
        *_of_sections(rows.sections),
        *_of_people(organ, rows.people, sections),
        *_of_posts(rows.posts, numbers, sections),
        *_of_one(organ, rows.posts),
        *_of_portfolios(rows.portfolios, numbers, sections),
    ]


def _of_sections(rows: Iterable[SectionRow]) -> Iterator[Finding]:
    seen: set[str] = set()
    for row in rows:
        yield from _listed("科室", row.line, "类别", row.kind, [value for value, _ in SECTION_KINDS])
        yield from _written("科室", row.line, "名称", row.name)
        yield from _once("科室", row.line, "名称", row.name, seen)


def _of_people(organ: Organ, rows: Iterable[PersonRow], sections: set[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    began = _last_begins(organ)
    for row in rows:
        yield from _written("人员", row.line, "编号", row.number)
        yield from _written("人员", row.line, "姓名", row.name)
        yield from _written("人员", row.line, "职务", row.title)
        yield from _once("人员", row.line, "编号", row.number, seen)
        yield from _listed("人员", row.line, "性别", row.sex, ["", *(value for value, _ in SEXES)])
        yield from _listed("人员", row.line, "职级", row.rank, [value for value, _ in RANKS])
        yield from _listed("人员", row.line, "人员类别", row.category, [value for value, _ in CATEGORIES])
        yield from _known("人员", row.line, "科室", row.section, sections)
        yield from _later(row, began.get(row.number))


def _last_begins(organ: Organ) -> dict[str, date]:
    pairs = Service.objects.filter(organ=organ, until=None).values_list("person__number", "since")
    return dict(pairs)


def _of_posts(rows: Iterable[PostRow], numbers: set[str], sections: set[str]) -> Iterator[Finding]:
    for row in rows:
        yield from _known("岗位", row.line, "编号", row.number, numbers)
        yield from _listed("岗位", row.line, "岗位", row.post, POSTS)
        if row.post in OF_A_SECTION or row.section:
            yield from _known("岗位", row.line, "科室", row.section, sections)
        yield from _in_order("岗位", row.line, row.since, row.until)


def _of_one(organ: Organ, rows: Iterable[PostRow]) -> Iterator[Finding]:
    """Never two serving chiefs (01-1): a new one follows whoever holds the post, in the file and in the house."""
    seen: list[PostRow] = []
    for row in rows:
        if row.post not in OF_ONE:
            continue
        later = Holding.objects.filter(organ=organ, post=row.post, since__gte=row.since)
        others = later.exclude(person__number=row.number)
        twice = any(one.post == row.post and one.number != row.number and _meet(one, row) for one in seen)
        if twice or (others.exists() and row.until is None):
            found = f"{row.number}与另一位{row.post}同时在任"
            yield _at("岗位", row.line, "岗位", found, f"同一时间只有一位{row.post}")
        seen.append(row)


def _meet(one: PostRow, other: PostRow) -> bool:
    """Both terms hold on some day; an open one ends where a later one begins."""
    first, second = sorted((one, other), key=lambda row: row.since)
    return first.since == second.since or (first.until is not None and first.until >= second.since)


def _of_portfolios(rows: Iterable[PortfolioRow], numbers: set[str], sections: set[str]) -> Iterator[Finding]:
    for row in rows:
        yield from _known("分工", row.line, "编号", row.number, numbers)
        yield from _known("分工", row.line, "科室", row.section, sections)
        yield from _in_order("分工", row.line, row.since, row.until)


def _at(sheet: str, line: int, column: str, found: str, expected: str) -> Finding:
    return Finding(
        fact=f"{sheet}第{line}行“{column}”",
        found=found or "空",
        expected=expected,
        mend="请改正文件后重新导入。",
        who="办公室",
    )


def _listed(sheet: str, line: int, column: str, value: str, allowed: Iterable[str]) -> Iterator[Finding]:
    known = list(allowed)
    if value not in known:
        yield _at(sheet, line, column, value, f"{'、'.join(one for one in known if one)}之一")


def _written(sheet: str, line: int, column: str, value: str) -> Iterator[Finding]:
    if not value.strip():
        yield _at(sheet, line, column, value, "必须填写")


def _once(sheet: str, line: int, column: str, value: str, seen: set[str]) -> Iterator[Finding]:
    if value in seen:
        yield _at(sheet, line, column, f"{value}（重复）", "同一文件中只出现一次")
    seen.add(value)


def _known(sheet: str, line: int, column: str, value: str, known: set[str]) -> Iterator[Finding]:
    if value not in known:
        yield _at(sheet, line, column, value, f"已经登记或者本文件中列出的{column}")


def _later(row: PersonRow, began: date | None) -> Iterator[Finding]:
    if began is not None and row.since < began:
        yield _at("人员", row.line, "起始日期", f"{row.since}", f"不早于现任职起始日期{began}")


def _in_order(sheet: str, line: int, since: date, until: date | None) -> Iterator[Finding]:
    if until is not None and until < since:
        yield _at(sheet, line, "止", f"{until}", f"不早于起始日期{since}")
