"""Documents, their immutable texts, and the sources that every entry of the ledger has."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from jalon.core.identity import new_uid


class Document(models.Model):
    """A document as an idea: its title and date; what was received of it are its versions."""

    personal: ClassVar[tuple[str, ...]] = ()

    class Kind(models.TextChoices):
        REPORT = "report", _("rapport")
        MINUTES = "minutes", _("compte rendu")
        NEWS = "news", _("communiqué ou article")
        SHEET = "sheet", _("fiche projet")
        AGREEMENT = "agreement", _("convention ou avenant")
        NOTE = "note", _("note")
        TABLE = "table", _("tableau")
        OTHER = "other", _("autre")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("public")
        INTERNAL = "internal", _("interne")

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    title = models.CharField(_("titre"), max_length=300)
    sort_key = models.CharField(max_length=300, db_index=True)
    kind = models.CharField(_("nature"), max_length=12, choices=Kind, default=Kind.OTHER)
    dated = models.CharField(
        _("date"), max_length=10, blank=True, help_text="ISO, reduced precision allowed: 2017-02"
    )
    issuer = models.CharField(_("émetteur"), max_length=200, blank=True)
    visibility = models.CharField(
        _("diffusion"), max_length=10, choices=Visibility, default=Visibility.INTERNAL
    )
    invented = models.BooleanField(_("document de démonstration"), default=False)
    summary = models.TextField(_("présentation"), blank=True)

    def __str__(self) -> str:
        return self.title


class DocumentVersion(models.Model):
    """One file received: kept by its hash in the data folder, never replaced.

    `unread` is a French sentence when no text could be read in it as it came; `has_images` whether some of
    its pages are images, whose text may be recognised.
    """

    personal: ClassVar[tuple[str, ...]] = ("received_by",)

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(_("fichier"), max_length=255)
    media_type = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField(_("taille"), help_text="bytes")
    received_at = models.DateTimeField(_("reçu le"))
    received_by = models.CharField(_("reçu de"), max_length=150)
    unread = models.TextField(_("pourquoi sans texte"), blank=True, default="")
    has_images = models.BooleanField(_("pages numérisées"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="sources_version_once"),
            models.UniqueConstraint(fields=["document", "sha256"], name="sources_same_file_once"),
        ]

    def __str__(self) -> str:
        return f"{self.document} v{self.number}"


class Text(models.Model):
    """The text one extractor read in one version; immutable, offsets count its code points."""

    personal: ClassVar[tuple[str, ...]] = ()

    version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="texts")
    extractor = models.CharField(max_length=60, help_text="name and version of the extractor")
    content = models.TextField()
    length = models.PositiveIntegerField(help_text="code points")
    sha256 = models.CharField(max_length=64)
    blocks = models.JSONField(default=list, help_text="[[kind, start, end], …]: title, p, li, table row…")
    pages = models.JSONField(
        default=list, help_text="[[start, end, number, recognised], …], when the file has pages"
    )
    boxes = models.JSONField(
        default=list, help_text="[[start, end, page, left, top, right, bottom], …] in points"
    )
    notes = models.JSONField(default=list, help_text="French sentences to read before using it")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "extractor"], name="sources_text_once")]

    def __str__(self) -> str:
        return f"{self.version} ({self.extractor})"

    @property
    def is_recognised(self) -> bool:
        """Whether some of it was recognised in images."""
        return any(recognised for _start, _end, _number, *rest in self.pages for recognised in rest)


class Recognition(models.Model):
    """The images of a version that one tesseract is to recognise; its text is kept when all are done."""

    personal: ClassVar[tuple[str, ...]] = ()

    version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="recognitions")
    extractor = models.CharField(max_length=60, help_text="name and version of the extractor")
    pages = models.JSONField(help_text="[[number, width, height], …] of the pages that are images")
    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "extractor"], name="sources_recognition_once")
        ]

    def __str__(self) -> str:
        return f"{self.version} ({self.extractor})"


class PageRecognition(models.Model):
    """What was recognised in one image, or a French sentence that says why it could not be (`failure`)."""

    personal: ClassVar[tuple[str, ...]] = ()

    recognition = models.ForeignKey(Recognition, on_delete=models.PROTECT, related_name="tries")
    number = models.PositiveIntegerField(_("page"))
    page = models.JSONField(default=dict, help_text="the lines with their boxes, as the extractor says them")
    unsure = models.PositiveIntegerField(default=0, help_text="words of which it is unsure")
    failure = models.TextField(blank=True, default="")
    seconds = models.FloatField(default=0)
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recognition", "number"],
                condition=models.Q(failure=""),
                name="sources_page_recognised_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.recognition} p. {self.number}"


class Source(models.Model):
    """Where an entry comes from. One concrete table: a kind says which fields hold."""

    personal: ClassVar[tuple[str, ...]] = ("typed_by",)

    class Kind(models.TextChoices):
        PASSAGE = "passage", _("passage d’un document")
        ROW = "row", _("ligne d’un fichier importé")
        FORM = "form", _("formulaire")
        TYPED = "typed", _("saisie")
        PACKAGE = "package", _("colis ou registre reçu")

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=300, blank=True)
    text = models.ForeignKey(Text, on_delete=models.PROTECT, null=True, blank=True, related_name="passages")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField(_("citation"), blank=True)
    occurrence = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="n-th time the quote is in the text"
    )
    file_name = models.CharField(max_length=255, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    sheet = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField(null=True, blank=True)
    typed_by = models.CharField(max_length=150, blank=True)
    invented = models.BooleanField(_("inventé (démonstration)"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="passage")
                | models.Q(
                    text__isnull=False, start__isnull=False, end__gt=models.F("start"), occurrence__gte=1
                ),
                name="sources_passage_has_its_place",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="row") | (~models.Q(file_sha256="") & models.Q(row__isnull=False)),
                name="sources_row_has_its_file",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="typed") | ~models.Q(typed_by=""),
                name="sources_typed_has_its_author",
            ),
        ]

    def __str__(self) -> str:
        return self.quote or self.title or self.uid


class Remark(models.Model):
    """A dated note (« signalement ») that ties two passages; it changes no figure."""

    personal: ClassVar[tuple[str, ...]] = ("written_by",)

    uid = models.CharField(max_length=80, unique=True, default=new_uid)
    code = models.CharField(max_length=20, blank=True)
    title = models.CharField(_("titre"), max_length=200)
    explanation = models.TextField(_("explication"))
    first = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    written_by = models.CharField(max_length=150)
    written_on = models.DateField()
    invented = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.title
