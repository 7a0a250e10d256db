"""The whole vault at a glance says what asking item by item says."""

from pathlib import Path

from storage.records import Step

from .vaults import make, seal


def test_a_survey_says_what_asking_one_by_one_says(tmp_path: Path) -> None:
    with make(tmp_path / "vault") as vault:
        one, other, third = (seal(vault, data).id for data in (b"one", b"other", b"third"))
        for item, steps in ((one, ("clean",)), (other, ("clean",)), (other, ("redact", "turn"))):
            draft = vault.draft()
            draft.write(b"copy of " + item.encode() + steps[0].encode())
            made = tuple(Step(name, {"leaves": ()}) for name in steps)
            vault.keep_derivative(draft, item, "jpeg", True, made)  # noqa: FBT003 # a noun's field
        vault.note(one, {"summary": "a square", "person.1.consent": "none"})
        vault.note(third, {"risk": "high"})
        vault.group(one, {third: "raw"})
        vault.keep_commitments("b" * 32, {other: "00" * 32})
        vault.keep_report(one, {"facts": {"device": "Phone"}})

        whole = vault.survey()
        assert whole.said == {item: vault.record(item).witness for item in (one, third)}
        assert whole.steps == {one: frozenset(("clean",)), other: frozenset(("redact", "turn"))}
        assert whole.parts == {one: 1}
        assert whole.bundled == frozenset((other,))
        only = vault.survey((other,))
        assert (only.said, only.parts, only.bundled) == ({}, {}, frozenset((other,)))
        assert only.steps == {other: frozenset(("redact", "turn"))}
        assert [item.id for item in vault.uncopied()] == [third]
        assert vault.looks() == {
            (item.provenance.name, item.size, item.provenance.modified_at)
            for item in vault.originals()
        }
        assert vault.reports((one, other, "no such id")) == {one: vault.report(one)}


def test_a_report_that_is_not_what_was_kept_counts_as_none(tmp_path: Path) -> None:
    with make(tmp_path / "vault") as vault:
        item = seal(vault, b"one").id
        vault.keep_report(item, {"facts": {}})
        connection = vault._books.index._connection
        connection.execute('UPDATE report_bodies SET body = \'{"facts":{"device":"x"}}\'')
        assert vault.reports((item,)) == {}
        assert vault.report(item) is None
