"""Opening an OpenPGP message with the gpg of whoever received it.

Their secret key lies in gpg's own keeping and should not leave it for our sake;
gpg asks for its passphrase itself. What it decrypts comes over a pipe and is
walked as it comes, so nothing plain is on a disk. Nothing is concluded until
gpg has said that the message was whole.
"""

import shutil
import subprocess
import threading
from typing import IO

from storage.bundle.streams import Readable, Sink
from storage.errors import DamagedBundle, WrongIdentity

BEGINNINGS = (
    b"\x84", b"\x85", b"\x86", b"\xc1",  # a recipient's packet, in the old and the new spelling
    b"\x8c", b"\x8d", b"\x8e", b"\xc3",  # a password's
    b"-----BEGIN PGP MESSAGE-----",
)  # fmt: skip
"""How a message may begin."""

_COMMAND = ("--quiet", "--disable-dirmngr", "--status-fd", "2", "--output", "-", "--decrypt")
"""Without its helper for the network, which a signature inside could have it ask for a key."""

_BLOCK = 1 << 20
_LONGEST = 64 * 1024
_WHOLE = "[GNUPG:] DECRYPTION_OKAY"
_SESSION_KEY = "[GNUPG:] DECRYPTION_INFO"


def unseal(untrusted: Readable, sink: Sink) -> None:
    """Decrypt an OpenPGP message into the sink.

    Raises WrongIdentity with ``reason`` "openpgp" where there is no gpg here, and
    "openpgp-other-key" where it has no key that opens this; DamagedBundle(reason="seal") when the
    message is cut or changed. What the stream or the sink raises goes through as it is.
    """
    program = shutil.which("gpg")
    if program is None:
        raise WrongIdentity(reason="openpgp")
    process = subprocess.Popen(
        (program, *_COMMAND), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        drain, said = _Drain(process, sink), _Said(process.stderr)
        try:
            _feed(untrusted, process)
        except BaseException:
            process.kill()
            raise
        finally:
            drain.join()
            said.join()
        if drain.raised is not None:
            raise drain.raised
    if process.returncode != 0 or _WHOLE not in said.text:
        raise _explained(said.text)


def _feed(untrusted: Readable, process: subprocess.Popen[bytes]) -> None:
    into = process.stdin
    if into is None:
        raise ValueError("gpg was started without its input")
    try:
        while block := untrusted.read(_BLOCK):
            into.write(block)
        into.close()
    except BrokenPipeError:
        return  # it has ended: why, it says itself


def _explained(said: str) -> DamagedBundle | WrongIdentity:
    """Without a session key it was not opened at all; with one, what it opened was not whole."""
    if _SESSION_KEY not in said:
        return WrongIdentity(reason="openpgp-other-key")
    return DamagedBundle(reason="seal")


class _Drain:
    """Takes what gpg decrypts, on a thread; ends gpg when the sink wants no more."""

    def __init__(self, process: subprocess.Popen[bytes], sink: Sink) -> None:
        self._process, self._sink = process, sink
        self.raised: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="gpg-output")
        self._thread.start()
        self.join = self._thread.join

    def _run(self) -> None:
        try:
            while self._process.stdout and (block := self._process.stdout.read(_BLOCK)):
                self._sink.write(block)
        except BaseException as error:  # noqa: BLE001 # raised again where the person waits
            self.raised = error
            self._process.kill()


class _Said:
    """Takes what gpg says, on a thread, as much of it as anybody would read."""

    def __init__(self, stream: IO[bytes] | None) -> None:
        self._stream, self.text = stream, ""
        self._thread = threading.Thread(target=self._run, name="gpg-words")
        self._thread.start()
        self.join = self._thread.join

    def _run(self) -> None:
        while self._stream and (line := self._stream.readline(_LONGEST)):
            if len(self.text) < _LONGEST:
                self.text += line.decode("utf-8", "replace")
