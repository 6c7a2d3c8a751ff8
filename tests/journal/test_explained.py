"""Every table of the product is explained by the journal, or stands here with the reason why not."""

import pytest
from django.apps import apps
from django.db.models import Model

from zhixing.journal import snapshots

# what no act of a person changes, or what is no act at all
WITHOUT_ENTRIES = {
    "journal.Entry": "the chain itself",
    "journal.Head": "the chain's last link, held against the last entry",
    "files.StoredFile": "never changed; the digest stands in the entry of the act that carried the file",
    "search.Document": "made anew from the records",
    "search.Citation": "made anew from the records",
    "organ.Enrolment": "only a digest that ends by itself; giving out, use and loss stand in the entries",
    "organ.Organ": "made once, before there is a chain",
    "organ.Counter": "numbers given out stand in the entries that carry them",
    "matters.Phrase": "a person's own phrases are no business",
    "duties.Notice": "told from the duties and to-dos, which are explained",
    "duties.Looked": "a mark of the clock",
    "duties.Turn": "a mark of the clock",
    "duties.Beat": "a mark of the clock",
    "attendance.BalanceHead": "a row to lock; the moves themselves are explained",
    "meetings.Turnout": "secret; its digest stands in the entry that closes the vote",
    "meetings.Ballot": "secret; its digest stands in the entry that closes the vote",
    "api.Sent": "the digest of a request; what the request did stands in its entries",
}
# what is no business of a matter, or follows from columns that are explained
LEFT_OUT = {
    *(f"organ.Account.{name}" for name in ("password", "last_login", "email", "first_name", "last_name")),
    "organ.Account.date_joined",
    "organ.Token.last_used_at",
    *(f"matters.Matter.{name}" for name in ("question", "created_at", "submitted_at", "closed_at")),
    *(f"matters.Matter.{name}" for name in ("last_actor_id", "last_act", "last_order", "last_at")),
    *(
        f"matters.Step.{name}"
        for name in ("merged", "name", "post", "act", "clause", "cite", "needs", "limit")
    ),
    *(f"matters.Step.{name}" for name in ("due_at", "added_by_id")),
    *(f"matters.Task.{name}" for name in ("delegation_id", "round", "arrived_at", "done_at", "due_at")),
    "meetings.Invitation.read_at",
    *(f"matters.Opinion.{name}" for name in ("post", "on_behalf_of_id", "at")),
}
MODELS = [model for model in apps.get_models() if model.__module__.startswith("zhixing.")]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_table_is_explained_or_has_a_reason(model: type[Model]) -> None:
    explained = {entry.model for entry in snapshots.explained()}
    assert (model in explained) != (model._meta.label in WITHOUT_ENTRIES)


def test_an_explained_table_leaves_out_no_column_of_weight() -> None:
    """A column outside the snapshot can be changed unseen; a new one is named above, or explained."""
    left_out = {
        f"{entry.model._meta.label}.{field.attname}"
        for entry in snapshots.explained()
        for field in entry.model._meta.concrete_fields
        if field.attname not in entry.fields and not field.primary_key
    }
    assert left_out <= LEFT_OUT
