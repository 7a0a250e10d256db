"""A real browser on the page for phones: chosen files arrive, with and without scripts.

Chromium is spoken to over a pipe, by its DevTools protocol (Page, DOM, Runtime, Emulation).
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.vault import Vault
from tests.conftest import Tool
from tests.journeys.conftest import PASSPHRASE
from tests.journeys.test_receive import Receive, digest, items, receive

__all__ = ["receive"]
_PATIENCE = 60.0


PIPES = (
    "import fcntl, os, sys\n"
    "held = [fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3]]\n"
    "os.dup2(held[0], 3), os.dup2(held[1], 4)\n"
    "os.execv(sys.argv[3], sys.argv[3:])\n"
)
"""Gives Chromium the pipes as the descriptors that it asks for."""


class Browser:
    """One tab of a browser without a window."""

    def __init__(self, program: str, folder: Path, *, language: str) -> None:
        ask, self._asks = os.pipe()
        self._answers, answer = os.pipe()
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-c", PIPES, str(ask), str(answer), program),
                *("--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"),
                *("--ignore-certificate-errors", f"--user-data-dir={folder}", "about:blank"),
            ],
            pass_fds=(ask, answer),
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(folder), "LANGUAGE": language},
        )
        os.close(ask)
        os.close(answer)
        self._held = b""
        self._number = 0
        self._session: str | None = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.call("Network.enable")
        self.call("Network.setExtraHTTPHeaders", headers={"Accept-Language": language})

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Have it do one thing and give its answer."""
        self._number += 1
        asked: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._asks, json.dumps(asked).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._held:
            self._held += os.read(self._answers, 1 << 16)
        message, _, self._held = self._held.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def ask(self, expression: str) -> object:
        """Give the value of an expression on the page."""
        return self.call("Runtime.evaluate", expression=expression)["result"].get("value")

    def until(self, expression: str) -> None:
        end = time.monotonic() + _PATIENCE
        while self.ask(expression) is not True:
            assert time.monotonic() < end, self.ask("document.body.innerText")
            time.sleep(0.05)

    def open(self, page: str) -> None:
        self.call("Page.navigate", url=page)
        self.until("document.readyState === 'complete' && document.forms.length === 1")

    def choose(self, *files: Path) -> None:
        """Choose files as a person does with the phone's picker."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        field = self.call("DOM.querySelector", nodeId=root, selector="#files")["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=field, files=[str(path) for path in files])

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._asks)
        os.close(self._answers)


@pytest.fixture
def browser(tool: Tool, tmp_path: Path) -> Iterator[Browser]:
    made = Browser(tool("chromium"), tmp_path / "profile", language="fa")
    yield made
    made.close()


def test_a_browser_sends_with_and_without_scripts(
    browser: Browser, receive: Receive, samples: Path, vault: Path
) -> None:
    command = receive()
    photo, heic = samples / "IMG_20240501_184207.jpg", samples / "IMG_4711.HEIC"
    video = samples / "VID_20240501_184512.mp4"
    browser.open(command.page)
    assert browser.ask("document.dir + document.documentElement.dir") == "rtlrtl"
    words = command.wait_for(r"Words:   ([a-z ]+)")[1].strip()
    assert browser.ask("document.querySelector('.words').textContent") == words
    browser.choose(photo, heic)
    browser.ask("document.forms[0].elements.send.click()")
    browser.until(
        "document.querySelectorAll('#list li').length === 2 && !document.querySelector('progress')"
    )
    assert browser.ask("document.querySelectorAll('#list li')[1].innerText") == (
        f"{heic.name} مهر شد"
    )
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(command.page)
    browser.choose(video)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    browser.ask("document.querySelector('button').type")
    browser.ask("HTMLFormElement.prototype.submit.call(document.forms[0])")
    browser.until(f"document.body.innerText.includes('{video.name} مهر شد')")
    command.wait_for("Examining and cleaning")
    kept = items(command.end())
    assert {name: item["sha256"] for name, item in kept.items()} == {
        path.name: digest(path) for path in (photo, heic, video)
    }
    with Vault.open(vault, PASSPHRASE) as opened:
        times = {one.provenance.name: one.provenance.modified_at for one in opened.originals()}
    assert times[video.name] is None
    assert times[photo.name] == time.strftime(
        "%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(photo.stat().st_mtime))
    )
