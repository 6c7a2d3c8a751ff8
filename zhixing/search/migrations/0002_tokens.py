from django.db import migrations

FORWARD = {
    "sqlite": ["CREATE VIRTUAL TABLE search_tokens USING fts5(tokens, tokenize='unicode61')"],
    "postgresql": [
        "ALTER TABLE search_document ADD COLUMN tokens tsvector NOT NULL DEFAULT ''::tsvector",
        "CREATE INDEX search_document_tokens ON search_document USING gin (tokens)",
    ],
}
BACKWARD = {
    "sqlite": ["DROP TABLE search_tokens"],
    "postgresql": ["ALTER TABLE search_document DROP COLUMN tokens"],
}


def forward(apps, schema_editor):
    for statement in FORWARD[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def backward(apps, schema_editor):
    for statement in BACKWARD[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(forward, backward)]
