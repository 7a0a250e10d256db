"""Everything that is done to an item is in its custody log, in the order in which it was done."""

from pathlib import Path

from tests.journeys.conftest import Firsthand

PHOTO = "IMG_20240501_184207.jpg"


def test_every_act_is_an_entry(firsthand: Firsthand, samples: Path, tmp_path: Path) -> None:
    vault = tmp_path / "events-vault"
    assert firsthand.vault("vault", "create", vault).code == 0
    imported = firsthand.vault("import", vault, samples / PHOTO, "--json")
    item = imported.json["items"][0]["id"]
    assert firsthand.vault("show", vault, item).code == 0
    assert firsthand.vault("note", vault, item, "--set", "summary=The gate").code == 0
    assert firsthand.vault("redact", vault, item, "--faces").code == 0
    out = tmp_path / "b.zip"
    bundle = firsthand.vault("bundle", vault, item, "-o", out, "--json").json["bundle_id"]
    opening = ("-o", tmp_path / "item.opening")
    assert firsthand.vault("reveal", vault, bundle, item, *opening).code == 0
    assert firsthand.vault("delete", vault, item, "--yes").code == 0
    log = firsthand.vault("custody", vault, "--json").json
    assert log["holds"]
    events = [entry["event"] for entry in log["entries"] if entry["item"] == item]
    assert events == [
        "sealed",
        "derived",
        "viewed",
        "noted",
        "redacted",
        "bundled",
        "revealed",
        "deleted",
    ]
