"""Identities that travel between copies of a ledger."""

import uuid6


def new_uid() -> str:
    """Return a new UUIDv7 as text: sortable by creation, unique across copies."""
    return str(uuid6.uuid7())
