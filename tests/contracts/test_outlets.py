"""What every outlet promises, held against the real server of each (stubs are named so)."""

import io
import random
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from storage.errors import OutletBusy, OutletRefused, Unreachable
from storage.outlets.account import Account
from storage.outlets.base import BLOCK, PART, Fleeting, Limits, Outlet, Parcel
from storage.progress import silent
from tests.contracts.outlet_kinds import OUTLETS, WAY_SAYS_LITTLE, Kind
from tests.storage.outlets.servers import Server

LARGE = random.Random(3).randbytes(2 * PART + 54_321)
SMALL = random.Random(4).randbytes(4_321)

Served = Callable[..., Server]


class Stop(BaseException):
    """Raised by a tick."""


def parcel(name: str, data: bytes) -> Parcel:
    return Parcel(name, len(data), sha256(data).hexdigest(), lambda: io.BytesIO(data))


def stopping(after: int) -> Callable[[int, int], None]:
    def tick(done: int, _total: int) -> None:
        if done >= after:
            raise Stop

    return tick


def holding(server: Server, data: bytes) -> list[Path]:
    """Every file of the server's that is exactly this."""
    found = (path for path in server.folder.rglob("*") if path.is_file())
    return [path for path in found if path.read_bytes() == data]


def patiently(attempt: Callable[[], object]) -> object:
    """Do something that a server may be too busy for until it has noticed that a line was cut."""
    for _ in range(40):
        with suppress(OutletBusy):
            return attempt()
        time.sleep(0.1)
    return attempt()


@pytest.fixture(params=OUTLETS, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> Kind:
    given: Kind = request.param
    return given


@pytest.fixture
def server(kind: Kind, served: Served) -> Server:
    return served(kind.name, kind.server)


@pytest.fixture
def outlet(kind: Kind, server: Server) -> Outlet:
    return kind.make(server)


@pytest.mark.parametrize("data", [SMALL, LARGE], ids=["small", "large"])
def test_a_parcel_arrives_whole(kind: Kind, server: Server, outlet: Outlet, data: bytes) -> None:
    seen: list[int] = []
    sent = parcel(f"whole{len(data)}.age", data)
    receipt = outlet.send(sent, Fleeting(), lambda done, _total: seen.append(done))
    assert receipt.sureness is kind.sure
    assert len(holding(server, data)) == kind.keeps
    assert max(seen) >= len(data)


def test_a_parcel_that_was_cut_arrives_whole_at_the_next_try(
    kind: Kind, server: Server, outlet: Outlet
) -> None:
    data = LARGE[::-1]
    sent, memo = parcel("cut.age", data), Fleeting()
    with pytest.raises(Stop):
        outlet.send(sent, memo, stopping(PART + 2 * BLOCK))
    assert not [path for path in server.folder.rglob("cut.age") if path.stat().st_size]
    again = kind.make(server)
    first: list[int] = []
    patiently(lambda: again.send(sent, memo, lambda done, _total: first.append(done)))
    assert len(holding(server, data)) == kind.keeps
    if kind.resumes:
        began = next(done for done in first if done)
        assert began >= 2 * BLOCK, "more than one part was sent again"


def test_a_parcel_that_is_there_already_may_be_sent_again(
    kind: Kind, server: Server, outlet: Outlet
) -> None:
    sent = parcel("twice.age", SMALL[:-1])
    for _ in range(2):
        assert outlet.send(sent, Fleeting(), silent).sureness is kind.sure
    assert holding(server, SMALL[:-1]) or not kind.keeps


def test_a_parcel_that_arrived_unnoticed_is_not_sent_again(
    kind: Kind, server: Server, outlet: Outlet
) -> None:
    """The last answer was lost: all that a new process knows is the memo."""
    if not kind.resumes:
        pytest.skip("it begins anew by its nature")
    data = LARGE[2:]
    sent, memo = parcel("unnoticed.age", data), Fleeting()
    outlet.send(sent, memo, silent)
    moved: list[int] = []
    again = kind.make(server)
    receipt = again.send(sent, memo, lambda done, total: moved.append(done if total else 0))
    assert receipt.sureness is kind.sure
    assert not any(moved), "it was sent again"
    assert len(holding(server, data)) == kind.keeps


def test_what_was_cut_can_be_taken_back(kind: Kind, server: Server, outlet: Outlet) -> None:
    data = LARGE[1:]
    sent, memo = parcel("back.age", data), Fleeting()
    with pytest.raises(Stop):
        outlet.send(sent, memo, stopping(PART + 2 * BLOCK))
    again = kind.make(server)
    patiently(lambda: again.forget(sent, memo))
    assert not holding(server, data)


def test_an_outlet_can_be_asked_before_anything_is_sent(outlet: Outlet) -> None:
    assert isinstance(outlet.ask(silent), Limits)


def test_a_stranger_is_refused_and_sends_little(kind: Kind, server: Server) -> None:
    if not kind.has_login:
        pytest.skip("this outlet knows nobody")
    seen: list[int] = [0]
    stranger = kind.make(server, Account("somebody", "else"))
    with pytest.raises(OutletRefused) as caught:
        stranger.send(
            parcel("strange.age", LARGE), Fleeting(), lambda done, _total: seen.append(done)
        )
    assert caught.value.facts["reason"] == "wrong-login"
    assert max(seen) < PART
    assert not list(server.folder.rglob("strange.age"))


def test_a_server_that_is_gone_is_said_to_be_so(kind: Kind, tmp_path: Path) -> None:
    gone = kind.server(tmp_path / "gone" / "served")
    if not gone.port:
        pytest.skip("its port is only known once it runs")
    outlet = kind.make(gone)
    with pytest.raises(Unreachable) as caught:
        outlet.send(parcel("gone.age", SMALL), Fleeting(), silent)
    assert caught.value.facts["reason"] == ("no-host" if WAY_SAYS_LITTLE else "refused")
