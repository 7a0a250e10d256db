"""The words of the LocalSend protocol v2.1: JSON that is read with bounds, and ours in answer.

Source: https://github.com/localsend/protocol, sections 3 (discovery), 4 (upload) and 7
(devices). The receiver offers nothing for download, and speaks no version 1.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from capture.air import limits
from capture.air.answers import Refused
from capture.air.offers import Offer, Sender, Way, moment, name_and_folder, said_line

VERSION = "2.1"
API = "/api/localsend/v2/"

_LONGEST_ID = 200
_LONGEST_NAME = 4096
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")


def introduction(alias: str, fingerprint: str) -> dict[str, Any]:
    """Return what the receiver says of itself to whoever asks: nothing of its owner."""
    return {
        "alias": alias,
        "version": VERSION,
        "deviceModel": None,
        "deviceType": "desktop",
        "fingerprint": fingerprint,
        "download": False,
    }


def announcement(alias: str, fingerprint: str, port: int) -> bytes:
    """Return the same as a message to everybody on the network."""
    whole = {
        **introduction(alias, fingerprint),
        "port": port,
        "protocol": "https",
        "announce": True,
    }
    return json.dumps(whole).encode("ascii")


def read_object(untrusted: bytes) -> Mapping[str, Any]:
    """Return a JSON object. Raises Refused."""
    try:
        whole = json.loads(untrusted.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Refused(400, "Request body malformed") from error
    if not isinstance(whole, dict):
        raise Refused(400, "Request body malformed")
    return whole


def read_prepare(untrusted: bytes, address: str) -> tuple[Sender, tuple[Offer, ...]]:
    """Return who wants to send, and what. Raises Refused, by a bound or for what is malformed."""
    whole = read_object(untrusted)
    info, files = whole.get("info"), whole.get("files")
    if not isinstance(info, dict) or not isinstance(files, dict):
        raise Refused(400, "Request body malformed")
    if not files:
        raise Refused(400, "Request must contain at least one file")
    if len(files) > limits.MOST_FILES:
        raise Refused(413, f"No more than {limits.MOST_FILES} files at once")
    alias, model = said_line(info.get("alias")), said_line(info.get("deviceModel"))
    sender = Sender(Way.LOCALSEND, address, alias, model)
    return sender, tuple(_offer(key, file) for key, file in files.items())


def _offer(key: str, untrusted: object) -> Offer:
    if not isinstance(untrusted, dict) or untrusted.get("id", key) != key or len(key) > _LONGEST_ID:
        raise Refused(400, "Request body malformed")
    name, size = untrusted.get("fileName"), untrusted.get("size")
    if not isinstance(name, str) or len(name) > _LONGEST_NAME or type(size) is not int or size < 0:
        raise Refused(400, "Request body malformed")
    if size > limits.MOST_FILE:
        raise Refused(413, "A file is too large")
    own, folder = name_and_folder(name)
    metadata = untrusted.get("metadata")
    modified = metadata.get("modified") if isinstance(metadata, dict) else None
    return Offer(key, own, folder, size, moment(modified), _digest(untrusted.get("sha256")))


def _digest(untrusted: object) -> str | None:
    """Return a digest that is one; LocalSend's app gives none, so none is asked for."""
    if untrusted is None:
        return None
    if not isinstance(untrusted, str) or not _SHA256.fullmatch(untrusted):
        raise Refused(400, "Request body malformed")
    return untrusted.lower()
