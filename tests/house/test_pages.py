"""The pages for newsrooms: every block of commands in them is run, as it stands there.

The blocks of a part (``###``) run as one script, after those that its chapter (``##``) begins with,
in a fresh folder that holds what the page speaks of and nothing else.
"""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from storage.bundle import signing, stamping
from storage.bundle.contents import BundleContents, SealedPart
from storage.bundle.opening import make_opening
from storage.bundle.sealing import read_recipients, seal
from storage.bundle.stamping import Left
from storage.errors import OutletRefused
from storage.outlets import catalog, known
from storage.outlets.base import Fleeting, Outlet, Parcel, Sureness
from storage.outlets.card import read_card
from storage.outlets.ssh import read_host_key
from storage.outlets.transport.tls import read_pin
from storage.progress import silent
from storage.vault import KdfCost, Vault, slots
from tests.conftest import find_tool
from tests.contracts import outlet_kinds
from tests.house import lines
from tests.storage.bundle.openpgp_samples import Gpg
from tests.storage.bundle.samples import chance, contents, identity, key, made, opener
from tests.storage.outlets import servers
from tests.storage.outlets.test_transport import ONION
from tests.storage.stamp_authority import Authority
from ui.cli.app import main

PROJECT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(##+) (.*)$", re.MULTILINE)
PROGRAM = re.compile(r"^([a-z0-9-]+)", re.MULTILINE)
TOOLS = {"age", "age-keygen", "gpg", "minisign", "openssl", "sha256sum", "ssh-keygen", "unzip"}
MADE_HERE = re.compile(r"(?:--output|>) bundle\.zip\b")


def scripts(page: str) -> dict[str, str]:
    """Heading to the script of its blocks, for each heading that has any."""
    text = (PROJECT / "docs" / page).read_text("utf-8")
    marks = [*HEADING.finditer(text)]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    found: dict[str, str] = {}
    chapter = ""
    for mark, end in zip(marks, ends, strict=True):
        script = "".join(BLOCK.findall(text[mark.end() : end]))
        if mark[1] == "##":
            chapter = script
        elif script:
            script = chapter + script
        if script:
            found[mark[2]] = script
    return found


def run(script: str, folder: Path, **environment: str) -> str:
    """Run a script as a person would type it and return what it says; every line has to do well."""
    for program in TOOLS & set(PROGRAM.findall(script)):
        find_tool(program)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder, env={**os.environ, "PATH": path, **environment}, check=False,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def with_originals(recipient: str) -> BundleContents:
    whole, sealed = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("001.jpg", chance("original of one 0", 900))
    whole.seek(0)
    seal(whole, (recipient,), sealed)
    data = sealed.getvalue()
    part = SealedPart(opener(data), len(data), sha256(data).hexdigest())
    return replace(contents(), originals=part)


def opening_of(given: BundleContents) -> bytes:
    """The opening of the first item."""
    item = given.items[0]
    return make_opening(given.bundle_id.hex(), item.salt, item.original_sha256, item.original_size)


def cut(whole: bytes, parts: int) -> list[bytes]:
    edges = [len(whole) * number // parts for number in range(parts + 1)]
    return [whole[start:end] for start, end in pairwise(edges)]


@pytest.fixture(scope="module")
def gpg() -> Iterator[Gpg]:
    with TemporaryDirectory() as folder:  # a short path: gpg's sockets live in it
        program = Gpg(find_tool("gpg"), Path(folder) / "h")
        program.subkey(program.new("newsroom"))
        yield program
        program.end()


@pytest.fixture(scope="module")
def received(tmp_path_factory: pytest.TempPathFactory, gpg: Gpg) -> dict[str, bytes]:
    """Everything that the page for journalists speaks of, by its name."""
    secret, recipient = identity()
    authority = Authority(find_tool("openssl"), tmp_path_factory.mktemp("tsa") / "authority")
    given = stamping.stamped(with_originals(recipient), key(), authority.answer)
    whole, built = made(given)
    later = stamping.ask_for(Left(built.bundle_id, built.merkle_root), authority.answer)
    aged, openpgp = io.BytesIO(), io.BytesIO()
    seal(io.BytesIO(whole), (recipient,), aged)
    seal(io.BytesIO(whole), read_recipients(gpg.public("newsroom", "--armor")), openpgp)
    verifier = tmp_path_factory.mktemp("verifier") / "firsthand-verify.pyz"
    script = PROJECT / "packaging" / "make_verifier.py"
    subprocess.run([sys.executable, script, verifier], check=True, capture_output=True)
    parts = {f"bundle.zip.{place:03}": part for place, part in enumerate(cut(whole, 3), 1)}
    return parts | {
        "bundle.zip": whole,
        "bundle.zip.age": aged.getvalue(),
        "bundle.zip.gpg": openpgp.getvalue(),
        "key.txt": secret.encode() + b"\n",
        "authority.pem": authority.certificate,
        "bundle.stamp": stamping.write_file(built.bundle_id, later),
        "item.opening": opening_of(given),
        "original.jpg": chance("original of one 0", 900),
        "firsthand-verify.pyz": verifier.read_bytes(),
    }


SAID = {
    "The short way: the verifier": "This bundle is whole: 2 items",
    "Was it signed?": 'Good "firsthand-bundle" signature',
    "When was it made, at the latest?": "Verification: OK",
    "Does the sender hold the original?": "data/media/001.jpg",
    "Originals that were sent along": "001.jpg",
}
"""What a person is told, under some of the headings."""


@pytest.mark.parametrize("heading", scripts("for-journalists.md"))
def test_what_journalists_are_told_to_type_works(
    heading: str, received: dict[str, bytes], gpg: Gpg, tmp_path: Path
) -> None:
    script = scripts("for-journalists.md")[heading]
    public = key().public_key().public_bytes_raw()
    script = script.replace("KEY", signing.minisign_key(public))
    script = script.replace("FINGERPRINT", signing.fingerprint(public))
    makes_it = MADE_HERE.search(script) is not None
    for name, content in received.items():
        if not (makes_it and name == "bundle.zip"):
            (tmp_path / name).write_bytes(content)
    said = run(script, tmp_path, GNUPGHOME=str(gpg.home))
    assert SAID.get(heading, "") in said
    assert (tmp_path / "bundle.zip").read_bytes() == received["bundle.zip"]


@pytest.mark.parametrize("line", lines.NEWSROOM)
def test_the_same_works_where_other_pages_say_it(
    line: str, received: dict[str, bytes], tmp_path: Path
) -> None:
    for name, content in received.items():
        (tmp_path / name.replace("zip.age", "age")).write_bytes(content)
    assert "This bundle is whole: 2 items" in run(line.replace("KEYFILE", "key.txt"), tmp_path)


def test_the_headings_with_words_are_there() -> None:
    assert set(SAID) <= set(scripts("for-journalists.md"))


OUTLETS = "for-outlets.md"
WORD = "a test's passphrase"
TOLD_KINDS = {"sftp", "tus", "form", "s3", "onionshare", "nextcloud-drop", "securedrop"}
FILLED = {
    "http://ONION": ONION.rstrip("/"),
    "sftp://ONION": f"sftp://{ONION[7:-1]}",
    "TOKEN": "qwertzuiop",
}


def place_of_an_outlet(folder: Path) -> None:
    """Make what the page for outlets takes for granted: a server's keys, a password."""
    (folder / "word.txt").write_text(f"{WORD}\n")
    (folder / "password.txt").write_text("quiet-harbour-9\n")
    host = folder / "ssh_host_ed25519_key"
    run(f"ssh-keygen -q -t ed25519 -N '' -f '{host}'", folder)
    new = "-newkey ed25519 -nodes -keyout server.key -out server.crt -days 2 -subj /CN=inbox"
    run(f"openssl req -x509 {new}", folder)
    run("\n".join(BLOCK.findall(chapter(OUTLETS, "A key"))), folder)


def chapter(page: str, heading: str) -> str:
    text = (PROJECT / "docs" / page).read_text("utf-8")
    return text.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def test_a_key_and_the_pins_are_made_as_told(tmp_path: Path) -> None:
    place_of_an_outlet(tmp_path)
    told = scripts(OUTLETS)
    (recipient,) = read_recipients((tmp_path / "recipient.txt").read_text())
    assert recipient.startswith("age1")
    said = run(told["SFTP that only takes"], tmp_path)
    assert read_host_key(said) == read_host_key((tmp_path / "ssh_host_ed25519_key.pub").read_text())
    assert (tmp_path / "witness").read_text().startswith("-----BEGIN OPENSSH PRIVATE KEY")
    digits = run(told["A certificate of your own"], tmp_path).split()[-1]
    certificate = x509.load_pem_x509_certificate((tmp_path / "server.crt").read_bytes())
    public = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert read_pin(f"key:{digits}") == f"key:{sha256(public).hexdigest()}"


@pytest.mark.parametrize("heading", ["The card", "For the other kinds of places"])
def test_a_card_is_made_as_told(
    heading: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place_of_an_outlet(tmp_path)
    run(scripts(OUTLETS)["SFTP that only takes"], tmp_path)
    script = scripts(OUTLETS)[heading]
    for name, meant in FILLED.items():
        script = script.replace(name, meant)
    host = (tmp_path / "ssh_host_ed25519_key.pub").read_text()
    script = script.replace("--pin PIN", f"--pin {read_host_key(host)}")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(slots, "calibrate", lambda: KdfCost(memory=64, passes=1, lanes=1))
    for line in script.splitlines():
        assert main([*shlex.split(line)[1:], "--passphrase-file", "word.txt"]) == 0, line
    said = capsys.readouterr().out
    kinds = {"The card": {"webdav"}}.get(heading, {"webdav", *TOLD_KINDS})
    with Vault.open(tmp_path / "desk", WORD) as vault:
        assert {outlet.card.kind for outlet in known.known(vault)} == kinds
    signed = read_card((tmp_path / "card.json").read_bytes())
    assert signed.card.name == "The Paper"
    assert signed.card.recipient == (tmp_path / "recipient.txt").read_text().strip()
    assert all(word in said for word in signed.words)
    assert (tmp_path / "card.svg").stat().st_size > 0


def test_a_card_is_told_for_each_kind_that_takes_what_is_sealed() -> None:
    public = {kind.name for kind in catalog.OUTLETS if kind.is_public}
    own = {"webdav", "nextcloud"}  # by the first card; an account that can read and delete
    assert {kind.name for kind in catalog.OUTLETS} - public - own == TOLD_KINDS


def test_the_sftp_place_takes_and_gives_nothing(tmp_path: Path) -> None:
    told = re.search(r"ForceCommand internal-sftp .*", chapter(OUTLETS, "Which place"))
    assert told is not None
    server = servers.sshd(tmp_path / "in")
    with (tmp_path / "sshd" / "config").open("a") as config:
        config.write(f"{told[0]}\nAllowTcpForwarding no\nPermitTTY no\n")
    data = chance("sealed", 5000)
    parcel = Parcel("abc.age", len(data), sha256(data).hexdigest(), lambda: io.BytesIO(data))
    with servers.running(server), closing(outlet_kinds.sftp(server)) as place:
        place.ask()
        assert place.send(parcel, Fleeting()).sureness is Sureness.CONFIRMED
        with pytest.raises(OutletRefused):
            next(place.names(""))
        with pytest.raises(OutletRefused):
            place.remove("abc.age")
        with pytest.raises(OutletRefused), place.get("abc.age") as stream:
            stream.read()
    assert server.files() == {"abc.age": len(data)}


def place_of_a_server(heading: str, folder: Path, port: int) -> str:
    """Write the files that a part tells to write, and give its script; all of it in a folder."""

    def here(text: str) -> str:
        text = text.replace("/srv/inbox", str(folder / "inbox")).replace("8080", str(port))
        return re.sub(r"<\?php", f"<?php ini_set('upload_tmp_dir', '{folder}');", text)

    told = chapter(OUTLETS, "Which place").partition(f"### {heading}\n")[2].partition("\n### ")[0]
    for name, pattern in (("server.mjs", r"```js\n(.*?)```"), ("inbox.php", r"```php\n(.*?)```")):
        for text in re.findall(pattern, told, re.DOTALL):
            (folder / name).write_text(here(text))
    modules = Path(sys.prefix) / "tus" / "node_modules"
    (folder / "node_modules").symlink_to(modules)
    (folder / "password.txt").write_text(f"{servers.PASSWORD}\n")
    (folder / "inbox" / "bucket").mkdir(parents=True)
    return here(scripts(OUTLETS)[heading])


PLACES: dict[str, tuple[str, str, Callable[[servers.Server], Outlet]]] = {
    # heading → program, address below the server, the outlet
    "WebDAV": ("rclone", "", outlet_kinds.webdav),
    "S3": ("rclone", "/bucket", outlet_kinds.s3),
    "tus": ("node", "/files", outlet_kinds.tus),
    "A page with an upload": ("php", "/inbox.php", outlet_kinds.form),
    "OnionShare": ("onionshare-cli", "/", outlet_kinds.onionshare),
}


@pytest.mark.parametrize("heading", PLACES)
def test_a_place_made_as_told_takes_what_is_sent(heading: str, tmp_path: Path) -> None:
    name, below, outlet = PLACES[heading]
    port = servers.free_port()
    script = place_of_a_server(heading, tmp_path, port)
    path = f"{Path(sys.executable).parent}:{sys.prefix}/onionshare-2.7/bin:{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": str(tmp_path / "home")}
    if shutil.which(name, path=path) is None:
        servers.without(name)
    says_port = name == "onionshare-cli"
    script = script.strip() + (" --local-only" if says_port else "")  # without Tor
    command = ["bash", "-c", f"cd {tmp_path}\nexec env {script}"]
    url = f"http://{servers.HERE}:{port}{below}"
    server = servers.Server(url, port, tmp_path / "inbox", command, environment, None, says_port)
    data = chance("sealed", 5000)
    parcel = Parcel("abc.age", len(data), sha256(data).hexdigest(), lambda: io.BytesIO(data))
    with servers.running(server), closing(outlet(server)) as place:
        place.ask(silent)
        assert place.send(parcel, Fleeting(), silent).sureness is Sureness.CONFIRMED
    kept = [file for file in (tmp_path / "inbox").rglob("*") if file.is_file()]
    assert data in [file.read_bytes() for file in kept]


def test_every_block_of_the_page_for_outlets_is_run() -> None:
    ours = {"A key", "SFTP that only takes", "A certificate of your own", "The card"}
    assert set(scripts(OUTLETS)) == ours | set(PLACES) | {"For the other kinds of places"}
