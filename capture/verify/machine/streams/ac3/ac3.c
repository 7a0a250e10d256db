/*
 * AC-3, ATSC A/52 (ETSI TS 102 366): a sample is one frame of six blocks. It has room for other data
 * in three places: behind its head, in each block, and at its end. The first must not be there, the
 * others must be zeros. Both checksums must be right.
 */

#include "ac3.h"
#include "ac3_numbers.h"

#define SYNC 0x0B77
#define SETTINGS 3
#define HEAD 8
#define BLOCKS 6
#define ALTERNATE_SYNTAX 6
#define PLAIN_SYNTAX 8
#define QUARTER_RATE 10 /* 9 and 10: at a half and a quarter of the rate, as encoders agreed on */
#define END_BITS 18 /* auxdatae, crcrsv, crc2 */

Frame frame;
Sound sound;
static Frame settings;

/* Table 5.8 */
static u32 channels_of(u32 mode)
{
    static const u8 counts[8] = {2, 1, 2, 3, 3, 4, 4, 5};
    return counts[mode];
}

/* ETSI TS 102 366, F.4: dac3. */
EXPORT(configure) u32 configure(u8 *at, u32 size)
{
    Bits b = bits_of(at, size);
    settings = (Frame){0};
    if (size != SETTINGS)
        return BROKEN_HEADER;
    Frame said = {.rate = take(&b, 2), .version = take(&b, 5), .service = take(&b, 3)};
    said.mode = take(&b, 3);
    said.low = take(&b, 1);
    u32 rate = take(&b, 5), reserved = take(&b, 5);
    if (said.rate == 3 || rate >= sizeof RATES / sizeof *RATES || reserved)
        return BROKEN_HEADER;
    if (said.version != ALTERNATE_SYNTAX && (said.version < PLAIN_SYNTAX || said.version > QUARTER_RATE))
        return NOT_FOLLOWED;
    said.full = channels_of(said.mode);
    said.size = rate;
    settings = said;
    return FINE;
}

/* 7.10.1: x^16 + x^15 + x^2 + 1. */
static u32 checksum(const u8 *at, u32 size)
{
    u32 sum = 0;
    for (u32 each = 0; each < size; each++) {
        sum ^= (u32)at[each] << 8;
        for (u32 bit = 0; bit < 8; bit++)
            sum = (sum << 1 ^ (sum & 0x8000 ? 0x8005 : 0)) & 0xFFFF;
    }
    return sum;
}

/* Table 5.18: bytes of a frame; at 44.1 kHz there is now and then a word more. */
static u32 frame_size(u32 rate, u32 code)
{
    u32 kilobits = RATES[code >> 1];
    if (rate == 1)
        return 2 * (320 * kilobits / 147 + (code & 1));
    return rate ? 6 * kilobits : 4 * kilobits;
}

static u32 sync_info(Bits *b, u32 size)
{
    u32 sync = take(b, 16);
    take(b, 16);
    u32 rate = take(b, 2), code = take(b, 6);
    if (sync != SYNC || rate == 3 || code >= 38)
        return BROKEN_HEADER;
    if (frame_size(rate, code) != size)
        return frame_size(rate, code) > size ? ENDS_EARLY : BYTES_LEFT;
    frame.rate = rate;
    frame.size = code >> 1;
    return FINE;
}

/* How loud it is meant to be, in which language (reserved: all ones), and where it was mixed. */
static u32 loudness(Bits *b)
{
    take(b, 5);
    if (take(b, 1))
        take(b, 8);
    if (take(b, 1) && take(b, 8) != 0xFF)
        return BROKEN_HEADER;
    if (take(b, 1))
        take(b, 7);
    return FINE;
}

/* Times of day are not let through. In their place the other syntax says how to mix down. */
static u32 times_or_mixing(Bits *b)
{
    u32 first = take(b, 1), further = 0;
    if (first)
        take(b, 14);
    u32 second = take(b, 1);
    if (second)
        further = take(b, 14);
    if (frame.version != ALTERNATE_SYNTAX)
        return first || second ? NOT_FOLLOWED : FINE;
    return further & 0x1FF ? BROKEN_HEADER : FINE; /* xbsi2 and encinfo are reserved */
}

static u32 same_as_settings(void)
{
    return frame.rate == settings.rate && frame.version == settings.version &&
           frame.service == settings.service && frame.mode == settings.mode &&
           frame.low == settings.low && frame.size == settings.size;
}

/* 5.3.2: bsi */
static u32 stream_info(Bits *b)
{
    frame.version = take(b, 5);
    frame.service = take(b, 3);
    frame.mode = take(b, 3);
    frame.full = channels_of(frame.mode);
    if (frame.mode & 1 && frame.mode != 1)
        take(b, 2);
    if (frame.mode & 4)
        take(b, 2);
    if (frame.mode == 2)
        take(b, 2);
    frame.low = take(b, 1);
    if (!same_as_settings())
        return BAD_ORDER;
    frame.slower = frame.version > PLAIN_SYNTAX ? frame.version - PLAIN_SYNTAX : 0;
    u32 answer = loudness(b);
    if (!answer && !frame.mode)
        answer = loudness(b);
    take(b, 2);
    answer = answer ? answer : times_or_mixing(b);
    return !answer && take(b, 1) ? NOT_FOLLOWED : answer; /* addbsie */
}

static u32 zeros_until(Bits *b, u64 end)
{
    while (b->next < end) {
        u32 some = end - b->next < 32 ? (u32)(end - b->next) : 32;
        if (take(b, some))
            return BYTES_LEFT;
    }
    return FINE;
}

/* 5.4.4 and 5.4.5. The reserved bit keeps the second checksum from looking like the next frame. */
static u32 end_of_frame(Bits *b, u8 *at, u32 size)
{
    if (b->next + END_BITS > b->end)
        return ENDS_EARLY;
    u32 answer = zeros_until(b, b->end - END_BITS);
    if (!answer && take(b, 1))
        answer = BYTES_LEFT;
    if (!answer && take(b, 1)) {
        at[size - 3] &= 0xFE;
        answer = checksum(at + 2, size - 4) == SYNC ? FINE : BITS_LEFT;
        at[size - 3] |= 1;
    }
    return answer;
}

/* 7.10.1: the first sum is over five eighths of a frame, the second over all of it. */
static u32 sums_are_right(const u8 *at, u32 size)
{
    u32 words = size / 2, first = 2 * (words / 2 + words / 8);
    return !checksum(at + 2, first - 2) && !checksum(at + 2, size - 2);
}

EXPORT(follow) u32 follow(u8 *at, u32 size)
{
    Bits b = bits_of(at, size);
    frame = (Frame){0};
    clear(&sound, sizeof sound);
    if (!settings.full)
        return BROKEN_HEADER;
    if (size < HEAD)
        return ENDS_EARLY;
    u32 answer = sync_info(&b, size);
    answer = answer ? answer : stream_info(&b);
    if (!answer && !sums_are_right(at, size))
        answer = BROKEN_HEADER;
    for (u32 number = 0; number < BLOCKS && !answer; number++)
        answer = audio_block(&b, number);
    if (!answer && over(&b))
        answer = ENDS_EARLY;
    return answer ? answer : end_of_frame(&b, at, size);
}
