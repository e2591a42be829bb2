"""Tags of the page's frame: navigation, icons, addresses that keep their query."""

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from jalon.web.components import Link
from jalon.web.navigation import SEARCH, address, main_links

register = template.Library()


@register.simple_tag(takes_context=True)
def main_navigation(context: Context) -> list[Link]:
    """Return the links of the main navigation; empty of a current one outside a request."""
    match = getattr(context.get("request"), "resolver_match", None)
    return main_links(match.url_name or "" if match else "")


@register.simple_tag
def search_address() -> str:
    """Return the address of the search page, empty while there is none."""
    return address(*SEARCH)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Return an icon of the sprite (`i-<name>`); silent unless a `label` says what it means."""
    if not label:
        return format_html('<svg class="ic" aria-hidden="true"><use href="#i-{}"/></svg>', name)
    return format_html('<svg class="ic" role="img"><title>{}</title><use href="#i-{}"/></svg>', label, name)
