import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reading", "0002_append_only")]

    operations = [
        migrations.AlterField(
            model_name="verdict",
            name="carried_from",
            field=models.ForeignKey(
                blank=True,
                help_text="what a person judged of another reading or of another text of the document",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="carried_to",
                to="reading.verdict",
            ),
        ),
    ]
