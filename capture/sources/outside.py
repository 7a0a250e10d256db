"""What a file says without being opened: its name, its times, the files beside it.

None of this is in the bytes, so none of it is in a cleaned copy, which gets a
neutral name and time of its own. But a person who shares the file itself
shares this too.

The name patterns are those of the phones', cameras' and messengers' own exports,
as ExifTool's forum and the WITNESS archive guide list them. A pattern is a hint:
anybody can give a file any name.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

from capture.report import Harm, Trace, shorten, worst_first
from capture.sources.base import Incoming

NEUTRAL_TIME = "1980-01-01T00:00:00Z"
_WHERE = "outside the file"
_NEUTRAL = re.compile(r"\d{3,9}\.[a-z0-9]{2,5}")
_MAX_NAME = 1024

_MADE_BY = tuple(
    (re.compile(pattern, re.IGNORECASE), harm, who)
    for pattern, harm, who in (
        (r"(IMG|VID|AUD|PTT|STK)-\d{8}-WA\d{4}", Harm.HISTORY, "WhatsApp"),
        (r"WhatsApp (Image|Video|Audio)", Harm.HISTORY, "WhatsApp"),
        (r"signal-\d{4}-\d\d-\d\d", Harm.HISTORY, "Signal"),
        (r"(photo|video)_\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d", Harm.HISTORY, "Telegram"),
        (r"FB_IMG_\d", Harm.HISTORY, "Facebook"),
        (r"received_\d{6}", Harm.HISTORY, "Facebook Messenger"),
        (r"Snapchat-\d", Harm.HISTORY, "Snapchat"),
        (r"screen[ _-]?(shot|recording)", Harm.HISTORY, "a screenshot"),
        (r"PXL_\d{8}|MVIMG_\d{8}", Harm.DEVICE, "a Google phone"),
        (r"IMG_E?\d{4}\.", Harm.DEVICE, "an iPhone or a Canon camera"),
        (r"_?MG_\d{4}\.|MVI_\d{4}\.", Harm.DEVICE, "a Canon camera"),
        (r"DSC_\d{4}\.|DSCN\d{4}\.", Harm.DEVICE, "a Nikon camera or a Sony phone"),
        (r"_?DSC\d{5}\.", Harm.DEVICE, "a Sony camera"),
        (r"DSCF\d{4}\.", Harm.DEVICE, "a Fujifilm camera"),
        (r"P\d{7}\.", Harm.DEVICE, "a Panasonic or Olympus camera"),
        (r"(GOPR|GP\d\d|G[HX]\d\d)\d{4}\.", Harm.DEVICE, "a GoPro camera"),
        (r"DJI_\d{4}", Harm.DEVICE, "a DJI drone or camera"),
        (r"\d{8}_\d{6}(_\d{3})?\.", Harm.DEVICE, "a Samsung phone"),
        (r"WIN_\d{8}_", Harm.DEVICE, "a Windows computer's camera"),
    )
)
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)"
    r"(?:(?:[-_ T]| at )?([01]\d|2[0-3])[-_.:]?([0-5]\d)[-_.:]?([0-5]\d))?"
)
_MILLISECONDS = re.compile(r"(?<!\d)1[0-9]\d{11}(?!\d)")
_SIDECARS = (".aae", ".xmp", ".thm", ".srt", ".lrv", ".json")
_PARTNERS = (".mov", ".mp4", ".heic", ".jpg", ".jpeg")


def outside(item: Incoming) -> tuple[Trace, ...]:
    """Return what the file's name, its time and its neighbours say, worst first."""
    traces: list[Trace] = []
    if not _NEUTRAL.fullmatch(item.name):
        traces += _of_name(item.name[:_MAX_NAME])
    if item.modified_at not in (None, NEUTRAL_TIME, NEUTRAL_TIME.removesuffix("Z")):
        traces.append(_trace("FileModifyDate", str(item.modified_at), Harm.TIME))
    traces += _beside(Path(item.shown))
    return worst_first(traces)


def _of_name(untrusted_name: str) -> list[Trace]:
    traces = [_trace("FileName", untrusted_name, Harm.IDENTITY)]
    for pattern, harm, who in _MADE_BY:
        if pattern.match(untrusted_name):
            traces.append(_trace("FileNameMadeBy", who, harm))
            break
    when = _date(untrusted_name) or _epoch(untrusted_name)
    if when:
        traces.append(_trace("FileNameDate", when, Harm.TIME))
    return traces


def _date(name: str) -> str | None:
    found = _DATE.search(name)
    if found is None:
        return None
    day = "-".join(found.group(1, 2, 3))
    return f"{day}T{':'.join(found.group(4, 5, 6))}" if found[4] else day


def _epoch(name: str) -> str | None:
    """Read milliseconds since 1970, as some messengers name what they receive."""
    found = _MILLISECONDS.search(name)
    if found is None:
        return None
    moment = datetime.fromtimestamp(int(found[0]) // 1000, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _beside(path: Path) -> list[Trace]:
    """Name sidecars, and the other half of a live photo, without opening them."""
    found = []
    for ending, tag in (
        *((ending, "sidecar") for ending in _SIDECARS),
        *((ending, "live-photo-partner") for ending in _PARTNERS),
    ):
        name = _neighbour(path, ending)
        if name is not None:
            found.append(_trace(tag, name, Harm.HISTORY))
    return found


def _neighbour(path: Path, ending: str) -> str | None:
    if path.suffix.lower() == ending:
        return None
    for spelled in (ending, ending.upper()):
        try:
            beside = path.with_suffix(spelled)
            if beside.is_file():
                return beside.name
        except (OSError, ValueError):  # a name that the system does not take, or none
            return None
    return None


def _trace(tag: str, value: str, harm: Harm) -> Trace:
    return Trace(tag, shorten(value), harm, _WHERE)
