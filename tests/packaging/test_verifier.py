"""The stand-alone verifier, built and run in a Python that has nothing else: not even this project.

Every vector of the bundle's format goes through it, so that it never says another thing than the
program itself does.
"""

import importlib.util
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from storage.bundle import ed25519 as library
from storage.bundle.opening import make_opening
from storage.bundle.sealing import seal
from tests.storage.bundle.samples import chance, contents, identity, key, made
from tests.storage.bundle.test_verify import VECTORS, read_vector

PROJECT = Path(__file__).resolve().parents[2]
BARE = ("-I", "-S")
"""No environment, no user's folder, and no package but the standard library."""

GOOD, BUILT = made()

OUTCOMES = """
import io, json, sys, zlib
sys.path.insert(0, sys.argv[1])
from storage.bundle.verify import verify
from storage.errors import DamagedBundle, StorageError
for path in sys.argv[2:]:
    head, _, body = open(path, "rb").read().partition(b"\\n\\n")
    fields = dict(line.split(": ", 1) for line in head.decode().splitlines())
    data = io.BytesIO(zlib.decompress(body))
    try:
        verify(data, fields.get("identity"), signer=fields.get("signer"))
        print("good")
    except DamagedBundle as error:
        print(error.facts["reason"])
    except StorageError as error:
        print(error.code)
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("verifier") / "firsthand-verify.pyz")


def build(out: Path) -> Path:
    script = PROJECT / "packaging" / "make_verifier.sh"
    subprocess.run(
        ["sh", script, out], check=True, capture_output=True, env={"PYTHON": sys.executable}
    )
    return out


def run(
    verifier: Path,
    *arguments: str | Path,
    flags: tuple[str, ...] = BARE,
    stdin: bytes = b"",
) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, *flags, verifier, *arguments],
        input=stdin,
        capture_output=True,
        cwd=verifier.parent,
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def good(tmp_path: Path) -> Path:
    (tmp_path / "good.zip").write_bytes(GOOD)
    return tmp_path / "good.zip"


def test_two_builds_are_the_same_bytes(verifier: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "again.pyz").read_bytes() == verifier.read_bytes()


def test_it_holds_no_more_than_it_needs(verifier: Path) -> None:
    with zipfile.ZipFile(verifier) as archive:
        names = archive.namelist()
    rooms = {"/".join(name.split("/")[:2]) for name in names if name.count("/") > 1}
    assert rooms == {"storage/bundle", "ui/cli", "ui/words"}
    assert not {"storage/bundle/build.py", "ui/cli/bundles.py", "ui/cli/app.py"} & set(names)


def test_a_good_bundle_is_whole(verifier: Path, good: Path) -> None:
    code, out, err = run(verifier, good)
    assert code == 0, err
    assert "This bundle is whole: 2 items" in out
    code, out, _ = run(verifier, good, "--json")
    assert json.loads(out)["bundle_id"] == BUILT.bundle_id


def test_a_tampered_bundle_is_not(verifier: Path, good: Path) -> None:
    changed = bytearray(GOOD)
    changed[GOOD.index(chance("one 0", 700)) + 5] ^= 1
    good.write_bytes(changed)
    code, out, err = run(verifier, good)
    assert code == 4
    assert "NO   Every photo and video is exactly the one that was signed" in out
    assert "data/media/001.jpg" in out
    assert "Do not trust it" in err


def test_what_is_not_there_and_what_makes_no_sense(verifier: Path, good: Path) -> None:
    assert run(verifier, good.with_name("gone.zip"))[0] == 1
    assert run(verifier)[0] == 2
    assert run(verifier, good, "--original", good)[0] == 2
    assert run(verifier, good, "--signer", "SHA256:another")[0] == 4


def test_every_plain_vector_has_the_same_outcome(verifier: Path) -> None:
    held = {file: read_vector(file) for file in VECTORS}
    plain = [
        file
        for file, (head, data) in held.items()
        if not data.startswith(b"age-encryption") and "opening" not in head
    ]
    assert len(plain) > 50
    done = subprocess.run(
        [sys.executable, *BARE, "-c", OUTCOMES, verifier, *plain],
        capture_output=True,
        encoding="ascii",
        cwd=verifier.parent,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    expected = [held[file][0]["expect"] for file in plain]
    assert done.stdout.split() == expected


def test_a_sealed_bundle_says_what_to_install(verifier: Path, tmp_path: Path) -> None:
    secret, public = identity()
    sealed, keys = tmp_path / "sealed.age", tmp_path / "keys"
    with sealed.open("wb") as sink:
        seal(io.BytesIO(GOOD), [public], sink)
    keys.write_text(secret)
    code, _, err = run(verifier, sealed, "--identity", keys)
    assert code == 2
    assert "pip install pyrage" in err
    assert "age --decrypt" in err
    assert run(verifier, sealed)[0] == 3  # no key was given: that comes first
    assert run(verifier, "-", stdin=GOOD)[0] == 0  # what age would give it
    assert run(verifier, sealed, "--identity", keys, flags=("-I",))[0] == 0  # pyrage is there


def test_an_opening_is_checked_and_its_original_compared(verifier: Path, good: Path) -> None:
    held = contents().items[0]
    opening, original = good.with_name("opening"), good.with_name("original")
    opening.write_bytes(
        make_opening(BUILT.bundle_id, held.salt, held.original_sha256, held.original_size)
    )
    original.write_bytes(chance("original of one 0", 900))
    arguments = (good, "--opening", opening, "--original", original, "--json")
    code, out, _ = run(verifier, *arguments)
    assert code == 0
    assert json.loads(out)["opening"]["copy"] == "not-here"
    original.write_bytes(b"another")
    assert run(verifier, *arguments)[0] == 4


def written_out() -> ModuleType:
    """Load the module that stands in for the library."""
    place = PROJECT / "packaging" / "verifier" / "ed25519.py"
    spec = importlib.util.spec_from_file_location("written_out", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WRITTEN_OUT = written_out()

RFC_8032 = (
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
            "f9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0"
            "f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f76098"
            "4dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
)


@pytest.mark.parametrize(("public", "message", "signature"), RFC_8032)
def test_the_vectors_of_rfc_8032(public: str, message: str, signature: str) -> None:
    key_, said, signed = (bytes.fromhex(text) for text in (public, message, signature))
    WRITTEN_OUT.check(key_, signed, said)
    with pytest.raises(ValueError, match="fit"):
        WRITTEN_OUT.check(key_, signed, said + b"x")


@settings(max_examples=40, deadline=None)
@given(
    some.binary(max_size=200),
    some.integers(0, 95),
    some.integers(0, 255),
)
def test_it_says_what_the_library_says(message: bytes, at: int, flip: int) -> None:
    signer = key(message.hex())
    both = bytearray(signer.public_key().public_bytes_raw() + signer.sign(message))
    both[at] ^= flip
    public, signature = bytes(both[:32]), bytes(both[32:])
    assert holds(WRITTEN_OUT, public, signature, message) == holds(
        library, public, signature, message
    )


def holds(module: ModuleType, public: bytes, signature: bytes, message: bytes) -> bool:
    try:
        module.check(public, signature, message)
    except ValueError:
        return False
    return True


def test_a_second_spelling_of_a_signature_is_refused() -> None:
    signer = key("spelling")
    public, signature = signer.public_key().public_bytes_raw(), signer.sign(b"x")
    order = 2**252 + 27742317777372353535851937790883648493
    again = int.from_bytes(signature[32:], "little") + order
    other = signature[:32] + again.to_bytes(32, "little")
    for module in (WRITTEN_OUT, library):
        assert holds(module, public, signature, b"x")
        assert not holds(module, public, other, b"x")
    for wrong in (public[:31], b"\xff" * 32, (2**255 - 19).to_bytes(32, "little")):
        assert not holds(WRITTEN_OUT, wrong, signature, b"x")
