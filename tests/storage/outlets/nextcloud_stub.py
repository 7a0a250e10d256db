"""A stub of Nextcloud, not Nextcloud: the answers that its manual gives, over a folder.

    python -m tests.storage.outlets.nextcloud_stub FOLDER PORT USER PASSWORD

``/remote.php/dav/files/USER/…`` is an account with chunked upload version 2; ``/s/TOKEN`` with
``/public.php/dav/files/TOKEN/…`` is a file drop that shows nothing; ``/old`` in front of these
is a server from before version 29; ``/form`` takes a form.
"""

import base64
import hashlib
import shutil
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.storage.outlets.answering import BLOCK, FOLDER, PASSWORD, USER, Answering, serve

DAV = "/remote.php/dav/"


class Stub(Answering):
    def at(self, url: str) -> Path:
        return FOLDER / unquote(urlsplit(url).path).lstrip("/")

    def allowed(self) -> bool:
        said = self.headers.get("Authorization", "")
        user, _, password = base64.b64decode(said.removeprefix("Basic ")).decode().partition(":")
        if self.path.startswith(DAV):
            return (user, password) == (USER, PASSWORD)
        return user == "token" and self.headers.get("X-Requested-With") == "XMLHttpRequest"

    def handle_it(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        if self.path == "/form" and self.command == "GET":
            self.answer(405)
            return
        if self.path == "/form":
            self.answer(200, hashlib.sha256(self.file_in(length)).hexdigest().encode())
            return
        if self.path.startswith("/old"):
            self.path = self.path.removeprefix("/old")
            if "/public.php/dav" in self.path:
                self.rfile.read(length)
                self.answer(404)
                return
        if not self.allowed():
            self.answer(401)
            self.close_connection = True
            return
        getattr(self, self.command.lower())(length)

    def file_in(self, length: int) -> bytes:
        body = self.rfile.read(length)
        boundary = b"--" + self.headers["Content-Type"].partition("boundary=")[2].encode()
        return body.split(boundary)[1].partition(b"\r\n\r\n")[2][:-2]

    def put(self, length: int) -> None:
        path = self.at(self.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Of its own for each request: an upload that was cut may still be here when the next comes.
        part = path.with_name(f"{path.name}.{threading.get_ident()}.receiving")
        with part.open("wb") as out:
            while length:
                block = self.rfile.read(min(BLOCK, length))
                if not block:
                    part.unlink()
                    return
                out.write(block)
                length -= len(block)
        part.rename(path)
        self.answer(201)

    def mkcol(self, _length: int) -> None:
        path = self.at(self.path)
        if path.exists():
            self.answer(405)
            return
        path.mkdir(parents=True)
        self.answer(201)

    def move(self, _length: int) -> None:
        source, target = self.at(self.path), self.at(self.headers["Destination"])
        if target.exists() and self.headers.get("Overwrite") == "F":
            self.answer(412)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.name != ".file":
            source.rename(target)
        else:
            parts = sorted(source.parent.iterdir())
            if sum(part.stat().st_size for part in parts) != int(self.headers["OC-Total-Length"]):
                self.answer(400)
                return
            with target.open("wb") as out:
                for part in parts:
                    out.write(part.read_bytes())
            shutil.rmtree(source.parent)
        self.answer(201)

    def delete(self, _length: int) -> None:
        path = self.at(self.path)
        if not path.exists():
            self.answer(404)
            return
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.answer(204)

    def options(self, _length: int) -> None:
        self.answer(200)

    def get(self, _length: int) -> None:
        path = self.at(self.path)
        self.answer(200, path.read_bytes()) if path.is_file() else self.answer(404)

    def propfind(self, length: int) -> None:
        self.rfile.read(length)
        path = self.at(self.path)
        if self.path.rstrip("/") == f"{DAV}files/{USER}":
            path.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            self.answer(404)
            return
        inside = sorted(path.iterdir()) if path.is_dir() and self.headers["Depth"] == "1" else []
        rows = "".join(self.row(one) for one in (path, *inside))
        self.answer(207, f'<d:multistatus xmlns:d="DAV:">{rows}</d:multistatus>'.encode())

    def row(self, path: Path) -> str:
        href = f"/{path.relative_to(FOLDER).as_posix()}"
        kind = "<d:resourcetype><d:collection/></d:resourcetype>"
        size = f"<d:getcontentlength>{path.stat().st_size}</d:getcontentlength>"
        said = kind if path.is_dir() else size
        return f"<d:response><d:href>{href}</d:href><d:prop>{said}</d:prop></d:response>"


for method in ("PUT", "MKCOL", "MOVE", "DELETE", "PROPFIND", "OPTIONS", "GET", "POST"):
    setattr(Stub, f"do_{method}", Stub.handle_it)

if __name__ == "__main__":
    serve(Stub)
