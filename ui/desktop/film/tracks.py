"""What a person does to one track: its places, its beginning and end, cut in two, put together.

Values in, values out. Whatever is done, a track stays one that a plan may hold: at least one key,
each later than the one before.
"""

from bisect import bisect_left
from dataclasses import replace

from capture.redact import moments
from capture.redact.film import Track
from capture.redact.keys import Key


def there(track: Track, at: int) -> bool:
    """Say whether a track is there at a moment."""
    return track.begins <= at <= track.ends


def place_at(track: Track, at: int) -> Key:
    """Return where a track is at a moment; before its first key and after its last as there."""
    inside = min(max(at, track.begins), track.ends)
    known = next((key for key in track.keys if key.at == inside), None)
    if known is not None:
        return replace(known, at=at)
    left, top, width, height = moments.place_during(track, inside, inside + 1) or (0, 0, 1, 1)
    return Key(at, left, top, width, height)


def with_key(track: Track, key: Key) -> Track:
    """Return a track that is at a place at a moment; it then reaches to that moment."""
    kept = [one for one in track.keys if one.at != key.at]
    kept.insert(bisect_left(kept, key.at, key=_at), key)
    return replace(track, keys=tuple(kept))


def without_key(track: Track, at: int) -> Track:
    """Return a track without the key at a moment; its only key stays."""
    kept = tuple(one for one in track.keys if one.at != at)
    return replace(track, keys=kept) if kept else track


def nearest_key(track: Track, at: int, within: int) -> Key | None:
    """Return the key that is nearest to a moment, no further away than ``within``."""
    near = min(track.keys, key=lambda key: abs(key.at - at))
    return near if abs(near.at - at) <= within else None


def moved_key(track: Track, at: int, to: int) -> Track:
    """Return a track whose key at a moment is at another, between its neighbours."""
    keys = list(track.keys)
    place = next((n for n, key in enumerate(keys) if key.at == at), None)
    if place is None:
        return track
    least = keys[place - 1].at + 1 if place else 0
    most = keys[place + 1].at - 1 if place + 1 < len(keys) else max(to, least)
    keys[place] = replace(keys[place], at=min(max(to, least), most))
    return replace(track, keys=tuple(keys))


def begun_at(track: Track, at: int) -> Track:
    """Return a track that begins at a moment: cut short, or held still until its first key."""
    if at > track.ends:
        return track
    later = tuple(key for key in track.keys if key.at > at)
    return replace(track, keys=(place_at(track, at), *later))


def ended_at(track: Track, at: int) -> Track:
    """Return a track that ends at a moment: cut short, or held still after its last key."""
    if at < track.begins:
        return track
    earlier = tuple(key for key in track.keys if key.at < at)
    return replace(track, keys=(*earlier, place_at(track, at)))


def split(track: Track, at: int) -> tuple[Track, Track] | None:
    """Return the part of a track before a moment, and the part from it on."""
    if not track.begins < at <= track.ends:
        return None
    return ended_at(track, at - 1), begun_at(track, at)


def joined(one: Track, other: Track) -> Track | None:
    """Return two tracks as the first of them, which then covers the gap between them as well.

    None where both are there at the same time: two things that are seen at once are two.
    """
    first, second = sorted((one, other), key=lambda track: track.begins)
    if second.begins <= first.ends:
        return None
    return replace(one, keys=(*first.keys, *second.keys))


def _at(key: Key) -> int:
    return key.at
