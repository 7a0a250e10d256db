"""The rooms of an open vault by their names: what the window is asked for from outside."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.desktop.editor.page import EditorPage
    from ui.desktop.editor.review import ReviewPage
    from ui.desktop.film.page import FilmPage
    from ui.desktop.pages.backups import BackupsPage
    from ui.desktop.pages.bundle import BundlePage
    from ui.desktop.pages.item import ItemPage
    from ui.desktop.pages.keys import KeysPage
    from ui.desktop.pages.library import LibraryPage
    from ui.desktop.pages.receive import ReceivePage
    from ui.desktop.pages.source import SourcePage
    from ui.desktop.rooms import Rooms
    from ui.desktop.sendings import Sendings


class Inside:
    """Each room is made when it is first asked for; before a vault is open there is none."""

    rooms: "Rooms"

    @property
    def library(self) -> "LibraryPage":
        """Everything in the vault."""
        return self.rooms.library

    @property
    def source(self) -> "SourcePage":
        """What is on a device or in a folder."""
        return self.rooms.source

    @property
    def item(self) -> "ItemPage":
        """One item."""
        return self.rooms.item

    @property
    def editor(self) -> "EditorPage":
        """The editor of a photo."""
        return self.rooms.editor

    @property
    def film(self) -> "FilmPage":
        """The editor of a video or a recording."""
        return self.rooms.film

    @property
    def review(self) -> "ReviewPage":
        """What became of photos that were covered at once."""
        return self.rooms.review

    @property
    def bundle(self) -> "BundlePage":
        """Where a bundle is put together."""
        return self.rooms.bundle

    @property
    def keys(self) -> "KeysPage":
        """Keys, locks, and the end of a vault."""
        return self.rooms.keys

    @property
    def receive(self) -> "ReceivePage":
        """From a phone, through the air."""
        return self.rooms.receive

    @property
    def backups(self) -> "BackupsPage":
        """A second place for all of it."""
        return self.rooms.backups

    @property
    def sendings(self) -> "Sendings":
        """Everything that leaves by a line."""
        return self.rooms.sendings
