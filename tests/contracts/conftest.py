"""Servers for the contracts: one of each kind a session, with folders of its own for each test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.contracts.outlet_kinds import OPENED
from tests.storage.outlets.servers import Server, running


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Give the function that starts a kind of server once and gives it again."""
    started: dict[str, Server] = {}
    with ExitStack() as stack:

        def serve(name: str, make: Callable[[Path], Server]) -> Server:
            if name not in started:
                folder = tmp_path_factory.mktemp(name) / "served"
                started[name] = stack.enter_context(running(make(folder)))
            return started[name]

        yield serve


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Close what a test opened."""
    yield
    while OPENED:
        OPENED.pop().close()
