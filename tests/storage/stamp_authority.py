"""A time-stamp authority on this machine: OpenSSL's, with a certificate made for the test."""

import subprocess
from pathlib import Path

_CONFIG = """\
[req]
distinguished_name = name
x509_extensions = root
prompt = no
[name]
CN = {name}
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[tsa]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa_config]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
"""


class Authority:
    """Answers requests for stamps; ``certificate`` is what one trusts it by, in PEM."""

    def __init__(self, openssl: str, folder: Path, name: str = "Authority of the tests") -> None:
        folder.mkdir()
        self._openssl, self._folder = openssl, folder
        self._config = folder / "config"
        self._config.write_text(_CONFIG.format(folder=folder, name=name), encoding="ascii")
        new = ("-new", "-newkey", "rsa:2048", "-nodes", "-config", self._config)
        self._run("req", "-x509", *new, "-days", "30", "-subj", "/CN=Root of the tests",
                  "-keyout", folder / "root", "-out", folder / "certificate")  # fmt: skip
        self._run("req", *new, "-keyout", folder / "key", "-out", folder / "wish")
        self._run("x509", "-req", "-in", folder / "wish", "-days", "30",
                  "-CA", folder / "certificate", "-CAkey", folder / "root", "-CAcreateserial",
                  "-extfile", self._config, "-extensions", "tsa",
                  "-out", folder / "signer")  # fmt: skip

    @property
    def certificate(self) -> bytes:
        return (self._folder / "certificate").read_bytes()

    @property
    def signer(self) -> Path:
        """The certificate that stamps are signed with."""
        return self._folder / "signer"

    def answer(self, request: bytes, *beside: Path) -> bytes:
        """Return the stamp that was asked for, DER to DER; certificates may lie beside its own."""
        more = [part for path in beside for part in ("-chain", path)]
        asked, answered = self._folder / "asked", self._folder / "answered"
        asked.write_bytes(request)
        self._run("ts", "-reply", "-config", self._config, "-section", "tsa_config",
                  "-queryfile", asked, "-inkey", self._folder / "key",
                  "-signer", self.signer, *more, "-out", answered)  # fmt: skip
        return answered.read_bytes()

    def accepts(self, response: bytes, data: bytes) -> bool:
        """Whether ``openssl ts -verify`` takes the stamp for these bytes."""
        files = {"response": response, "data": data}
        for name, content in files.items():
            (self._folder / name).write_bytes(content)
        done = subprocess.run(
            (self._openssl, "ts", "-verify", "-data", self._folder / "data",
             "-in", self._folder / "response", "-CAfile", self._folder / "certificate"),
            check=False, capture_output=True, timeout=60,
        )  # fmt: skip
        return done.returncode == 0

    def _run(self, command: str, *arguments: str | Path) -> None:
        subprocess.run(
            (self._openssl, command, *arguments),
            check=True, capture_output=True, timeout=60,
        )  # fmt: skip
