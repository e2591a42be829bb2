"""How deep a hostile HTML file could nest, judged in one pass before it is given to a parser.

The parser's time grows with the square of the depth: two million `<div>` would keep it busy for hours.
"""

import re
from collections import Counter

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)")
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"})
_CLOSE_THEMSELVES = frozenset(
    {"p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup", "colgroup"}
    | {"rt", "rp", "html", "head", "body", "track", "wbr", "param"}
)
_DRAWING = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use", "defs", "stop"}
)


def nests_deeper_than(limit: int, html: str) -> bool:
    """Return whether more than `limit` elements could be open at once.

    A closing tag counts only against an element of its name, so that stray ones hide nothing.
    """
    opened: Counter[str] = Counter()
    depth, drawing = 0, False
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        drawing = name == "svg" or (drawing and name in _DRAWING)
        if name in _VOID or name in _CLOSE_THEMSELVES or (drawing and tag[3].endswith("/")):
            continue
        if not tag[1]:
            opened[name] += 1
            depth += 1
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
        if depth > limit:
            return True
    return False
