import django.db.models.deletion
from django.db import migrations, models

from jalon.records.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("sources", "0004_has_images")]

    operations = [
        migrations.CreateModel(
            name="Recognition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("extractor", models.CharField(help_text="name and version of the extractor", max_length=60)),
                (
                    "pages",
                    models.JSONField(help_text="[[number, width, height], …] of the pages that are images"),
                ),
                ("begun_at", models.DateTimeField(auto_now_add=True)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recognitions",
                        to="sources.documentversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PageRecognition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="page")),
                (
                    "page",
                    models.JSONField(
                        default=dict, help_text="the lines with their boxes, as the extractor says them"
                    ),
                ),
                ("unsure", models.PositiveIntegerField(default=0, help_text="words of which it is unsure")),
                ("failure", models.TextField(blank=True, default="")),
                ("seconds", models.FloatField(default=0)),
                ("kept_at", models.DateTimeField(auto_now_add=True)),
                (
                    "recognition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tries",
                        to="sources.recognition",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="recognition",
            constraint=models.UniqueConstraint(
                fields=("version", "extractor"), name="sources_recognition_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="pagerecognition",
            constraint=models.UniqueConstraint(
                condition=models.Q(("failure", "")),
                fields=("recognition", "number"),
                name="sources_page_recognised_once",
            ),
        ),
        append_only(
            "sources_recognition",
            "sources_pagerecognition",
            message="un texte ou une source ne se modifie pas : en ajouter un autre",
        ),
    ]
