"""``verify``: the command of whoever receives a bundle. It loads no vault."""

import argparse
from collections.abc import Callable
from dataclasses import asdict
from typing import BinaryIO

from storage.bundle.opening import Opened
from storage.progress import Tick
from ui.cli import exits, verifying
from ui.cli.groups import Commands, command
from ui.cli.verifying import Shown


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    check = command(commands, "verify", _verify, "check a received bundle: no vault, no network")
    verifying.with_arguments(check, _repeat)


def _verify(options: argparse.Namespace) -> int:
    if options.original is not None and str(options.bundle) == verifying.STANDARD_INPUT:
        raise exits.UsageError(
            "To compare an original with its copy, the bundle is read twice: give it as a file."
        )
    return verifying.run(options)


def _repeat(opened: Opened, original: BinaryIO, copy: Callable[[], BinaryIO], tick: Tick) -> Shown:
    from capture import repeating  # the way to the child, which only --original needs
    from capture.isolate import MediaPool

    with MediaPool(workers=1) as pool:
        outcome = repeating.repeat(pool, opened, original, copy, tick)
    measure = None if outcome.measure is None else asdict(outcome.measure)
    return Shown(outcome.shown.value, measure)
