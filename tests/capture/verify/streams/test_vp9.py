"""VP9 is followed to the end of each header and each tile, and to the last byte of each sample."""

import io
import random
from base64 import b85decode

import av
import numpy as np
import pytest

from capture.errors import Unverified
from capture.verify.codes import Follower

FAST = {"deadline": "realtime", "cpu-used": "6"}
GOOD = {"deadline": "good", "cpu-used": "2"}
TILES = {"tile-columns": "1", "tile-rows": "1", "row-mt": "0", "threads": "1"}
WAYS = {
    "as in a call": (176, 144, "yuv420p", FAST),
    "best, adapting": (130, 74, "yuv420p", GOOD | {"frame-parallel": "0"}),
    "not adapting": (96, 64, "yuv420p", GOOD | {"frame-parallel": "1"}),
    "alone": (66, 66, "yuv420p", FAST | {"error-resilient": "1"}),
    "of segments": (192, 128, "yuv420p", FAST | {"aq-mode": "3", "b": "60000"}),
    "without loss": (64, 48, "yuv420p", FAST | {"lossless": "1"}),
    "of tiles": (512, 128, "yuv420p", FAST | TILES),
    "of all colours": (90, 70, "yuv444p", FAST),
    "of half the colours": (90, 70, "yuv422p", FAST),
    "of half the rows": (90, 70, "yuv440p", FAST),
    "of red, green and blue": (90, 70, "gbrp", FAST),
    "of one pixel": (1, 1, "yuv420p", GOOD),
}


def picture(index: int, width: int, height: int) -> av.VideoFrame:
    """Return one of many pictures: waves that move, and a piece of noise that stands."""
    y, x = np.mgrid[0:height, 0:width]
    waves = 128 + 90 * np.sin((x + 3 * index) / 9) * np.cos((y - index) / 7)
    noise = np.random.default_rng(1).integers(-60, 60, (height, width))
    values = waves + np.where((x > width / 3) & (y > height / 2), noise, 0)
    colours = np.stack((values, np.roll(values, 5, 0), 255 - values), axis=2)
    return av.VideoFrame.from_ndarray(colours.clip(0, 255).astype(np.uint8), format="rgb24")


def coded(width: int, height: int, pixels: str, options: dict[str, str]) -> list[bytes]:
    sink = io.BytesIO()
    with av.open(sink, "w", format="webm") as movie:
        stream = movie.add_stream("libvpx-vp9", rate=15, options=options)
        stream.width, stream.height, stream.pix_fmt = width, height, pixels
        for index in range(6):
            movie.mux(stream.encode(picture(index, width, height)))
        movie.mux(stream.encode(None))
    with av.open(io.BytesIO(sink.getvalue()), "r") as made:
        return [bytes(packet) for packet in made.demux(video=0) if packet.size]


def settings(first: bytes) -> bytes:
    """Return what stands in a sample description for a stream that begins so, of 8 or 10 bits."""
    profile = (first[0] >> 5 & 1) | (first[0] >> 4 & 1) << 1
    depth = 8 if profile < 2 else 10
    return bytes((1, 0, 0, 0, profile, 10, depth << 4 | 2, 2, 2, 2, 0, 0))


def refused(before: list[bytes], sample: bytes) -> str:
    follower = Follower("vp9", settings(before[0] if before else sample))
    for earlier in before:
        follower.follow(earlier)
    with pytest.raises(Unverified) as caught:
        follower.follow(sample)
    assert caught.value.facts == {"part": "vp9", "reason": "codes"}
    assert caught.value.detail != "it could not be followed"  # a machine that stopped
    return caught.value.detail


@pytest.mark.parametrize("way", WAYS)
def test_what_encoders_write_is_followed_and_nothing_behind_it(way: str) -> None:
    chance = random.Random(5)
    samples = coded(*WAYS[way])
    follower = Follower("vp9", settings(samples[0]))
    for sample in samples:
        follower.follow(sample)
    for index in (0, len(samples) - 1):
        before, sample = samples[:index], samples[index]
        for hidden in (b"\0", b"\xff", b"hidden", bytes(20), chance.randbytes(3)):
            refused(before, sample + hidden)
        for bit in range(8):
            refused(before, sample[:-1] + bytes((sample[-1] ^ 1 << bit,)))
        refused(before, sample[:-1])
        refused(before, sample[: len(sample) // 2])


def test_nothing_fits_anywhere_inside() -> None:
    chance = random.Random(6)
    samples = coded(48, 32, "yuv420p", FAST)
    for index in (0, 1):
        # Among the last bytes, what is put in can become a part of the picture, to the last bit.
        last = len(samples[index]) - 10
        for at in range(0, last, 1 + last // 150):
            hidden = chance.choice((b"\0", b"\xff", b"text", chance.randbytes(2)))
            refused(samples[:index], samples[index][:at] + hidden + samples[index][at:])


def tile_after(sample: bytes, at: int) -> int:
    """Return where the tile ends of which the size stands here."""
    return at + 4 + int.from_bytes(sample[at : at + 4])


def four_tiles(sample: bytes, at: int) -> bool:
    ends = [at]
    while len(ends) < 4 and 0 < ends[-1] < len(sample) - 5:
        ends.append(tile_after(sample, ends[-1]))
    return len(ends) == 4 and ends[-1] < len(sample) and ends[1] > at + 9


def test_nothing_fits_behind_a_tile_even_where_its_size_counts_it() -> None:
    sample = coded(*WAYS["of tiles"])[0]
    start = next(at for at in range(20, len(sample)) if four_tiles(sample, at))
    end = tile_after(sample, start)
    size, tile = end - start - 4, sample[start + 4 : end]
    for hidden in (b"\0", b"\xff", b"hidden"):
        longer = (size + len(hidden)).to_bytes(4) + tile + hidden
        refused([], sample[:start] + longer + sample[end:])
    refused([], sample[:start] + (size - 1).to_bytes(4) + tile[:-1] + sample[end:])


def test_pictures_that_are_not_shown_stand_before_one_that_is() -> None:
    samples = unpacked(PACKED)
    follower = Follower("vp9", settings(samples[0]))
    for sample in samples:
        follower.follow(sample)
    at = next(index for index, sample in enumerate(samples) if sample[-1] >> 5 == 6)
    before, whole = samples[:at], samples[at]
    count, width = (whole[-1] & 7) + 1, (whole[-1] >> 3 & 3) + 1
    index = whole[-2 - count * width :]
    places = [1 + n * width for n in range(count)]
    sizes = [int.from_bytes(index[at : at + width], "little") for at in places]
    first, rest = whole[: sizes[0]], whole[sizes[0] : -len(index)]
    refused(before, first)
    refused(before, rest)
    refused(before, whole[: -len(index)])
    refused(before, first + b"\0" + rest + index)
    refused(before, first + rest + b"\0" + index)
    refused(before, first + rest + index + b"\0")
    grown = [size + (n == count - 1) for n, size in enumerate(sizes)]
    wide = b"".join(size.to_bytes(width, "little") for size in grown)
    refused(before, first + rest + b"\0" + index[:1] + wide + index[-1:])
    marker = bytes((index[0] + 8,))
    wider = b"".join(size.to_bytes(width + 1, "little") for size in sizes)
    refused(before, first + rest + marker + wider + marker)
    alone = bytes((0xC8, *len(samples[0]).to_bytes(2, "little"), 0xC8))
    refused([], samples[0] + alone)


def test_ten_bits_are_followed() -> None:
    samples = unpacked(DEEP)
    follower = Follower("vp9", settings(samples[0]))
    for sample in samples:
        follower.follow(sample)
    for index, sample in enumerate(samples):
        refused(samples[:index], sample + b"\0")


def test_a_picture_shown_again_is_a_byte_and_was_there() -> None:
    samples = coded(48, 32, "yuv420p", FAST)
    follower = Follower("vp9", settings(samples[0]))
    follower.follow(samples[0])
    follower.follow(b"\x88")
    follower.follow(samples[1])
    refused([], b"\x88")
    refused(samples[:1], b"\x88\0")
    refused(samples[:1], b"\x88secret")


def test_the_settings_are_those_of_the_stream() -> None:
    sample = coded(48, 32, "yuv420p", FAST)[0]
    good = settings(sample)
    for wrong in (b"", good[:-1], good + b"\0", good[:-1] + b"\x01", b"\2" + good[1:]):
        with pytest.raises(Unverified):
            Follower("vp9", wrong)
    for at in range(12):
        with pytest.raises(Unverified):
            Follower("vp9", good[:at] + b"\xf3" + good[at + 1 :])
    other = Follower("vp9", good[:4] + b"\1" + good[5:])
    with pytest.raises(Unverified):
        other.follow(sample)


class Reading:
    """The arithmetic decoder of the compressed header of a key frame, which notes what it reads."""

    def __init__(self, data: bytes) -> None:
        self.bits = "".join(f"{byte:08b}" for byte in data)
        self.value, self.at, self.range = int(self.bits[:8], 2), 8, 255
        self.noted: list[tuple[int, int]] = []

    def bit(self, chance: int = 128) -> int:
        split = 1 + ((self.range - 1) * chance >> 8)
        found = int(self.value >= split)
        self.value -= split * found
        self.range = self.range - split if found else split
        while self.range < 128:
            self.range, self.value = 2 * self.range, 2 * self.value + int(self.bits[self.at])
            self.at += 1
        self.noted.append((found, chance))
        return found

    def number(self, count: int) -> int:
        return int("".join(str(self.bit()) for _ in range(count)), 2)

    def change(self) -> None:
        if not self.bit(252):
            return
        if not self.bit() or not self.bit():
            self.number(4)
        elif not self.bit():
            self.number(5)
        elif self.number(7) >= 65:
            self.bit()

    def odds(self) -> list[int]:
        """Read all; return where odds stand of brightness that is told by other pictures."""
        places = []
        assert not self.bit()  # the first one says nothing
        largest = self.number(2)
        for _ in range(12 if largest == 3 and self.bit() else 0):
            self.change()
        for _ in range(largest + 1):
            for of in range(24 * self.bit()):
                if of // 6 == 1:
                    places.append(len(self.noted))
                for _ in range(3 * (6 if of % 6 else 3)):
                    self.change()
        for _ in range(3):
            self.change()
        return places


def written(bits: list[tuple[int, int]]) -> bytes:
    """Write bits as encoders do, with what they end in."""
    low, span, shifts = 0, 255, 0
    for one, chance in bits + [(0, 128)] * 32:
        split = 1 + ((span - 1) * chance >> 8)
        low, span = (low + split, span - split) if one else (low, split)
        while span < 128:
            low, span, shifts = 2 * low, 2 * span, shifts + 1
    size = shifts - 16 >> 3
    data = (low >> shifts + 8 - 8 * size).to_bytes(size)
    return data + bytes(data[-1] >> 5 == 6)


def place_of_size(sample: bytes) -> int:
    """Return the bit at which a small key frame says how long its compressed header is."""
    bits = "".join(f"{byte:08b}" for byte in sample[:64])
    at = 8 + 24 + 4 + 32 + 1 + 4 + 6 + 3 + 1
    if bits[at - 1] == "1" and bits[at] == "1":
        for _ in range(6):
            at += 7 * int(bits[at + 1]) + 1
    at += 1 + 8
    for _ in range(3):
        at += 1 + 5 * int(bits[at])
    assert bits[at : at + 2] == "00"  # no segments, one row of tiles
    return at + 2


def with_header(sample: bytes, at: int, old: int, header: bytes) -> bytes:
    start = (at + 16 + 7) // 8
    shift = 8 * start - at - 16
    head = int.from_bytes(sample[:start]) + (len(header) - old << shift)
    return head.to_bytes(start) + header + sample[start + old :]


def test_odds_that_nothing_is_read_by_cannot_be_set() -> None:
    sample = coded(64, 48, "yuv420p", FAST)[0]
    at = place_of_size(sample)
    start = (at + 16 + 7) // 8
    old = int.from_bytes(sample[:start]) >> (8 * start - at - 16) & 0xFFFF
    reading = Reading(sample[start : start + old])
    places = reading.odds()
    same = with_header(sample, at, old, written(reading.noted))
    assert same == sample
    Follower("vp9", settings(sample)).follow(same)
    assert places
    for place in places:
        assert reading.noted[place] == (0, 252)
        hidden = [(1, 252), (0, 128), (1, 128), (0, 128), (1, 128), (0, 128)]
        changed = reading.noted[:place] + hidden + reading.noted[place + 1 :]
        what = refused([], with_header(sample, at, old, written(changed)))
        assert what == "it is coded in a way that is not followed"
    for hidden in ([(0, 128)] * 8, [(0, 128)] * 32, [(1, 128)], [(0, 128)] * 7 + [(1, 128)]):
        refused([], with_header(sample, at, old, written(reading.noted + hidden)))


def test_nonsense_ends_with_an_answer() -> None:
    chance = random.Random(9)
    samples = coded(64, 64, "yuv420p", FAST)
    answers = set()
    for turn in range(400):
        follower = Follower("vp9", settings(samples[0]))
        broken = bytearray(samples[turn % 2])
        for _ in range(chance.randrange(1, 4)):
            broken[chance.randrange(min(len(broken), 90))] = chance.randrange(256)
        try:
            for earlier in samples[: turn % 2]:
                follower.follow(earlier)
            follower.follow(bytes(broken))
        except Unverified as caught:
            answers.add(caught.detail)
    assert "it could not be followed" not in answers  # a machine that stopped
    assert len(answers) > 2


def unpacked(packed: str) -> list[bytes]:
    data, samples = b85decode("".join(packed.split())), []
    while data:
        size = int.from_bytes(data[:2])
        samples.append(data[2 : 2 + size])
        data = data[2 + size :]
    return samples


# By ffmpeg 5.1 with libvpx 1.12, in two passes: some samples hold pictures that are not shown.
PACKED = """
1}vgUgF@g1@B{QHI3yeyG5`Y5cBh%ax~Ie5{dd^!*az==@4D+=-
Yt87W9>bUx9XnVI(1KC(YlYc>Y<f@0CiWy|Nrv!A@Tp>mxz-8|I<C};2-s0xeT8=ctsk+v@NGuFY!vP!MEyL`(sYdni-
(ZdBsur1}GG2EnAjdgw1X8V5X1@%+s+Dk9zkqzQ|GCk#Ip<qQz6=O@AaAEKzWw{Q<8C)u)c^>#`bB78qYxLlM&?+78|Nnwdb
GT>p#&Cct+m{56>@n*x4B%;`__0bCi){!KM-B$6-
(l#dQi7iKzBhF7=WM=B)!+>s1$QH%k|uP1UmiyX`P@`t}}LuA>DY<+@^m(`zRQDf+X(KgiyvV;n=X?89i_J24S)w+}Z$f3_J
^I5{?c*vY{1Q)%H?oMkOpq!l2LlI$zxJ5VRkwM!!&XE%A;RqO$EsV518^2}N^Rpjxl4^jUOgcJ-
i!$5=KkekN^NjJba3~ea_5HSEebJ$KJ9jai<l#nBzc!k~8n>1Z6RQE!%>Mx0_%Y7!81~-l?yMiG_P-
hCYyl`?`E?+*1<?~}E=fHL<?FTK?9}@|-fIJMWlQ6Z>@C4B`#Ju!W`?GeTmF{|Bady4ElX4g|215)k9p0bbW`p|0~PgFnhB-
qi;M^fzqrD%lmBf<8gI<#SUXjw%&!?pX^)3J=gH9hitI7J;A=e{D_B<d{<A`_W_w%;+uh*s5*hzl_IydraQ*Xn0A;4scHpaf
-%l0Z6s+Pc9fchhqsnlYu;eGhV7#g#!jmY@htfUUQFk){kKf6@%6<wi7EiMUYEI6>v9)&x6ymL4h9uMMhW91bPKE$PjW=+0W
m#Y-
bD2LPHI%*zt;#y@qPRo5IL=o^qFgEKYv7iLi&a+AWoayH5NGC>gYhlUu<7FPt{OYjs*i=$!C!w7Vw+)i=mcs&L@+RGh9;}11
9({z?DY&tT{&oT-ab0BX`|WtfVdu^5+p@zFf&J41U1hS+j4y_01GBooXF+Gw`G)?$H)N6@2D$U=I4f3SYSGDYR)}bo4(QmWN
@nthLA-
~xQQx$S#RR0<~tCDDHKo;<y~i_Q|7NshkE3LG`lddIs{C19Eu^R*xxoqCKN+2MkZJGU&iS*Z(ACyvNe5SxD)_Lq<}j1Ib8Xl
($T-%luHNKajNs?Q3BzVcZe!#-
othZLMmm<@=9D^5Cgh@i|9cV8~MFc>5^r<sUVHPu#5i4Jqb(#&q&UMF)IugV~Q;m*M@da7lGoFE(wF08<Yb@?1L+Wq^J`w{-
rWs`T{gdD`!WG;ogo<ZYF)f^n8MO)vRZ2`GWF0e3qQT{h+S6QuaL{>~1&G4`H`XjF~w;TQu@fjZi`4U8-
FY^wdQoWOh(Bu=h;uww?k1S5+}*VbTh`nOg4HI{L!C3NKC>79Q|wv8Fn#rcJp7m7AV)sY`6E>C3pg6`DpD+?9!NgnSgqyKh-
v6MOrUmlsGhkcd&A?+w~N!~Sn|TvbX!qrnKaDak%J{~!`=dSda>I6uw{jNdyteY9{&Om%wPPDl~?50vED_*&rwL{|9?f=p_A
A$%5?aO((oG2WvmcxyrVG)x7%#cqAW*y@H$31?YAkD9n5aF+Qtr{>nHv7uvL08tiyiBed<Vrv|%i{40+^M9{0LOGLJsibxg>
P8|NjbAjic&i(o`l@^<xG|eMC!8Ka%Y&tG7W~G)&<Ru}?Aj+)@FQG@q6}1r&8eC}W)ErjVDuP&hp#QwY<yh&qLLcw0nHlzp~
#ieI^ZxtZCuqCzopSFhk%z-
Wm&`81l!63l%+<%^8V{Np<qVPqEVT|(orQUq=vD!rv3Q;vPag=s9}a6!Q?HVcTrKKSm7xe2DtPBvfa%zxG0CI(%?}t&!g4Rn
F<EhX>uuXv6Dv!HeE%d+X2;P17jr>g{e%%EtN5WMbT3P(dwPGbptoHH6U>?$tkwtNc2YSY(ilrQy&gUv3494?1bsp4@8?<2p
4A&k6;2+YKtluD+J-HD#h`oaENsaL-Rmhu$)e}-
z(;v79E78k~s$v2<yR)U;qMAqyYd)aj>+&019weGyni~tN#)g7x_=fp%n4UHHvT!_o5ZeO=~3}-e=xW71h-
(z*T<#XN|0(v5h|4)b<mX>L=ToV*3@%>8ksuvQCugzSCY_J%xQ1356r<2wdolEOe{nt=aZr)F@5eZ$EWs`-
hy$VF`p!r8_ll06}!2_0u*s;ZGWFEPwuszABD|WNQ9ynenkdNc?%_CD%wW2vGNA%Q_uSS?2C@tt2WZ1c_<;r$$Y4A;wGvRx&
4!s{IU>b8q9K_j)Q;x&1DQ(73~aDxTQxXl&71_{|OID^eaha6n3v`b)lQO@9&HWqmU78f`zUYKW|M`2u5i3ebc#+7MMc1g08
@iq=ATeu`|R_xEdR2eGVgbW&S&9!Kqa#kJ^yqWZahZNkLtM)>s<!oIDZV}n%8vv-u4F*W09&_@HFkSyttatC-
$e#}*JzGX}IlAOQmGe92Ycmy4gUU1MBjnAgBe`pHk{nE}F8fo3<#j8VVOC_D+9!|}xupFbJSY$%q?Vk76&MK7KK-
Lp!9?WpfeG%z<fZG5ig&_`@&^Rb-vr?lB0yMP{KG{B=81Wq8XPjyi;cxKZi@=6`Gij_R&**+L5R3sMHw^oQnRp%m^^T>y6ww
^>U*Zskrae6Dk#e+Yy#~%35dqjjcpek}+q3)Dby2sIs8%32F;`c>0Hgu{PcsO=zyJmy004SMQDN_4I^{40gD57X1OQVEt}pN
a0e~O?094!nrT{>$8(d%D00STZ09f__%MAh=01*HX0LuUnrT{>$8&F^100STZ09I`P00FH48>R>-rW<Tu-~a<4004N^-
8Phg1I0_j_abTl02!tTD5e`QU*G@(AOHY&=9IOUud7DbW#?c30jvN!qyR8aGVs5^00tu%0D7{U<5TMOhV8eoyv!C2FyF@9B*
3#my1)RY1R#bBgkRtQ10$#aURyxHClJ8^5T*nmh6|iu-~a<4003b$<^Tbx034<OK%N_TU*G@(Bd7p(Z;hNBdda%5V^Z{KL7)
"""

# By the same, of 10 bits, which the encoder that comes with PyAV does not make.
DEEP = """
15c7kgF*lScmVqW91;!;7yto?KV$cz^%$ekdd{EhUaQi34)A)9MZ4^Qyqkyb`SvVP_`Vmf;rYYs`X{2@mObA90DlDgk+iga9
NHRdZA+e~v6T{infwOc8D<mr)t%>(|3BvUT9Y1&57%hm{4>O<g3WKo=H^fI&;L(5cWgQkD&9yzgtH4PIhWZF+3)%bs@uPB^{
$IyeUhPK*fd(!b<O*(CNbCVW&~eE3`P<3cxI15EL!hTth+%~E7Nn%LbRaB@FsACw30q3A^hY<*v5_e;>$RM3=BC#*=a+FWuG
Q(j9btn{6-(#2mkzJVE^E|{{u1K_-
=pl@BjKm)Vca_vdVvQfB*k@Y4xf9>`kiI`jB1w`}$GdNbqo>dETHA{S~4pnmct#p#zU<Ps`*tY&#U~L1Oi`#oD|jbWWBuz3J
^j9yIwc_(E~#kMi2oHNsyZ!^x#_d8A$dF$4c8aJ?8!g9E~j0|KwCECHs&RVmCzccwLl<H}=Bv+ZK<2z)X+u5xT=@8jjMYd)G
`uQOrYn`RE90E)h0u2rVseU>9L@q2<M0u{T;O`rJ7;1;EA9(mW5BJJr0m&GSkYg_(%7U!nwXIj!G?5~8rScZKl_`yviMjJ@=
CjS|ZcJvH0iRLenLsh~8Lto(NdZ?$Z=<%3B^XRVPkyRtct<g~Q$uIP%JFFP)xy{;=0rVBIL5ErBzEt>?!4rtdjgm!l;-
DG3hOY#?;TvLqP|4@$%-&*W{2TDNwjW6QxYC%A8Hz)+jML=UVW_K6`XBt}AWKY_jc-
vdvyNk%AtbNr7tu3nC3o2%8C@-%5;((sN-EsXka<J326p{_n`*CPQo4f0`Dija8QRM46demBNh^WZIFy(z@&kU-zPYIX|IJZ
f{mXyxQ&0cjQ~#F#|J)0Ickz;sb3XlF|Nl6V_O}oI4>u3r_=|Uk`J1D?kZ#Kr`o+dZBBNaa0oKKeT`;f8Lz{bLfZS`|+lBhu
J@!9#+~kLwFVAQ1BLvLnTT(j!wxEG#NI{{9zyv5_Hmj=3^z-W;jri}wee>v->oCI$m$z=vwMCz#608k7&-
F3B|91cOklrTzhN)^J+$)&q000k`06>zQ1WEt^10VnZ4EO*KmH<GKoCHXq00STZ01Ws5Q<eZglAIh$000AU004Xhc3(mt|Nr
s{AmnNLv~voNLtbeBmzDqj%I#TZnga$lj<D}ZScRj;Ih2R1O?l4?l`<223{96*#hNlb(nwew*YQYz
"""
