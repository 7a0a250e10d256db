"""One vault, several threads: sealing, reading, noting and locking at the same time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from storage.errors import StorageError
from storage.vault import Vault
from tests.storage.vault import vaults


def busy(vault: Vault, number: int) -> list[str]:
    """Seal, read back and note a few items; returns the ids."""
    done = []
    for turn in range(6):
        data = vaults.noise(vaults.CHUNK + number * 10 + turn, number * 100 + turn)
        original = vaults.seal(vault, data, f"{number}-{turn}.jpg")
        assert vaults.content(vault, original.id) == data
        vault.note(original.id, {"summary": f"{number}-{turn}"})
        assert vault.record(original.id).witness == {"summary": f"{number}-{turn}"}
        vaults.derive(vault, original, data[:100])
        done.append(original.id)
    return done


def test_threads_do_not_disturb_each_other(quick: Path) -> None:
    folder = quick / "v"
    with vaults.make(folder) as vault, ThreadPoolExecutor(6) as pool:
        sealed = [item for done in pool.map(lambda n: busy(vault, n), range(6)) for item in done]
        assert len(set(sealed)) == 36
        assert {original.id for original in vault.originals()} == set(sealed)
        vault.check_custody()
        assert vault.check(deep=True) == ()
    with vaults.reopen(folder) as vault:
        assert vault.info().notes == ()


def test_locking_in_the_middle_loses_nothing_that_was_told(quick: Path) -> None:
    folder = quick / "v"
    vault = vaults.make(folder)
    told: list[str] = []

    def until_locked(number: int) -> None:
        try:
            for turn in range(10_000):
                original = vaults.seal(vault, vaults.noise(5000, number * 10_000 + turn))
                told.append(original.id)
        except (StorageError, ValueError):
            return

    with ThreadPoolExecutor(4) as pool:
        working = [pool.submit(until_locked, number) for number in range(4)]
        while len(told) < 20:
            assert not any(work.done() for work in working)
        vault.close()
        for work in working:
            work.result()
    with vaults.reopen(folder) as vault:
        assert set(told) <= {original.id for original in vault.originals()}
        assert vault.check(deep=True) == ()
        assert not list((folder / "blobs").rglob("*.part"))
