"""What each TIFF and Exif field is called and what it can do to a person.

Sources: Exif 2.32 (CIPA DC-008), TIFF 6.0, DNG 1.7, Microsoft's XP fields, and for
the rest ExifTool's tag tables (names only). A field that is not in the table is
taken for identifying if it holds text: what is not known to be harmless is private.
"""

from capture.report import Harm

_L, _I, _P = Harm.LOCATION, Harm.IDENTITY, Harm.PERSON
_D, _T, _H, _X = Harm.DEVICE, Harm.TIME, Harm.HISTORY, Harm.TECHNICAL

STRUCTURE = frozenset(
    (0x8769, 0x8825, 0xA005, 0x014A, 0x0112)  # pointers, and the orientation that is kept
)
"""Fields that only say how to read the file, and so are no trace."""

MAKER_NOTE = 0x927C
XMP_PACKET = 0x02BC
IPTC_BLOCK = 0x83BB
PHOTOSHOP_BLOCK = 0x8649
ICC_BLOCK = 0x8773
DNG_PRIVATE = 0xC634

_IMAGE = {
    0x00FE: ("NewSubfileType", _X),
    0x00FF: ("SubfileType", _X),
    0x0100: ("ImageWidth", _X),
    0x0101: ("ImageHeight", _X),
    0x0102: ("BitsPerSample", _X),
    0x0103: ("Compression", _X),
    0x0106: ("PhotometricInterpretation", _X),
    0x010D: ("DocumentName", _I),
    0x010E: ("ImageDescription", _I),
    0x010F: ("Make", _D),
    0x0110: ("Model", _D),
    0x0111: ("StripOffsets", _X),
    0x0115: ("SamplesPerPixel", _X),
    0x0116: ("RowsPerStrip", _X),
    0x0117: ("StripByteCounts", _X),
    0x011A: ("XResolution", _X),
    0x011B: ("YResolution", _X),
    0x011C: ("PlanarConfiguration", _X),
    0x011D: ("PageName", _I),
    0x0128: ("ResolutionUnit", _X),
    0x012D: ("TransferFunction", _X),
    0x0131: ("Software", _H),
    0x0132: ("DateTime", _T),
    0x013B: ("Artist", _P),
    0x013C: ("HostComputer", _D),
    0x013E: ("WhitePoint", _X),
    0x013F: ("PrimaryChromaticities", _X),
    0x015B: ("JPEGTables", _X),
    0x0201: ("ThumbnailOffset", _X),
    0x0202: ("ThumbnailLength", _X),
    0x0211: ("YCbCrCoefficients", _X),
    0x0212: ("YCbCrSubSampling", _X),
    0x0213: ("YCbCrPositioning", _X),
    0x0214: ("ReferenceBlackWhite", _X),
    XMP_PACKET: ("XMP", _X),
    0x010A: ("FillOrder", _X),
    0x0118: ("MinSampleValue", _X),
    0x0119: ("MaxSampleValue", _X),
    0x013D: ("Predictor", _X),
    0x0140: ("ColorMap", _X),
    0x0142: ("TileWidth", _X),
    0x0143: ("TileLength", _X),
    0x0144: ("TileOffsets", _X),
    0x0145: ("TileByteCounts", _X),
    0x0152: ("ExtraSamples", _X),
    0x0153: ("SampleFormat", _X),
    0x830E: ("PixelScale", _L),
    0x8482: ("ModelTiePoint", _L),
    0x85D8: ("ModelTransform", _L),
    0x87AF: ("GeoTiffDirectory", _L),
    0x87B0: ("GeoTiffDoubleParams", _L),
    0x87B1: ("GeoTiffAsciiParams", _L),
    0x4746: ("Rating", _X),
    0x4749: ("RatingPercent", _X),
    0x80A4: ("WangAnnotation", _I),
    0x8298: ("Copyright", _P),
    IPTC_BLOCK: ("IPTC", _X),
    PHOTOSHOP_BLOCK: ("PhotoshopSettings", _X),
    ICC_BLOCK: ("ICCProfile", _X),
    0x935C: ("ImageSourceData", _I),
    0x9C9B: ("XPTitle", _I),
    0x9C9C: ("XPComment", _I),
    0x9C9D: ("XPAuthor", _P),
    0x9C9E: ("XPKeywords", _I),
    0x9C9F: ("XPSubject", _I),
    0xA480: ("GDALMetadata", _I),
    0xC4A5: ("PrintIM", _X),
    0xC612: ("DNGVersion", _X),
    0xC614: ("UniqueCameraModel", _D),
    0xC615: ("LocalizedCameraModel", _D),
    0xC62F: ("CameraSerialNumber", _I),
    DNG_PRIVATE: ("DNGPrivateData", _D),
    0xC65D: ("RawDataUniqueID", _I),
    0xC68B: ("OriginalRawFileName", _I),
    0xC68C: ("OriginalRawFileData", _I),
    0xC6F3: ("CameraCalibrationSig", _D),
    0xC6F8: ("ProfileName", _X),
    0xC6FE: ("ProfileCopyright", _X),
    0xC71A: ("PreviewDateTime", _T),
    0xC71B: ("PreviewApplication", _H),
}

_EXIF = {
    0x829A: ("ExposureTime", _X),
    0x829D: ("FNumber", _X),
    0x8822: ("ExposureProgram", _X),
    0x8824: ("SpectralSensitivity", _X),
    0x8827: ("ISO", _X),
    0x8828: ("OECF", _X),
    0x882A: ("TimeZoneOffset", _T),
    0x8830: ("SensitivityType", _X),
    0x8832: ("RecommendedExposureIndex", _X),
    0x9000: ("ExifVersion", _X),
    0x9003: ("DateTimeOriginal", _T),
    0x9004: ("CreateDate", _T),
    0x9010: ("OffsetTime", _T),
    0x9011: ("OffsetTimeOriginal", _T),
    0x9012: ("OffsetTimeDigitized", _T),
    0x9101: ("ComponentsConfiguration", _X),
    0x9102: ("CompressedBitsPerPixel", _X),
    0x9201: ("ShutterSpeedValue", _X),
    0x9202: ("ApertureValue", _X),
    0x9203: ("BrightnessValue", _X),
    0x9204: ("ExposureCompensation", _X),
    0x9205: ("MaxApertureValue", _X),
    0x9206: ("SubjectDistance", _X),
    0x9207: ("MeteringMode", _X),
    0x9208: ("LightSource", _X),
    0x9209: ("Flash", _X),
    0x920A: ("FocalLength", _X),
    0x9214: ("SubjectArea", _X),
    MAKER_NOTE: ("MakerNote", _D),
    0x9286: ("UserComment", _I),
    0x9290: ("SubSecTime", _T),
    0x9291: ("SubSecTimeOriginal", _T),
    0x9292: ("SubSecTimeDigitized", _T),
    0x9400: ("AmbientTemperature", _L),
    0x9401: ("Humidity", _L),
    0x9402: ("Pressure", _L),
    0x9403: ("WaterDepth", _L),
    0x9404: ("Acceleration", _X),
    0x9405: ("CameraElevationAngle", _X),
    0x9999: ("XiaomiSettings", _D),
    0x9A00: ("XiaomiModel", _D),
    0x9AAA: ("XiaomiPrivate", _D),
    0xA000: ("FlashpixVersion", _X),
    0xA001: ("ColorSpace", _X),
    0xA002: ("ExifImageWidth", _X),
    0xA003: ("ExifImageHeight", _X),
    0xA004: ("RelatedSoundFile", _I),
    0xA20B: ("FlashEnergy", _X),
    0xA20C: ("SpatialFrequencyResponse", _X),
    0xA20E: ("FocalPlaneXResolution", _X),
    0xA20F: ("FocalPlaneYResolution", _X),
    0xA210: ("FocalPlaneResolutionUnit", _X),
    0xA214: ("SubjectLocation", _X),
    0xA215: ("ExposureIndex", _X),
    0xA217: ("SensingMethod", _X),
    0xA300: ("FileSource", _X),
    0xA301: ("SceneType", _X),
    0xA302: ("CFAPattern", _X),
    0xA401: ("CustomRendered", _X),
    0xA402: ("ExposureMode", _X),
    0xA403: ("WhiteBalance", _X),
    0xA404: ("DigitalZoomRatio", _X),
    0xA405: ("FocalLengthIn35mmFormat", _X),
    0xA406: ("SceneCaptureType", _X),
    0xA407: ("GainControl", _X),
    0xA408: ("Contrast", _X),
    0xA409: ("Saturation", _X),
    0xA40A: ("Sharpness", _X),
    0xA40B: ("DeviceSettingDescription", _D),
    0xA40C: ("SubjectDistanceRange", _X),
    0xA420: ("ImageUniqueID", _I),
    0xA430: ("OwnerName", _P),
    0xA431: ("SerialNumber", _I),
    0xA432: ("LensInfo", _X),
    0xA433: ("LensMake", _D),
    0xA434: ("LensModel", _D),
    0xA435: ("LensSerialNumber", _I),
    0xA436: ("ImageTitle", _I),
    0xA437: ("Photographer", _P),
    0xA438: ("ImageEditor", _P),
    0xA439: ("CameraFirmware", _D),
    0xA43A: ("RAWDevelopingSoftware", _H),
    0xA43B: ("ImageEditingSoftware", _H),
    0xA43C: ("MetadataEditingSoftware", _H),
    0xA460: ("CompositeImage", _X),
    0xA500: ("Gamma", _X),
    0xEA1C: ("Padding", _X),
    0xEA1D: ("OffsetSchema", _X),
    0xFDE8: ("OwnerName", _P),
    0xFDE9: ("SerialNumber", _I),
}

_GPS = {
    0: ("GPSVersionID", _X),
    1: ("GPSLatitudeRef", _L),
    2: ("GPSLatitude", _L),
    3: ("GPSLongitudeRef", _L),
    4: ("GPSLongitude", _L),
    5: ("GPSAltitudeRef", _L),
    6: ("GPSAltitude", _L),
    7: ("GPSTimeStamp", _T),
    8: ("GPSSatellites", _L),
    9: ("GPSStatus", _X),
    10: ("GPSMeasureMode", _X),
    11: ("GPSDOP", _X),
    12: ("GPSSpeedRef", _X),
    13: ("GPSSpeed", _L),
    14: ("GPSTrackRef", _X),
    15: ("GPSTrack", _L),
    16: ("GPSImgDirectionRef", _X),
    17: ("GPSImgDirection", _L),
    18: ("GPSMapDatum", _X),
    19: ("GPSDestLatitudeRef", _L),
    20: ("GPSDestLatitude", _L),
    21: ("GPSDestLongitudeRef", _L),
    22: ("GPSDestLongitude", _L),
    23: ("GPSDestBearingRef", _X),
    24: ("GPSDestBearing", _L),
    25: ("GPSDestDistanceRef", _X),
    26: ("GPSDestDistance", _L),
    27: ("GPSProcessingMethod", _L),
    28: ("GPSAreaInformation", _L),
    29: ("GPSDateStamp", _T),
    30: ("GPSDifferential", _X),
    31: ("GPSHPositioningError", _L),
}

_INTEROP = {
    1: ("InteropIndex", _X),
    2: ("InteropVersion", _X),
    0x1000: ("RelatedImageFileFormat", _X),
    0x1001: ("RelatedImageWidth", _X),
    0x1002: ("RelatedImageHeight", _X),
}

# Exif fields stand in IFD0 of TIFF/EP and raw files, and image fields in the Exif directory
# of careless writers: one table serves both.
_TABLES = {"GPS": _GPS, "Interop": _INTEROP}
_SHARED = {**_IMAGE, **_EXIF}


def describe(directory: str, tag: int, *, is_text: bool) -> tuple[str, Harm]:
    """Return the name and harm of a field of the directory ("IFD0", "Exif", "GPS", …)."""
    known = _TABLES.get(directory, _SHARED).get(tag)
    if known:
        return known
    return f"0x{tag:04x}", Harm.IDENTITY if is_text else Harm.TECHNICAL


_BY_NAME = {name: harm for table in (_SHARED, _GPS) for name, harm in table.values()}
_OTHER_NAMES = {
    "ExposureBiasValue": _X,
    "FocalLengthIn35mmFilm": _X,
    "InteroperabilityIndex": _X,
    "PhotographicSensitivity": _X,
    "LensSpecification": _X,
    "NativeDigest": _X,
    "PixelXDimension": _X,
    "PixelYDimension": _X,
    "Function": _X,
    "Mode": _X,
    "Return": _X,
    "Fired": _X,
    "RedEyeMode": _X,
}


def harm_by_name(name: str) -> Harm | None:
    """Return the harm of a field by its name, as XMP mirrors it, or None if it is not known."""
    return _BY_NAME.get(name) or _OTHER_NAMES.get(name)
