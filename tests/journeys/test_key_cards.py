"""Trusted people's cards at a terminal: typed where the passphrase is asked for."""

import re
import sys
from pathlib import Path

import pytest

from tests.conftest import Tool
from tests.journeys.conftest import Firsthand

if sys.platform == "win32":
    pytest.skip("terminals of POSIX", allow_module_level=True)

from tests.journeys.test_at_a_terminal import Talk  # there are none on Windows

CARD = re.compile(r"^Card \d of \d: (.*)$", re.MULTILINE)


def test_cards_are_typed_where_the_passphrase_is_asked_for(
    firsthand: Firsthand, tool: Tool, vault: Path
) -> None:
    made = firsthand.vault("keys", "shares", vault, "--need", "3", "--of", "4")
    assert made.code == 0, made.err
    cards = CARD.findall(made.out)
    talk = Talk(firsthand, tool("setsid"))
    short = " ".join(word[:4] for word in cards[3].split())
    answers = {
        "Passphrase: ": [cards[1]],
        "Next card (2 more needed): ": [cards[0].replace(" ", " x", 1), cards[0]],
        "Next card (1 more needed): ": [cards[1], short],
    }
    ended = talk(answers, "list", vault)
    assert ended.code == 0, ended.out
    assert not any(answers.values())
    for said in ("Word 2 is on no card", "This card was given already", "Card 4 is right"):
        assert said in ended.out
    assert not [word for word in cards[0].split() if f" {word} " in ended.out]
