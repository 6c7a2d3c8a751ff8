from django.db import migrations

from zhixing.journal.appendonly import guard


class Migration(migrations.Migration):
    dependencies = [("appointments", "0001_initial")]
    operations = [
        guard("appointments_recommendationballots"),
        guard("appointments_recommendationcount"),
        guard("appointments_halt"),
    ]
