from django.db import migrations

from zhixing.journal.appendonly import guard


class Migration(migrations.Migration):
    dependencies = [("matters", "0001_initial")]
    operations = [guard("matters_opinion")]
