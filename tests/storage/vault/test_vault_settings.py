"""Settings and parcels: kept like everything else, and gone when they are taken away."""

from pathlib import Path

import pytest

from storage.errors import BadValue, NoSuchParcel, StorageError
from storage.vault import Vault
from tests.storage.vault.vaults import blob_file, content, make, noise, reopen, used_set


def parcel(vault: Vault, data: bytes) -> str:
    draft = vault.draft()
    draft.write(data)
    vault.keep_parcel(draft, f"parcel:{draft.id}", "waiting")
    return draft.id


def test_settings_are_kept_found_by_their_prefix_and_taken_away(tmp_path: Path) -> None:
    with make(tmp_path / "vault") as vault:
        vault.keep_setting("outlet:b", "two")
        vault.keep_setting("outlet:a", "one")
        vault.keep_setting("other:a", "three")
        vault.keep_setting("outlet:b", "", "outlet removed", {"outlet": "b"})
    with reopen(tmp_path / "vault") as vault:
        assert vault.settings("outlet:") == {"outlet:a": "one"}
        assert vault.custody()[-1].event == "outlet removed"
        assert vault.check(deep=True) == ()


def test_facts_of_the_vault_itself_are_no_settings(tmp_path: Path) -> None:
    with make(tmp_path / "vault") as vault, pytest.raises(BadValue):
        vault.keep_setting("created_at", "never")


def test_settings_and_parcels_outlive_the_index(tmp_path: Path) -> None:
    with make(tmp_path / "vault") as vault:
        vault.keep_setting("outlet:a", "one")
        vault.keep_setting("outlet:gone", "two")
        vault.keep_setting("outlet:gone", "")
        kept = parcel(vault, noise(300_000))
        books = used_set(tmp_path / "vault", vault)
    (books / "index.db").unlink()
    with reopen(tmp_path / "vault") as vault:
        assert vault.settings("outlet:") == {"outlet:a": "one"}
        assert vault.parcels() == (kept,)
        assert content(vault, kept) == noise(300_000)


def test_a_parcel_that_was_complete_is_taken_back_after_a_crash(tmp_path: Path) -> None:
    with make(tmp_path / "vault") as vault:
        draft = vault.draft()
        draft.write(b"sealed")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(vault, "_opened", _crash)
            patch.setattr(draft, "discard", lambda: None)
            patch.setattr(vault, "_knows", lambda _blob: True)
            with pytest.raises(StorageError):
                vault.keep_parcel(draft, "parcel:x", "waiting")
    with reopen(tmp_path / "vault") as vault:
        assert content(vault, draft.id) == b"sealed"
        assert vault.parcels() == (draft.id,)
        assert vault.custody()[-1].event == "queued"


def _crash() -> None:
    raise StorageError


def test_a_dropped_parcel_is_erased_and_no_item(tmp_path: Path) -> None:
    with make(tmp_path / "vault") as vault:
        kept = parcel(vault, b"sealed")
        assert vault.originals() == ()
        assert vault.settings("parcel:") == {f"parcel:{kept}": "waiting"}
        vault.drop_parcel(kept, f"parcel:{kept}", "", "delivered", {})
        assert vault.settings("parcel:") == {}
        assert vault.custody()[-1].event == "delivered"
        assert not blob_file(tmp_path / "vault", kept).exists()
        with pytest.raises(NoSuchParcel):
            vault.drop_parcel(kept, f"parcel:{kept}", "")
        assert vault.check(deep=True) == ()
