"""What a person does with files that no program can send: SecureDrop, by Tor Browser."""

from capture.audit import BundleMade
from ui.words.shown import shown


def handed_files(made: BundleMade) -> tuple[str, ...]:
    """Return the names of the files that a hand-off has written, in their order."""
    if not made.volumes:
        return (made.path.name,)
    first = made.path.name.removesuffix(".001")
    return tuple(f"{first}.{number:03d}" for number in range(1, made.volumes + 1))


def instructions(address: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the page of instructions that lies beside the files, line by line."""
    return (
        "Nothing was sent. To hand this over:",
        "1. Open Tor Browser. Best is a computer that is started from Tails.",
        f"2. Go to {shown(address)}",
        "3. Write down the codename that you are shown. Keep it apart from this computer.",
        "4. Upload these files, one submission each, in this order:",
        *(f"       {name}" for name in names),
        "5. Come back with the codename: only what the newsroom answers there is a confirmation.",
        "6. Delete the files. What a flash disk keeps of them is sealed to the newsroom's key.",
    )
