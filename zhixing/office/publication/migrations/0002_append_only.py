from django.db import migrations

from zhixing.journal.appendonly import guard


class Migration(migrations.Migration):
    dependencies = [("publication", "0001_initial")]
    operations = [guard("publication_publishedtext")]
