"""English: how things stand that are to be sent, who confirmed what, and what outlets are."""

PARCEL_STATES = {
    "waiting": "waits to be sent",
    "paused": "is paused",
    "held": "is held until you do something about it",
    "delivered": "was delivered: the outlet confirmed it",
    "unconfirmed": "was sent, unconfirmed: the outlet cannot say what it has",
}

CONFIRMED_BY = {
    "size": "{outlet} has all of it: its size there was compared.",
    "digest": "{outlet} has exactly these bytes: their digest there was compared.",
    "read-back": "{outlet} has exactly these bytes: they were read back and compared.",
    "answer": "{outlet} says that it has taken it. It can say no more.",
    "unconfirmed": "All of it was sent. Only {outlet} can tell you whether it arrived: ask.",
}
"""What was compared, by the code of the receipt."""

OUTLET_KINDS = {
    "webdav": "WebDAV",
    "s3": "S3 storage",
    "tus": "tus uploads",
    "sftp": "SFTP",
    "nextcloud": "Nextcloud account",
    "nextcloud-drop": "Nextcloud file drop",
    "onionshare": "OnionShare",
    "form": "upload form",
    "securedrop": "SecureDrop, by hand",
    "archive-org": "Internet Archive, public",
}
