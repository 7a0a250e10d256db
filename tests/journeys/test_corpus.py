"""``clean`` over every file of the development corpus: cleaned and empty, or refused by name."""

from pathlib import Path

from tests.journeys.conftest import Firsthand
from ui.words.english import ENGLISH


def test_every_file_of_the_corpus_is_cleaned_or_refused_by_name(
    firsthand: Firsthand, corpus: Path, tmp_path: Path
) -> None:
    ended = firsthand("clean", corpus, "-o", tmp_path / "out", "--json")
    results = ended.json
    assert len(results) > 200
    assert {item["status"] for item in results} <= {"cleaned", "already-clean", "refused"}
    for item in results:
        assert (item["output"] is None) == (item["status"] == "refused")
        assert (item["error"] is None) == (item["status"] != "refused")
        assert item["remaining"] == []
        assert bool(item["removed"] or item["removed_embedded"]) == (item["status"] == "cleaned")
    outputs = {item["output"] for item in results if item["output"]}
    assert {str(path) for path in (tmp_path / "out").iterdir()} == outputs
    assert ended.code == int(len(outputs) < len(results))
    assert {code for item in results for code in item["leaves"]} <= set(ENGLISH.leaves)
    kinds = {hidden["kind"] for item in results for hidden in item["removed_embedded"]}
    assert kinds <= set(ENGLISH.embedded)
