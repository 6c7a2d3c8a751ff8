from django.db import migrations

from zhixing.journal.appendonly import guard


class Migration(migrations.Migration):
    dependencies = [("circulation", "0001_initial")]
    operations = [guard("circulation_urging"), guard("circulation_progress")]
