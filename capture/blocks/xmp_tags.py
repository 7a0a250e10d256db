"""What each XMP property can do to a person.

Sources: XMP specification parts 1 and 2 (Adobe), IPTC Photo Metadata Standard 2023.1,
Metadata Working Group 2.0 (face regions), Google's camera and GDepth documents, the
Ultra HDR (hdrgm) document. A property that is not known and holds words is taken for
identifying: what is not known to be harmless is private.
"""

from capture.blocks.exif_tags import harm_by_name
from capture.report import Harm

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#\x1f"

STRUCTURAL = frozenset(
    {
        "adobe:ns:meta/\x1fxmpmeta",
        "adobe:ns:meta/\x1fxapmeta",
        *(
            RDF + name
            for name in (
                "RDF",
                "Description",
                "Seq",
                "Bag",
                "Alt",
                "li",
                "about",
                "parseType",
                "resource",
                "value",
            )
        ),
        "http://www.w3.org/XML/1998/namespace\x1flang",
    }
)
"""Elements and attributes that only carry the tree."""

_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/xap/1.0/g/img/": "xmpGImg",
    "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
    "http://ns.adobe.com/xap/1.0/sType/Dimensions#": "stDim",
    "http://ns.adobe.com/xmp/sType/Area#": "stArea",
    "http://ns.adobe.com/xmp/note/": "xmpNote",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://cipa.jp/exif/1.0/": "exifEX",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/camera-raw-settings/1.0/": "crs",
    "http://ns.adobe.com/lightroom/1.0/": "lr",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/": "xmpDM",
    "http://ns.adobe.com/hdr-gain-map/1.0/": "hdrgm",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    "http://www.metadataworkinggroup.com/schemas/regions/": "mwg-rs",
    "http://www.metadataworkinggroup.com/schemas/keywords/": "mwg-kw",
    "http://ns.microsoft.com/photo/1.0/": "MicrosoftPhoto",
    "http://ns.microsoft.com/photo/1.2/": "MP",
    "http://ns.google.com/photos/1.0/camera/": "GCamera",
    "http://ns.google.com/photos/1.0/container/": "Container",
    "http://ns.google.com/photos/1.0/container/item/": "Item",
    "http://ns.google.com/photos/1.0/depthmap/": "GDepth",
    "http://ns.google.com/photos/1.0/image/": "GImage",
    "http://ns.google.com/photos/1.0/panorama/": "GPano",
    "http://ns.apple.com/faceinfo/1.0/": "apple-fi",
    "http://ns.apple.com/HDRGainMap/1.0/": "HDRGainMap",
    "http://www.dji.com/drone-dji/1.0/": "drone-dji",
    "http://pix4d.com/camera/1.0": "Camera",
    "http://www.digikam.org/ns/1.0/": "digiKam",
    "http://ns.acdsee.com/iptc/1.0/": "acdsee",
}

_BY_NAME = {
    Harm.LOCATION: (
        "gps location city country state province sublocation latitude longitude altitude "
        "countrycode worldregion countryname provincestate gpslatitude gpslongitude gpsaltitude "
        "gpsdestlatitude gpsdestlongitude gpsimgdirection locationcreated locationshown "
        "locationname absolutealtitude relativealtitude gpslongtitude"
    ),
    Harm.PERSON: (
        "creator artist author rights owner ownername copyright credit source byline "
        "authorsposition captionwriter contact creatorcontactinfo ciemailwork citelwork ciurlwork "
        "ciadrextadr ciadrcity ciadrregion ciadrpcode ciadrctry personinimage "
        "personinimagewdetails persondisplayname regions regionlist name licensor "
        "imagecreator copyrightowner webstatement usageterms marked contributor publisher "
        "cameraowner cameraownername imagesuppliername photographer"
    ),
    Harm.IDENTITY: (
        "documentid documentancestors instanceid originaldocumentid serialnumber "
        "bodyserialnumber lensserialnumber "
        "imageuniqueid digitalimageguid guid hasextendedxmp identifier title description subject "
        "keywords headline label hierarchicalsubject usercomment imagedescription "
        "droneserialnumber cameraserialnumber burstid specialtypeid transmissionreference "
        "versionid manifest derivedfrom ingredients filepath rawfilename"
    ),
    Harm.DEVICE: (
        "make model lens lensmodel lensmake lensid lensinfo firmware uniquecameramodel "
        "hostcomputer devicemodel devicesettingdescription dronemodel"
    ),
    Harm.TIME: (
        "createdate modifydate metadatadate datecreated datetime datetimeoriginal "
        "datetimedigitized gpstimestamp when dateacquired offsettime offsettimeoriginal "
        "gpsdatestamp lastkeywordxmp lastkeywordiptc datetaken"
    ),
    Harm.HISTORY: (
        "creatortool software softwareagent history action changed parameters "
        "derivation convertedfrom processversion toolkit xmptk "
        "digitalsourcetype"
    ),
}
_NAMES = {name: harm for harm, names in _BY_NAME.items() for name in names.split()}

_TECHNICAL_PREFIXES = frozenset(
    ("crs", "hdrgm", "GPano", "GDepth", "GImage", "Container", "Item", "stDim", "stArea")
)
_EVEN_THERE = (Harm.LOCATION, Harm.IDENTITY)
_EXIF_PREFIXES = frozenset(("exif", "exifEX", "tiff", "aux"))
_PEOPLE = frozenset(("mwg-rs", "apple-fi", "MP", "MPRI", "MPReg"))
_SHORTEST_WORD = 4
_PERSON_WORDS = frozenset(("Name", "PersonDisplayName", "Description", "PersonEmailDigest"))


def short_name(qualified: str) -> str:
    """Turn expat's "namespace<1f>name" into "dc:creator"; an unknown namespace is left out."""
    namespace, _, name = qualified.rpartition("\x1f")
    prefix = _PREFIXES.get(namespace) or namespace.rstrip("/#").rpartition("/")[2]
    return f"{prefix}:{name}" if prefix else name


def harm_of(names: list[str], value: str) -> Harm:
    """Judge a property by its path of short names, the innermost known name first."""
    for name in reversed(names):
        prefix, _, local = name.rpartition(":")
        if prefix in _PEOPLE:
            return Harm.PERSON if local in _PERSON_WORDS else Harm.TECHNICAL
        known = _NAMES.get(local.lower())
        if known and not (prefix in _TECHNICAL_PREFIXES and known not in _EVEN_THERE):
            return known
        mirrored = harm_by_name(local) if prefix in _EXIF_PREFIXES else None
        if mirrored:
            return mirrored
        if prefix in _TECHNICAL_PREFIXES:
            return Harm.TECHNICAL
    return Harm.TECHNICAL if _is_plain(value) else Harm.IDENTITY


def _is_plain(value: str) -> bool:
    """Whether a value is a number, a flag or so short that it names nobody."""
    digits = value.replace("/", "").replace(".", "").replace("-", "").replace(",", "")
    return digits.isdigit() or value.lower() in {"true", "false"} or len(value) < _SHORTEST_WORD
