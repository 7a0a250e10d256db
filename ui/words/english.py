"""English: short sentences, simple words, for people who may be afraid.

Two words are never used of a file or a copy, because no program can promise
them; a test names both and searches this table for them.
"""

from capture.report import Harm
from ui.words.language import Language

_UNCHANGED = "Your original is unchanged."

_ERRORS = {
    "capture": ("This file could not be handled.", _UNCHANGED),
    "unknown-kind": (
        "This is not a photo or video that Firsthand knows, whatever its name says.",
        "Firsthand takes JPEG, PNG, HEIC, MP4 and MOV. Do not send this file as it is.",
    ),
    "empty-file": (
        "The file is empty: there is not one byte in it.",
        "Copy it again from the phone or card.",
    ),
    "unreadable": ("The system would not let Firsthand read this.", "Copy it to your disk first."),
    "unreadable:permission": (
        "You may not read this: the system refused.",
        "Change its permissions, or copy it to a folder of your own.",
    ),
    "unreadable:missing": (
        "There is nothing there.",
        "Check the name, or plug the phone or card in again.",
    ),
    "unreadable:device": (
        "The device did not answer while this was read.",
        "Plug it in again and copy the file to your disk first.",
    ),
    "unreadable:link": (
        "This is a link to another place, and links inside a folder are not followed.",
        "Name the file itself if you want it.",
    ),
    "unreadable:not-a-file": ("This is not a regular file.", "Name a photo, a video or a folder."),
    "unreadable:too-deep": (
        "This folder lies too deep inside other folders.",
        "Name it directly.",
    ),
    "unreadable:changed": (
        "The file changed while it was being read.",
        "Wait until nothing writes to it any more, and try again.",
    ),
    "damaged": (
        "The file is damaged or incomplete.",
        "Copy it again from where it came from. A vault can keep it as it is.",
    ),
    "too-large": (
        "The file claims a size that Firsthand will not open, because it could be a trap.",
        "If it is real, make a smaller copy of it with the program that made it.",
    ),
    "unsupported": (
        "No copy was made: the file uses something that Firsthand cannot carry over.",
        "Keep the original in a vault, and do not share it as it is.",
    ),
    "unverified": (
        "The cleaned copy could not be verified, so it was removed.",
        f"{_UNCHANGED} Do not share it as it is.",
    ),
    "decoder-crashed": (
        "The part that opens files crashed on this one; everything else went on.",
        f"The file may be damaged or hostile. {_UNCHANGED}",
    ),
    "decoder-timeout": (
        "This file took far too long to open, and was given up.",
        f"The file may be damaged or hostile. {_UNCHANGED}",
    ),
    "decoder-memory": (
        "This file asked for far too much memory, and was given up.",
        f"The file may be damaged or hostile. {_UNCHANGED}",
    ),
    "storage": ("The vault could not do this.", "Run: vault check"),
    "not-mine": ("This does not open with what was given.", "Check that you chose the right key."),
    "wrong-passphrase": (
        "This passphrase does not open the vault.",
        "Check capital letters and keyboard layout, and try again. Nothing was changed.",
    ),
    "wrong-identity": (
        "This bundle is sealed for somebody else's key.",
        "Use the identity file whose public key the sender was given.",
    ),
    "wrong-identity:missing": (
        "This bundle is sealed, and no key was given.",
        "Give your identity file to open it.",
    ),
    "bad-recipient": (
        "This is not a public key to seal to.",
        "Ask the recipient for the line that begins with age1 and paste it whole.",
    ),
    "bad-recipient:secret": (
        "This is a secret key, and nobody but its owner should have it.",
        "Tell its owner to make a new one, and ask for the public key, which begins with age1.",
    ),
    "damaged-storage": (
        "What was stored is not what was written.",
        "Restore it from a backup if you have one.",
    ),
    "damaged-vault": (
        "A part of the vault is damaged: {part}.",
        "Nothing was shown as if it were whole. Restore that part from a backup.",
    ),
    "damaged-bundle": (
        "This bundle is damaged or was changed after it was made. Do not trust it.",
        "Ask the sender to send it again.",
    ),
    "not-a-vault": ("There is no vault in this folder.", "Check the folder, or create a vault."),
    "newer-version": (
        "This was written by a newer Firsthand than this one.",
        "Update Firsthand. Nothing was changed.",
    ),
    "already-exists": (
        "There is already something with this name, and nothing is ever overwritten.",
        "Choose another name.",
    ),
    "vault-in-use": (
        "Another Firsthand has this vault open.",
        "Close it there first.",
    ),
    "vault-closed": ("The vault was locked before this ended.", "Unlock it and try again."),
    "no-such-item": (
        "No item of the vault has this id, or more than one begins like it.",
        "List the vault to see the ids.",
    ),
    "no-such-field": (
        "The record has no such field, or Firsthand fills it in by itself.",
        "Show the item to see its fields.",
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

_TOPICS = {
    "place": (
        "{subject} says where it was taken: {value}",
        "Anyone can find this point on a map.",
    ),
    "altitude": ("{subject} says how high the place lies: {value}", ""),
    "direction": ("{subject} says which way the camera looked: {value}", ""),
    "movement": ("{subject} says how fast the camera moved: {value}", ""),
    "place-name": ("{subject} names the place: {value}", ""),
    "satellite-time": (
        "{subject} holds the exact satellite time: {value}",
        "It is exact to the second, and true even if the phone's clock is wrong.",
    ),
    "gps": ("{subject} holds satellite positioning data: {value}", "It narrows down the place."),
    "owner": ("{subject} names the owner of the device: {value}", "This can be your name."),
    "author": ("{subject} names who made it: {value}", "This can be your name."),
    "rights": ("{subject} names who owns it: {value}", "This can be your name."),
    "contact": ("{subject} says how to reach its maker: {value}", ""),
    "serial": (
        "{subject} holds the serial number of the camera: {value}",
        "It ties this file to every other file of the same device, and to whoever bought it.",
    ),
    "lens-serial": (
        "{subject} holds the serial number of the lens: {value}",
        "It ties this file to every other file made with it.",
    ),
    "file-id": (
        "{subject} carries a number of its own: {value}",
        "It ties copies and related files to each other.",
    ),
    "device": (
        "{subject} says which device made it: {value}",
        "Together with other things this points to its owner.",
    ),
    "lens": ("{subject} says which lens was used: {value}", ""),
    "software": ("{subject} says which software wrote it: {value}", ""),
    "time": (
        "{subject} says when it was made: {value}",
        "Cameras, cell towers and witnesses can say who was there then.",
    ),
    "zone": ("{subject} says in which time zone: {value}", "It narrows down the country."),
    "maker-note": (
        "{subject} holds the maker's own notes: {value}",
        "They often hold serial numbers and owner's names.",
    ),
    "text": ("{subject} holds words somebody or some program wrote: {value}", ""),
    "person": (
        "{subject} says who or where people are in it: {value}",
        "This puts other people at risk.",
    ),
    "history": ("{subject} says what was done to it before: {value}", ""),
    "claim": (
        "{subject} carries a signed statement of where it comes from: {value}",
        "Its key and its history can point to the device.",
    ),
    "thumbnail": (
        "{subject} has a small picture hidden inside: {value}",
        "It can still show what was cut away or covered.",
    ),
    "preview": (
        "{subject} has another picture hidden inside: {value}",
        "It can still show what was cut away or covered.",
    ),
    "depth": (
        "{subject} has a second layer of the picture inside: {value}",
        "It can still show what was cut away or covered.",
    ),
    "clip": (
        "{subject} has a short film hidden inside: {value}",
        "It shows and may let hear what happened around the picture.",
    ),
    "after-end": (
        "{subject} goes on after its end: {value}",
        "Nobody sees it, and it can hold anything.",
    ),
    "colour": ("{subject} carries a colour profile that can name a device: {value}", ""),
    "track": (
        "{subject} has a hidden track of sensor data: {value}",
        "Such tracks hold places, movements and device numbers.",
    ),
    "settings": ("{subject} says how the camera was set: {value}", ""),
}

_UNKNOWN = {
    Harm.LOCATION: ("{subject} holds something about a place ({tag}): {value}", ""),
    Harm.IDENTITY: ("{subject} holds something about who made it ({tag}): {value}", ""),
    Harm.PERSON: ("{subject} holds something about people ({tag}): {value}", ""),
    Harm.DEVICE: ("{subject} holds something about the device ({tag}): {value}", ""),
    Harm.TIME: ("{subject} holds a time ({tag}): {value}", ""),
    Harm.HISTORY: ("{subject} holds something about its past ({tag}): {value}", ""),
    Harm.TECHNICAL: ("{subject} holds data that is not needed to see it ({tag}): {value}", ""),
}

_LEAVES = {
    "jpeg-tables": "The way the picture is compressed can point to a make of camera.",
    "sensor-noise": "The noise of the camera's sensor is in the picture, like a fingerprint.",
    "visible-content": "What can be seen: faces, signs, streets, dates written in the picture.",
    "audible-content": "What can be heard: voices and sounds of the place.",
    "codec-settings": "The way the video is compressed can point to a make of device.",
    "frame-timing": "The exact timing of the frames can point to a make of device.",
    "resolution": "Its size in pixels can point to a make of device.",
    "colour-profile": "Its colour profile, without any name, is one that few makes use.",
    "duration": "How long it is.",
}

_EMBEDDED = {
    "jpeg": "picture (JPEG)",
    "thumbnail": "small picture",
    "preview": "picture",
    "mp4": "film (MP4)",
    "mov": "film (MOV)",
    "clip": "short film",
    "gain-map": "second layer of the picture",
    "depth-map": "depth of the picture",
    "track": "hidden track",
    "trailer": "data after the end",
}

_EVENTS = {
    "created": "The vault was created",
    "sealed": "Sealed in the vault",
    "examined": "Examined for what it says",
    "cleaned": "A cleaned copy was made and verified",
    "derived": "A cleaned copy was made and verified",
    "noted": "The record was filled in",
    "bundled": "Put into a bundle",
    "viewed": "Looked at",
    "checked": "The vault was checked",
    "passphrase-changed": "The passphrase was changed",
    "adopted": "Taken back after an interruption",
}

_CHECKS = {
    "seal": "The seal opens with this key",
    "zip": "The file is whole, with nothing hidden in it",
    "structure": "Everything that belongs in it is there, and nothing else",
    "signature": "It was signed with the key inside it, and not changed since",
    "hashes": "Every file is exactly the one that was signed",
    "oxum": "Number and size of the files are as stated",
    "merkle": "Every item belongs to this bundle",
    "padding": "The filling is empty",
}

_FINDINGS = {
    "damaged": "damaged",
    "missing": "missing",
    "orphan": "left over from an interruption",
    "custody": "the custody log does not hold",
}

ENGLISH = Language(
    name="English",
    right_to_left=False,
    errors=_ERRORS,
    topics=_TOPICS,
    unknown=_UNKNOWN,
    headings={
        Harm.LOCATION: "Where",
        Harm.IDENTITY: "Who",
        Harm.PERSON: "Other people",
        Harm.DEVICE: "Which device",
        Harm.TIME: "When",
        Harm.HISTORY: "What happened to it before",
        Harm.TECHNICAL: "Other things inside",
    },
    subjects={"photo": "This photo", "video": "This video", "file": "This file"},
    leaves=_LEAVES,
    embedded=_EMBEDDED,
    events=_EVENTS,
    checks=_CHECKS,
    findings=_FINDINGS,
    more=" and {count} more",
)
