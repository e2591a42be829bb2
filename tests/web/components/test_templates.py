"""Every template: it compiles, and holds nothing that the content security policy would refuse."""

import re
from pathlib import Path

import pytest
from django.template import engines

WEB = Path(__file__).parents[3] / "src/jalon/web"
TEMPLATES = sorted(WEB.glob("**/templates/**/*.html"))
NAMES = {path: str(path).rpartition("/templates/")[2] for path in TEMPLATES}
REFUSED = {
    "style attribute": r"<[^>]*\sstyle\s*=",
    "style element": r"<style\b",
    "inline script": r"<script(?![^>]*\bsrc=)",
    "event attribute": r"<[^>]*\son[a-z]+=[\"']",
    "javascript address": r"javascript:",
    "hx-on": r"\bhx-on",
    "other origin": r"(src|href|action)=\"(https?:)?//",
}


def test_templates_are_found() -> None:
    assert "base.html" in NAMES.values()


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES.get)
def test_template_compiles(path: Path) -> None:
    engines["django"].from_string(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("what", REFUSED)
def test_no_template_holds_what_the_policy_refuses(what: str) -> None:
    found = [
        NAMES[path]
        for path in TEMPLATES
        if re.search(REFUSED[what], path.read_text(encoding="utf-8"), flags=re.IGNORECASE)
    ]

    assert found == []


def test_every_component_says_its_context() -> None:
    silent = [
        NAMES[path]
        for path in TEMPLATES
        if NAMES[path].startswith("components/") and "{% comment %}" not in path.read_text(encoding="utf-8")
    ]

    assert silent == []


def test_every_component_is_on_the_style_page() -> None:
    texts = {name: path.read_text(encoding="utf-8") for path, name in NAMES.items()}
    included = set(re.findall(r'include "(components/[^"]+)"', " ".join(texts.values())))
    by_name = {name for name in texts if name.startswith("components/charts/")}
    by_tag = {"components/figure.html", "components/legend.html"}

    assert {name for name in texts if name.startswith("components/")} == included | by_name | by_tag


@pytest.mark.parametrize("sign", ["m-", "s-", "i-", "p-"])
def test_sprite_has_every_sign_that_is_used(sign: str) -> None:
    sprite = (WEB / "templates/components/sprite.html").read_text(encoding="utf-8")
    texts = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    drawn = set(re.findall(rf'id="{sign}(\w+)"', sprite))
    used = set(re.findall(rf'href="#{sign}(\w+)"', texts))
    if sign == "i-":
        used |= set(re.findall(r'{% icon "(\w+)"', texts))

    assert used - drawn == set()
