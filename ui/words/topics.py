"""What a trace is about, by its tag, in no language yet.

Formats name their tags by the standards' own names ("GPSLatitude",
"Xmp.dc:creator", "moov/udta/©xyz"), so a topic is found by the last part of
the tag, then by how it begins or what it holds. A tag that stands in no table
has no topic and is spoken of by its harm.
"""

import re

from capture.report import Trace

_NAMES = {
    "place": "gpslatitude gpslongitude gpslatituderef gpslongituderef gpsposition gpscoordinates "
    "©xyz xyz loci location.iso6709 iso6709 gpsdestlatitude gpsdestlongitude location gps5 gps9",
    "altitude": "gpsaltitude gpsaltituderef altitude",
    "direction": "gpsimgdirection gpsimgdirectionref gpstrack gpstrackref gpsdestbearing",
    "movement": "gpsspeed gpsspeedref",
    "place-name": "city state province-state country sub-location sublocation countrycode "
    "gpsareainformation countryname provincestate countrycreated locationcreated locationshown "
    "country-primarylocationname place locationname",
    "satellite-time": "gpstimestamp gpsdatestamp gpsdatetime",
    "owner": "ownername cameraownername owner hostcomputer devicename",
    "author": "artist by-line byline creator author ©aut ©art xpauthor photographer credit "
    "by-linetitle authorsposition writer-editor captionwriter ©wrt ©dir ©prd auth perf",
    "rights": "copyright rights cprt copyrightnotice usageterms ©cpy webstatement marked",
    "contact": "creatorcontactinfo ciemailwork citelwork ciurlwork ciadrcity email contact",
    "serial": "bodyserialnumber serialnumber internalserialnumber cameraserialnumber serial "
    "firmwareserial cameraid ddvh",
    "lens-serial": "lensserialnumber lensserial",
    "file-id": "imageuniqueid documentid instanceid originaldocumentid contentidentifier "
    "content.identifier mediagroupuuid burstuuid photoidentifier contentid uuid imageid guid",
    "device": "make model uniquecameramodel ©mak ©mod com.android.manufacturer "
    "com.android.model manf modl cameramodel localizedcameramodel cameratype modelid imagetype",
    "lens": "lensmake lensmodel lensinfo lensspecification lens lensid lenstype",
    "software": "software creatortool processingsoftware ©swr ©too encoder tool version "
    "writingapp muxingapp com.android.version firmware firmwareversion xmptk originatingprogram "
    "programversion",
    "time": "datetime datetimeoriginal datetimedigitized createdate modifydate creationdate "
    "creationtime creation_time modificationtime ©day day datecreated timecreated "
    "digitalcreationdate digitalcreationtime datetimecreated metadatadate subsectime "
    "subsectimeoriginal subsectimedigitized tIME date",
    "zone": "offsettime offsettimeoriginal offsettimedigitized timezoneoffset timezone",
    "maker-note": "makernote makernotes",
    "text": "usercomment comment imagedescription xpcomment xptitle xpsubject xpkeywords "
    "description caption-abstract caption title headline keywords subject ©nam ©cmt ©des ©inf "
    "alt keyword layername layertext supplementalcategories objectname transcript subtitle",
    "person": "personinimage regionname regions personname persondisplayname facedetected "
    "regioninfo mwg-rs faceregions",
    "history": "history derivedfrom pantry ingredients documentancestors rawfilename "
    "preservedfilename originalfilename",
    "claim": "c2pa jumbf contentcredentials claim provenance",
    "claim-signer": "c2pasigner",
    "claim-program": "c2paclaim_generator c2pasoftwareagent",
    "claim-actions": "c2paaction",
    "claim-source": "c2padigitalsourcetype",
    "language": "language",
    "thumbnail": "thumbnail thumbnailimage jpegthumbnail thumbnaildata jpginterchangeformat "
    "jpeginterchangeformat photoshopthumbnail thm",
    "preview": "preview previewimage mpimage mpf multipicture",
    "depth": "gainmap depthmap hdrgainmap matte auxiliary depth auxl",
    "clip": "motionphoto microvideo mpvd embeddedvideo motionvideo motion-photo",
    "after-end": "trailer trailing after-end afterend trailingdata",
    "colour": "profiledescription icc_profile icc profilecopyright devicemodeldesc devicemfgdesc",
    "track": "gpmf gpmd mebx meta telemetry motion timedmetadata tmcd",
    "name": "filename",
    "name-maker": "filenamemadeby",
    "name-date": "filenamedate",
    "file-time": "filemodifydate",
    "sidecar": "sidecar",
    "partner": "live-photo-partner",
    "settings": "exposuretime fnumber isospeedratings photographicsensitivity focallength "
    "shutterspeedvalue aperturevalue brightnessvalue flash meteringmode whitebalance iso "
    "exposurecompensation exposureprogram exposuremode exposureindex exposurebiasvalue "
    "maxaperturevalue scenecapturetype scenetype lightsource digitalzoomratio contrast "
    "saturation sharpness gaincontrol sensingmethod customrendered focallengthin35mmformat "
    "subjectdistance subjectdistancerange subjectarea sensitivitytype",
}
_BY_NAME = {name.lower(): about for about, names in _NAMES.items() for name in names.split()}

_HOLDS = (
    ("icc:", "colour"),
    ("data after the end", "after-end"),
    ("gps", "gps"),
    ("thumbnail", "thumbnail"),
    ("preview", "preview"),
    ("makernote", "maker-note"),
    ("serial", "serial"),
    ("gainmap", "depth"),
    ("c2pa", "claim"),
    ("jumbf", "claim"),
    ("region", "person"),
    ("trailer", "after-end"),
    ("offsettime", "zone"),
    ("date", "time"),
    ("lens", "lens"),
)
_SEPARATORS = re.compile(r"[/:\s\[\]]+")

TOPICS = frozenset(_NAMES) | frozenset(about for _, about in _HOLDS)
"""Every topic that a language has words for."""


def topic(trace: Trace) -> str | None:
    """Return what the trace is about, or None if its tag stands in no table."""
    if "history/stevt" in trace.tag.lower():  # its steps have names of their own ("when")
        return "history"
    parts = [part for part in _SEPARATORS.split(trace.tag.lower()) if part]
    for name in _candidates(parts):
        found = _BY_NAME.get(name)
        if found is not None:
            return found
    whole = trace.tag.lower()
    squeezed = "".join(parts).replace("-", "").replace("_", "")
    return next((about for piece, about in _HOLDS if piece in whole or piece in squeezed), None)


def _candidates(parts: list[str]) -> list[str]:
    if not parts:
        return []
    last = parts[-1]
    pieces = last.split(".")
    names = [last, ".".join(pieces[-2:]), pieces[-1]]
    return [*names, last.replace(" ", ""), "".join(parts[-2:])]
