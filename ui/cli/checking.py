"""``verify``: the command of whoever receives a bundle. It loads no vault."""

from collections.abc import Callable
from dataclasses import asdict
from typing import BinaryIO

from storage.bundle.manifest import ItemEntry
from storage.progress import Tick
from ui.cli import verifying
from ui.cli.groups import Commands, command
from ui.cli.verifying import Shown


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    check = command(
        commands, "verify", verifying.run, "check a received bundle: no vault, no network"
    )
    verifying.with_arguments(check, _repeat)


def _repeat(
    signed: ItemEntry, original: BinaryIO, copy: Callable[[], BinaryIO | None], tick: Tick
) -> Shown:
    from capture import opening  # the way to the child, which only --original needs
    from capture.isolate import MediaPool

    with MediaPool(workers=1) as pool:
        outcome = opening.repeat(pool, signed, original, copy, tick)
    measure = None if outcome.measure is None else asdict(outcome.measure)
    return Shown(outcome.shown.value, measure)
