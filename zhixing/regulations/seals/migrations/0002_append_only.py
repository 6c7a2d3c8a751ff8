from django.db import migrations

from zhixing.journal.appendonly import guard


class Migration(migrations.Migration):
    dependencies = [("seals", "0001_initial")]
    operations = [guard("seals_stamping"), guard("seals_designation")]
