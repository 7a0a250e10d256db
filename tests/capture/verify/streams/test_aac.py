"""AAC is followed to the last bit of each sample, with replicated bands and stereo made of one."""

import base64
import functools
import io
import random

import av
import numpy as np
import pytest

from capture.blocks.aac import neutral_config, quiet
from capture.errors import Unverified
from capture.verify.codes import Follower

RATE = 44100
WAYS: dict[str, tuple[int, str, dict[str, str]]] = {
    "mono": (44100, "mono", {"b": "64000"}),
    "stereo": (48000, "stereo", {"b": "128000"}),
    "coarse": (44100, "stereo", {"b": "24000"}),
    "fine": (44100, "stereo", {"b": "400000"}),
    "searched": (32000, "stereo", {"aac_coder": "twoloop"}),
    "plain": (32000, "stereo", {"aac_ms": "0", "aac_is": "0", "aac_pns": "0", "aac_tns": "0"}),
    "low": (8000, "mono", {}),
    "high": (96000, "stereo", {}),
    "surround": (48000, "5.1", {"b": "256000"}),
    "a layout of its own": (44100, "2.1", {"b": "96000"}),
}
NOT_FOLLOWED = {
    "scalable rate": "1a10",
    "error resilient": "8c10",
    "low delay": "ba1100",
    "enhanced low delay": "f8ee4000",
    "extended": "f94a4400",
    "a core coder": "1212",
    "an extension": "1211",
    "no channels known": "1250",
}

# What libfdk_aac made of tones and noise: HE-AAC v2 of 12 kbit/s, and HE-AAC of 18 kbit/s. First
# the settings, then samples with their lengths before them.
STEREO_OF_ONE = (
    "ec0a8800",
    """
AGABQCKAo17owLoIAAAAAJUABvPxClpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpa
WlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWl4AYAFAQoCjXoEAAAADlLAWDQAG8/EKWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpa
WlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaXgCXASiZmD1qkF0m6M024FLPYRt2
Clpmwxa6pK0ZVpkEF30ZygvBY0g/4fUWf4fLA0pRA5HlUfcOlK/zLXcn376J8koDbf1vX7Zm9+/vWzVWzcyHbJUNAm1Xwcsa
S53BBgo9feL6Jw2VSyUXnizZKU53Y3WehPuk+MFaWy8jNl0PICHiUqLJKlklhXl+HkNWgUAAAAFLAWDQBwCBAUjxGQUhERRC
EAgBACyB/0sy11GUCRrSFF8poKG862r6pjBwIMXLq/5/DRMuPEXPGpC6TeaEIhxIK6dCUHsnqHqd4RzHgCI2Qo58EmKjna4q
UshviTEoFFmGbrVvOQDDiw0SeY8Rfg9j3ftQDeCaNySTUTy78iRWjQi2SMnCwAAc
""",
)
REPLICATED = (
    "2d138800",
    """
ANAhIUUAFFABRq3eQXUAAAAcYBgN9aIUtLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0
tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0
tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS0tLS8ASshTcyA
BAAAAAAECH11rSc3adyTerOTm1RbSv4J1taI5BZQRUioFZidnT5MjMDFrrHgfmMcB0XOVRuyv6XRceZ73ZIGHYEDulg5bjec
Ht3GPV3bHx089h6EsPh3kj9V5XRynQRpNBL4lpQY/eZa1f1TG8YWHA/smGzOzfoX/u/H+Dxnr9Xs9k4n/mHfFex8Q7cuDZvB
IpcelNxdj+C2DGuhUWgyVTcSxCwxsSetg+DaDEbn3fwTQlK5H0fuSy+R1iSubKTkeERNjsn67ulQtjNVlbrz/1VjNzaK/j+/
A64B902AS+y3g2iLJFproAUxeMav5Kfkca9t/aPB+02P4bqczKb7Y3/rYe3a9bJHN8o00h6l/d9wCsD7/v+/7YAAAAAAipFQ
MukHgAAAcA==
""",
)


@functools.cache
def coded(way: str) -> tuple[bytes, list[bytes]]:
    """Return the settings and the samples as the encoder leaves them."""
    rate, layout, options = WAYS[way]
    sink = io.BytesIO()
    with av.open(sink, "w", format="mp4") as movie:
        stream = movie.add_stream("aac", rate=rate, options=options)
        stream.layout = layout
        chance, channels = np.random.default_rng(3), stream.codec_context.channels
        time = np.arange(rate * 3 // 10)
        sound = 0.3 * np.sin(time / 9) * (1 + np.arange(channels)[:, None]) / channels
        sound += chance.normal(0, 0.02, sound.shape)
        sound[:, len(time) // 2 : len(time) // 2 + 60] = 0.9
        frame = av.AudioFrame.from_ndarray(sound.astype(np.float32), "fltp", layout)
        frame.rate = rate
        movie.mux(stream.encode(frame))
        movie.mux(stream.encode(None))
    with av.open(io.BytesIO(sink.getvalue()), "r") as made:
        samples = [bytes(packet) for packet in made.demux() if packet.size]
        return bytes(made.streams[0].codec_context.extradata or b""), samples


def copied(way: str) -> tuple[bytes, list[bytes]]:
    """Return them as a faithful copy has them."""
    settings, samples = coded(way)
    return neutral_config(settings), [quiet(sample) for sample in samples]


def known(stream: tuple[str, str]) -> tuple[bytes, list[bytes]]:
    coded, samples = base64.b64decode(stream[1]), []
    while coded:
        end = 2 + int.from_bytes(coded[:2], "big")
        samples.append(coded[2:end])
        coded = coded[end:]
    return bytes.fromhex(stream[0]), samples


def all_streams() -> list[tuple[bytes, list[bytes]]]:
    return [*(copied(way) for way in WAYS), known(STEREO_OF_ONE), known(REPLICATED)]


def refused(settings: bytes, before: list[bytes], sample: bytes) -> str:
    follower = Follower("aac", settings)
    for one in before:
        follower.follow(one)
    with pytest.raises(Unverified) as caught:
        follower.follow(sample)
    assert caught.value.facts["reason"] == "codes"
    return caught.value.detail


def bits(sample: bytes) -> str:
    """Return the bits of a sample up to its end element."""
    text = f"{int.from_bytes(sample, 'big'):0{8 * len(sample)}b}".rstrip("0")
    assert text.endswith("111")
    return text.removesuffix("111")


def joined(*parts: str) -> bytes:
    text = "".join(parts) + "111"
    text += "0" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big")


def filler(said: bytes) -> str:
    assert len(said) < 15
    return f"110{len(said):04b}" + "".join(f"{byte:08b}" for byte in said)


def data(said: bytes, tag: int = 0) -> str:
    return f"100{tag:04b}0{len(said):08b}" + "".join(f"{byte:08b}" for byte in said)


def test_what_encoders_write_is_followed_to_its_end() -> None:
    for settings, samples in all_streams():
        follower = Follower("aac", settings)
        for sample in samples:
            follower.follow(sample)


def test_whatever_stands_behind_the_end_is_found() -> None:
    chance = random.Random(11)
    for settings, samples in all_streams():
        for at in (1, len(samples) - 1):
            for hidden in (b"\0", b"\xff", b"\xe0", b"a text", chance.randbytes(20)):
                refused(settings, samples[:at], samples[at] + hidden)


def test_padding_says_nothing() -> None:
    tried = 0
    for settings, samples in all_streams():
        for at in range(0, len(samples), 4):
            sample = samples[at]
            zeros = 8 * len(sample) - len(bits(sample)) - 3
            for bit in range(zeros):
                tried += 1
                refused(settings, samples[:at], sample[:-1] + bytes((sample[-1] | 1 << bit,)))
    assert tried > 50


def test_what_is_cut_is_no_whole_sample() -> None:
    for settings, samples in all_streams():
        sample = samples[-1]
        for size in (*range(0, len(sample), 1 + len(sample) // 20), len(sample) - 1):
            refused(settings, samples[:-1], sample[:size])


@pytest.mark.parametrize("way", ["mono", "stereo", "surround"])
def test_elements_without_sound_say_nothing_wherever_they_stand(way: str) -> None:
    settings, samples = copied(way)
    sound = bits(samples[1])
    for said in (b"", b"\0", bytes(9), b"\x10\xa5\xa5", b"\x00\xa5", b"\x10\0\0"):
        Follower("aac", settings).follow(joined(sound, filler(said)))
        Follower("aac", settings).follow(joined(filler(said), sound, filler(said)))
    for said in (
        b"Lavc",
        b"\0Lavc",
        b"\x01",
        b"\x1a\xa5",
        b"\0\xa5\0",
        b"\0\0\xa5",
        b"\x20\0",
        b"\xc0",
    ):
        refused(settings, [], joined(sound, filler(said)))
        refused(settings, [], joined(filler(said), sound))
    Follower("aac", settings).follow(joined(sound, data(bytes(5)), data(b"\0\xa5\xa5")))
    for element in (data(b"\1"), data(b"\0\0text"), data(bytes(2), tag=3)):
        refused(settings, [], joined(sound, element))


def test_a_note_of_the_encoder_is_found_until_it_is_taken_out() -> None:
    settings, samples = coded("stereo")
    assert b"Lavc" in samples[0]
    refused(neutral_config(settings), [], samples[0])
    Follower("aac", neutral_config(settings)).follow(quiet(samples[0]))
    loud = joined("100", "1011", "1", f"{3:08b}", bits(samples[1]))
    assert quiet(loud) != loud


def test_no_second_sound_lies_beside_the_first() -> None:
    for way in ("mono", "stereo", "surround", "a layout of its own"):
        settings, samples = copied(way)
        sound = bits(samples[1])
        other = bits(copied("mono")[1][1])
        assert "twice" in refused(settings, [], joined(sound, sound))
        assert "twice" in refused(settings, [], joined(sound, other))


def test_an_element_keeps_its_tag() -> None:
    settings, samples = copied("stereo")
    sound = bits(samples[2])
    refused(settings, samples[:2], joined(sound[:3], "1010", sound[7:]))
    lowest = bytes.fromhex("00c800802084012640086400823004990021900200b2002008e0")
    Follower("aac", bytes.fromhex("1230")).follow(lowest)  # the low one is a single one


def test_loudness_is_not_followed() -> None:
    settings, samples = copied("mono")
    assert "not followed" in refused(settings, [], joined(bits(samples[1]), filler(b"\xb0\x11")))


def is_followed(settings: bytes, before: list[bytes], sample: bytes) -> bool:
    follower = Follower("aac", settings)
    for one in before:
        follower.follow(one)
    try:
        follower.follow(sample)
    except Unverified:
        return False
    return True


def payload(settings: bytes, before: list[bytes], sample: bytes) -> tuple[str, str, str]:
    """Split the bits of a sample: before its replicated bands, those of them, and behind them."""
    whole = bits(sample)
    for at in reversed(range(len(whole))):
        count = int(whole[at + 3 : at + 7].ljust(4, "0"), 2)
        start = at + 11 if count < 15 else at + 19
        size = count if count < 15 else 14 + int(whole[at + 7 : at + 15].ljust(8, "0"), 2)
        end = start - 4 + 8 * size
        if whole[at : at + 3] != "110" or whole[start - 4 : start] != "1101" or end > len(whole):
            continue
        # It is one where it can be left out, and where another one can stand before it.
        others = (whole[:at] + whole[end:], whole[:at] + filler(b"\0") + whole[at:])
        if all(is_followed(settings, before, joined(other)) for other in others):
            return whole[:at], whole[start:end], whole[end:]
    raise AssertionError("no replicated bands")


def replicated(kind: str, said: str) -> str:
    size = (len(said) + 4) // 8
    return (f"110{size:04b}" if size < 15 else f"1101111{size - 14:08b}") + kind + said


@pytest.mark.parametrize("stream", [STEREO_OF_ONE, REPLICATED], ids=["v2", "v1"])
def test_replicated_bands_are_used_up(stream: tuple[str, str]) -> None:
    """A payload that is longer than what it holds, by zeros or by a text, is not let through."""
    settings, samples = known(stream)
    before, said, behind = payload(settings, samples[:1], samples[1])
    assert is_followed(settings, samples[:1], joined(before, replicated("1101", said), behind))
    for hidden in ("0" * 8, "01110100"):
        longer = replicated("1101", said + hidden)
        assert not is_followed(settings, samples[:1], joined(before, longer, behind))
    twice = replicated("1101", said) * 2
    assert not is_followed(settings, samples[:1], joined(before, twice, behind))
    assert "not followed" in refused(settings, [], samples[1])  # without the header of the first


@pytest.mark.parametrize("stream", [STEREO_OF_ONE, REPLICATED], ids=["v2", "v1"])
def test_a_check_of_replicated_bands_is_theirs(stream: tuple[str, str]) -> None:
    settings, samples = known(stream)
    before, said, behind = payload(settings, [], samples[0])
    answers = []
    for bits_of_it in (
        said[:-2],
        said + "000000",
    ):  # whole bytes again, in the one way or the other
        check = 0
        for bit in bits_of_it:
            check = (check << 1 ^ (0x633 if (check >> 9 & 1) ^ int(bit) else 0)) & 0x3FF
        for value in (check, check ^ 1, check ^ 0x200):
            checked = replicated("1110", f"{value:010b}{bits_of_it}")
            answers.append(is_followed(settings, [], joined(before, checked, behind)))
    assert answers in ([True, *[False] * 5], [*[False] * 3, True, False, False])


def test_settings_are_read_to_their_last_bit() -> None:
    for settings, _ in all_streams():
        for hidden in (b"\0", b"x", b"\xff\xff\xff"):
            with pytest.raises(Unverified):
                Follower("aac", settings + hidden)
        for size in range(2):
            with pytest.raises(Unverified):
                Follower("aac", settings[:size])
    for text in ("1211", "121056e501", "121056e5a001", "f010", "1e10"):
        with pytest.raises(Unverified):
            Follower("aac", bytes.fromhex(text))
    for text in ("1210", "121056e500", "138856e5a54880", "139056e5a0"):
        Follower("aac", bytes.fromhex(text))


def test_a_layout_holds_no_comment() -> None:
    settings, _ = coded("a layout of its own")
    assert b"Lavc" in settings
    with pytest.raises(Unverified):
        Follower("aac", settings)
    Follower("aac", neutral_config(settings))


def made(window: str, bands: int, *, book: str = "0000", sound: str = "", pulse: str = "0") -> str:
    """Return the bits of one channel: its window, one section of all bands, and what follows."""
    length = f"{bands:05b}" if bands < 31 else f"11111{bands - 31:05b}"
    return f"000000010000000{window}{book}{length}{sound}{pulse}00"


def test_tools_that_few_encoders_have_are_followed() -> None:
    main, long_term, plain = (bytes.fromhex(text) for text in ("0a08", "2208", "1208"))
    for settings, window, bands in (
        (main, f"0000{40:06b}1" + "1" + f"{7:05b}" + "01" * 20, 40),
        (main, f"0000{49:06b}1" + "0" + "1" * 40, 49),  # 40 of 49 may be predicted
        (long_term, f"0000{8:06b}1" + "1" + "10110010110" + "101" + "1" * 8, 8),
        (long_term, f"0000{49:06b}11" + "0" * 14 + "1" * 40, 49),
        (long_term, f"0000{8:06b}10", 8),
    ):
        whole = joined(made(window, bands))
        Follower("aac", settings).follow(whole)
        refused(plain, [], whole)
        refused(settings, [], joined(bits(whole), "1"))
    pulses = "1" + "01" + f"{5:06b}" + "110011001" * 2
    Follower("aac", plain).follow(joined(made(f"0000{8:06b}0", 8, pulse=pulses)))
    noise = "100101101" + "0" * 7
    Follower("aac", plain).follow(joined(made(f"0000{8:06b}0", 8, book="1101", sound=noise)))
    refused(plain, [], joined(made(f"0000{8:06b}0", 8, book="1100")))  # a book that is none
    every = made(f"0000{49:06b}0", 49, book="0001", sound="0" * 49)
    for text, lines in (("1208", 1024), ("120c", 960)):
        settings, spectrum = bytes.fromhex(text), "0" * (lines // 4)
        Follower("aac", settings).follow(joined(every + spectrum))
        refused(settings, [], joined(every + spectrum + "0"))
        refused(settings, [], joined(every + spectrum[1:]))


def test_tools_that_no_player_would_use_are_refused() -> None:
    """Pulses above all bands, bands of a channel that is not there, filters of no band."""
    plain = bytes.fromhex("1208")
    bands = f"0000{8:06b}0"
    pulses = "1" + "01" + f"{8:06b}" + "110011001" * 2
    refused(plain, [], joined(made(bands, 8, pulse=pulses)))
    for book in ("1110", "1111"):
        refused(plain, [], joined(made(bands, 8, book=book, sound="0" * 8)))
    for lengths, fine in (((49,), True), ((40, 9), True), ((49, 1), False), ((40, 9, 3), False)):
        filters = "".join(f"{length:06b}{2:05b}00" + "101" * 2 for length in lengths)
        whole = joined(made(bands, 8)[:-2] + f"1{len(lengths):02b}0" + filters + "0")
        if fine:
            Follower("aac", plain).follow(whole)
        else:
            refused(plain, [], whole)


@pytest.mark.parametrize("kind", NOT_FOLLOWED)
def test_other_kinds_are_refused_by_name(kind: str) -> None:
    with pytest.raises(Unverified) as caught:
        Follower("aac", bytes.fromhex(NOT_FOLLOWED[kind]))
    assert "not followed" in caught.value.detail


def test_nonsense_ends_at_once() -> None:
    chance, answers = random.Random(3), set()
    for settings, samples in all_streams():
        for _ in range(25):
            at = chance.randrange(len(samples))
            broken = bytearray(samples[at])
            for _ in range(chance.randrange(1, 5)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            follower = Follower("aac", settings)
            for sample in samples[:at]:
                follower.follow(sample)
            try:
                follower.follow(bytes(broken))
            except Unverified as error:
                answers.add(error.detail)
    assert len(answers) > 3
    assert "it could not be followed" not in answers  # no trap


def test_what_is_wrong_stays_wrong() -> None:
    settings, samples = copied("mono")
    follower = Follower("aac", settings)
    with pytest.raises(Unverified):
        follower.follow(samples[0] + b"x")
    with pytest.raises(Unverified):
        follower.follow(samples[0])
