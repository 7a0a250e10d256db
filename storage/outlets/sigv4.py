"""Signing requests for S3: AWS Signature Version 4, over our own transport.

The usual library for S3 brings a network of its own, which looks names up
outside the proxy. What it does beyond that is this page: HMAC-SHA256 over one
exact spelling of the request. Source: AWS, "Authenticating Requests: Using the
Authorization Header (AWS Signature Version 4)", S3 API reference.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field

from storage.outlets.address import Address, quoted

_ALGORITHM = "AWS4-HMAC-SHA256"


@dataclass(frozen=True, slots=True)
class Keys:
    """An access key, and the region that signatures are made for."""

    access: str
    secret: str = field(repr=False)
    region: str


def query(**values: str | int) -> str:
    """Return a query in the one spelling that signatures are made over: sorted, encoded."""
    names = {name.replace("_", "-"): str(value) for name, value in values.items()}
    return "&".join(f"{quoted(name)}={quoted(names[name])}" for name in sorted(names))


def signed(
    method: str, address: Address, headers: Mapping[str, str], keys: Keys, at: str
) -> dict[str, str]:
    """Return the headers with the signature over them.

    ``headers`` have ``x-amz-content-sha256``, the body's digest in hexadecimal. ``at`` is the time
    as "20130524T000000Z". A query in the address is as ``query`` gives it.
    """
    sha256 = headers["x-amz-content-sha256"]
    said = {**headers, "x-amz-date": at}
    spelled = {name.lower(): value.strip() for name, value in said.items()}
    spelled["host"] = address.authority
    names = ";".join(sorted(spelled))
    path, _, asked = address.path.partition("?")
    lines = (f"{name}:{spelled[name]}\n" for name in sorted(spelled))
    request = "\n".join((method, path, asked, "".join(lines), names, sha256))
    scope = f"{at[:8]}/{keys.region}/s3/aws4_request"
    digest = hashlib.sha256(request.encode()).hexdigest()
    text = f"{_ALGORITHM}\n{at}\n{scope}\n{digest}"
    signature = _mac(_key(keys, at[:8]), text).hex()
    said["Authorization"] = (
        f"{_ALGORITHM} Credential={keys.access}/{scope}, "
        f"SignedHeaders={names}, Signature={signature}"
    )
    return said


def _key(keys: Keys, day: str) -> bytes:
    key = f"AWS4{keys.secret}".encode()
    for part in (day, keys.region, "s3", "aws4_request"):
        key = _mac(key, part)
    return key


def _mac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), hashlib.sha256)
