"""What a person does with files that no program can send: SecureDrop, by Tor Browser."""

from capture.audit import BundleMade
from ui.words.shown import shown
from ui.words.speaking import spoken


def handed_files(made: BundleMade) -> tuple[str, ...]:
    """Return the names of the files that a hand-off has written, in their order."""
    if not made.volumes:
        return (made.path.name,)
    first = made.path.name.removesuffix(".001")
    return tuple(f"{first}.{number:03d}" for number in range(1, made.volumes + 1))


def instructions(address: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the page of instructions that lies beside the files, line by line."""
    said = spoken().handing
    return (
        said["first"],
        f"1. {said['open']}",
        f"2. {said['go'].format(address=shown(address))}",
        f"3. {said['codename']}",
        f"4. {said['upload']}",
        *(f"       {name}" for name in names),
        f"5. {said['wait']}",
        f"6. {said['delete']}",
    )
