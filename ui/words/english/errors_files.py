"""English: what is wrong with a file, a device or a copy, and what to do about it.

Keys are an error's code, ``code:reason``, or ``code:fact`` for an error that has that fact.
"""

_UNCHANGED = "Your original is unchanged."

FILE_ERRORS = {
    "capture": ("This file could not be handled.", _UNCHANGED),
    "unknown-kind": (
        "This is not a photo or video that Firsthand knows, whatever its name says.",
        "Do not share it as it is. If it is one, save it as JPEG or MP4 and try that.",
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
    "unreadable:stalled": (
        "The device gave nothing more for a minute, so this was given up.",
        "Unlock it, or plug it in again, and import again: what is sealed is not sealed twice.",
    ),
    "unreadable:other-size": (
        "It gave more or fewer bytes than it had said: it was cut off, or is still being written.",
        "Wait until it is finished, or plug the phone in again, and import again.",
    ),
    "unreadable:cut-off": (
        "The connection broke off, or was too slow, before the whole file was here.",
        "Nothing of it is left here. The phone still has it: send it again.",
    ),
    "unreadable:other-content": (
        "What came is not what the phone had announced: its checksum is another one.",
        "Nothing of it is left here. The phone still has it: send it again.",
    ),
    "unreadable:too-many": (
        "There are more files here than can be taken at once.",
        "Name a folder of it, or copy a part to your disk first.",
    ),
    "unreadable:no-library": (
        "On this system Firsthand cannot speak with cameras and phones on a cable.",
        "Copy the files to a card or a folder with the system's own program, and import that.",
    ),
    "unreadable:no-usbmuxd": (
        "This system has nothing that speaks with iPhones on a cable.",
        "Install usbmuxd (on Windows: Apple Devices), or copy the files to a card or a folder.",
    ),
    "unreadable:iphone-locked": (
        "The iPhone is locked, and gives nothing out before it is unlocked.",
        "Unlock it with its code, leave its screen on, and try again.",
    ),
    "unreadable:iphone-not-trusted": (
        "The iPhone does not trust this computer yet.",
        'Unlock it, tap "Trust" on it and type its code. If it does not ask, plug it in again.',
    ),
    "unreadable:iphone-forbidden": (
        "Whoever manages this iPhone forbids to read it by cable.",
        "Copy the files to a card or a folder another way, and import that.",
    ),
    "unreadable:iphone-refused": (
        "The iPhone would not give this out.",
        "Unlock it, plug it in again, and import again: what is sealed is not sealed twice.",
    ),
    "unreadable:changed": (
        "This is no longer the file that was read: it has changed since.",
        "It was left where it is. Import again, to seal it as it is now.",
    ),
    "unreadable:not-erasable": (
        "It cannot be deleted where it lies, because it is inside of an archive.",
        "Delete the archive yourself, once all that you need of it is sealed.",
    ),
    "unreadable:still-there": (
        "The device said that it deleted this, and still lists it.",
        "Delete it on the device itself.",
    ),
    "unreadable:no-device": (
        "No device of that name is plugged in, or more than one.",
        "Plug it in, unlock it, and look at what the list of devices says.",
    ),
    "unreadable:archive": (
        "This part of the archive is damaged, or packed in a way that is not read here.",
        "Unpack the archive with the program that made it, and import the folder.",
    ),
    "unreadable:archive-locked": (
        "This part of the archive is locked with a passphrase.",
        "Unpack the archive, and import the folder.",
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
    "unsupported:raw": (
        "This is a camera's raw picture: it cannot be carried over bit by bit, only developed.",
        "Clean it without asking for a faithful copy: it becomes a JPEG.",
    ),
    "unsupported:raw-camera": (
        "Firsthand cannot develop the raw pictures of this camera.",
        "Make a DNG or a JPEG of it with the camera's own program, and take that in.",
    ),
    "unsupported:kept": (
        "A file of this kind has no place for the time or place that is to be kept.",
        "Clean it without --keep; the bundle's manifest can hold both for any file.",
    ),
    "unverified": (
        "The cleaned copy could not be verified, so it was removed.",
        f"{_UNCHANGED} Do not share it as it is.",
    ),
    "unverified:codes": (
        (
            "The copy would have held something behind the coded picture or sound, is cut short, "
            "or cannot be followed to its end."
        ),
        f"{_UNCHANGED} Clean it without asking for a faithful copy: then it is encoded again.",
    ),
    "unverified:face": (
        "In the covered copy of item {item} a face is found that nobody has looked at.",
        "Nothing was written. Look at the covered copy, and cover that face as well.",
    ),
    "unverified:film": (
        "In the covered copy of video {item} something is found at {at}, perhaps a face.",
        (
            "Nobody has looked at it. Nothing was written. Look at that moment of the video, and "
            "make its covered copy anew."
        ),
    ),
    "not-cleaned": (
        "The item {item} has no verified cleaned copy, so nothing of it may leave.",
        "Leave it out of the bundle.",
    ),
    "not-cleaned:part": (
        "It belongs to a file that could not be cleaned, so nothing of the two was written.",
        "See what is said of the other. What is to leave without it has to be named by itself.",
    ),
    "not-cleaned:not-covered": (
        "There is no covered copy of item {item} yet.",
        "Cover what has to be covered first, then look at the copy.",
    ),
    "part-not-covered": (
        "The item {item} belongs to a picture that is covered, and would show what is under it.",
        "Cover it as well, or leave the parts out of the bundle.",
    ),
    "not-looked": (
        "Nobody has looked at the covered copy of item {item} since a second look found something.",
        "Look at the copy. Cover what has to be covered, or say that you have looked.",
    ),
    "no-consent": (
        "The record of item {item} says that person {person} gave no consent.",
        "Leave the item out, or ask the person and change the record.",
    ),
    "weights-missing": (
        "The part that finds faces and plates is not installed.",
        "Install it with the set-up, or cover what has to be covered by hand.",
    ),
    "cannot-receive": (
        "No phone can send to this computer now.",
        "Connect it to a network that the phone is on, or open a hotspot on the phone.",
    ),
    "cannot-receive:not-ours": (
        "This computer has no such address.",
        "Choose one of its own addresses, on the network that the phone is on.",
    ),
    "cannot-receive:in-use": (
        "Another program on this computer already uses port {port}.",
        "If LocalSend runs here, close it; or choose another port and type it on the phone.",
    ),
    "bad-plan": (
        "This plan for covering does not fit this picture.",
        "Make a new one.",
    ),
    "decoder-crashed": (
        "The part that opens files crashed on this one; everything else went on.",
        f"The file may be damaged or hostile. {_UNCHANGED}",
    ),
    "decoder-forbidden": (
        "Opening this file made it try to connect or to start a program. That was stopped.",
        f"The file is probably made to attack whoever opens it. {_UNCHANGED}",
    ),
    "decoder-timeout": (
        "This file took far too long to open, and was given up.",
        f"The file may be damaged or hostile. {_UNCHANGED}",
    ),
    "decoder-memory": (
        "This file asked for far too much memory, and was given up.",
        f"The file may be damaged or hostile. {_UNCHANGED}",
    ),
    "too-large:post-length": (
        "This video is longer than what fits there: {seconds} seconds.",
        "Cut it to what matters most, or choose another place for it.",
    ),
    "too-large:post-size": (
        "Nothing small enough for there can be made of it: it may have {bytes} bytes.",
        "Choose another place for it.",
    ),
    "unsupported:post-photo": (
        "Only videos can be posted there.",
        "Choose another place for this photo.",
    ),
    "unsupported:post-sound": (
        "This is sound alone, and there it cannot be posted.",
        "Choose photos and videos.",
    ),
}
