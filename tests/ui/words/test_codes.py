"""Every code that the core can hand out has its words: read from the core's own source."""

import re
from pathlib import Path

from storage.bundle.verdict import CODES
from ui.words.english import ENGLISH

PROJECT = Path(__file__).resolve().parents[3]


def codes(pattern: str, *folders: str) -> set[str]:
    found: set[str] = set()
    for folder in folders:
        for path in (PROJECT / folder).rglob("*.py"):
            found |= set(re.findall(pattern, path.read_text("utf-8")))
    assert found
    return found


def test_every_check_of_a_bundle_has_words() -> None:
    assert set(CODES) <= set(ENGLISH.checks)


def test_every_finding_in_a_vault_has_words() -> None:
    named = codes(r'(?:Finding|Mended)\("([a-z-]+)"', "storage/vault")
    named |= codes(r'\n\s+"([a-z]+-[a-z-]+)": \w+', "storage/vault")
    assert named <= set(ENGLISH.findings)


def test_every_custody_event_has_words() -> None:
    named = codes(r'(?:\.log|\.step|_log)\(\s*"([a-z ]+)"', "storage/vault", "capture")
    assert {"noted", "checked", "bundled"} <= named
    assert named <= set(ENGLISH.events)


def test_every_reason_that_has_a_sentence_is_one_that_is_given() -> None:
    given = codes(r'(?:reason="|_broken\("|else ")([a-z-]+)"', "capture", "storage", "ui/cli")
    alone = r'"([a-z]+-[a-z-]+|openpgp|signer|missing|link)"'
    given |= codes(alone, "capture", "storage", "ui/cli")
    facts = {"part", "choices", "limit"}
    reasons = {key.partition(":")[2] for key in ENGLISH.errors if ":" in key}
    assert reasons - facts <= given | set(CODES)
