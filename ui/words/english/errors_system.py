"""English: what the system would not do, and what to do about it."""

SYSTEM_ERRORS = {
    "already-exists": (
        "There is already something with this name, and nothing is ever overwritten.",
        "Choose another name.",
    ),
    "already-exists:other-backup": (
        "The backup of another vault is there.",
        "Choose another folder, or an empty one. Nothing was sent.",
    ),
    "already-exists:not-a-backup": (
        "There are other files there, and a backup wants a place of its own.",
        "Choose an empty folder, or a new one. Nothing was sent.",
    ),
    "already-exists:in-the-vault": (
        "The backup would lie in the vault itself.",
        "Choose another disk. Nothing was sent.",
    ),
    "out-of-reach": (
        "The copy could not be written, because its format goes back too far while it is made.",
        "Your original is unchanged. Nothing half done was kept.",
    ),
    "disk-full": (
        "There is no room left on the disk.",
        "Free some space and try again. Nothing half done was kept.",
    ),
    "file-too-big": (
        "The file is bigger than this disk or system allows.",
        "Choose another disk. Nothing half done was kept.",
    ),
    "no-permission": (
        "The system would not let Firsthand read or write there.",
        "Choose a folder of your own.",
    ),
    "disk-failed": ("The disk failed while it was used.", "Plug it in again, or use another."),
    "read-only": ("This disk cannot be written to.", "Choose another folder."),
    "not-there": ("There is nothing with this name.", "Check the name."),
    "is-a-folder": ("This is a folder, not a file.", "Name a file."),
    "name-too-long": ("This name is too long for the disk.", "Choose a shorter one."),
    "device-error": ("The disk or device failed while it was used.", "Plug it in again."),
    "out-of-memory": ("The computer has no memory left for this.", "Close other programs."),
    "system": ("The system would not do this.", "Try again, or choose another folder."),
    "cancelled": ("Cancelled.", "What was finished stays; nothing half done was kept."),
    "bug": (
        "Something went wrong that Firsthand did not foresee. This is a mistake in Firsthand.",
        "Please report it with the line below; it holds nothing of your files.",
    ),
}
