"""A disk as a recorded program wrote it, and what a power cut may leave of it.

Bytes are safe once their file was synced, names once their folder was. Of bytes that are not, any
may be missing: whole writes, or single sectors or pages of one. Names of one folder come in the
order in which they were given, and end anywhere after the last sync of that folder.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from strace import Call

_TORN = (512, 4096)
_CREATING = "O_CREAT"


class Kept(Enum):
    """What of the unsafe is there after a cut."""

    NOTHING = 0
    ALL = 1
    SOME = 2


@dataclass(slots=True)
class File:
    """One file: what is safe, and writes since, each (offset, bytes) or (length, None)."""

    safe: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def apply(self, change: tuple[int, bytes | None], into: bytearray) -> None:
        """Do one write or cut."""
        at, data = change
        if data is None:
            del into[at:]
            into.extend(bytes(max(0, at - len(into))))
            return
        into.extend(bytes(max(0, at - len(into))))
        into[at : at + len(data)] = data

    def sync(self) -> None:
        """Make everything safe."""
        for change in self.since:
            self.apply(change, self.safe)
        self.since.clear()

    def after(self, kept: Kept, chance: random.Random) -> bytes:
        """Return what a cut leaves."""
        found = bytearray(self.safe)
        for change in self.since if kept is not Kept.NOTHING else ():
            for part in (change,) if kept is Kept.ALL else _some(change, chance):
                self.apply(part, found)
        return bytes(found)


def _some(
    change: tuple[int, bytes | None], chance: random.Random
) -> Iterator[tuple[int, bytes | None]]:
    """Drop a write, keep it, or keep some of its sectors."""
    at, data = change
    way = chance.randrange(3)
    if way == 0 or data is None:
        if way:
            yield change
        return
    size = chance.choice(_TORN) if way == 1 else len(data) or 1
    first = at - at % size if size in _TORN else at
    for start in range(first, at + len(data), size):
        if way == 2 or chance.randrange(2):  # noqa: PLR2004 # one of three ways
            begin, end = max(start, at), min(start + size, at + len(data))
            yield begin, data[begin - at : end - at]


@dataclass(slots=True)
class Folder:
    """One folder: the names that are safe, and those given (a file) or taken (None) since."""

    safe: dict[str, "File | Folder"] = field(default_factory=dict)
    since: list[tuple[tuple[str, "File | Folder | None"], ...]] = field(default_factory=list)

    def now(self) -> dict[str, "File | Folder"]:
        """Return the names as the program sees them."""
        return self._with(len(self.since))

    def _with(self, count: int) -> dict[str, "File | Folder"]:
        names = dict(self.safe)
        for changes in self.since[:count]:
            for name, what in changes:
                names.pop(name, None)
                if what is not None:
                    names[name] = what
        return names

    def sync(self) -> None:
        """Make the names safe."""
        self.safe = self.now()
        self.since.clear()

    def after(self, kept: Kept, chance: random.Random) -> dict[str, "File | Folder"]:
        """Return the names that a cut leaves."""
        counts = {Kept.NOTHING: 0, Kept.ALL: len(self.since)}
        return self._with(counts.get(kept, chance.randint(0, len(self.since))))


class Disk:
    """A folder and all below it, replayed call by call."""

    def __init__(self, root: Path) -> None:
        """Begin with what lies there now, all of it safe."""
        self._root = root
        self._top = _read(root)
        self._open: dict[tuple[str, int], File] = {}
        self._places: dict[int, int] = {}
        self._files: dict[int, File | Folder] = {}
        self.steps = 0

    def replay(self, call: Call) -> bool:
        """Do what a call did; say whether it changed anything of ours or made it safe."""
        if call.result < 0:
            return False
        doing = getattr(self, f"_do_{call.name}", None)
        done = doing is not None and bool(doing(call))
        self.steps += done
        return done

    def matches(self) -> bool:
        """Whether the replayed disk is byte for byte what now lies in the folder."""
        return _plain(self._top) == _plain(_read(self._root))

    def write_out(self, target: Path, kept: Kept, chance: random.Random) -> None:
        """Write what a cut leaves into a new folder."""
        _write(self._top, target, kept, chance)

    def _folder(self, path: str) -> tuple[Folder, str] | None:
        """Return the folder that a path lies in and its name there, None where it is not ours."""
        try:
            parts = Path(path).relative_to(self._root).parts
        except ValueError:
            return None
        here = self._top
        for part in parts[:-1]:
            below = here.now().get(part)
            if not isinstance(below, Folder):
                return None
            here = below
        return (here, parts[-1]) if parts else None

    def _at(self, path: str) -> "File | Folder | None":
        if path == str(self._root):
            return self._top
        place = self._folder(path)
        return None if place is None else place[0].now().get(place[1])

    def _do_openat(self, call: Call) -> bool:
        # What lies elsewhere is passed over: it may be another process's, with numbers of its own.
        descriptor, path = call.result, call.texts[0].decode()
        place = self._folder(path)
        if place is None:
            if path == str(self._root):
                self._files[descriptor] = self._top
            return False
        self._files.pop(descriptor, None)
        folder, name = place
        made = _CREATING in call.flags and name not in folder.now()
        if made:
            folder.since.append(((name, File()),))
        found = folder.now().get(name)
        if found is None:
            return False
        self._files[descriptor] = found
        self._places[descriptor] = 0
        if isinstance(found, File):
            if "O_APPEND" in call.flags:
                self._places[descriptor] = len(found.after(Kept.ALL, random.Random()))
            if "O_TRUNC" in call.flags:
                found.since.append((0, None))
                return True
        return made

    def _file(self, call: Call) -> File | None:
        number, path = call.descriptor
        if not path.startswith(str(self._root)):
            return None
        found = self._files.get(number)
        return found if isinstance(found, File) else None

    def _do_lseek(self, call: Call) -> bool:
        if self._file(call) is not None:
            self._places[call.descriptor[0]] = call.result
        return False

    def _do_write(self, call: Call) -> bool:
        file, number = self._file(call), call.descriptor[0]
        if file is None or not call.result:
            return False
        at = self._places.get(number, 0)
        file.since.append((at, call.texts[0][: call.result]))
        self._places[number] = at + call.result
        return True

    def _do_pwrite64(self, call: Call) -> bool:
        file = self._file(call)
        if file is None or not call.result:
            return False
        file.since.append((call.numbers[-1], call.texts[0][: call.result]))
        return True

    def _do_ftruncate(self, call: Call) -> bool:
        file = self._file(call)
        if file is not None:
            file.since.append((call.numbers[-1], None))
        return file is not None

    def _do_fsync(self, call: Call) -> bool:
        number, path = call.descriptor
        found = self._files.get(number) if path.startswith(str(self._root)) else None
        if found is not None:
            found.sync()
        return found is not None

    _do_fdatasync = _do_fsync

    def _do_rename(self, call: Call) -> bool:
        old, new = (self._folder(text.decode()) for text in call.texts)
        if old is None or new is None:
            return False
        moved = old[0].now()[old[1]]
        if old[0] is not new[0]:
            new[0].since.append(((new[1], moved),))
            old[0].since.append(((old[1], None),))
        else:
            old[0].since.append(((old[1], None), (new[1], moved)))
        return True

    def _do_link(self, call: Call) -> bool:
        old, new = (self._folder(text.decode()) for text in call.texts)
        if old is None or new is None:
            return False
        new[0].since.append(((new[1], old[0].now()[old[1]]),))
        return True

    def _do_unlink(self, call: Call) -> bool:
        place = self._folder(_path_of(call))
        if place is not None:
            place[0].since.append(((place[1], None),))
        return place is not None

    _do_rmdir = _do_unlinkat = _do_unlink

    def _do_mkdir(self, call: Call) -> bool:
        place = self._folder(call.texts[0].decode())
        if place is not None:
            place[0].since.append(((place[1], Folder()),))
        return place is not None


def _path_of(call: Call) -> str:
    name = call.texts[0].decode()
    return name if name.startswith("/") else str(Path(call.descriptor[1], name))


def _read(path: Path) -> Folder:
    made = Folder()
    for entry in path.iterdir():
        if entry.is_dir():
            made.safe[entry.name] = _read(entry)
        else:
            made.safe[entry.name] = File(bytearray(entry.read_bytes()))
    return made


def _plain(folder: Folder) -> dict[str, object]:
    return {
        name: _plain(what) if isinstance(what, Folder) else what.after(Kept.ALL, random.Random())
        for name, what in folder.now().items()
    }


def _write(folder: Folder, target: Path, kept: Kept, chance: random.Random) -> None:
    target.mkdir(mode=0o700)
    for name, what in folder.after(kept, chance).items():
        if isinstance(what, Folder):
            _write(what, target / name, kept, chance)
        else:
            (target / name).write_bytes(what.after(kept, chance))
