"""Whatever is built is whole: the law that joins the builder and the verifier."""

import io
from dataclasses import replace
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as some

from storage.bundle.build import BundleStream
from storage.bundle.contents import BundleContents, SealedPart
from storage.bundle.sheet_words import WORDS
from storage.bundle.verify import verify
from storage.records import Json, Step
from tests.storage.bundle.samples import chance, item, key, opener

TEXT = some.text(max_size=30)
FACTS: some.SearchStrategy[Json] = some.dictionaries(
    TEXT, some.none() | some.booleans() | some.integers() | TEXT | some.tuples(TEXT), max_size=3
)
STEPS = some.lists(some.builds(Step, TEXT, FACTS), max_size=3).map(tuple)


@some.composite
def bundles(draw: some.DrawFn) -> BundleContents:
    count = draw(some.integers(1, 4))
    items = []
    for number in range(count):
        content = draw(some.binary(max_size=300))
        extension = draw(some.sampled_from((".jpg", ".mp4", ".heic")))
        plain = item(f"drawn {number}", content, extension)
        items.append(
            replace(
                plain,
                steps=draw(STEPS),
                record=draw(some.dictionaries(TEXT, TEXT, max_size=3)),
                lossless=draw(some.booleans()),
                thumbnail=draw(some.none() | some.binary(max_size=50)),
            )
        )
    sealed = draw(some.none() | some.binary(max_size=100))
    part = sealed and SealedPart(opener(sealed), len(sealed), sha256(sealed).hexdigest())
    languages = tuple(draw(some.sets(some.sampled_from(sorted(WORDS)), min_size=1)))
    return BundleContents(chance("drawn", 16), tuple(items), part or None, languages, pdf=False)


@settings(max_examples=60, deadline=None)
@given(bundles(), some.integers(1, 5000))
def test_what_is_built_is_whole_and_says_what_it_was_made_of(
    given: BundleContents, step: int
) -> None:
    stream = BundleStream(given, key())
    data = b"".join(iter(lambda: stream.read(step), b""))
    verdict = verify(io.BytesIO(data))
    stated = [(entry.sha256, entry.size, entry.lossless) for entry in verdict.manifest.items]
    assert stated == [(held.sha256, held.size, held.lossless) for held in given.items]
    assert tuple(entry.commitment for entry in verdict.manifest.items) == stream.built.commitments
    assert [step.name for entry in verdict.manifest.items for step in entry.steps] == [
        step.name for held in given.items for step in held.steps
    ]
