"""A day with the desktop, as a program: it is run under strace by ``test_desktop_day.py``.

    python desktop_day.py HOME PASSPHRASE PHOTO VIDEO

A vault, in which an outlet is trusted, lies in HOME. A photo and a video are taken in, one is
looked at and covered, the other opened in the editor and played, a bundle is made and verified,
and one is sent, and the window is locked. The process that comes of the lock ends at once.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtWidgets import QApplication

from storage.outlets import queue
from ui.desktop import app
from ui.desktop.editor.tools import Tool
from ui.desktop.window import Window

_HOME, _PASSPHRASE, _PHOTO, _VIDEO = Path(sys.argv[1]), sys.argv[2], *map(Path, sys.argv[3:])
_OVER = _HOME / "out" / "over"
_BUNDLE = _HOME / "out" / "bundle.zip"
_PLAYED = 700_000
"""Microseconds of the video that are to be played."""


class Day:
    """What is done next, once what was done before has come about."""

    def __init__(self) -> None:
        self._steps: list[Callable[[Any], bool]] = [
            self._unlock,
            self._take_in,
            self._look,
            self._edit_photo,
            self._cover,
            self._keep_copy,
            self._open_video,
            self._edit,
            self._play,
            self._stop,
            self._choose,
            self._bundle,
            self._verify,
            self._choose_outlet,
            self._to_send,
            self._send,
            self._lock,
        ]
        self._busy = False

    def live(self) -> None:
        """Try the next step; it stays the next one until it can be done."""
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
        if self._busy or not self._steps:
            return
        self._busy = True
        try:
            if self._steps[0](window):
                sys.stdout.write(f"{self._steps.pop(0).__name__}\n")
                sys.stdout.flush()
        finally:
            self._busy = False

    def _unlock(self, window: Window) -> bool:
        window.unlock.passphrase.setText(_PASSPHRASE)
        window.unlock.press.click()
        return True

    def _take_in(self, window: Window) -> bool:
        if window.session is None:
            return False
        window.library.bring_in((_PHOTO, _VIDEO))
        return True

    def _look(self, window: Window) -> bool:
        if window.strip.busy or len(_originals(window)) != 2:
            return False
        window.library.opened.emit(_item(window, ".jpg"))
        return True

    def _edit_photo(self, window: Window) -> bool:
        shown = window.item.picture.sceneRect().width() and window.item.copy.editor.isVisible()
        if not shown:
            return False
        window.item.copy.editor.click()
        return True

    def _cover(self, window: Window) -> bool:
        editor, said = window.editor, window.editor.places.looked
        if editor.draft is None or not ("Others may" in said.words or said.tone == "warn"):
            return False  # it still looks for what is to be covered
        editor.acts.draw(Tool.BOX, QRectF(20, 20, 80, 60))
        editor.acts.none_of_rest()
        editor.save.click()
        return True

    def _keep_copy(self, window: Window) -> bool:
        if window.strip.busy or not _is_covered(window, _item(window, ".jpg")):
            return False
        if window.editor.looked.isVisible():
            window.editor.looked.click()  # they have looked: what was found later is nothing
            return False
        return True

    def _open_video(self, window: Window) -> bool:
        window.library.opened.emit(_item(window, ".mp4"))
        return True

    def _edit(self, window: Window) -> bool:
        if not window.item.copy.editor.isVisible() or window.item.facts.text() == "":
            return False
        window.item.copy.editor.click()
        return True

    def _play(self, window: Window) -> bool:
        film = window.film
        if film.draft is None or film.player.frame is None:
            return False
        film.player.play()
        return True

    def _stop(self, window: Window) -> bool:
        player = window.film.player
        if player.frame is None or player.frame.at < _PLAYED:
            return False
        window.film.leave()
        player.close()
        return True

    def _choose(self, window: Window) -> bool:
        window.bundle.wrapping.choose("plain")
        window.library.chosen.emit((_item(window, ".jpg"),))
        return True

    def _bundle(self, window: Window) -> bool:
        if not window.bundle.press.isEnabled():
            return False
        window.bundle.make(_BUNDLE)
        return True

    def _verify(self, window: Window) -> bool:
        if not _BUNDLE.exists() or window.strip.busy:
            return False
        window.bundle.verify.emit(_BUNDLE)
        return True

    def _choose_outlet(self, window: Window) -> bool:
        if window.verify.verdict.tone != "good":
            return False
        window.library.chosen.emit((_item(window, ".jpg"),))
        return True

    def _to_send(self, window: Window) -> bool:
        if not window.bundle.send_press.isEnabled():
            return False
        window.bundle.send_press.click()
        return True

    def _send(self, window: Window) -> bool:
        page = window.sendings.send
        if page.chosen is None or not page.press.isEnabled():
            return False
        page.press.click()
        return True

    def _lock(self, window: Window) -> bool:
        assert window.session is not None
        sent = queue.queued(window.session.vault)
        if not sent or sent[0].state is not queue.State.DELIVERED:
            return False
        _OVER.touch()
        sys.stdout.write("_lock\n")
        sys.stdout.flush()
        app.lock_if_open(window)
        return True


def _originals(window: Window) -> Any:
    assert window.session is not None
    return window.session.vault.originals()


def _is_covered(window: Window, item: str) -> bool:
    assert window.session is not None
    copies = window.session.vault.derivatives(item)
    return any(step.name == "redact" for copy in copies for step in copy.steps)


def _item(window: Window, ending: str) -> str:
    return str(next(one.id for one in _originals(window) if one.provenance.name.endswith(ending)))


def _run_with(day: Day) -> Callable[[], int]:
    run = QApplication.exec

    def lived() -> int:
        timer = QTimer()
        timer.timeout.connect(day.live)
        timer.start(50)
        return run()

    return lived


if __name__ == "__main__":
    if _OVER.exists():
        sys.exit(0)
    QApplication.exec = staticmethod(_run_with(Day()))  # type: ignore[method-assign]  # the day begins with it
    sys.exit(app.main())
