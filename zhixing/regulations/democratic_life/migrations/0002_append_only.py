from django.db import migrations

from zhixing.journal.appendonly import guard


class Migration(migrations.Migration):
    dependencies = [("democratic_life", "0001_initial")]
    operations = [
        guard("democratic_life_criticism"),
        guard("democratic_life_daymove"),
        guard("democratic_life_lifeopinion"),
        guard("democratic_life_followup"),
        guard("democratic_life_superiorreport"),
    ]
