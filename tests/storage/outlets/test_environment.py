"""Nothing in the environment changes the way that was chosen, or reads along."""

import os
import subprocess
import sys
from pathlib import Path

from tests.storage.outlets.alone import HOSTILE, hostile
from tests.storage.outlets.proxies import proxy
from tests.storage.outlets.scripted import HERE, says, scripted
from tests.storage.outlets.test_transport import PROJECT, YES, certificate

CHILD = """
import sys
from storage.errors import NotTrusted
from storage.outlets.address import read_address, read_route
from storage.outlets.transport import Link, Web
route, plain, secret = sys.argv[1:]
for text in (plain, secret):
    address = read_address(text, "http", "https", signed=True)
    with Web(Link(read_route(route), "one"), address) as web:
        try:
            print(web.ask("PUT", address, body=b"evidence").status)
        except NotTrusted:
            print("not trusted")
"""


def test_nothing_in_the_environment_changes_the_way(tmp_path: Path) -> None:
    assert len(HOSTILE) >= 30
    context, _ = certificate(tmp_path)
    with (
        scripted(says(YES)) as plain,
        scripted(says(YES), context) as secret,
        scripted(says(YES)) as evil,
        proxy(plain.port) as to_plain,
        proxy(secret.port) as to_secret,
    ):
        around = hostile(f"{HERE}:{evil.port}", tmp_path / "server.pem", tmp_path)
        said = []
        for made in (to_plain, to_secret):
            route = f"socks5h://{HERE}:{made.port}"
            command = [sys.executable, "-c", CHILD, route]
            urls = ["http://first.example/", f"https://{HERE}/"]
            done = subprocess.run(
                [*command, *(urls[:1] * 2 if made is to_plain else urls[1:] * 2)],
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT), **around},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            said += done.stdout.split("\n")[:-1]
    assert said == ["200", "200", "not trusted", "not trusted"]
    assert to_plain.hosts == ["first.example"] * 2
    assert to_secret.hosts == [HERE] * 2
    assert evil.heads == []
    assert not (tmp_path / "keys").exists()
    for head in plain.heads:
        assert head == b"PUT / HTTP/1.1\r\nHost: first.example\r\nContent-Length: 8\r\n\r\n"
