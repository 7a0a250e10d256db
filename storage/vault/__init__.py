"""The encrypted vault: see ``vault.Vault``, and ``docs/formats/vault.md`` for its bytes."""

from storage.vault.checking import Finding
from storage.vault.locks import Key
from storage.vault.recovery import Mended
from storage.vault.restoration import Restoration
from storage.vault.sealed import SealedBlob
from storage.vault.slots import KdfCost
from storage.vault.vault import Vault, VaultInfo
from storage.vault.writer import Draft

__all__ = [
    "Draft",
    "Finding",
    "KdfCost",
    "Key",
    "Mended",
    "Restoration",
    "SealedBlob",
    "Vault",
    "VaultInfo",
]
