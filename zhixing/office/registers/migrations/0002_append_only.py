from django.db import migrations

from zhixing.journal.appendonly import guard


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial")]
    operations = [guard("registers_yearbook")]
