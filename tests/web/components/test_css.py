"""The style sheet and the script: their weight, and only what Chrome 109 and Firefox 115 understand."""

import gzip
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[3] / "src/jalon/web/static/jalon"
SHEETS = [STATIC / "jalon.css", *sorted(set(STATIC.glob("*.css")) - {STATIC / "jalon.css"})]
CSS = re.sub(r"/\*.*?\*/", "", "".join(path.read_text(encoding="utf-8") for path in SHEETS), flags=re.DOTALL)
JS = "".join(path.read_text(encoding="utf-8") for path in sorted(STATIC.glob("*.js")))
LIGHT = 3 * 1024
"""What a sheet or a script of some pages only may weigh, gzipped."""

# Each of these came after Chrome 109 or Firefox 115.
TOO_NEW_CSS = {
    "light-dark()": r"light-dark\(",
    ":has()": r":has\(",
    "@container style()": r"@container\s+style",
    "@scope": r"@scope",
    "@starting-style": r"@starting-style",
    "@property": r"@property",
    "anchor positioning": r"anchor\(|position-anchor",
    ":popover-open": r":popover-open",
    "relative colour": r"(rgb|hsl|oklch)\(from",
    "color-mix()": r"color-mix\(",
    "oklch()": r"\b(oklch|oklab|lch|lab)\(",
    "subgrid": r"\bsubgrid\b",
    "nesting": r"(^|[{;])\s*&",
    "field-sizing": r"field-sizing",
    "interpolate-size": r"interpolate-size",
    "linear()": r"[\s:]linear\(",
    "view transitions": r"view-transition",
}
TOO_NEW_JS = {
    "Object.groupBy": r"\.groupBy\(",
    "Promise.withResolvers": r"withResolvers",
    "Array.fromAsync": r"fromAsync",
    "toSorted and its kin": r"\.(toSorted|toReversed|toSpliced)\(",
    "popover": r"(show|hide|toggle)Popover",
    "set methods": r"\.(union|intersection|isSubsetOf)\(",
    "view transitions": r"startViewTransition",
    "eval": r"\beval\(|new Function",
}


def test_css_gzip_weighs_under_nine_kilobytes() -> None:
    assert len(gzip.compress((STATIC / "jalon.css").read_bytes(), 9)) < 9 * 1024


def test_js_gzip_weighs_under_two_kilobytes() -> None:
    assert len(gzip.compress((STATIC / "jalon.js").read_bytes(), 9)) < 2 * 1024


@pytest.mark.parametrize("path", [*SHEETS[1:], *sorted(STATIC.glob("*.js"))], ids=lambda path: path.name)
def test_sheet_or_script_of_some_pages_is_light(path: Path) -> None:
    assert len(gzip.compress(path.read_bytes(), 9)) < LIGHT


@pytest.mark.parametrize("feature", TOO_NEW_CSS)
def test_css_has_no_feature_newer_than_our_browsers(feature: str) -> None:
    assert re.findall(TOO_NEW_CSS[feature], CSS, flags=re.MULTILINE) == []


@pytest.mark.parametrize("feature", TOO_NEW_JS)
def test_js_has_no_feature_newer_than_our_browsers(feature: str) -> None:
    assert re.findall(TOO_NEW_JS[feature], JS) == []


def test_css_does_not_nest_rules() -> None:
    open_blocks: list[str] = []
    nested = []
    for prelude, brace in re.findall(r"([^{}]*)([{}])", CSS):
        if brace == "}":
            open_blocks.pop()
            continue
        if open_blocks and not open_blocks[-1].startswith("@"):
            nested.append(prelude.strip())
        open_blocks.append(prelude.split(";")[-1].strip())

    assert nested == []
    assert open_blocks == []


def test_css_asks_nothing_of_another_address() -> None:
    assert re.findall(r"url\((?!#)[^)]*\)|@import|https?:", CSS) == []


def test_contrast_of_the_palette_is_enough() -> None:
    colours = dict(re.findall(r"--(\w+):(#[0-9a-f]{3,6})", CSS.split("@media", 1)[0]))

    poor = [
        (text, ground)
        for text in ("ink", "soft", "faint", "accent", "red")
        for ground in ("paper", "sheet", "wash", "hi")
        if contrast(colours[text], colours[ground]) < 4.5
    ]

    assert poor == []


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
