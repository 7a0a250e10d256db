import sys
from pathlib import Path

import pytest

from capture.sources import arrivals


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are asked every few seconds")
def test_a_sign_changes_when_something_comes_or_goes(tmp_path: Path) -> None:
    mounts, bus, phones = (tmp_path / name for name in ("mountinfo", "bus", "gvfs"))

    def sign() -> arrivals.Sign:
        return arrivals.sign(mounts, bus, phones)

    seen = [sign()]
    mounts.write_text("1 2 3")
    seen.append(sign())
    bus.mkdir()
    (bus / "1-1").mkdir()
    seen.append(sign())
    phones.mkdir()
    (phones / "mtp:host=phone").mkdir()
    seen.append(sign())
    assert len(set(seen)) == 4
    assert sign() == seen[-1]
    assert arrivals.sign() == arrivals.sign()
