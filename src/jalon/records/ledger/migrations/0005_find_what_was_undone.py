from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0004_cover_the_sums_of_events"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="act",
            index=models.Index(
                condition=models.Q(("kind", "approve"), _negated=True),
                fields=["kind", "entry"],
                name="ledger_act_undoing",
            ),
        ),
    ]
