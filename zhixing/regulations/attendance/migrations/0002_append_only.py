from django.db import migrations

from zhixing.journal.appendonly import guard


class Migration(migrations.Migration):
    dependencies = [("attendance", "0001_initial")]
    operations = [
        guard("attendance_balancemove"),
        guard("attendance_leaverecount"),
        guard("attendance_blackoutexception"),
    ]
