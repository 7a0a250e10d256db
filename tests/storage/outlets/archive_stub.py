"""A stub of the Internet Archive, not the archive: the answers that its manual gives, in memory.

    python -m tests.storage.outlets.archive_stub FOLDER PORT USER PASSWORD

``PUT /ITEM/FILE`` as its S3-like interface (ias3) takes it, with the headers that make an item;
what lies in FOLDER/busy is answered to ``check_limit``, and FOLDER/spoil changes a byte on its way.
"""

import hashlib
import threading
from urllib.parse import urlsplit

from tests.storage.outlets.answering import BLOCK, FOLDER, PASSWORD, USER, Answering, serve


def error(code: str) -> bytes:
    return f'<?xml version="1.0"?><Error><Code>{code}</Code></Error>'.encode()


class Stub(Answering):
    def known(self) -> bool:
        if self.headers.get("Authorization") == f"LOW {USER}:{PASSWORD}":
            return True
        self.answer(403, error("InvalidAccessKeyId"))
        self.close_connection = True
        return False

    def do_GET(self) -> None:  # noqa: N802 # as the server calls it, also the next
        if self.known():
            busy = (FOLDER / "busy").exists()
            self.answer(200, b'{"over_limit": %d}' % busy)

    def do_PUT(self) -> None:  # noqa: N802 # likewise
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
    serve(Stub)
