"""H.264 made by hand: fields, and what pictures, sets and messages may not say besides."""

from collections.abc import Callable

import pytest

from capture.errors import Unverified
from capture.verify.codes import Follower


class Bits:
    """Bits of a unit, with the codes of 9.1."""

    def __init__(self, header: int) -> None:
        self._header, self._bits = header, ""

    def u(self, count: int, value: int) -> "Bits":
        self._bits += f"{value:0{count}b}" if count else ""
        return self

    def ue(self, *values: int) -> "Bits":
        for value in values:
            code = f"{value + 1:b}"
            self._bits += "0" * (len(code) - 1) + code
        return self

    def aligned(self) -> "Bits":
        self._bits += "0" * (-len(self._bits) % 8)
        return self

    def raw(self, data: bytes) -> "Bits":
        for byte in data:
            self.u(8, byte)
        return self

    def unit(self) -> bytes:
        bits = self._bits + "1"
        bits += "0" * (-len(bits) % 8)
        body, zeros = bytearray((self._header,)), 0
        for byte in int(bits, 2).to_bytes(len(bits) // 8, "big"):
            if zeros == 2 and byte < 4:
                body.append(3)
                zeros = 0
            body.append(byte)
            zeros = 0 if byte else zeros + 1
        return bytes(body)


def sequence(
    *, crop: tuple[int, ...] = (), gaps: int = 0, tail: Callable[[Bits], Bits] | None = None
) -> bytes:
    """Return a set of frames of 2 by 2 macroblocks that may be of two fields."""
    bits = Bits(0x67).u(8, 77).u(8, 0).u(8, 30).ue(0, 0, 2, 1).u(1, gaps).ue(1, 0)
    bits.u(3, 0b001).u(1, bool(crop)).ue(*crop)
    if tail is None:
        bits.u(1, 0)
    else:
        tail(bits.u(1, 1))
    return bits.unit()


def picture(number: int = 0, references: int = 0, *, groups: int = 0, redundant: int = 0) -> bytes:
    bits = Bits(0x68).ue(number, 0).u(2, 0).ue(groups)
    return bits.ue(references, 0).u(3, 0).ue(0, 0, 0).u(3, redundant).unit()


def described(*sets: bytes) -> bytes:
    first, rest = sets[0], sets[1:]
    lengths = b"".join(len(one).to_bytes(2, "big") + one for one in rest)
    head = b"\x01" + first[1:4] + b"\xff\xe1" + len(first).to_bytes(2, "big")
    return head + first + bytes((len(rest),)) + lengths


def coded(
    frame: int,
    *,
    field: int | None = None,
    kind: int = 1,
    ref: int = 1,
    idr: int = 0,
    lists: tuple[int, ...] = (),
    marks: tuple[int, ...] = (),
) -> Bits:
    """Return the header of a slice of all macroblocks: an I slice where it starts a sequence."""
    bits = Bits(ref << 5 | kind).ue(0, 7 if kind == 5 else 5, 0).u(4, frame)
    bits.u(1, field is not None).u(0 if field is None else 1, field or 0)
    if kind == 5:
        return bits.ue(idr).u(2, 0).ue(0)
    bits.u(2, 1 if lists else 0).ue(*lists)
    if ref:
        bits.u(1, bool(marks)).ue(*marks)
    return bits.ue(0)


def plain(bits: Bits, count: int) -> bytes:
    for _ in range(count):
        bits.ue(25).aligned().raw(bytes(range(1, 129)) * 3)
    return bits.unit()


def still(bits: Bits, count: int) -> bytes:
    return bits.ue(count).unit()


def sample(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def first(idr: int = 0) -> bytes:
    return plain(coded(0, kind=5, idr=idr), 4)


def wrong(settings: bytes, *samples: bytes) -> str:
    """Return what is wrong, or nothing."""
    try:
        follower = Follower("avc", settings)
        for one in samples:
            follower.follow(one)
    except Unverified as error:
        return error.detail
    return ""


SETTINGS = described(sequence(), picture())
LONG = b"\x06\x90\x04abcd\x80"


def test_frames_and_fields_follow_one_another() -> None:
    top = plain(coded(0, kind=5, field=0), 2)
    halves = [still(coded(number, field=at), 2) for number in (0, 1) for at in (0, 1)]
    frame = still(coded(2), 4)
    assert not wrong(SETTINGS, sample(top, halves[1]), sample(*halves[2:]), sample(frame))
    assert not wrong(SETTINGS, sample(top), sample(halves[1]), sample(halves[2]), sample(halves[3]))
    assert not wrong(SETTINGS, sample(first()), sample(*halves[2:]), sample(frame))
    for bad in (
        sample(top, halves[0]),
        sample(top, halves[3]),
        sample(top, halves[1], halves[2]),
        sample(top, still(coded(0), 4)),
        sample(top, still(coded(0, field=1, ref=0), 2), halves[2]),
    ):
        assert wrong(SETTINGS, bad)


@pytest.mark.parametrize("count", [3, 5])
def test_a_picture_has_all_its_macroblocks_and_no_more(count: int) -> None:
    assert wrong(SETTINGS, sample(first()), sample(still(coded(1), count)))
    assert wrong(SETTINGS, sample(plain(coded(0, kind=5), count)))


def test_pictures_are_counted_as_the_standard_says() -> None:
    here = sample(first())
    assert not wrong(SETTINGS, here, sample(still(coded(1, ref=0), 4)), sample(still(coded(1), 4)))
    for number in (0, 2, 9):
        assert "twice, or not" in wrong(SETTINGS, here, sample(still(coded(number), 4)))
    assert not wrong(SETTINGS, sample(still(coded(9), 4)), sample(still(coded(10), 4)))
    loose = described(sequence(gaps=1), picture())
    assert "not followed" in wrong(loose, here, sample(still(coded(3), 4)))
    assert wrong(SETTINGS, sample(plain(coded(1, kind=5), 4)))


def test_what_is_said_of_kept_pictures_is_true_of_one() -> None:
    def after(**said: tuple[int, ...]) -> str:
        following = still(coded(3), 4)
        last = still(coded(2, **said), 4)  # type: ignore[arg-type] # of lists and marks alone
        return wrong(SETTINGS, *map(sample, (first(), still(coded(1), 4), last, following)))

    assert not after() + after(lists=(0, 0, 3)) + after(marks=(1, 0, 0))
    assert not after(marks=(4, 1, 3, 0, 0, 0)) + after(marks=(4, 2, 6, 1, 0))
    for lists in ((0, 4, 3), (1, 0, 3), (2, 0, 3), (0, 0, 0, 0, 3), (0, 0)):
        assert after(lists=lists)
    for marks in ((1, 5, 0), (1, 0, 1, 0, 0), (2, 0, 0), (3, 0, 0, 0), (6, 0, 0), (4, 17, 0)):
        assert after(marks=marks)
    assert not wrong(SETTINGS, sample(still(coded(5, lists=(0, 2, 3)), 4)))


def test_sequences_are_counted_or_go_to_and_fro() -> None:
    def all_of(*numbers: int) -> str:
        return wrong(SETTINGS, *(sample(first(number)) for number in numbers))

    assert not all_of(0, 1, 0, 1) + all_of(7, 8, 9, 0) + all_of(65535, 0) + all_of(3, 3)
    assert "not followed" in all_of(0, 77)


def test_nothing_but_the_filling_is_cropped() -> None:
    for crop in ((0, 3, 0, 7), (1, 1, 1, 1), (0, 15, 0, 7)):
        assert not wrong(described(sequence(crop=crop), picture()), sample(first()))
    for crop in ((0, 16, 0, 0), (0, 0, 0, 8), (9, 9, 0, 0), (0, 0, 4, 4)):
        assert "not followed" in wrong(described(sequence(crop=crop), picture()))


def test_sets_that_nothing_uses_may_not_be_long() -> None:
    few = [picture(number) for number in range(6)]
    many = [picture(number) for number in range(40)]
    assert not wrong(described(sequence(), *few), sample(first()))
    assert "not followed" in wrong(described(sequence(), *many), sample(first()))
    assert not wrong(SETTINGS, sample(sequence(), picture(), first()))
    changed = sample(picture(0, 1), picture(0, 2))
    assert "twice, or not" in wrong(SETTINGS, sample(first()), changed)
    assert "not followed" in wrong(SETTINGS, sample(first()), sample(sequence(gaps=1)))
    assert "not followed" in wrong(described(sequence(), picture(groups=1)))
    assert "not followed" in wrong(
        described(sequence(), picture(redundant=1)), sample(still(coded(1), 4))
    )


def test_the_shape_of_pixels_and_the_schedule_have_no_more_than_they_need() -> None:
    def shape(kind: int) -> Callable[[Bits], Bits]:
        return lambda bits: bits.u(1, 1).u(8, kind).u(8, 0)

    def schedule(count: int) -> Callable[[Bits], Bits]:
        def written(bits: Bits) -> Bits:
            bits.u(5, 0).u(1, 1).ue(count).u(8, 0)
            for _ in range(count + 1):
                bits.ue(9, 9).u(1, 0)
            return bits.u(20, 0).u(4, 0)

        return written

    assert not wrong(described(sequence(tail=shape(1)), picture()), sample(first()))
    assert not wrong(described(sequence(tail=schedule(0)), picture()), sample(first()))
    assert wrong(described(sequence(tail=shape(99)), picture()))
    assert "not followed" in wrong(described(sequence(tail=schedule(3)), picture()))


def test_messages_say_what_a_screen_needs_and_no_more() -> None:
    recovery = Bits(0x06).u(8, 6).u(8, 1).ue(2).u(4, 0).u(1, 1).unit()
    turned = Bits(0x06).u(8, 47).u(8, 3).u(3, 1).u(16, 0x4000).ue(1).u(1, 0).u(1, 1).unit()
    for fine in (recovery, turned, LONG):
        assert not wrong(SETTINGS, sample(fine, first()))
    later = sample(LONG, still(coded(1), 4))
    assert not wrong(SETTINGS, sample(LONG, first()), later)
    assert wrong(SETTINGS, sample(b"\x06\x90\x04abce\x80", first()), later)
    for bad in (
        b"\x06\x05\x10" + bytes(range(16)) + b"\x80",
        recovery[:-1] + b"\x80\x80",
        b"\x06\x06\x01\x85\x80",
        b"\x06\x06\x02\x84\x55\x80",
        b"\x06\x90\x05abcde\x80",
        b"\x06\x90\x04abcd\x80\x00",
        b"\x06\x90\x04abcd\xc0",
        b"\x06\x90\xffab\x80",
        b"\x26\x90\x04abcd\x80",
        b"\x06",
    ):
        assert wrong(SETTINGS, sample(bad, first()))
    assert "twice" in wrong(SETTINGS, sample(LONG, LONG, first()))


def test_marks_of_the_end_stand_at_the_end() -> None:
    assert not wrong(SETTINGS, sample(first(), b"\x0a", b"\x0b"), sample(first(1)))
    for bad in (
        (b"\x0a", first()),
        (first(), b"\x0a", b"\x0a"),
        (first(), b"\x0b", b"\x0a"),
        (first(), b"\x0a", LONG),
        (first(), b"\x0aX"),
        (first(), b"\x2a"),
    ):
        assert wrong(SETTINGS, sample(*bad))
