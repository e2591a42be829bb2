from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0003_index_what_figures_read"),
        ("parties", "0001_initial"),
        ("places", "0001_initial"),
        ("sources", "0002_append_only"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="entry",
            name="ledger_entr_account_cef0e9_idx",
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=[
                    "account",
                    "stage",
                    "kind",
                    "end",
                    "known_at",
                    "currency",
                    "place",
                    "division",
                    "about",
                ],
                name="ledger_entry_sums",
            ),
        ),
    ]
