"""Something done in a fork that ends without warning at one of its steps."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storage.vault import system

STEPS: list[tuple[Any, str]] = [
    (system, "write_all"),
    (system, "sync"),
    (system, "sync_folder"),
    (Path, "unlink"),
    (Path, "rmdir"),
    (shutil, "rmtree"),
]


def ended_at(point: int, doing: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> int:
    """Do something in a fork that ends without warning at its n-th step."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    count = 0

    def counted(original: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == point:
                os._exit(77)
            return original(*arguments, **named)

        return step

    for owner, name in STEPS:
        monkeypatch.setattr(owner, name, counted(getattr(owner, name)))
    try:
        doing()
    except BaseException:  # noqa: BLE001 # a fork must not return into pytest
        os._exit(3)
    os._exit(0)
