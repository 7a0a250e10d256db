import pytest

from capture.kinds import MediaKind
from capture.report import Facts, Harm, Likeness, MetadataReport, Trace
from ui.words import likeness_name, tell
from ui.words.claims import CLAIMS
from ui.words.english import ENGLISH
from ui.words.said import place_of, plain
from ui.words.topics import TOPICS, topic


def trace(tag: str, value: str = "x", harm: Harm = Harm.DEVICE) -> Trace:
    return Trace(tag, value, harm, "APP1/Exif")


@pytest.mark.parametrize(
    ("tag", "about"),
    [
        ("GPSLatitude", "place"),
        ("GPSProcessingMethod", "gps"),
        ("moov/udta/©xyz", "place"),
        ("com.apple.quicktime.location.ISO6709", "place"),
        ("com.apple.quicktime.make", "device"),
        ("com.apple.quicktime.content.identifier", "file-id"),
        ("Xmp.dc:creator", "author"),
        ("Xmp.xmpMM:DocumentID", "file-id"),
        ("BodySerialNumber", "serial"),
        ("LensSerialNumber", "lens-serial"),
        ("CameraOwnerName", "owner"),
        ("OffsetTimeOriginal", "zone"),
        ("DateTimeOriginal", "time"),
        ("creation_time", "time"),
        ("ThumbnailImage", "thumbnail"),
        ("MakerNote", "maker-note"),
        ("UserComment", "text"),
        ("By-line", "author"),
        ("Frobnicator", None),
        ("", None),
    ],
)
def test_a_tag_has_its_topic(tag: str, about: str | None) -> None:
    assert topic(trace(tag)) == about


def test_every_topic_has_words() -> None:
    assert set(ENGLISH.topics) == set(TOPICS)


def test_a_place_is_said_once_as_coordinates_and_first() -> None:
    report = MetadataReport(
        kind=MediaKind.JPEG,
        size=10,
        traces=(
            trace("Make", "Canon"),
            trace("GPSLatitude", "35 41 20", Harm.LOCATION),
            trace("GPSLongitude", "51 23 20", Harm.LOCATION),
            trace("Model", "EOS"),
        ),
        facts=Facts(latitude="35.689200", longitude="51.389000"),
    )
    first, second = tell(report)
    assert (
        first.says
        == "This photo says where it was taken: 35.689200, 51.389000 (Tehran, Iran, 3 km)"
    )
    assert [t.tag for t in first.traces] == ["GPSLatitude", "GPSLongitude"]
    assert second.says == "This photo says which device made it: Canon; EOS"


def test_no_trace_is_lost_in_the_telling() -> None:
    traces = (
        *(trace(f"Tag{number}", str(number)) for number in range(50)),
        trace("DateTimeOriginal", "2024"),
        trace("DateTime", "2025", Harm.TIME),
    )
    report = MetadataReport(kind=MediaKind.MP4, size=10, traces=traces)
    told = [t for saying in tell(report) for t in saying.traces]
    assert sorted(told, key=repr) == sorted(traces, key=repr)


def test_many_values_are_cut_and_counted() -> None:
    traces = tuple(trace("Comment", f"word {number}") for number in range(9))
    (saying,) = tell(MetadataReport(kind=MediaKind.JPEG, size=1, traces=traces))
    assert saying.says.endswith("word 0; word 1; word 2 and 6 more")


def test_a_hostile_value_stays_in_its_line() -> None:
    hostile = trace("Artist", "a\nb\x1b[31m{value}\u202e", Harm.IDENTITY)
    (saying,) = tell(MetadataReport(kind=MediaKind.JPEG, size=1, traces=(hostile,)))
    assert saying.says.endswith("a\\nb\\u{1b}[31m{value}\\u{202e}")


@pytest.mark.parametrize(
    ("latitude", "longitude", "said"),
    [
        ("48.208500", "16.372100", "48.208500, 16.372100 ("),
        ("0.000000", "-140.000000", "0.000000, -140.000000"),
        ("91", "nan", "91, nan"),
        ("north", "1", "north, 1"),
        ("9e999", "1", "9e999, 1"),
    ],
)
def test_a_place_is_described_where_a_city_is_known_near_it(
    latitude: str, longitude: str, said: str
) -> None:
    told = place_of(latitude, longitude)
    assert told.startswith(said)
    assert ("(" in told) == ("(" in said)


@pytest.mark.parametrize(
    ("key", "code", "words"),
    [
        ("action", "c2pa.created", "made"),
        ("action", "c2pa.watermarked.bound", "an invisible mark put in"),
        (
            "digitalSourceType",
            "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
            "partly made by artificial intelligence",
        ),
        ("action", "com.example.frobnicated", "com.example.frobnicated"),
    ],
)
def test_a_signed_statement_speaks_in_words(key: str, code: str, words: str) -> None:
    said = trace(f"C2PA:{key}", code, Harm.HISTORY)
    [saying] = tell(MetadataReport(MediaKind.JPEG, 1, (said,)))
    assert saying.says.endswith(f": {words}")
    assert f": {words}" in plain(said)


def test_every_word_for_a_statement_is_one_that_a_code_leads_to() -> None:
    assert frozenset(ENGLISH.claims) == CLAIMS


def test_of_pictures_that_were_not_compared_nothing_is_said() -> None:
    assert [bool(likeness_name(likeness)) for likeness in Likeness] == [
        likeness is not Likeness.UNKNOWN for likeness in Likeness
    ]
