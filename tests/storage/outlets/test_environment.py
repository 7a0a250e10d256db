"""Nothing in the environment changes the way that was chosen, or reads along."""

import os
import subprocess
import sys
from pathlib import Path

from tests.storage.outlets.proxies import proxy
from tests.storage.outlets.scripted import HERE, says, scripted
from tests.storage.outlets.test_transport import PROJECT, YES, certificate

HOSTILE = {
    **dict.fromkeys(
        ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy", "socks_proxy", "HTTP_PROXY",
         "HTTPS_PROXY", "ALL_PROXY", "FTP_PROXY", "SOCKS_PROXY", "SOCKS5_PROXY", "WS_PROXY"),
        "http://127.0.0.1:{evil}",
    ),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), "*"),
    **dict.fromkeys(
        ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"), "{pem}"
    ),
    **dict.fromkeys(("SSL_CERT_DIR", "HOME", "XDG_CONFIG_HOME", "CURL_HOME"), "{home}"),
    "SSLKEYLOGFILE": "{home}/keys",
    "NETRC": "{home}/.netrc",
    "HOSTALIASES": "{home}/aliases",
    "RES_OPTIONS": "ndots:9 use-vc",
    "LOCALDOMAIN": "evil.example",
    "GETADDRINFO_CONF": "{home}/aliases",
    "PYTHONHTTPSVERIFY": "0",
    "SOCKS_SERVER": "127.0.0.1:{evil}",
    "SSH_AUTH_SOCK": "{home}/agent",
    "AWS_ACCESS_KEY_ID": "evil",
    "AWS_ENDPOINT_URL": "http://127.0.0.1:{evil}",
    "RCLONE_CONFIG": "{home}/rclone",
}  # fmt: skip
"""What somebody could put into the environment to have it go another way, or to read along."""

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
    (tmp_path / ".netrc").write_text("default login evil password evil\n")
    with (
        scripted(says(YES)) as plain,
        scripted(says(YES), context) as secret,
        scripted(says(YES)) as evil,
        proxy(plain.port) as to_plain,
        proxy(secret.port) as to_secret,
    ):
        places = {"evil": evil.port, "pem": tmp_path / "server.pem", "home": tmp_path}
        hostile = {name: text.format(**places) for name, text in HOSTILE.items()}
        said = []
        for made in (to_plain, to_secret):
            route = f"socks5h://{HERE}:{made.port}"
            command = [sys.executable, "-c", CHILD, route]
            urls = ["http://first.example/", f"https://{HERE}/"]
            done = subprocess.run(
                [*command, *(urls[:1] * 2 if made is to_plain else urls[1:] * 2)],
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT), **hostile},
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
