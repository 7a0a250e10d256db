"""Pauses after wrong passphrases, a wipe after too many, and a count that nothing resets."""

import os
from pathlib import Path

import pytest

from storage.errors import DamagedVault, DiskFailed, TryLater, VaultWiped, WrongPassphrase
from storage.vault import Vault, guard, keyring, system
from storage.vault.guard import Policy, State
from tests.storage.vault import vaults


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(guard, "time", made)
    return made


@pytest.fixture
def folder(quick: Path) -> Path:
    vaults.make(quick / "v").close()
    return quick / "v"


def want(folder: Path, policy: Policy) -> None:
    with vaults.reopen(folder) as vault:
        vault.set_guard(policy)
        assert vault.guard == policy
        assert vault.custody()[-1].event == "guard set"


def wrong(folder: Path) -> None:
    with pytest.raises(WrongPassphrase):
        vaults.reopen(folder, "wrong")


def counted(folder: Path) -> int:
    return guard._read(folder)[0].failures


def test_without_a_guard_nothing_is_kept(folder: Path) -> None:
    before = {path.name for path in folder.iterdir()}
    for _ in range(6):
        wrong(folder)
    assert {path.name for path in folder.iterdir()} == before
    vaults.reopen(folder).close()


def test_pauses_grow_and_a_right_passphrase_ends_them(folder: Path, clock: Clock) -> None:
    want(folder, Policy(delay=True))
    pauses = []
    for _ in range(6):
        wrong(folder)
        try:
            vaults.reopen(folder, "wrong")
        except TryLater as error:
            pauses.append(int(error.facts["seconds"]))
            clock.now += pauses[-1]
        except WrongPassphrase:
            pauses.append(0)
    assert pauses == [0, 5, 10, 20, 40, 80]
    assert counted(folder) == 7
    with vaults.reopen(folder) as vault:
        assert [note.code for note in vault.info().notes] == ["wrong-tries"]
    assert counted(folder) == 0
    wrong(folder)


def test_the_right_passphrase_has_to_wait_too_and_waiting_counts_nothing(
    folder: Path, clock: Clock
) -> None:
    want(folder, Policy(delay=True))
    for _ in range(3):
        wrong(folder)
    for _ in range(5):
        with pytest.raises(TryLater):
            vaults.reopen(folder)
    assert counted(folder) == 3
    clock.now += 5
    vaults.reopen(folder).close()


def test_a_clock_set_back_locks_nobody_out() -> None:
    state = State(Policy(delay=True), failures=40, last=2_000_000_000)
    assert state.pause(1_000_000_000) == 3600
    assert state.pause(2_000_003_600) == 0
    assert state.pause(2_000_003_599) == 1


def test_the_last_wrong_passphrase_wipes(folder: Path) -> None:
    want(folder, Policy(wipe_after=5))
    for _ in range(4):
        wrong(folder)
    with pytest.raises(VaultWiped):
        vaults.reopen(folder, "wrong")
    assert not folder.exists()


def test_a_right_one_in_time_starts_again(folder: Path) -> None:
    want(folder, Policy(wipe_after=5))
    for _ in range(3):
        for _ in range(4):
            wrong(folder)
        vaults.reopen(folder).close()


def test_ending_the_process_between_counting_and_judging_wins_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    want(folder, Policy(wipe_after=5))
    for number in range(1, 6):
        pid = os.fork()
        if pid == 0:
            monkeypatch.setattr(keyring, "unlock", lambda *_: os._exit(77))
            Vault.open(folder, "wrong")
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 77
        assert counted(folder) == number
    with pytest.raises(VaultWiped):
        vaults.reopen(folder, "wrong")
    assert not folder.exists()


def test_a_count_that_is_torn_is_the_one_before_or_the_one_after(folder: Path) -> None:
    """Whatever bytes of the place being written reach the disk, a whole place remains."""
    want(folder, Policy(delay=True, wipe_after=9))
    wrong(folder)
    before = (folder / "guard").read_bytes()
    wrong(folder)
    after = (folder / "guard").read_bytes()
    changed = [at for at in range(len(after)) if before[at] != after[at]]
    start = changed[0] // 512 * 512
    for cut in range(start, start + 80):
        (folder / "guard").write_bytes(
            before[:start] + after[start:cut] + before[cut : start + 512] + before[start + 512 :]
        )
        state, sound = guard._read(folder)
        assert sound
        assert state.policy == Policy(delay=True, wipe_after=9)
        assert state.failures in (1, 2)


def test_a_try_that_could_not_be_judged_is_counted_back(folder: Path) -> None:
    want(folder, Policy(wipe_after=5))
    wrong(folder)
    for name in keyring.COPIES:
        vaults.flip(folder / name, 30)
    for _ in range(7):
        with pytest.raises(DamagedVault):
            vaults.reopen(folder, "wrong")
    assert counted(folder) == 1


def test_where_counting_fails_nothing_is_tried(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    want(folder, Policy(delay=True))

    def failing(_file: object) -> None:
        raise OSError(5, "the disk")

    tried = []
    monkeypatch.setattr(system, "sync", failing)
    monkeypatch.setattr(keyring, "unlock", lambda *_: tried.append(1))
    with pytest.raises(DiskFailed):
        vaults.reopen(folder)
    assert tried == []


def test_a_damaged_guard_is_told_and_keeps_nobody_out(folder: Path) -> None:
    want(folder, Policy(delay=True))
    (folder / "guard").write_bytes(b"\0" * 1024)
    with vaults.reopen(folder) as vault:
        assert "guard-damaged" in {note.code for note in vault.info().notes}
        assert vault.check(deep=True) == ()
    with vaults.reopen(folder) as vault:
        assert vault.info().notes == ()
        assert vault.guard == Policy()


def test_every_bit_of_the_guard_flipped_is_noticed(folder: Path) -> None:
    want(folder, Policy(delay=True, wipe_after=7))
    whole = (folder / "guard").read_bytes()
    state, _ = guard._read(folder)
    for at in range(1024):
        vaults.flip(folder / "guard", at)
        found, sound = guard._read(folder)
        assert sound
        assert found.policy == state.policy
        (folder / "guard").write_bytes(whole)


def test_taking_the_guard_away_takes_its_file_away(folder: Path) -> None:
    want(folder, Policy(wipe_after=5))
    want(folder, Policy())
    assert not (folder / "guard").exists()
    for tries in (1, 4, 101):
        with vaults.reopen(folder) as vault, pytest.raises(ValueError, match=str(tries)):
            vault.set_guard(Policy(wipe_after=tries))


def test_the_decoy_is_under_the_same_guard(folder: Path) -> None:
    with vaults.reopen(folder) as vault:
        vault.make_decoy("decoy")
        vault.set_guard(Policy(wipe_after=5))
    with vaults.reopen(folder, "decoy") as decoy:
        assert decoy.guard == Policy(wipe_after=5)
    wrong(folder)
    vaults.reopen(folder, "decoy").close()
    assert counted(folder) == 0
