import errno
import string

import pytest

from capture import errors as capture_errors
from capture.report import Harm, Trace
from storage import errors as storage_errors
from ui.words import leaves, plain, sentence, shown
from ui.words.english import ENGLISH

FORBIDDEN = ("safe", "anonym")


ErrorClass = type[capture_errors.CaptureError | storage_errors.StorageError]
ROOTS = (capture_errors.CaptureError, storage_errors.StorageError)


def error_classes() -> list[ErrorClass]:
    named = (*vars(capture_errors).values(), *vars(storage_errors).values())
    return [value for value in named if isinstance(value, type) and issubclass(value, ROOTS)]


@pytest.mark.parametrize("error_class", error_classes(), ids=lambda c: c.__name__)
def test_every_error_has_its_own_sentence_and_a_remedy(error_class: ErrorClass) -> None:
    assert error_class.code in ENGLISH.errors
    said = sentence(error_class(part="chunk 60", item="abcd", person="2"))
    assert said.code == error_class.code
    assert said.what.endswith(".")
    assert said.remedy
    assert "?" not in said.what


def all_texts() -> list[str]:
    texts = [ENGLISH.more]
    for table in (ENGLISH.errors, ENGLISH.topics, ENGLISH.unknown):
        for what, why in table.values():
            texts += [what, why]
    for simple in (
        ENGLISH.headings,
        ENGLISH.subjects,
        ENGLISH.leaves,
        ENGLISH.embedded,
        ENGLISH.events,
        ENGLISH.checks,
        ENGLISH.findings,
    ):
        texts += simple.values()
    return texts


def test_no_text_makes_a_promise_that_no_program_can_keep() -> None:
    assert [text for text in all_texts() for word in FORBIDDEN if word in text.lower()] == []


def test_every_place_in_a_text_is_one_that_is_filled() -> None:
    formatter = string.Formatter()
    for what, why in (*ENGLISH.topics.values(), *ENGLISH.unknown.values()):
        named = {name for text in (what, why) for _, name, _, _ in formatter.parse(text) if name}
        assert named <= {"subject", "value"}


def test_every_harm_has_words() -> None:
    for table in (ENGLISH.headings, ENGLISH.unknown):
        assert set(table) == set(Harm)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EFBIG, "file-too-big"),
        (errno.EACCES, "no-permission"),
        (errno.EROFS, "read-only"),
        (errno.ENOENT, "not-there"),
        (errno.EIO, "device-error"),
        (errno.EMLINK, "system"),
    ],
)
def test_a_system_error_is_said_without_its_path(number: int, code: str) -> None:
    said = sentence(OSError(number, "message", "/home/maryam/secret.jpg"))
    assert said.code == code
    assert "maryam" not in repr(said)


def test_a_bug_says_its_class_and_nothing_of_its_message() -> None:
    said = sentence(KeyError("/home/maryam/secret.jpg"))
    assert said.code == "bug"
    assert said.detail == "KeyError"
    assert "maryam" not in repr(said)


def test_a_reason_chooses_the_nearer_sentence() -> None:
    near = sentence(capture_errors.Unreadable(reason="permission"))
    far = sentence(capture_errors.Unreadable(reason="never heard of"))
    assert near.what != far.what
    assert far.what == ENGLISH.errors["unreadable"][0]


def test_the_facts_of_an_error_cannot_break_its_line() -> None:
    said = sentence(storage_errors.DamagedVault(part="chunk 1\n\x1b[2J{what}"))
    assert said.what == "A part of the vault is damaged: chunk 1\\n\\u{1b}[2J{what}."


def test_shown_keeps_persian_and_escapes_what_moves_a_terminal() -> None:
    assert shown("می\u200cروم.jpg") == "می\u200cروم.jpg"
    assert shown("a\nb\x1b[2J\u202egpj") == "a\\nb\\u{1b}[2J\\u{202e}gpj"
    assert shown("a\udcff") == "a\\xff"
    assert shown("x" * 500, 10) == "x" * 10 + "…"


def test_an_unknown_code_stands_as_it_is_in_one_line() -> None:
    assert leaves("new\ncode") == "new\\ncode"


def test_a_trace_without_a_topic_is_said_by_its_harm() -> None:
    said = plain(Trace("Xmp.acme:Frobnicator", "42", Harm.TECHNICAL, "APP1/XMP"))
    assert said == "This file holds data that is not needed to see it: Xmp.acme:Frobnicator = 42"
