"""A Tor of our own: started when needed, never beside what was chosen, and gone afterwards."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.errors import BadAddress, NoRoute
from storage.outlets import network
from storage.outlets.address import TOR, read_address
from storage.outlets.network import Network
from storage.outlets.standby import standing, standing_by
from storage.outlets.transport import Link, Web, bridges, dial, tor
from storage.outlets.transport.tor import Bootstrap
from storage.vault import Vault
from tests.storage.outlets.fake_tor import READY, FakeTor, fake_tor
from tests.storage.outlets.proxies import Proxy, proxy
from tests.storage.outlets.scripted import Scripted, says, scripted
from tests.storage.outlets.test_transport import ONION, YES

CERT = "cert=ssH+9rP8dG2NLDN2XuFw63hIO/9MNNinLmxQDpVa+7kTOa9/m+tGWT1SmSYpQ9uTBGa6Hw iat-mode=0"
OBFS4 = f"obfs4 192.0.2.7:443 {'AB' * 20} {CERT}"
SNOWFLAKE = (
    f"snowflake 192.0.2.3:80 {'2B' * 20} fingerprint={'2B' * 20} url=https://broker.example/"
    " fronts=www.cdn.example,other.example ice=stun:stun.example:3478 utls-imitate=hello"
)

Running = Callable[..., FakeTor]


@pytest.fixture
def way() -> Iterator[tuple[Scripted, Proxy]]:
    """Give a server, and the proxy that stands for Tor's port."""
    with scripted(says(YES)) as server, proxy(server.port) as made:
        yield server, made


@pytest.fixture
def running(
    tmp_path: Path, way: tuple[Scripted, Proxy], monkeypatch: pytest.MonkeyPatch
) -> Running:
    """Give the function that puts a Tor program onto this computer, where none runs."""

    def make(*lines: str, ends: bool = False) -> FakeTor:
        made = fake_tor(tmp_path / "tor", way[1].port, lines or READY, ends=ends)
        monkeypatch.setattr(tor, "PROGRAMS", (str(tmp_path / "none"), str(made.program)))
        return made

    monkeypatch.setattr(dial, "TOR_PORTS", ())
    return make


def ask() -> bytes:
    address = read_address(ONION, "http")
    with Web(Link(TOR, "circuit"), address) as web:
        return web.ask("GET", address).body


def folders() -> set[str]:
    base = tor._MEMORY if os.access(tor._MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    return {path.name for path in base.glob(f"{tor._NAME}{os.getpid()}-*")}


def test_it_is_started_when_it_is_needed_and_leaves_nothing(
    vault: Vault, running: Running, way: tuple[Scripted, Proxy]
) -> None:
    made, told = running(), list[Bootstrap]()
    with standing_by(vault, told.append):
        assert made.starts == []
        assert ask() == ask() == b"yes"
        assert len(made.starts) == 1
        assert len(folders()) == 1
    assert [far.percent for far in told] == sorted({far.percent for far in told})
    assert told[-1].stage == "ready"
    assert way[1].users == ["circuit"] * 2
    assert made.ends == 1
    assert folders() == set()
    assert f"__OwningControllerProcess {os.getpid()}" in made.starts[0]


def test_the_relays_that_it_enters_by_are_kept_in_the_vault_and_nothing_else(
    vault: Vault, running: Running
) -> None:
    made = running()
    for _ in range(2):
        with standing_by(vault, lambda _far: None):
            ask()
    assert made.state == "Guard in=default rsa_id=AA nickname=x\n"
    network.choose(vault, Network(start=True))  # another choice: they are forgotten
    assert "network:guards" not in vault.settings("network:")


def test_a_tor_that_runs_is_used_unless_there_are_bridges(
    vault: Vault, running: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = running()
    plugin = bridges.Disguise("obfs4", (str(made.program),), "obfs4proxy", "cert")
    monkeypatch.setattr(bridges, "DISGUISES", (plugin,))
    with scripted(says(YES)) as server, proxy(server.port) as system:
        monkeypatch.setattr(dial, "TOR_PORTS", (system.port,))
        with standing_by(vault, lambda _far: None):
            assert ask() == b"yes"
            assert (made.starts, len(system.users)) == ([], 1)
            network.choose(vault, Network(bridges=(OBFS4,)))
            assert ask() == b"yes"
            assert (len(made.starts), len(system.users)) == (1, 1)
    assert "UseBridges 1\n" in made.starts[0]
    assert f"Bridge {OBFS4}\n" in made.starts[0]
    assert f"ClientTransportPlugin obfs4 exec {made.program}\n" in made.starts[0]


def test_what_is_missing_for_bridges_is_no_reason_to_go_without(
    vault: Vault, running: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = running()
    none = bridges.Disguise("obfs4", (str(tmp_path / "no"),), "obfs4proxy", "cert")
    monkeypatch.setattr(bridges, "DISGUISES", (none,))
    network.choose(vault, Network(bridges=(OBFS4,)))
    assert network.look(network.chosen(vault)).missing == ("obfs4proxy",)
    with scripted(says(YES)) as server, proxy(server.port) as system:
        monkeypatch.setattr(dial, "TOR_PORTS", (system.port,))
        with standing_by(vault, lambda _far: None):
            for program, reason in ((None, "no-tor-program"), (made.program, "no-bridge-program")):
                monkeypatch.setattr(tor, "PROGRAMS", (str(program),))
                with pytest.raises(NoRoute) as caught:
                    ask()
                assert caught.value.facts["reason"] == reason
        assert (made.starts, system.users) == ([], [])


def test_it_is_not_started_where_the_person_said_so(vault: Vault, running: Running) -> None:
    made = running()
    network.choose(vault, Network(start=False))
    with standing_by(vault, lambda _far: None), pytest.raises(NoRoute) as caught:
        ask()
    assert caught.value.facts["reason"] == "no-tor"
    assert made.starts == []


def test_before_there_is_a_vault_it_is_started_all_the_same(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = running()
    plugin = bridges.Disguise("obfs4", (str(made.program),), "obfs4proxy", "cert")
    monkeypatch.setattr(bridges, "DISGUISES", (plugin,))
    for given in ((), (OBFS4,)):
        with standing_by(None, lambda _far: None, given):
            assert ask() == b"yes"
    assert ["UseBridges" in start for start in made.starts] == [False, True]


STUCK = "[warn] Problem bootstrapping. Stuck at 5% (conn): Connecting. (Refused; CONNECTREFUSED; 1)"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("[err] Reading config failed",), "tor-ended"),
        ((READY[0], STUCK), "tor-stuck"),
        ((READY[0], "[warn] Our clock is 3 days behind the time published"), "tor-clock"),
    ],
)
def test_why_it_does_not_join_its_network_is_told(
    vault: Vault,
    running: Running,
    monkeypatch: pytest.MonkeyPatch,
    lines: tuple[str, ...],
    reason: str,
) -> None:
    # Long enough for a busy machine to start a process and hear what it says.
    monkeypatch.setattr(tor, "_STUCK", 60.0 if reason == "tor-ended" else 3.0)
    made = running(*lines, ends=reason == "tor-ended")
    with standing_by(vault, lambda _far: None):
        with pytest.raises(NoRoute) as caught:
            ask()
        assert folders() == set()
    assert caught.value.facts["reason"] == reason
    assert (STUCK in lines) == (caught.value.detail == "CONNECTREFUSED")
    assert len(made.starts) == 1


def test_who_waits_for_it_can_stop(vault: Vault, running: Running) -> None:
    class Stop(BaseException):
        pass

    def told(far: Bootstrap) -> None:
        if far.percent:
            raise Stop

    made = running(*READY[:2])
    with standing_by(vault, told), pytest.raises(Stop):
        ask()
    assert made.ends == 1
    assert folders() == set()


def test_one_that_ended_is_said_to_have_and_started_again_by_the_next(
    vault: Vault, running: Running, way: tuple[Scripted, Proxy]
) -> None:
    made = running()
    with standing_by(vault, lambda _far: None):
        ask()
        own = standing()
        assert own is not None
        assert own._running is not None
        own._running._process.kill()
        own._running._process.wait()
        with pytest.raises(NoRoute) as caught:
            dial.find_tor(start=False)
        assert caught.value.facts["reason"] == "tor-ended"
        assert ask() == b"yes"
    assert len(made.starts) == 2


def test_what_a_killed_program_left_is_taken_away_by_the_next(
    vault: Vault, running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tor, "_MEMORY", tmp_path / "memory")
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                          capture_output=True, text=True, check=True)  # fmt: skip
    old = tmp_path / "memory" / f"{tor._NAME}{gone.stdout.strip()}-x"
    ours = tmp_path / "memory" / f"{tor._NAME}{os.getppid()}-x"
    for folder in (old, ours):
        folder.mkdir(parents=True)
    running()
    with standing_by(vault, lambda _far: None):
        ask()
    assert [path.name for path in (tmp_path / "memory").iterdir()] == [ours.name]


@pytest.mark.parametrize(
    "line",
    [OBFS4, f"Bridge {OBFS4}", SNOWFLAKE, "192.0.2.7:443", f"[2001:db8::7]:443 {'AB' * 20}"],
)
def test_bridges_are_taken_as_they_are_given(line: str) -> None:
    assert bridges.read_bridges(f"# mine\n\n {line} \n{line}\n") == (line.removeprefix("Bridge "),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "bridge"),
        ("obfs4", "bridge"),
        ("bridge", "bridge"),
        ("obfs4 192.0.2.7:443", "bridge"),
        (OBFS4.replace("192.0.2.7", "bridge.example"), "bridge"),
        (OBFS4.replace("443", "0"), "bridge"),
        (OBFS4.replace("443", "66000"), "bridge"),
        (OBFS4 + ' x="y"', "bridge"),
        (OBFS4 + " # comment", "bridge"),
        (OBFS4 + " \\", "bridge"),
        (OBFS4 + "\nControlPort 9051", "bridge-kind"),
        (OBFS4 + "\rControlPort 9051", "bridge-kind"),
        (OBFS4 + "\x0bExitRelay 1", "bridge-kind"),
        ("exec 192.0.2.7:443 cert=x", "bridge-kind"),
        ("192.0.2.7:443 cert=x", "bridge"),
        ("\n".join(f"192.0.2.{number}:443" for number in range(1, 22)), "bridge"),
        (f"192.0.2.1:443\n{'#' * bridges.MOST_TEXT}", "bridge"),
        ("obfs4 192.0.2.7:443 cert=" + "x" * 2000, "bridge"),
    ],
)
def test_what_is_no_bridge_never_gets_into_the_configuration(text: str, reason: str) -> None:
    with pytest.raises(BadAddress) as caught:
        bridges.read_bridges(text)
    assert caught.value.facts["reason"] == reason
