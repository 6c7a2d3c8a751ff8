from django.db import migrations

from zhixing.journal.appendonly import guard


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial")]
    operations = [
        guard("governance_topicpaper"),
        guard("governance_deliberation"),
    ]
