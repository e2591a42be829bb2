"""Reads the fields of one JSON object strictly, keeping every problem instead of stopping at the first."""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime

from jalon.core.figures.errors import Problem
from jalon.core.figures.wording import WHAT

MOST = 10**15
"""Largest scaled value that a posting may carry, so that sums hold in 64 bits on every engine."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z")
_AMOUNT = re.compile(r"-?\d+(\.\d+)?")
_ABSENT = object()
_UNSTORABLE = re.compile("[\\x00\\ud800-\\udfff]")
"""What no database takes in a text: the null character, and halves of a character."""
_KINDS = {str: "un texte", int: "un nombre entier", list: "une liste", dict: "un objet", bool: "vrai ou faux"}


class Fields:
    """One object of a file. Getters note what is wrong and return a harmless value in its place."""

    def __init__(
        self, data: Mapping[str, object], what: str, line: int | None, problems: list[Problem]
    ) -> None:
        self.data = data
        self.what = what
        self.line = line
        self.problems = problems
        self.warnings: list[Problem] = []

    def note(self, code: str, **data: object) -> None:
        """Keep a problem of this line."""
        self.problems.append(Problem(code, data, self.line))

    def warn(self, code: str, **data: object) -> None:
        """Keep a doubt that does not refuse the line."""
        self.warnings.append(Problem(code, data, self.line))

    def only(self, known: Collection[str]) -> None:
        """Refuse keys that are not among these."""
        for key in self.data:
            if key not in known:
                self.note("unknown_key", key=key, what=WHAT[self.what], known=", ".join(sorted(known)))

    def text(self, key: str) -> str:
        """A required text that is not empty."""
        value = self.optional_text(key, required=True)
        return value or ""

    def optional_text(self, key: str, *, required: bool = False) -> str | None:
        """A text or null."""
        value = self._get(key, required)
        if value is None:
            if required and key in self.data:
                self._wrong(key, "un texte", None)
            return None
        if not isinstance(value, str) or (required and not value):
            self._wrong(key, "un texte" if not isinstance(value, str) else "un texte non vide", value)
            return None
        self.storable(key, value)
        return value

    def storable(self, key: str, *texts: str) -> None:
        """Refuse texts that could not be written down."""
        if any(_UNSTORABLE.search(text) for text in texts):
            self.note("unstorable", key=_UNSTORABLE.sub("\ufffd", key))

    def choice(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """One of a few words."""
        value = self._get(key, default is None)
        if value is None and (default is not None or key not in self.data):
            return default or next(iter(known))
        if value not in known:
            self.note("bad_choice", key=key, found=shown(value), known=", ".join(known))
            return next(iter(known))
        return str(value)

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date of the calendar, or null."""
        value = self._get(key, required)
        return None if value is None else self._day(key, value)

    def _day(self, key: str, value: object) -> date | None:
        if isinstance(value, str) and _DATE.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        self.note("bad_date", key=key, found=shown(value))
        return None

    def first_day(self, key: str) -> date | None:
        """A date; "start" or null means "depuis le début" and gives None."""
        value = self.data.get(key)
        return None if value in (None, "start") else self._day(key, value)

    def instant(self, key: str, *, required: bool = True) -> datetime | None:
        """An instant in universal time, written with a Z, or null."""
        value = self._get(key, required)
        if value is None and not required:
            return None
        if isinstance(value, str) and _INSTANT.fullmatch(value):
            try:
                return datetime.fromisoformat(value).astimezone(UTC)
            except ValueError:
                pass
        if key in self.data:
            self.note("bad_instant", key=key, found=shown(value))
        return None

    def integer(self, key: str, *, least: int, most: int, default: int | None = None) -> int:
        """A whole number between two bounds."""
        value = self._get(key, default is None)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            if key in self.data:
                self._wrong(key, f"un nombre entier de {least} à {most}", value)
            return least
        return value

    def flag(self, key: str) -> bool:
        """True or false; false when absent."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            self._wrong(key, "vrai ou faux (true, false)", value)
        return value is True

    def texts(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        """A list of texts."""
        value = self._get(key, required)
        if value is None and (not required or key not in self.data):
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self._wrong(key, "une liste de textes", value)
            return ()
        self.storable(key, *value)
        return tuple(value)

    def objects(self, key: str) -> list[Mapping[str, object]]:
        """A list of objects."""
        value = self._get(key, required=True)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            if key in self.data:
                self._wrong(key, "une liste d’objets", value)
            return []
        return value

    def amount(self, key: str, unit: str, decimals: int, *, negative: bool = False) -> int:
        """A decimal text in the unit, as an integer scaled by its decimals."""
        value = self._get(key, required=True)
        if not isinstance(value, str) or not _AMOUNT.fullmatch(value):
            if key in self.data:
                self.note("bad_amount", key=key, found=shown(value))
            return 0
        scaled = scale(value, decimals)
        if scaled is None:
            self.note("too_many_decimals", key=key, found=value, unit=unit, decimals=decimals)
            return 0
        if abs(scaled) > MOST:
            self.note("too_large", key=key, found=value)
            return 0
        if value.startswith("-") and not negative:
            self.note("negative", key=key, found=value)
        return scaled

    def _get(self, key: str, required: bool) -> object:
        value = self.data.get(key, _ABSENT)
        if value is _ABSENT:
            if required:
                self.note("missing_key", key=key, what=WHAT[self.what])
            return None
        return value

    def _wrong(self, key: str, expected: str, found: object) -> None:
        self.note("wrong_type", key=key, expected=expected, found=shown(found))


def scale(text: str, decimals: int) -> int | None:
    """A decimal text as an integer with that many decimals; None when it has more that are not zero."""
    whole, _, fraction = text.partition(".")
    fraction, beyond = fraction[:decimals], fraction[decimals:]
    if beyond.strip("0"):
        return None
    return int(whole + fraction.ljust(decimals, "0"))


def unscale(value: int, decimals: int) -> str:
    """A scaled integer as a decimal text in the unit: "12.50", "43"."""
    sign, digits = ("-" if value < 0 else ""), str(abs(value)).rjust(decimals + 1, "0")
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"


def shown(value: object) -> str:
    """A value as it is quoted in a sentence: short."""
    text = "null" if value is None else value if isinstance(value, str) else repr(value)
    text = _UNSTORABLE.sub("\ufffd", text)
    return text if len(text) <= 60 else text[:57] + "…"
