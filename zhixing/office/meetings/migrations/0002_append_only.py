from django.db import migrations

from zhixing.journal.appendonly import guard


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]
    operations = [
        guard("meetings_presence"),
        guard("meetings_speech"),
        guard("meetings_absentopinion"),
        guard("meetings_namedvote"),
        guard("meetings_roll"),
        guard("meetings_rollline"),
        guard("meetings_progress"),
    ]
