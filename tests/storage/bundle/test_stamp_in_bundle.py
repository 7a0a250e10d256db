"""A time stamp inside a bundle: over its root, signed with the rest, checked offline."""

import io
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from storage import stamps
from storage.bundle import plan
from storage.bundle.contents import Stamp, stamp_data
from storage.bundle.verdict import NotWhole
from storage.bundle.verify import verify
from tests.conftest import find_tool
from tests.storage.bundle.samples import chance, contents, key, made
from tests.storage.stamp_authority import Authority

NONCE = chance("nonce")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(find_tool("openssl"), tmp_path_factory.mktemp("tsa") / "authority")


def stamp_over(authority: Authority, root: str) -> Stamp:
    return Stamp(NONCE, authority.answer(stamps.request(stamp_data(NONCE, root))))


@pytest.fixture(scope="module")
def stamped(authority: Authority) -> bytes:
    stamp = stamp_over(authority, plan.root_of(contents(), key()))
    return made(replace(contents(), stamp=stamp))[0]


def test_the_stamp_in_a_bundle_is_read_and_confirmed(authority: Authority, stamped: bytes) -> None:
    verdict = verify(io.BytesIO(stamped))
    claim = verdict.stamp
    assert claim is not None
    assert "stamp" in [check.code for check in verdict.checks if check.passed]
    confirmed = stamps.confirm(claim.response, claim.data, authority.certificate)
    assert confirmed.at == claim.at


def test_the_command_in_the_instructions_works(stamped: bytes, authority: Authority,
                                               tmp_path: Path) -> None:  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(stamped)) as archive:
        archive.extractall(tmp_path)
    folder = next(tmp_path.iterdir())
    (folder / "AUTHORITY.pem").write_bytes(authority.certificate)
    told = (folder / "VERIFY.txt").read_text("utf-8")
    command = next(line for line in told.splitlines() if "ts -verify" in line).split()
    done = subprocess.run(
        [find_tool("openssl"), *command[1:]], cwd=folder, capture_output=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_bundle_without_a_stamp_says_nothing_of_one() -> None:
    verdict = verify(io.BytesIO(made()[0]))
    assert verdict.stamp is None
    assert "stamp" not in [check.code for check in verdict.checks]


def test_a_stamp_over_another_root_is_not_whole(authority: Authority) -> None:
    stamp = stamp_over(authority, chance("another").hex())
    with pytest.raises(NotWhole) as caught:
        verify(io.BytesIO(made(replace(contents(), stamp=stamp))[0]))
    assert caught.value.facts == {"reason": "stamp", "part": "stamp.tsr"}


def test_what_is_no_stamp_is_not_whole() -> None:
    for response in (b"", b"words"):
        with pytest.raises(NotWhole):
            verify(io.BytesIO(made(replace(contents(), stamp=Stamp(NONCE, response)))[0]))
