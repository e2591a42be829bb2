from django.db import migrations

from jalon.records.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("sources", "0001_initial")]

    operations = [
        append_only(
            "sources_text",
            "sources_source",
            "sources_documentversion",
            message="un texte ou une source ne se modifie pas : en ajouter un autre",
        )
    ]
