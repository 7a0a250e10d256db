"""Where people post, and what fits there: one table, which says where each figure stands.

The figures are the platforms' own where such a page was found, and else what those who
post there for others say. They change without notice, so each row keeps to the smaller
of what is said, and says the month in which it was read. Where no page was found the row
has no source, and both faces say that the figures are only what is generally known.
Nothing here connects anywhere.
"""

from dataclasses import dataclass

from capture.kinds import MediaKind

MB = 1_000_000
GB = 1000 * MB
READ = "2026-11"
"""The month in which the figures were read."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a photo or a video may be: bytes, pixels of its longer side, seconds, frames a second.

    ``seconds`` and ``rate`` are 0 for photos. ``kinds`` are those that are taken as they are.
    """

    kinds: tuple[MediaKind, ...]
    size: int
    side: int
    seconds: int = 0
    rate: int = 0


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform; ``name`` is how the command line spells it, ``label`` how it calls itself."""

    name: str
    label: str
    photo: Bounds | None
    video: Bounds
    source: str
    """The pages that were read; empty where none was found."""


_JPEG = (MediaKind.JPEG,)
_PICTURES = (MediaKind.JPEG, MediaKind.PNG)


def _photo(size: int, side: int, kinds: tuple[MediaKind, ...] = _PICTURES) -> Bounds:
    return Bounds(kinds, size, side)


def _video(size: int, seconds: int, side: int = 1920, rate: int = 60) -> Bounds:
    return Bounds((MediaKind.MP4,), size, side, seconds, rate)


PLATFORMS = (
    Platform(
        "x",
        "X",
        _photo(5 * MB, 4096),
        _video(512 * MB, 140, 1280, 30),
        "docs.x.com, media best practices; ayrshare.com/docs/media-guidelines/x_twitter",
    ),
    Platform(
        "facebook",
        "Facebook",
        _photo(10 * MB, 2048),
        _video(1 * GB, 4 * 3600),
        "ayrshare.com/docs/media-guidelines/facebook_pages; docs.emplifi.io, Facebook publishing",
    ),
    Platform(
        "instagram",
        "Instagram",
        _photo(8 * MB, 1440, _JPEG),
        _video(300 * MB, 15 * 60),
        "developers.facebook.com, Instagram content publishing; ayrshare.com likewise",
    ),
    Platform(
        "youtube",
        "YouTube",
        None,
        _video(256 * GB, 15 * 60),
        "quso.ai and compresto.app on accounts that are not verified, second hand",
    ),
    Platform(
        "tiktok",
        "TikTok",
        _photo(20 * MB, 1920, _JPEG),
        _video(1 * GB, 10 * 60),
        "developers.tiktok.com, media transfer guide; ayrshare.com/docs/media-guidelines/tiktok",
    ),
    Platform(
        "whatsapp",
        "WhatsApp",
        _photo(5 * MB, 4096),
        _video(16 * MB, 15 * 60, 1280, 30),
        "developers.facebook.com, WhatsApp supported media; docs.aws.amazon.com/social-messaging",
    ),
    Platform(
        "telegram",
        "Telegram",
        _photo(10 * MB, 2560),
        _video(2 * GB, 4 * 3600),
        "TDLib, inputMessagePhoto, for photos; for videos what is generally known",
    ),
    Platform(
        "signal",
        "Signal",
        _photo(3 * MB, 4096, _JPEG),
        _video(95 * MB, 3600, 1280, 30),
        "Signal-Android's source, PushMediaConstraints and RemoteConfig, for photos and for sizes; "
        "for the length and pixels of videos what is generally known",
    ),
    Platform(
        "flickr",
        "Flickr",
        _photo(200 * MB, 8192),
        _video(1 * GB, 3 * 60),
        "",
    ),
    Platform(
        "mastodon",
        "Mastodon",
        _photo(16 * MB, 4096),
        _video(64 * MB, 3600),
        "mastodon.social/api/v2/instance; other servers may take less",
    ),
)


def platform(name: str) -> Platform:
    """Return a platform by its name. Raises KeyError."""
    return {one.name: one for one in PLATFORMS}[name]
