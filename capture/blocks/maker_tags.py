"""Where the usual makers keep numbers, names and previews in their private notes.

The notes are undocumented; the layouts and numbers are from ExifTool's and Exiv2's
published tables. Only what identifies is listed: the whole note is always named and
its printable strings are searched for besides.
"""

from dataclasses import dataclass

from capture.report import Harm

_L, _I, _P = Harm.LOCATION, Harm.IDENTITY, Harm.PERSON
_D, _T, _H = Harm.DEVICE, Harm.TIME, Harm.HISTORY

Fields = dict[int, tuple[str, Harm]]


@dataclass(frozen=True, slots=True)
class Maker:
    """How one kind of note begins.

    ``magic`` are its first bytes (empty where only the camera's make tells), ``directory`` the
    offset of its IFD from the note's start; ``own_base`` is true where offsets count from the
    note (plus ``base``) and not from the TIFF header; ``order`` is a fixed byte order, "tiff" for
    a whole TIFF header at ``base``, or "" for the order of the file.
    """

    name: str
    magic: bytes
    directory: int
    fields: Fields
    own_base: bool = False
    base: int = 0
    order: str = ""
    nested: tuple[int, ...] = ()


_CANON: Fields = {
    0x0006: ("ImageType", _D),
    0x0007: ("FirmwareVersion", _D),
    0x0008: ("FileNumber", _I),
    0x0009: ("OwnerName", _P),
    0x000C: ("SerialNumber", _I),
    0x0010: ("ModelID", _D),
    0x0028: ("ImageUniqueID", _I),
    0x0083: ("OriginalDecisionData", _H),
    0x0095: ("LensModel", _D),
    0x0096: ("InternalSerialNumber", _I),
    0x4019: ("LensSerialInfo", _I),
}
_NIKON: Fields = {
    0x001D: ("SerialNumber", _I),
    0x0039: ("LocationInfo", _L),
    0x0084: ("Lens", _D),
    0x00A0: ("SerialNumber2", _I),
    0x00A3: ("ImageCount", _I),
    0x00A5: ("ImageCount2", _I),
    0x00A7: ("ShutterCount", _I),
    0x0024: ("WorldTime", _T),
    0x0102: ("NikonTextData", _D),
}
_SONY: Fields = {
    0x2001: ("PreviewImage", _I),
    0x2031: ("SerialNumber", _I),
    0x9050: ("Tag9050", _I),
    0xB001: ("SonyModelID", _D),
    0xB027: ("LensType", _D),
    0xB02A: ("LensSpec", _D),
    0x940A: ("Tag940a", _I),
}
_APPLE: Fields = {
    0x0003: ("RunTime", _T),
    0x0008: ("AccelerationVector", _I),
    0x000B: ("BurstUUID", _I),
    0x0011: ("ContentIdentifier", _I),
    0x0015: ("ImageUniqueID", _I),
    0x0017: ("LivePhotoVideoIndex", _I),
    0x0020: ("ImageCaptureRequestID", _I),
    0x002B: ("PhotoIdentifier", _I),
    0x002E: ("CameraType", _D),
    0x0040: ("SemanticStyle", _H),
    0x0041: ("SemanticStyleRenderingVer", _H),
}
_SAMSUNG: Fields = {
    0x0002: ("DeviceType", _D),
    0x0003: ("SamsungModelID", _D),
    0x0030: ("LocalLocationName", _L),
    0x0031: ("LocationName", _L),
    0x0043: ("CameraTemperature", _D),
    0x0123: ("FaceName", _P),
    0xA001: ("FirmwareName", _D),
    0xA002: ("SerialNumber", _I),
    0xA003: ("LensType", _D),
    0xA004: ("LensFirmware", _D),
    0xA005: ("InternalLensSerialNumber", _I),
}
_PANASONIC: Fields = {
    0x0002: ("FirmwareVersion", _D),
    0x0025: ("InternalSerialNumber", _I),
    0x0033: ("BabyAge", _P),
    0x0051: ("LensType", _D),
    0x0052: ("LensSerialNumber", _I),
    0x0053: ("AccessoryType", _D),
    0x0054: ("AccessorySerialNumber", _I),
    0x0061: ("FaceRecInfo", _P),
    0x0065: ("Title", _I),
    0x0066: ("BabyName", _P),
    0x0067: ("Location", _L),
    0x0069: ("Country", _L),
    0x006B: ("State", _L),
    0x006D: ("City", _L),
    0x006F: ("Landmark", _L),
    0x8010: ("BabyAge", _P),
}
_OLYMPUS: Fields = {
    0x0100: ("ThumbnailImage", _I),
    0x0101: ("SerialNumber", _I),
    0x0102: ("InternalSerialNumber", _I),
    0x0104: ("BodyFirmwareVersion", _D),
    0x0202: ("LensSerialNumber", _I),
    0x0203: ("LensModel", _D),
    0x0207: ("CameraType", _D),
    0x0209: ("CameraID", _I),
    0x0302: ("ExtenderSerialNumber", _I),
    0x0404: ("SerialNumber", _I),
    0x1003: ("FlashSerialNumber", _I),
}
_FUJIFILM: Fields = {
    0x0010: ("InternalSerialNumber", _I),
    0x1438: ("ImageCount", _I),
    0x4200: ("FaceRecInfo", _P),
    0x4282: ("FaceRecInfo", _P),
    0x8000: ("FileSource", _D),
}
_PENTAX: Fields = {
    0x0006: ("Date", _T),
    0x0007: ("Time", _T),
    0x0023: ("HometownCity", _L),
    0x0024: ("DestinationCity", _L),
    0x0229: ("SerialNumber", _I),
    0x022E: ("Artist", _P),
    0x022F: ("Copyright", _P),
    0x0230: ("FirmwareVersion", _D),
    0x0239: ("LensInfo", _D),
    0x005D: ("ShutterCount", _I),
}
_RICOH: Fields = {0x0005: ("SerialNumber", _I), 0x0002: ("FirmwareVersion", _D)}
_DJI: Fields = {
    0x0001: ("Make", _D),
    0x0003: ("SpeedX", _L),
    0x0004: ("SpeedY", _L),
    0x0005: ("SpeedZ", _L),
    0x0006: ("Pitch", _L),
    0x0007: ("Yaw", _L),
    0x0008: ("Roll", _L),
}
_SIGMA: Fields = {0x0002: ("SerialNumber", _I), 0x0017: ("Software", _H)}
_MOTOROLA: Fields = {
    0x5500: ("BuildNumber", _D),
    0x5501: ("SerialNumber", _I),
    0x6420: ("CustomRendered", _D),
    0x665E: ("Sensor", _D),
    0x6705: ("ManufactureDate", _T),
}
_LEICA: Fields = {0x0303: ("LensType", _D), 0x0305: ("SerialNumber", _I)}
_KODAK: Fields = {0x0028: ("SerialNumber", _I)}

MAKERS = (
    Maker("Nikon", b"Nikon\x00\x02", 8, _NIKON, own_base=True, base=10, order="tiff"),
    Maker("Nikon", b"Nikon\x00\x01", 8, {}),
    Maker("Sony", b"SONY DSC \x00\x00\x00", 12, _SONY),
    Maker("Sony", b"SONY CAM \x00\x00\x00", 12, _SONY),
    Maker("Sony", b"SONY MOBILE", 12, _SONY),
    Maker("Apple", b"Apple iOS\x00", 14, _APPLE, own_base=True, order=">"),
    Maker("Panasonic", b"Panasonic\x00\x00\x00", 12, _PANASONIC),
    Maker("Olympus", b"OLYMPUS\x00", 12, _OLYMPUS, own_base=True, nested=(0x2010,)),
    Maker("OM System", b"OM SYSTEM\x00", 16, _OLYMPUS, own_base=True, nested=(0x2010,)),
    Maker("Olympus", b"OLYMP\x00", 8, _OLYMPUS, nested=(0x2010,)),
    Maker("Fujifilm", b"FUJIFILM", 12, _FUJIFILM, own_base=True, order="<"),
    Maker("Pentax", b"AOC\x00", 6, _PENTAX),
    Maker("Pentax", b"PENTAX \x00", 10, _PENTAX, own_base=True),
    Maker("Ricoh", b"RICOH\x00", 8, _RICOH),
    Maker("Ricoh", b"Ricoh", 8, _RICOH),
    Maker("Sigma", b"SIGMA\x00\x00\x00", 10, _SIGMA),
    Maker("Motorola", b"MOT\x00", 8, _MOTOROLA, own_base=True),
    Maker("Leica", b"LEICA\x00", 8, _LEICA, own_base=True),
    Maker("Kodak", b"KDK", 8, _KODAK),
)
"""Notes that begin with their maker's name."""

PLAIN_MAKERS = {
    "canon": Maker("Canon", b"", 0, _CANON),
    "nikon": Maker("Nikon", b"", 0, _NIKON),
    "sony": Maker("Sony", b"", 0, _SONY),
    "samsung": Maker("Samsung", b"", 0, _SAMSUNG, own_base=True),
    "dji": Maker("DJI", b"", 0, _DJI),
}
"""Notes that are a bare directory; the key is how the file's Make begins, in lower case."""
