"""AVIF: the HEIF family with AV1 pictures, read and cleaned as ``heif`` does it."""

from typing import TYPE_CHECKING

from typing_extensions import override

from capture.formats.heif import Heif
from capture.kinds import MediaKind

if TYPE_CHECKING:  # the decoders are heavy, and the verifying child never loads them
    from capture.decode.mosaic import Decode


class Avif(Heif):
    """The HEIF family with AV1 pictures."""

    kind = MediaKind.AVIF

    @override
    def _decoder(self) -> "Decode":
        from capture.decode import avif  # heavy, and the verifying child never decodes

        return avif.primary
