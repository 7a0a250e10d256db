"""How ``receive`` is asked for: bounds, and the address that it takes when none is named."""

import pytest

from capture.errors import CannotReceive
from capture.receiving import Choice, Shown, addresses
from ui.cli import app, exits
from ui.cli import receiving as command

SHOWN = Shown(
    "Calm Fig", "10.0.0.2", 53317, "123456", "https://10.0.0.2:53317/t", "AB" * 32, ("a",)
)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--minutes", "0"),
        ("--minutes", "241"),
        ("--minutes", "1.5"),
        ("--minutes", "٣"),
        ("--port", "0"),
        ("--port", "65536"),
        ("--port", "x"),
        ("--pin", "1234"),
        ("--announ",),
    ],
)
def test_wrong_use_is_told(wrong: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["receive", "vault", *wrong]) == exits.USAGE
    assert capsys.readouterr().err


def test_the_only_address_is_taken_and_of_several_one_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kind = type(addresses()[0])
    here, one = kind("127.0.0.1", "lo", own_alone=True), kind("10.0.0.2", "wlan0", own_alone=False)
    other = kind("192.168.1.7", "eth0\x1b[2J", own_alone=False)
    monkeypatch.setattr(command, "addresses", lambda: (one, here))
    assert command._address(None) == "10.0.0.2"
    assert command._address("127.0.0.1") == "127.0.0.1"
    monkeypatch.setattr(command, "addresses", lambda: (one, other, here))
    with pytest.raises(exits.UsageError, match=r"10\.0\.0\.2 \(wlan0\), 192\.168\.1\.7") as asked:
        command._address(None)
    assert "\x1b" not in str(asked.value)
    monkeypatch.setattr(command, "addresses", lambda: (here,))
    with pytest.raises(CannotReceive):
        command._address(None)


def test_a_code_is_drawn_where_there_is_a_terminal() -> None:
    choice = Choice("10.0.0.2")
    plain = "\n".join(command._lines(SHOWN, choice, picture=False))
    drawn = "\n".join(command._lines(SHOWN, choice, picture=True))
    assert "█" not in plain
    assert "█▀" in drawn or "█▄" in drawn
    assert "every device on the network" not in plain
    announced = Choice("10.0.0.2", announce=True)
    assert "every device" in "\n".join(command._lines(SHOWN, announced, picture=False))


def test_the_address_that_is_listened_on_is_never_all_of_them() -> None:
    assert "0.0.0.0" not in {one.ip for one in addresses()}  # noqa: S104 # looked for, not bound
