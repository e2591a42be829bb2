"""Telephone numbers of the region, e-mail addresses, addresses of sites; postal boxes are passed over."""

import re

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,10}(?![a-z])", re.ASCII)
_EMAIL_CAPITALS = re.compile(r"(?<![\w.+-])[A-Z0-9.+_-]+@(?:[A-Z0-9-]+\.)+[A-Z]{2,6}\b", re.ASCII)
_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>()\"|]*[^\s<>()\"|.,;:!?'\]*]", re.I)

_COUNTRY = r"(?:\(? ?(?:\+|00) ?2[2-4][0-9] ?\)?[ .-]{0,2})"
_PHONES = (
    re.compile(rf"{_COUNTRY}(?:[0-9]{{2}}[ .-]?){{3,4}}[0-9]{{2}}(?![0-9])"),
    re.compile(rf"{_COUNTRY}(?:7[0-9]|3[03])[ .-]?[0-9]{{3}}[ .-]?[0-9]{{2}}[ .-]?[0-9]{{2}}(?![0-9])"),
    re.compile(r"\+ ?[1-9][0-9]{0,2}(?:[ .-]?\(?[0-9]{1,4}\)?){2,6}(?![0-9])"),
    re.compile(r"(?<![\w.,/+-])[0-9]{2}(?:([ .-])[0-9]{2})(?:\1[0-9]{2}){2,3}(?![0-9]| ?%|[ .,-][0-9])"),
    re.compile(r"(?<![\w.,/+-])(?:7[05678]|33) [0-9]{3} [0-9]{2} [0-9]{2}(?![0-9]|[ .,-][0-9])"),
)
_CALLED = re.compile(
    r"\b(?:t[ée]l(?:[ée]phones?|s)?|cel(?:l|lulaire)?|mob(?:ile)?|portable|whats ?app|contacts?"
    r"|fax|num[ée]ro vert|appel\w*)"
    r"\b[ .:/°-]{0,6}(?:\w{0,12} ?: ?)?(?P<number>[0-9]{8,10}|(?:[0-9]{2,4}[ .-]){1,4}[0-9]{2,4})(?![0-9])",
    re.I,
)
_FURTHER = re.compile(
    r" ?(?:/|,|;|-|et|ou) ?(?P<number>[0-9]{8}|[0-9]{2}(?:[ .-][0-9]{2}){3})(?![0-9]|[ .,-][0-9])"
)
_CELL = re.compile(r"(?<=\t)(?:[0-9]{8}|[0-9]{2} [0-9]{6}|[0-9]{4} [0-9]{4})(?=\t)|(?<=\| )[0-9]{8}(?= \|)")
_HEADED = re.compile(
    r"[\t|\n](?: ?)(?:contacts?|t[ée]l[^\t\n|]{0,12}|num[ée]ros?[^\t\n|]{0,24})[\t|\n]", re.I
)
_BOX = re.compile(r"\bB\.? ?P\.? ?:? ?(?:[A-Z] ?)?[0-9]{1,5}\b")


def contacts(surface: Surface) -> None:
    """Take every e-mail (in lower case), URL and telephone (digits, `+` kept), and pass over postal boxes."""
    for pattern in (_EMAIL, _EMAIL_CAPITALS):
        for match in surface.search(pattern):
            _take(surface, match.start(), match.end(), match[0].lower(), "email")
    for match in surface.search(_URL):
        _take(surface, match.start(), match.end(), match[0], "url")
    for pattern in _PHONES:
        for match in surface.search(pattern):
            _phone(surface, match.start(), match.end())
    for match in surface.search(_CALLED):
        _phone(surface, *match.span("number"))
    if _HEADED.search(surface.plain):
        for match in surface.search(_CELL):
            _phone(surface, match.start(), match.end())
    for match in surface.search(_BOX):
        surface.use(match.start(), match.end())


def _phone(surface: Surface, start: int, end: int) -> None:
    written = surface.plain[start:end]
    digits = re.sub(r"[^0-9]", "", written)
    if not 8 <= len(digits) <= 15:
        return
    first = start + re.search(r"[(+0-9]", written).start()  # type: ignore[union-attr]
    _take(surface, first, end, ("+" if "+" in written else "") + digits, "phone")
    further = _FURTHER.match(surface.plain, end)
    if further and surface.is_free(*further.span("number")):
        _phone(surface, *further.span("number"))


def _take(surface: Surface, start: int, end: int, value: str, kind: str) -> None:
    surface.take(Fact(FactType.CONTACT, start, end, value, {"kind": kind}))
