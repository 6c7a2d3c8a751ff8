from django.db import migrations

from zhixing.journal.appendonly import guard

# The head moves one entry at a time and never away.
HEAD = {
    "sqlite": (
        "CREATE TRIGGER journal_head_forward BEFORE UPDATE ON journal_head "
        "WHEN NEW.organ <> OLD.organ OR NEW.seq <> OLD.seq + 1 "
        "BEGIN SELECT RAISE(ABORT, 'append-only: the head moves one entry at a time'); END",
        "CREATE TRIGGER journal_head_stays BEFORE DELETE ON journal_head "
        "BEGIN SELECT RAISE(ABORT, 'append-only: a head is never deleted'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION zhixing_head_forward() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF NEW.organ <> OLD.organ OR NEW.seq <> OLD.seq + 1 THEN "
        "RAISE EXCEPTION 'append-only: the head moves one entry at a time' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER journal_head_forward BEFORE UPDATE ON journal_head "
        "FOR EACH ROW EXECUTE FUNCTION zhixing_head_forward()",
        "ALTER TABLE journal_head ENABLE ALWAYS TRIGGER journal_head_forward",
        "CREATE TRIGGER journal_head_stays BEFORE DELETE ON journal_head "
        "FOR EACH ROW EXECUTE FUNCTION zhixing_append_only()",
        "ALTER TABLE journal_head ENABLE ALWAYS TRIGGER journal_head_stays",
        "CREATE TRIGGER journal_head_stays_whole BEFORE TRUNCATE ON journal_head "
        "FOR EACH STATEMENT EXECUTE FUNCTION zhixing_append_only()",
        "ALTER TABLE journal_head ENABLE ALWAYS TRIGGER journal_head_stays_whole",
    ),
}
FREE = {
    "sqlite": ("DROP TRIGGER journal_head_forward", "DROP TRIGGER journal_head_stays"),
    "postgresql": (
        "DROP TRIGGER journal_head_forward ON journal_head",
        "DROP TRIGGER journal_head_stays ON journal_head",
        "DROP TRIGGER journal_head_stays_whole ON journal_head",
        "DROP FUNCTION zhixing_head_forward()",
    ),
}


def forward(apps, schema_editor):
    for statement in HEAD[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def backward(apps, schema_editor):
    for statement in FREE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [guard("journal_entry"), migrations.RunPython(forward, backward)]
