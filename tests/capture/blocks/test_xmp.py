import pytest

from capture.blocks import xmp
from capture.report import Harm
from tests.capture.samples.jpegs import packet


def harms(body: str) -> dict[str, Harm]:
    return {trace.tag: trace.harm for trace in xmp.read_xmp(packet(body), "x")}


def test_properties_are_judged_by_their_names() -> None:
    body = (
        '<odd:a xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="35,41.36N"'
        ' exif:DateTimeOriginal="2024-05-01T10:00:00" exif:Sharpness="Normal"/>'
        '<odd:b xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:SerialNumber="SN4242424"/>'
        "<dc:creator><rdf:Seq><rdf:li>Somebody</rdf:li></rdf:Seq></dc:creator>"
        "<odd:words>something that nobody knows</odd:words><odd:number>12.5</odd:number>"
    )
    found = harms(body)
    assert found["Xmp.odd:a/exif:GPSLatitude"] is Harm.LOCATION
    assert found["Xmp.odd:a/exif:DateTimeOriginal"] is Harm.TIME
    assert found["Xmp.odd:a/exif:Sharpness"] is Harm.TECHNICAL
    assert found["Xmp.odd:b/aux:SerialNumber"] is Harm.IDENTITY
    assert found["Xmp.dc:creator"] is Harm.PERSON
    assert found["Xmp.odd:words"] is Harm.IDENTITY
    assert found["Xmp.odd:number"] is Harm.TECHNICAL


def test_faces_with_names_are_people() -> None:
    body = (
        '<odd:r xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/">'
        "<mwg-rs:Name>Somebody Else</mwg-rs:Name></odd:r>"
    )
    assert harms(body) == {"Xmp.odd:r/mwg-rs:Name": Harm.PERSON}


def test_entities_end_the_reading() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    (trace,) = xmp.read_xmp(bomb, "x")
    assert "not fully readable" in trace.value


def test_depth_and_number_are_bounded() -> None:
    deep = packet("<odd:a>" * 1000 + "</odd:a>" * 1000)
    assert "not fully readable" in xmp.read_xmp(deep, "x")[0].value
    many = packet("".join(f"<odd:a>word {n}</odd:a>" for n in range(9000)))
    assert len(xmp.read_xmp(many, "x")) <= xmp.MAX_VALUES + 1


@pytest.mark.parametrize("broken", [b"<", b"\xff\xfe\0", b"<a>", b"&", b"<?xpacket", b"<a b=>"])
def test_what_is_no_xml_is_named(broken: bytes) -> None:
    (trace,) = xmp.read_xmp(broken, "x")
    assert trace.tag == "XMP"


def test_nothing_says_nothing() -> None:
    assert xmp.read_xmp(b"\0\0  \n", "x") == []


def test_place_time_and_device_are_told_as_facts() -> None:
    body = (
        '<odd:a xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"'
        ' exif:GPSLatitude="33,52.134S" exif:GPSLongitude="151,12,30E" tiff:Make="Candlewick"'
        ' exif:DateTimeOriginal="2024-05-01T10:00:00.25+10:00" tiff:Model="Ten"/>'
    )
    facts = xmp.facts_of(xmp.read_xmp(packet(body), "x"))
    assert (facts.latitude, facts.longitude) == ("-33.868900", "151.208333")
    assert facts.taken_at == "2024-05-01T10:00:00+10:00"
    assert facts.device == "Candlewick Ten"


@pytest.mark.parametrize("place", ["", "95,0.0N", "35,41.36E", "35;41N", "35,41.36N extra"])
def test_what_is_no_place_is_no_fact(place: str) -> None:
    body = (
        f'<odd:a xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="{place}"'
        ' exif:GPSLongitude="151,12,30E"/>'
    )
    assert xmp.facts_of(xmp.read_xmp(packet(body), "x")).latitude is None
