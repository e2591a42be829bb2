"""Reading pages in tests."""

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

HTMX = {"hx-request": "true"}
FRENCH = {"accept-language": "fr"}


def soup_of(response: HttpResponse) -> BeautifulSoup:
    """The parsed page."""
    return BeautifulSoup(response.content, "html.parser")


def get(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    """Open an address, in French, that answers with this status."""
    response = client.get(address, headers=FRENCH)
    assert response.status_code == status
    return soup_of(response)


def first_column(soup: BeautifulSoup, table: str) -> list[str]:
    """The links of the first column of a table."""
    return [link.get_text() for link in soup.select(f"#{table} tbody th a")]


def patched(client: Client, address: str, filtered: str, target: str) -> tuple[str, str]:
    """The page after htmx has put the answer of `filtered` in the place of `target`; and the same reloaded.

    Both are given as the markup of `target`.
    """
    page = get(client, address)
    part = soup_of(client.get(filtered, headers=HTMX | FRENCH))
    place = page.select_one(f"#{target}")
    assert place is not None
    place.replace_with(part)
    return str(page.select_one(f"#{target}")), str(get(client, filtered).select_one(f"#{target}"))
