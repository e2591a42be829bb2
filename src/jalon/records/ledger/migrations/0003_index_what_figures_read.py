from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0002_append_only"),
        ("parties", "0001_initial"),
        ("people", "0001_initial"),
        ("places", "0001_initial"),
        ("sources", "0002_append_only"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="act",
            name="ledger_act_entry_i_a143af_idx",
        ),
        migrations.AddIndex(
            model_name="act",
            index=models.Index(fields=["entry", "kind", "known_at"], name="ledger_act_what_became"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("currency", ""), _negated=True),
                fields=["account", "stage", "kind", "end"],
                name="ledger_entry_other_currency",
            ),
        ),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(fields=["entry", "cell", "value"], name="ledger_posting_sums"),
        ),
    ]
