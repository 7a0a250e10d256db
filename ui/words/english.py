"""English: short sentences, simple words, for people who may be afraid.

Two words are never used of a file or a copy, because no program can promise
them; a test names both and searches this table for them.
"""

from capture.report import Harm
from ui.words.english_errors import ERRORS
from ui.words.english_film import DOUBTS
from ui.words.english_outlets import OUTLET_ERRORS, TOR_STAGES
from ui.words.english_platforms import PLATFORM_WORDS
from ui.words.english_sending import CONFIRMED_BY, OUTLET_KINDS, PARCEL_STATES
from ui.words.language import Language

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
        "{subject} has a small picture hidden inside",
        "It can still show what was cut away or covered.",
    ),
    "preview": (
        "{subject} has another picture hidden inside",
        "It can still show what was cut away or covered.",
    ),
    "depth": (
        "{subject} has a second layer of the picture inside",
        "It can still show what was cut away or covered.",
    ),
    "clip": (
        "{subject} has a short film hidden inside",
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
    "name": ("Its own name tells something: {value}", "A cleaned copy gets another."),
    "name-maker": ("Its name is one that files get from {value}", ""),
    "name-date": ("Its name holds a date: {value}", ""),
    "file-time": (
        "The file itself is dated: {value}",
        "A cleaned copy is dated 1980, like everybody's.",
    ),
    "sidecar": (
        "There is a small file beside it that belongs to it: {value}",
        "Such files say what was done to the picture, or where it is from. Do not share them.",
    ),
    "partner": (
        "There is a second half of it beside it: {value}",
        "It shows the same moment. Look at it before you share either.",
    ),
    "language": ("{subject} names a language: {value}", "It narrows down the country."),
    "settings": ("{subject} says how the camera was set: {value}", ""),
}

_UNKNOWN = {
    Harm.LOCATION: ("{subject} holds something about a place: {value}", ""),
    Harm.IDENTITY: ("{subject} holds something that can tell who made it: {value}", ""),
    Harm.PERSON: ("{subject} holds something about people: {value}", ""),
    Harm.DEVICE: ("{subject} holds something about the device: {value}", ""),
    Harm.TIME: ("{subject} holds a time: {value}", ""),
    Harm.HISTORY: ("{subject} holds something about its past: {value}", ""),
    Harm.TECHNICAL: ("{subject} holds data that is not needed to see it: {value}", ""),
}

_LEAVES = {
    "jpeg-tables": "The way the picture is compressed can point to a make of camera.",
    "sensor-noise": "The noise of the camera's sensor is in the picture, like a fingerprint.",
    "visible-content": "What can be seen: faces, signs, streets, dates written in the picture.",
    "audible-content": "What can be heard: voices and sounds of the place.",
    "codec-settings": "The way it is compressed can point to a make of device.",
    "frame-timing": "The exact timing of the frames can point to a make of device.",
    "resolution": "Its size in pixels can point to a make of device.",
    "colour-profile": "Its colour profile, without any name, is one that few makes use.",
    "duration": "How long it is.",
    "under-transparency": "What lies under its transparent parts is still in it.",
    "transparent-pixels": "What lies under its transparent parts is still in it.",
    "raw-developed": "The camera's raw picture was developed here, not as the camera shows it.",
    "kept-time": "When it was made, as exactly as you chose.",
    "kept-place": "Where it was made, as exactly as you chose.",
    "hidden-frames": "Frames that a player does not show are still in it.",
}

_EMBEDDED = {
    "thumbnail": "small picture",
    "preview": "picture",
    "picture": "another picture",
    "auxiliary": "second layer of the picture",
    "gain-map": "second layer of the picture",
    "depth-map": "depth of the picture",
    "matte": "outline of what is in the picture",
    "motion-clip": "short film",
    "clip": "short film",
    "embedded": "hidden file",
    "unreferenced": "data that nothing in the file refers to",
    "unknown": "data of an unknown kind",
    "mp4": "film",
    "mov": "film",
    "track": "hidden track",
    "trailer": "data after the end",
    "maker-trailer": "the maker's own data after the end",
    "data-after-end": "data after the end",
    "same": "It shows what the photo shows, and stays as it is when the photo is covered.",
    "other-shape": "It has another shape than the photo: it can show what was cut away.",
    "other-content": "It shows something else than the photo: it can be from before a change.",
}

_EVENTS = {
    "vault created": "The vault was made",
    "sealed": "Sealed in the vault",
    "derived": "A cleaned copy was made and verified",
    "noted": "The record was filled in",
    "bundled": "Put into a bundle",
    "captions written": "What is said of it was written to a file",
    "custody exported": "Its custody log was written to a file, to be shown to others",
    "viewed": "Looked at",
    "stamp requested": "A request for a time stamp of a bundle was written",
    "stamped": "An authority gave a time stamp of a bundle",
    "revealed": "Its original was shown to match a bundle, in an opening that was written",
    "queued": "Put into the queue, to be sent",
    "handed over": "Written to a folder, to be handed over to an outlet by hand",
    "delivered": "Delivered, as the outlet confirmed",
    "sent unconfirmed": "Sent to the last byte; the outlet cannot confirm it",
    "sending cancelled": "Taken out of the queue before it was delivered",
    "saved for posting": "A copy was saved, to be posted",
    "marked for publication": "This copy was marked: everybody may see it",
    "mark for publication taken back": "The mark that everybody may see this copy was taken back",
    "outlet added": "An outlet was added",
    "outlet changed": "The card of an outlet was changed",
    "outlet removed": "An outlet was taken away",
    "network chosen": "How Tor is reached was chosen",
    "checked": "The vault was checked",
    "backed up": "A backup of the vault was brought up to date",
    "restored": "The vault was made again from a backup",
    "merged": "Came from another vault",
    "vault merged": "Another vault was merged into this one",
    "head exported": "The state of this log was written to a file, to be given away",
    "deleted": "Deleted from the vault",
    "erasing at source": "About to be deleted where it came from, where it is the same to the byte",
    "erased at source": "Deleted where it came from, which lists it no more",
    "left at source": "Left where it came from",
    "grouped": "Its parts were put together as one item",
    "taken apart": "Its parts were taken apart",
    "index rebuilt": "The list of items was made again from the items themselves",
    "key added": "Another key to the vault was added",
    "key removed": "A key to the vault was taken away",
    "repaired": "Damage in the vault was repaired",
    "other set made anew": "The second set of items was made anew",
    "guard set": "What happens after wrong passphrases was changed",
    "passphrase changed": "The passphrase was changed",
}

_CHECKS = {
    "container": "The file is whole, with nothing hidden in it",
    "manifest": "Its list of contents can be read",
    "signature": "It was not changed since it was signed",
    "signer": "It was signed by the one you expected",
    "complete": "Everything that belongs in it is there, and nothing else",
    "media": "Every photo and video is exactly the one that was signed",
    "notes": "Every note is exactly the one that was signed",
    "lists": "Its lists and checksums are right",
    "root": "Every item belongs to this bundle",
    "stamp": "The time stamp in it is about this bundle",
    "pad": "The filling is empty",
}

_FINDINGS = {
    "index-lost": "The list of items was lost and was made again from the items themselves",
    "index-damaged": "The list of items was damaged and was made again from the items themselves",
    "index-altered": "The list of items was changed and was made again from the items themselves",
    "index-older": "An older list of items was put back; it was made again from the items",
    "journal-lost": "The vault's journal was lost and was written again",
    "journal-damaged": "The vault's journal is damaged",
    "head-renewed": "A small file of the vault was damaged and was written again",
    "keys-mended": "One of the two copies of the locks was damaged and was written again",
    "keys-renewed": "One of the two copies of the locks was older and was written again",
    "items-missing": "Items that the list knows are missing",
    "keys-damaged": "A copy of the locks is damaged",
    "custody-broken": "The custody log does not hold",
    "item-missing": "An item is missing",
    "header-damaged": "An item is damaged and cannot be read",
    "footer-damaged": "What an item says of itself is damaged",
    "chunk-damaged": "A part of an item is damaged",
    "content-differs": "An item is not what was sealed",
    "not-merged": "An item could not be brought along: it is damaged in the other vault",
    "parts-not-merged": "The parts of an item could not be put together as they were there",
    "backup-missing": "The backup had lost something",
    "backup-altered": "Something in the backup was not what was sent there",
    "backup-older": "The backup's place gave back an older state than the last one",
    "backup-unfinished": "The last round of the backup was not finished; what it sent is here",
    "differs-from-backup": "An item is not what was sent to the backup; the backup's is unchanged",
    "unknown-damaged": "An item that no list knows is damaged",
    "unfinished-purged": "What an interruption left half done was removed",
    "taken-back": "Items that an interruption left out of the list were taken back",
    "erasing-finished": "What was to be deleted before an interruption is deleted now",
    "core-dumps": "This system may write memory to disk when a program crashes",
    "memory-readable": "This system lets your other programs read this one's memory",
    "swap-plain": "This computer's swap space is not encrypted, as far as Firsthand can tell:"
    " keys in memory may be written to it",
    "swap-unknown": "Whether this computer's swap space is encrypted cannot be told from here",
    "keys-settled": "A key that was being added when the work was interrupted is not there: add it"
    " again",
    "wrong-tries": "A wrong passphrase was tried since the vault was last opened",
    "guard-damaged": "The file that counts wrong passphrases was damaged and is gone: set it again",
    "memory-not-locked": "This system may write keys in memory to its swap space",
}

_CARDS = {
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

ENGLISH = Language(
    name="English",
    right_to_left=False,
    errors={**ERRORS, **OUTLET_ERRORS},
    topics=_TOPICS,
    unknown=_UNKNOWN,
    headings={
        Harm.LOCATION: "Where",
        Harm.IDENTITY: "What ties it to somebody",
        Harm.PERSON: "Who",
        Harm.DEVICE: "Which device",
        Harm.TIME: "When",
        Harm.HISTORY: "What happened to it before",
        Harm.TECHNICAL: "Other things inside",
    },
    subjects={
        "photo": "This photo",
        "video": "This video",
        "sound": "This recording",
        "file": "This file",
    },
    leaves=_LEAVES,
    embedded=_EMBEDDED,
    events=_EVENTS,
    checks=_CHECKS,
    findings=_FINDINGS,
    cards=_CARDS,
    held={
        "memory": "take more than a bounded amount of memory",
        "no-core-dump": "leave a picture of its memory on the disk when it crashes",
        "no-file-writing": "write a file",
        "few-open-files": "open many files",
        "no-files-of-yours": "read a file of yours, except the one it is given",
        "no-network": "connect to anything",
        "no-other-programs": "start another program, or look into one",
        "apart": "see other programs, other folders or the network's devices at all",
    },
    roles={
        "clip": "the moving part of a live photo",
        "raw": "the camera's raw picture",
        "burst": "another photo of the same burst",
        "edited": "a version edited on the phone",
        "preview": "a small copy made by the camera",
        "sidecar": "notes that the phone or camera kept beside it",
    },
    doubts=DOUBTS,
    stages=TOR_STAGES,
    parcels=PARCEL_STATES,
    confirmed=CONFIRMED_BY,
    outlet_kinds=OUTLET_KINDS,
    platforms=PLATFORM_WORDS,
    survives=(
        'What was deleted on the phone before can be in its "Recently deleted". Empty that, too.',
        "Copies can be in a cloud, on other devices, in backups, and with whoever was sent them.",
        "The phone's gallery can keep small pictures and lists of them until it makes them anew.",
        "The flash memory can keep remnants that special tools find, until all of it is erased.",
    ),
    more=" and {count} more",
)
