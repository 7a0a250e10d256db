/*
 * Opus in MP4 ("Encapsulation of Opus in ISO Base Media File Format", dOps; RFC 6716, RFC 8251): a
 * packet of one stream, or one of each of several (RFC 7845, 5.1.1), all but the last of which say
 * how long they are (RFC 6716, appendix B). What may be said in several ways is said in the one that
 * encoders take, so that the choice says nothing.
 */

#include "celt.h"
#include "frame.h"

#define MOST_FRAMES 48   /* of 2.5 ms, the shortest, in the 120 ms that a packet has at most */
#define MOST_BYTES 1275  /* of a frame */
#define MOST_STREAMS 255

/* Bytes of a packet that are not read yet. */
typedef struct {
    const u8 *at;
    u32 left;
} Rest;

/* 3.2: how a packet is divided. */
typedef struct {
    u32 count, padding, variable;
    u32 sizes[MOST_FRAMES];
} Division;

typedef struct {
    Before before;
    u32 known, first, changed;  /* the first byte of its last packet, without how it is divided */
} Stream;

static u32 streams;
static Stream stream[MOST_STREAMS];

/* Takes a byte, or 256 where there is none. */
static u32 byte(Rest *rest)
{
    if (!rest->left)
        return 256;
    rest->left--;
    return *rest->at++;
}

/* 3.2.1: takes the length of a frame, which is too long where there is none. */
static u32 length_of(Rest *rest)
{
    u32 first = byte(rest);
    return first < 252 ? first : first + 4 * byte(rest);
}

/* 3.2.5: the second byte of a packet of several frames, and how much padding is behind them. */
static u32 several(Rest *rest, Division *d)
{
    u32 first = byte(rest), more = 255;
    if (first > 255)
        return ENDS_EARLY;
    d->count = first & 63, d->variable = first >> 7;
    if (!d->count || d->count > MOST_FRAMES)
        return BROKEN_HEADER;
    while (first & 64 && more == 255) {
        more = byte(rest);
        d->padding += more == 255 ? 254 : more;
    }
    if (more > 255 || d->padding > rest->left)
        return ENDS_EARLY;
    return FINE;
}

/* Appendix B: each packet of a stream that is not the last says how long its last frame is. */
static u32 last_size(Rest *rest, Division *d, u32 before, u32 delimited)
{
    u32 alike = d->variable ? 1 : d->count;
    if (delimited)
        return length_of(rest);
    u32 left = rest->left - d->padding;
    if (left < before || (left - before) % alike)
        return MOST_BYTES + 1;
    return (left - before) / alike;
}

/* 3.2: how long each frame is. */
static u32 divide(Rest *rest, Division *d, u32 code, u32 delimited)
{
    u32 before = 0, answer = FINE;
    d->count = code ? 2 : 1, d->variable = code == 2;
    if (code == 3)
        answer = several(rest, d);
    if (answer)
        return answer;
    for (u32 i = 0; d->variable && i + 1 < d->count; i++)
        before += d->sizes[i] = length_of(rest);
    u32 last = last_size(rest, d, before, delimited), all = d->padding;
    for (u32 i = d->variable ? d->count - 1 : 0; i < d->count; i++)
        d->sizes[i] = last;
    for (u32 i = 0; i < d->count; i++) {
        if (d->sizes[i] > MOST_BYTES)
            return BROKEN_HEADER;
        all += d->sizes[i];
    }
    return all > rest->left ? ENDS_EARLY : FINE;
}

/*
 * Whether frames are said to differ in length only where they do. A second byte may be there without
 * a cause that can be seen: it is how encoders make a packet one byte longer.
 */
static u32 divided_as_usual(const Division *d)
{
    u32 alike = 1;
    for (u32 i = 1; i < d->count; i++)
        alike &= d->sizes[i] == d->sizes[0];
    return d->variable == !alike;
}

/* 3.2.5: padding may be any bytes, but ought to be zeros. */
static u32 padding(Rest *rest, u32 count)
{
    for (; count; count--)
        if (byte(rest))
            return BYTES_LEFT;
    return FINE;
}

/*
 * Whether a packet's first byte says something: one without sound is of the kind of the one before,
 * but for one change in a row of them, as an encoder may make up its mind in between.
 */
static u32 kind_as_usual(Stream *s, const Division *d, u32 first)
{
    u32 empty = 1, other = s->known && s->first != first >> 2;
    for (u32 i = 0; i < d->count; i++)
        empty &= nothing(d->sizes[i]);
    if (empty && other && s->changed)
        return 0;
    s->changed = empty && (s->changed || other);
    s->known = 1, s->first = first >> 2;
    return 1;
}

/* One packet of one stream. `length` is that of the ones before, in 2.5 ms, or 0. */
static u32 packet(Rest *rest, Stream *s, u32 delimited, u32 *length)
{
    u32 first = byte(rest);
    if (first > 255)
        return ENDS_EARLY;
    Kind kind = kind_of((u8)first);
    Division d = {0};
    u32 answer = divide(rest, &d, first & 3, delimited), whole = kind.length * d.count;
    if (answer)
        return answer;
    if (whole > MOST_FRAMES || (*length && whole != *length))
        return BROKEN_HEADER;
    if (!divided_as_usual(&d) || !kind_as_usual(s, &d, first))
        return BROKEN_HEADER;
    *length = whole;
    for (u32 i = 0; i < d.count && !answer; i++) {
        answer = frame(&s->before, &kind, rest->at, d.sizes[i]);
        rest->at += d.sizes[i], rest->left -= d.sizes[i];
    }
    return answer ? answer : padding(rest, d.padding);
}

/* The rate of what was recorded, which is a note and nothing else: one that there is, or none. */
static u32 known_rate(const u8 *at)
{
    static const u32 RATES[] = {0, 8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000,
                                88200, 96000, 176400, 192000};
    u32 rate = (u32)at[0] << 24 | (u32)at[1] << 16 | (u32)at[2] << 8 | at[3], known = 0;
    for (u32 i = 0; i < sizeof RATES / sizeof *RATES; i++)
        known |= rate == RATES[i];
    return known;
}

/* RFC 7845, 5.1.1: which of what is coded each channel plays; all of it is played. */
static u32 all_played(Rest *rest, u32 coded)
{
    u8 played[MOST_STREAMS + 1] = {0};
    while (rest->left)
        played[byte(rest)] = 1;
    u32 count = 0;
    for (u32 i = 0; i < MOST_STREAMS; i++)
        count += played[i] && i < coded ? 1 : played[i] ? MOST_STREAMS + 1 : 0;
    return count == coded;
}

/*
 * A family of 0 has one stream, and says no more; 1, 2 (RFC 8486) and 255 say how many there are,
 * how many of them are pairs, and a number for each channel, 255 for one that is silent.
 */
static u32 streams_of(Rest *rest, u32 channels, u32 family, u32 *count)
{
    *count = 1;
    if (!family)
        return channels > 2 || rest->left ? BROKEN_HEADER : FINE;
    if (family > 2 && family != 255)
        return NOT_FOLLOWED;
    *count = byte(rest);
    u32 pairs = byte(rest);
    if (!*count || *count > MOST_STREAMS || pairs > *count || *count + pairs > MOST_STREAMS)
        return BROKEN_HEADER;
    return rest->left == channels && all_played(rest, *count + pairs) ? FINE : BROKEN_HEADER;
}

EXPORT(configure) u32 configure(u8 *at, u32 size)
{
    Rest rest = {at + 11, size - 11};
    u32 count = 0;
    streams = 0;
    if (size < 11 || at[0] || !at[1] || !known_rate(at + 4))
        return BROKEN_HEADER;
    u32 answer = streams_of(&rest, at[1], at[10], &count);
    if (answer)
        return answer;
    count_ways();
    streams = count;
    return FINE;
}

EXPORT(follow) u32 follow(u8 *at, u32 size)
{
    Rest rest = {at, size};
    u32 length = 0;
    if (!streams)
        return BROKEN_HEADER;
    for (u32 i = 0; i < streams; i++) {
        u32 answer = packet(&rest, &stream[i], i + 1 < streams, &length);
        if (answer)
            return answer;
    }
    return rest.left ? BYTES_LEFT : FINE;
}
