"""拟稿: the draft is kept, goes up with its basis, and every text that went up is kept (09-2.1, 09-2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Model

from zhixing.files.models import StoredFile
from zhixing.journal.models import Entry
from zhixing.law.refusal import Refusal
from zhixing.office.matters.acts import begin, save_draft, submit
from zhixing.organ.entries import enter
from zhixing.organ.local_time import today
from zhixing.organ.models import Person
from zhixing.organ.turn import in_turn
from zhixing.regulations.documents.explained import KINDS
from zhixing.regulations.documents.models import IssuedDocument, IssuedFile, IssuedSection, IssuedVersion
from zhixing.regulations.documents.workflow.issued_checks import DRAFTING, faults_of
from zhixing.regulations.documents.workflow.issued_request import (
    IssuedRequest,
    content_of,
    digest_of,
    paper_of,
    typed_into,
)
from zhixing.regulations.documents.workflow.issued_route import ISSUING, PROCEDURE, way
from zhixing.regulations.documents.workflow.statute import edition, own_of, ruling

REGULATION = "documents"
NO_FILES: Sequence[StoredFile] = ()


@in_turn
def draft_document(
    *, request: IssuedRequest, actor: Person, at: datetime, key: str, document: IssuedDocument | None = None,
    files: Sequence[StoredFile] = NO_FILES,
) -> IssuedDocument:  # fmt: skip
    """保存草稿; `document` is the draft being changed, `files` are added to those it has."""
    earlier = Entry.objects.filter(organ=actor.organ_id, key=key).first()
    if earlier is not None:
        return IssuedDocument.objects.get(matter_id=int(earlier.object_id))
    title, form = request.title.strip()[:200] or "未命名的文稿", paper_of(request)
    if document is None:
        matter = begin(
            regulation=REGULATION, procedure=PROCEDURE, title=title, form=form, actor=actor, at=at, key=key
        )
        document = IssuedDocument(organ_id=actor.organ_id, matter=matter, drafter=actor, drafted_at=at)
    else:
        save_draft(matter=document.matter, title=title, form=form, actor=actor, at=at, key=key)
    typed_into(document, request)
    document.version += 1
    document.save()
    beside = [*_touched(document, request), *_attached(document, files, at)]
    payload = {"标题": document.title, "稿次": document.version}
    enter(
        actor=actor, action="拟稿", kind=KINDS[IssuedDocument], record=document, payload=payload, at=at,
        key=f"{key}:发文", rule=DRAFTING, touched=beside,
    )  # fmt: skip
    return document


@in_turn
def submit_document(
    *, request: IssuedRequest, actor: Person, at: datetime, key: str, document: IssuedDocument | None = None,
    files: Sequence[StoredFile] = NO_FILES,
) -> IssuedDocument:  # fmt: skip
    """Draft and submit in one; a refusal lists everything and leaves nothing behind."""
    kept = draft_document(
        request=request, actor=actor, at=at, key=f"{key}:draft", document=document, files=files
    )
    day, route = today(at), way(actor, request, at)
    faults = [*faults_of(actor, request, day, files=kept.files.count()), *route.findings]
    if faults and kept.state == "草稿":
        raise Refusal("文稿没有提交。", faults)
    told = ruling(ISSUING, day, own_of(actor.organ_id), 名义=kept.name)
    facts = {name: str(fact) for name, fact in told.facts_shown.items()}
    submit(
        matter=kept.matter, actor=actor, at=at, key=key, route=route, edition=edition(day).in_force,
        ruling=told, facts=facts,
    )  # fmt: skip
    return IssuedDocument.objects.select_related("matter").get(pk=kept.pk)


def keep_version(document: IssuedDocument, why: str, *, actor: Person, at: datetime) -> IssuedVersion:
    """The whole text as it stands, under its digest; a text that was kept already is not kept twice."""
    content = content_of(document)
    version, _ = IssuedVersion.objects.get_or_create(
        document=document,
        number=document.version,
        defaults={
            "organ_id": document.organ_id, "content": content, "digest": digest_of(content), "why": why,
            "by": actor, "at": at,
        },
    )  # fmt: skip
    return version


def _touched(document: IssuedDocument, request: IssuedRequest) -> list[Model]:
    return [
        IssuedSection.objects.create(
            organ_id=document.organ_id, document=document, section=one, version=document.version
        )
        for one in request.touched
    ]


def _attached(document: IssuedDocument, files: Sequence[StoredFile], at: datetime) -> list[Model]:
    return [
        IssuedFile.objects.create(organ_id=document.organ_id, document=document, file=one, at=at)
        for one in files
        if not document.files.filter(file=one).exists()
    ]
