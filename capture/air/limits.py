"""How much a phone, and whoever else is on the network, may ask of the receiver."""

PORT = 53317
"""Where LocalSend's devices expect each other."""

MOST_FILES = 5000
"""Files that one sender may announce, or send in one form."""

MOST_FILE = 1 << 40
"""Bytes of the largest file; what the disk has room for is usually less."""

MOST_AT_ONCE = 4
"""Files of one sender that may be on their way at once: the LocalSend app sends two."""

HEAD = 16 << 10
"""Bytes of the longest request line with its headers."""

HEADERS = 64
TARGET = 2048
"""Characters of the longest path with its query."""

INTRODUCTION = 16 << 10
"""Bytes of the longest JSON from somebody who gave no PIN."""

ANNOUNCEMENT = 4 << 20
"""Bytes of the longest list of files, from somebody who gave the PIN."""

PART_HEAD = 8 << 10
SMALL_FIELD = 64 << 10
"""Bytes of a form's field that is no file; it is read and dropped."""

PIN_TRIES = 3
"""Wrong PINs after which an address is not listened to any more."""

ALL_PIN_TRIES = 12
"""Wrong PINs, from all addresses together, after which the receiver closes."""

MOST_LINES = 24
MOST_LINES_OF_ONE = 8
"""Connections at once, of everybody and of one address. The one who sends has its own besides."""

HANDSHAKE_SECONDS = 10.0
HEAD_SECONDS = 10.0
ANSWER_SECONDS = 10.0

OWED_BYTES = 64 << 10
OWED_SECONDS = 30.0
"""A body must bring so many bytes in so many seconds of waiting, or it is given up."""

SILENT_SECONDS = 60.0
"""Time without a file under way after which a LocalSend sender is taken to have left."""

FORM_SILENT_SECONDS = 4.0
"""The same for a browser, which does not say that it is done."""
