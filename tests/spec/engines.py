"""The engines that the spec is run on. To plug one in, add its factory here.

A factory takes pytest's request (for a database fixture, say) and a ledger, and gives a fetcher over it.
"""

from collections.abc import Callable

import pytest

from jalon.core.figures import Fetcher, Ledger, MemoryFetcher

Factory = Callable[[pytest.FixtureRequest, Ledger], Fetcher]

ENGINES: dict[str, Factory] = {"memory": lambda request, ledger: MemoryFetcher(ledger)}
