from django.db import migrations, models

from jalon.records.append_only import append_only, changeable

TABLES = ("sources_documentversion",)
MESSAGE = "un texte ou une source ne se modifie pas : en ajouter un autre"


class Migration(migrations.Migration):
    dependencies = [("sources", "0003_pages_and_unread")]

    operations = [
        changeable(*TABLES, message=MESSAGE),
        migrations.AddField(
            model_name="documentversion",
            name="has_images",
            field=models.BooleanField(default=False, verbose_name="pages numérisées"),
        ),
        append_only(*TABLES, message=MESSAGE),
    ]
