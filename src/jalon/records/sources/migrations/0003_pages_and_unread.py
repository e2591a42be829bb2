from django.db import migrations, models

from jalon.records.append_only import append_only, changeable

TABLES = ("sources_text", "sources_documentversion")
MESSAGE = "un texte ou une source ne se modifie pas : en ajouter un autre"


class Migration(migrations.Migration):
    dependencies = [("sources", "0002_append_only")]

    operations = [
        changeable(*TABLES, message=MESSAGE),
        migrations.AddField(
            model_name="documentversion",
            name="unread",
            field=models.TextField(blank=True, default="", verbose_name="pourquoi sans texte"),
        ),
        migrations.AddField(
            model_name="text",
            name="pages",
            field=models.JSONField(
                default=list, help_text="[[start, end, number, recognised], …], when the file has pages"
            ),
        ),
        migrations.AddField(
            model_name="text",
            name="boxes",
            field=models.JSONField(
                default=list, help_text="[[start, end, page, left, top, right, bottom], …] in points"
            ),
        ),
        migrations.AddField(
            model_name="text",
            name="notes",
            field=models.JSONField(default=list, help_text="French sentences to read before using it"),
        ),
        append_only(*TABLES, message=MESSAGE),
    ]
