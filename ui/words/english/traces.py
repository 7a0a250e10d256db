"""English: what a file says, and why that matters; what is in it, and what a copy still shows."""

from capture.report import Harm

TOPICS = {
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
    "claim-signer": (
        "{subject} carries a statement of where it comes from, which was signed by: {value}",
        "The key behind it can lead to a device, or to somebody's account.",
    ),
    "claim-program": (
        "Its signed statement names the program or device that wrote it: {value}",
        "Together with other things this points to its owner.",
    ),
    "claim-actions": (
        "Its signed statement says what was done to it: {value}",
        "",
    ),
    "claim-source": (
        "Its signed statement says how it came to be: {value}",
        "",
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

UNKNOWN = {
    Harm.LOCATION: ("{subject} holds something about a place: {value}", ""),
    Harm.IDENTITY: ("{subject} holds something that can tell who made it: {value}", ""),
    Harm.PERSON: ("{subject} holds something about people: {value}", ""),
    Harm.DEVICE: ("{subject} holds something about the device: {value}", ""),
    Harm.TIME: ("{subject} holds a time: {value}", ""),
    Harm.HISTORY: ("{subject} holds something about its past: {value}", ""),
    Harm.TECHNICAL: ("{subject} holds data that is not needed to see it: {value}", ""),
}

HEADINGS = {
    Harm.LOCATION: "Where",
    Harm.IDENTITY: "What ties it to somebody",
    Harm.PERSON: "Who",
    Harm.DEVICE: "Which device",
    Harm.TIME: "When",
    Harm.HISTORY: "What happened to it before",
    Harm.TECHNICAL: "Other things inside",
}

SUBJECTS = {
    "photo": "This photo",
    "video": "This video",
    "sound": "This recording",
    "file": "This file",
}

EMBEDDED = {
    "thumbnail": "small picture",
    "preview": "picture",
    "picture": "another picture",
    "page": "another page",
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

LEAVES = {
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
    "first-picture-alone": "Only its first picture or page: the others are not in this copy.",
    "last-picture-alone": "Only the picture at which it ends: the others are not in this copy.",
    "several-pages": "Several pages: look at each of them.",
}
