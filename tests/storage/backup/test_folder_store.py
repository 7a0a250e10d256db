"""A folder of another disk keeps what every store promises: the same tests as the outlets'."""

from inspect import signature
from pathlib import Path

import pytest

from storage.backup.folder import FolderStore
from tests.contracts import test_stores as promised

for _name in dir(promised):
    _test = getattr(promised, _name)
    if _name.startswith("test_") and "kind" not in signature(_test).parameters:
        globals()[_name] = _test  # what is about logging in is not a folder's


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path)
