"""English: parts of an item, what holds the confined child, printed cards, what deleting leaves."""

ROLES = {
    "clip": "the moving part of a live photo",
    "raw": "the camera's raw picture",
    "burst": "another photo of the same burst",
    "edited": "a version edited on the phone",
    "preview": "a small copy made by the camera",
    "sidecar": "notes that the phone or camera kept beside it",
}

HELD = {
    "memory": "take more than a bounded amount of memory",
    "no-core-dump": "leave a picture of its memory on the disk when it crashes",
    "no-file-writing": "write a file",
    "few-open-files": "open many files",
    "no-files-of-yours": "read a file of yours, except the one it is given",
    "no-network": "connect to anything",
    "no-other-programs": "start another program, or look into one",
    "apart": "see other programs, other folders or the network's devices at all",
}

CARDS = {
    "share": "Card {number} of {of}",
    "share-what": "These words are one part of a key. {need} such cards together are the whole of"
    " it; this one alone opens nothing, and says nothing of the rest.",
    "share-how": "Keep it where nobody looks, apart from the other cards, and photograph it never."
    " Type the words in their order; the first four letters of each are enough. The square holds"
    " the same words. They follow the standard SLIP-0039.",
    "recovery": "Recovery code",
    "recovery-what": "Whoever has this code has everything that it opens.",
    "recovery-how": "Keep it where nobody looks, far from the computer, and photograph it never."
    " Type it where the passphrase is asked for. The square holds the same code.",
}

SURVIVES = (
    'What was deleted on the phone before can be in its "Recently deleted". Empty that, too.',
    "Copies can be in a cloud, on other devices, in backups, and with whoever was sent them.",
    "The phone's gallery can keep small pictures and lists of them until it makes them anew.",
    "The flash memory can keep remnants that special tools find, until all of it is erased.",
)
