"""A small vault with something of everything, and all of it that must outlive damage."""

from pathlib import Path

from storage.vault import Vault
from tests.storage.vault import vaults


def fill(vault: Vault, count: int = 3, size: int = 5000) -> None:
    for number in range(count):
        original = vaults.seal(vault, vaults.noise(size, number), f"{number}.jpg")
        vaults.derive(vault, original, vaults.noise(4000, number))
        vault.note(original.id, {"summary": f"note {number}"})
        vault.keep_commitments(f"bundle {number}", {original.id: f"{number:064x}"})


def everything(vault: Vault) -> object:
    """All that must outlive any damage of the books."""
    originals = sorted(vault.originals(), key=lambda original: original.id)
    return [
        (
            original,
            vaults.content(vault, original.id),
            vault.derivatives(original.id),
            vault.record(original.id).witness,
            vault.custody(original.id),
        )
        for original in originals
    ], [vault.commitments(f"bundle {number}") for number in range(3)]


def codes(vault: Vault) -> set[str]:
    return {note.code for note in vault.info().notes}


def snapshot(folder: Path) -> object:
    with vaults.reopen(folder) as vault:
        return everything(vault)
