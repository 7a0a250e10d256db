"""``prepare``: what is sealed and was not examined and cleaned yet, without its source."""

import argparse

from capture.isolate import MediaPool
from capture.preparing import Preparing, try_again
from capture.sealing import Taken
from ui.cli import exits, importing, opening, parts, terminal
from ui.cli.groups import Commands, command, with_json


def add(commands: Commands) -> None:
    """Add the command of this group."""
    prepare = command(commands, "prepare", _prepare, "examine and clean what is sealed and waits")
    opening.with_vault(prepare)
    with_json(prepare)
    prepare.add_argument(
        "--again", action="store_true", help="try those again, too, that could not be cleaned"
    )


def _prepare(options: argparse.Namespace) -> int:
    with opening.opened(options) as vault, MediaPool() as pool:
        if options.again:
            try_again(vault)
        with terminal.Progress("Preparing") as progress:

            def told(taken: Taken) -> None:
                if not options.json:
                    progress.say("\n".join(importing.taken_lines(taken)))

            ended = Preparing(vault, pool).run(progress, told)
            if not options.json:
                for line in parts.together(vault, ended):
                    progress.say(line)
        if options.json:
            terminal.print_json(importing.answer_json(vault, ended))
        elif not ended:
            print("Nothing waits: all that is sealed was examined.")
    return exits.REFUSED if any(taken.error for taken in ended) else exits.DONE
