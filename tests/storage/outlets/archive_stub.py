"""A stub of the Internet Archive, not the archive: the answers that its manual gives, in memory.

    python archive_stub.py FOLDER PORT USER PASSWORD

``PUT /ITEM/FILE`` as its S3-like interface (ias3) takes it, with the headers that make an item;
what lies in FOLDER/busy is answered to ``check_limit``, and FOLDER/spoil changes a byte on its way.
"""

import hashlib
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from typing_extensions import override

FOLDER, PORT, USER, PASSWORD = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
BLOCK = 1 << 16


def error(code: str) -> bytes:
    return f'<?xml version="1.0"?><Error><Code>{code}</Code></Error>'.encode()


class Stub(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @override
    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def known(self) -> bool:
        if self.headers.get("Authorization") == f"LOW {USER}:{PASSWORD}":
            return True
        self.answer(403, error("InvalidAccessKeyId"))
        self.close_connection = True
        return False

    def do_GET(self) -> None:
        if self.known():
            busy = (FOLDER / "busy").exists()
            self.answer(200, b'{"over_limit": %d}' % busy)

    def do_PUT(self) -> None:
        if not self.known():
            return
        path = FOLDER / urlsplit(self.path).path.lstrip("/")
        headers = {name.lower(): value for name, value in self.headers.items()}
        if headers.get("x-archive-auto-make-bucket") != "1":
            self.answer(404, error("NoSuchBucket"))
            return
        received = FOLDER / f".{threading.get_ident()}.receiving"
        digest, left = hashlib.md5(usedforsecurity=False), int(headers["content-length"])
        with received.open("wb") as out:
            while left:
                block = self.rfile.read(min(BLOCK, left))
                if not block:
                    received.unlink()
                    return
                if (FOLDER / "spoil").exists():
                    block = bytes([block[0] ^ 1]) + block[1:]
                digest.update(block)
                out.write(block)
                left -= len(block)
        if digest.hexdigest() != headers.get("content-md5"):
            received.unlink()
            self.answer(400, error("BadDigest"))
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        received.rename(path)
        said = "\n".join(f"{name}: {value}" for name, value in sorted(headers.items()))
        (path.parent / "said.txt").write_text(said, encoding="utf-8")
        self.answer(200)


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", PORT), Stub).serve_forever()
