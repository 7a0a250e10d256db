"""HEIF photos (HEIC of iPhones, Samsung, Nokia, Xiaomi; HIF of cameras): read and cleaned.

A faithful copy is a new file that holds the primary picture alone, its coded data bit-exact
but for notes (SEI) that no picture needs. An anonymous copy is a JPEG. Both say nothing of
where they are from; what they still show is named in ``Cleaning.leaves``.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from capture.blocks.boxes import size_of
from capture.errors import Unsupported
from capture.formats.anonymous import anonymous_pieces
from capture.formats.base import Cleaning, Profile, Sink
from capture.formats.items.codecs import AV1
from capture.formats.items.plan import Plan, make_plan
from capture.formats.items.properties import TURNS
from capture.formats.items.report import read_items
from capture.formats.items.sequence import beside_film, copy_first, is_sequence
from capture.formats.items.table import read_table
from capture.formats.items.tiles import large_grid, tile_plans
from capture.formats.items.write import write
from capture.formats.movie.read import read_movie
from capture.formats.still import NOISE, OWN_PROFILE, VISIBLE
from capture.kinds import MediaKind
from capture.progress import Tick
from capture.report import MetadataReport
from capture.verify import heif as second_reading

if TYPE_CHECKING:  # the decoders are heavy, and the verifying child never loads them
    from capture.decode.mosaic import Decode, Decoded

_LEAVES = (VISIBLE, NOISE, "codec-settings", "resolution")
_UNDER_TRANSPARENCY = "under-transparency"


class Heif:
    """The HEIF family with HEVC pictures; ``avif`` is the one with AV1 pictures."""

    kind = MediaKind.HEIF

    def accepts(self, kind: MediaKind) -> bool:
        """Take this one kind."""
        return kind is self.kind

    def read(self, source: BinaryIO) -> MetadataReport:
        """Return everything that the file says. Raises Damaged and TooLarge."""
        if is_sequence(source):
            return read_movie(source)
        return read_items(source, self.kind)

    def clean(self, source: BinaryIO, sink: Sink, profile: Profile, tick: Tick) -> Cleaning:
        """Write a cleaned copy: of the same kind where it is faithful, else JPEG.

        Raises Damaged, TooLarge, and Unsupported where a bit-exact copy cannot be made.
        """
        if is_sequence(source):
            return copy_first(source, sink, profile, tick)
        if profile is Profile.FAITHFUL:
            return beside_film(source, copy_primary(source, sink, tick))
        cleaning = reencode_primary(source, sink, self._decoder(), profile, tick)
        return beside_film(source, cleaning)

    def verify(self, output: BinaryIO) -> None:
        """Read a cleaned copy again, to its last byte. Raises Unverified."""
        second_reading.walk(output)

    def _decoder(self) -> "Decode":
        from capture.decode import heic  # heavy, and the verifying child never decodes

        return heic.primary


def copy_primary(source: BinaryIO, sink: Sink, tick: Tick) -> Cleaning:
    """Write a bit-exact copy of the primary picture; its kind is that of its codec.

    Raises Damaged, TooLarge and Unsupported.
    """
    plan = _plan(source, tick)
    for piece in write(plan):
        sink.write(piece)
    kind = MediaKind.AVIF if plan.brand in AV1.brands else MediaKind.HEIF
    leaves = _LEAVES + (OWN_PROFILE,) * plan.private
    leaves += (_UNDER_TRANSPARENCY,) * (plan.alpha is not None)
    return Cleaning(kind, lossless=True, steps=("primary-picture-rebuilt",), leaves=leaves)


def _plan(source: BinaryIO, tick: Tick) -> Plan:
    table = read_table(source)
    done = 0

    def took(count: int) -> None:
        nonlocal done
        done = min(done + count, table.size)
        tick(done, table.size)

    return make_plan(source, table, took)


def reencode_primary(
    source: BinaryIO, sink: Sink, decode: "Decode", profile: Profile, tick: Tick
) -> Cleaning:
    """Write the primary picture as the one JPEG. Raises Damaged, TooLarge and Unsupported."""
    from capture.decode import reencode  # heavy, and the verifying child never decodes

    total = size_of(source)
    decoded = _decoded(source, decode, lambda done, of: tick(total * done // max(of, 1), total))
    upright = reencode.upright_srgb(decoded, profile=decoded.info.get("icc_profile"))
    del decoded  # 800 MB of the largest pictures, which the encoder now needs
    pieces, cleaning = anonymous_pieces(reencode.jpeg(upright, profile.max_side))
    for piece in pieces:
        sink.write(piece)
        tick(total, total)
    return cleaning


def _decoded(source: BinaryIO, decode: "Decode", tick: Tick) -> "Decoded":
    """Decode what a faithful copy holds, and the source itself only where there can be none.

    The decoder then sees the picture that the table names, and none of the rest. ``tick`` counts
    tiles.
    """
    from capture.decode import mosaic

    try:
        plan = _plan(source, lambda _done, _total: tick(0, 0))
    except Unsupported:
        return decode(source)
    grid = large_grid(plan)
    if grid is None:
        return decode(io.BytesIO(b"".join(write(plan))))
    item = plan.items[plan.primary - 1]

    def files() -> Iterator[BinaryIO]:
        for index, tile in enumerate(tile_plans(plan)):
            tick(index, len(item.parts))
            yield io.BytesIO(b"".join(write(tile)))

    whole = mosaic.assemble(files(), decode, grid.columns, (grid.width, grid.height))
    return mosaic.turned(whole, ((p.kind, p.data) for p in item.properties if p.kind in TURNS))
