from django.db import migrations

from jalon.records.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        append_only(
            "ledger_entry",
            "ledger_posting",
            "ledger_act",
            message="une écriture du registre ne se modifie pas : la retirer et la remplacer",
        )
    ]
