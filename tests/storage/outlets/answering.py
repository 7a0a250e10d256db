"""What the stubs of servers share: their arguments, and how they answer."""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from typing_extensions import override

FOLDER, PORT, USER, PASSWORD = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
BLOCK = 1 << 16


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @override
    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def serve(stub: type[Answering]) -> None:
    ThreadingHTTPServer(("127.0.0.1", PORT), stub).serve_forever()
