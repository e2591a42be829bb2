from django.db import migrations

from jalon.records.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("reading", "0001_initial")]

    operations = [
        append_only(
            "reading_reading",
            "reading_claim",
            "reading_alert",
            "reading_alert_claims",
            "reading_verdict",
            message="une lecture ou un avis ne se modifie pas : en ajouter un autre",
        )
    ]
