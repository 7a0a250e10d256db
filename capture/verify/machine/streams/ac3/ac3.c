/*
 * AC-3 and E-AC-3, ATSC A/52 (ETSI TS 102 366): a sample is one frame of six blocks, or, in E-AC-3,
 * some of fewer. A frame has room for other data in three places: behind its head, in each block, and
 * at its end. The first must not be there, the others must be zeros. Its checksums must be right.
 */

#include "ac3.h"
#include "ac3_numbers.h"

#define SYNC 0x0B77
#define SETTINGS 3
#define ENHANCED_SETTINGS 5
#define ENHANCED 16
#define HEAD 8
#define ALTERNATE_SYNTAX 6
#define PLAIN_SYNTAX 8
#define QUARTER_RATE 10 /* 9 and 10: at a half and a quarter of the rate, as encoders agreed on */
#define CONVERTED 2
#define END_BITS 18 /* auxdatae, crcrsv, crc2 */

#define MOST_SAID 64

Frame frame;
Sound sound;
static Frame settings;

/* What the first head said of how to play it, and how far this one said the same. */
static u32 said[MOST_SAID], said_known, said_now, unsteady;

u32 steady(Bits *b, u32 bits)
{
    u32 value = take(b, bits), most = said_known ? said_known : MOST_SAID;
    if (said_now >= most)
        unsteady = 1;
    else if (said_known)
        unsteady |= said[said_now++] != value;
    else
        said[said_now++] = value;
    return value;
}

static void begin_head(void) { said_now = unsteady = 0; }

static u32 end_head(void)
{
    if (unsteady || (said_known && said_now != said_known))
        return BAD_ORDER;
    said_known = said_now;
    return FINE;
}

/* Table 5.8 */
static u32 channels_of(u32 mode)
{
    static const u8 counts[8] = {2, 1, 2, 3, 3, 4, 4, 5};
    return counts[mode];
}

/* ETSI TS 102 366, F.4: dac3. */
static u32 plain_settings(Bits *b)
{
    Frame said = {.rate = take(b, 2), .version = take(b, 5), .service = take(b, 3)};
    said.mode = take(b, 3);
    said.low = take(b, 1);
    said.size = take(b, 5);
    if (said.rate == 3 || said.size >= sizeof RATES / sizeof *RATES || take(b, 5))
        return BROKEN_HEADER;
    u32 plain = said.version >= PLAIN_SYNTAX && said.version <= QUARTER_RATE;
    if (!plain && said.version != ALTERNATE_SYNTAX)
        return NOT_FOLLOWED;
    said.full = channels_of(said.mode);
    settings = said;
    return FINE;
}

/* F.6: dec3, of one stream that no other hangs on. */
static u32 enhanced_settings(Bits *b)
{
    take(b, 13);
    u32 further = take(b, 3);
    Frame said = {.enhanced = 1, .rate = take(b, 2), .version = take(b, 5)};
    u32 reserved = take(b, 2);
    said.service = take(b, 3);
    said.mode = take(b, 3);
    said.low = take(b, 1);
    reserved |= take(b, 3);
    u32 dependent = take(b, 4);
    reserved |= take(b, 1);
    if (reserved)
        return BROKEN_HEADER;
    if (further || dependent || said.rate == 3 || said.version != ENHANCED)
        return NOT_FOLLOWED;
    said.full = channels_of(said.mode);
    settings = said;
    return FINE;
}

/* 7.10.1: x^16 + x^15 + x^2 + 1, and what each byte does to a sum of it. */
static u16 steps[256];

static void make_steps(void)
{
    for (u32 byte = 0; byte < 256; byte++) {
        u32 sum = byte << 8;
        for (u32 bit = 0; bit < 8; bit++)
            sum = sum << 1 ^ (sum & 0x8000 ? 0x8005 : 0);
        steps[byte] = (u16)sum;
    }
}

static u32 checksum(const u8 *at, u32 size)
{
    u32 sum = 0;
    for (u32 each = 0; each < size; each++)
        sum = (sum << 8 & 0xFF00) ^ steps[sum >> 8 ^ at[each]];
    return sum;
}

EXPORT(configure) u32 configure(u8 *at, u32 size)
{
    Bits b = bits_of(at, size);
    settings = (Frame){0};
    said_known = 0;
    make_steps();
    if (size == SETTINGS)
        return plain_settings(&b);
    if (size == ENHANCED_SETTINGS)
        return enhanced_settings(&b);
    return size > ENHANCED_SETTINGS ? NOT_FOLLOWED : BROKEN_HEADER;
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
    steady(b, 5);
    if (steady(b, 1))
        take(b, 8);
    if (steady(b, 1) && take(b, 8) != 0xFF)
        return BROKEN_HEADER;
    if (steady(b, 1))
        steady(b, 7);
    return FINE;
}

/* Times of day are not let through. In their place the other syntax says how to mix down. */
static u32 times_or_mixing(Bits *b)
{
    u32 first = steady(b, 1), further = 0;
    if (first)
        steady(b, 14);
    u32 second = steady(b, 1);
    if (second)
        further = steady(b, 14);
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
        steady(b, 2);
    if (frame.mode & 4)
        steady(b, 2);
    if (frame.mode == 2)
        steady(b, 2);
    frame.low = take(b, 1);
    if (!same_as_settings())
        return BAD_ORDER;
    frame.slower = frame.version > PLAIN_SYNTAX ? frame.version - PLAIN_SYNTAX : 0;
    u32 answer = loudness(b);
    if (!answer && !frame.mode)
        answer = loudness(b);
    steady(b, 2);
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

static u32 blocks_and_end(Bits *b, u8 *at, u32 size)
{
    u32 answer = FINE;
    for (u32 number = 0; number < frame.blocks && !answer; number++)
        answer = audio_block(b, number);
    if (!answer && over(b))
        answer = ENDS_EARLY;
    return answer ? answer : end_of_frame(b, at, size);
}

/* One frame, which is the sample. In each of its blocks all is said that can be. */
static u32 plain(u8 *at, u32 size)
{
    Bits b = bits_of(at, size);
    frame = (Frame){.blocks = BLOCKS, .switched = 1, .dithered = 1, .allocation_said = 1};
    frame.deltas_said = frame.room_said = 1;
    clear(&sound, sizeof sound);
    u32 answer = sync_info(&b, size);
    begin_head();
    answer = answer ? answer : stream_info(&b);
    answer = answer ? answer : end_head();
    if (!answer && !sums_are_right(at, size))
        answer = BROKEN_HEADER;
    return answer ? answer : blocks_and_end(&b, at, size);
}

/* E1.2.2: what stands before dialnorm. */
static u32 enhanced_sync(Bits *b, u32 size)
{
    static const u8 counts[4] = {1, 2, 3, 6};
    if (take(b, 16) != SYNC)
        return BROKEN_HEADER;
    u32 kind = take(b, 2), stream = take(b, 3);
    frame.size = 2 * (take(b, 11) + 1);
    frame.rate = take(b, 2);
    frame.blocks = counts[take(b, 2)];
    frame.mode = take(b, 3);
    frame.low = take(b, 1);
    frame.version = take(b, 5);
    frame.full = channels_of(frame.mode);
    frame.converted = kind == CONVERTED;
    if (frame.rate == 3 || stream || (kind && kind != CONVERTED))
        return NOT_FOLLOWED;
    if (frame.rate != settings.rate || frame.version != settings.version ||
        frame.mode != settings.mode || frame.low != settings.low)
        return BAD_ORDER;
    return frame.size > size ? ENDS_EARLY : FINE;
}

static u32 enhanced_frame(u8 *at, u32 size)
{
    Bits b = bits_of(at, size);
    frame = (Frame){.enhanced = 1};
    clear(&sound, sizeof sound);
    sound.joined = USUAL_BANDS;
    u32 answer = enhanced_sync(&b, size);
    if (answer)
        return answer;
    if (frame.size < HEAD || checksum(at + 2, frame.size - 2))
        return BROKEN_HEADER;
    b.end = 8 * frame.size;
    begin_head();
    answer = enhanced_head(&b);
    answer = answer ? answer : end_head();
    return answer ? answer : blocks_and_end(&b, at, frame.size);
}

/* Frames of six blocks at most together, and of as many as in the sample before. */
static u32 enhanced(u8 *at, u32 size)
{
    u32 blocks = 0;
    for (; size >= HEAD; at += frame.size, size -= frame.size) {
        u32 answer = enhanced_frame(at, size);
        if (answer)
            return answer;
        blocks += frame.blocks;
        if (blocks > BLOCKS)
            return TOO_MANY;
    }
    if (size || (settings.blocks && blocks != settings.blocks))
        return size ? BYTES_LEFT : TOO_MANY;
    settings.blocks = blocks;
    return FINE;
}

EXPORT(follow) u32 follow(u8 *at, u32 size)
{
    if (!settings.full)
        return BROKEN_HEADER;
    if (size < HEAD)
        return ENDS_EARLY;
    return settings.enhanced ? enhanced(at, size) : plain(at, size);
}
