"""Services on both databases, with one person in each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from matcher.services import Services
from tests.storage.conftest import address, database, empty_address
from tests.storage.made import ANNE, BJORN

__all__ = ["address", "database", "empty_address"]


@pytest.fixture
def services(address: str) -> Iterator[Services]:
    services = Services(database_url=address)
    services.store.save_person(ANNE, who="anne")
    services.store.save_person(BJORN, who="anne")
    yield services
    services.store.close()
