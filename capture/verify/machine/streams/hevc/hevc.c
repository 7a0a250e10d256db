/*
 * Follows HEVC to its last bit: its settings (ISO/IEC 14496-15, 8.3.3.1, an hvcC) and its samples, of
 * one picture each (ITU-T H.265, 7.3.1, 7.4.2.4). The last byte of a unit is that which its own codes
 * end in: neither zeros (cabac_zero_words) nor anything else may stand behind it.
 */

#include "hevc.h"

#define HEAD 23u

static u32 wrong, length_bytes;
static Slice slice;
static u32 begun, kind_begun, picture_begun, order_begun;

/* Of a picture all segments say the same, and none comes twice: 7.4.7.1. */
static u32 begin_segment(u32 kind)
{
    if (slice.first == begun)
        return BAD_ORDER;
    if (!begun) {
        begun = 1;
        kind_begun = kind, picture_begun = slice.picture, order_begun = slice.order;
        return walk_open(&slice);
    }
    return kind != kind_begun || slice.picture != picture_begun || slice.order != order_begun ? BAD_ORDER
                                                                                             : FINE;
}

static u32 segment(u8 *unit, u32 size, u32 kind)
{
    Bits b = bits_of(unit, size);
    skip(&b, 16);
    u32 answer = header(&b, kind, &slice);
    if (!answer)
        answer = begin_segment(kind);
    return answer ? answer : walk(&slice, unit, (u32)(b.next >> 3), size);
}

/* Messages and marks are looked at by others. */
static u32 follow_unit(u8 *at, u32 size)
{
    u32 kind = at[0] >> 1;
    if (kind == 36 || kind == 37 || kind == 39)
        return FINE;
    size = unescape(at, size);
    if (size < 3 || at[0] & 0x81 || at[1] & 0xF8 || !(at[1] & 7))
        return BROKEN_HEADER;
    if (kind >= VIDEO && kind <= PICTURE)
        return begun ? BAD_ORDER : kept_set(at, size, kind);
    if (kind < 10 || (kind >= 16 && kind <= 21))
        return segment(at, size, kind);
    return NOT_FOLLOWED;
}

static u32 number(const u8 *at, u32 bytes)
{
    u32 value = 0;
    while (bytes--)
        value = value << 8 | *at++;
    return value;
}

static u32 units(u8 *at, u32 size)
{
    u32 next = 0, answer = FINE;
    while (next < size && !answer) {
        if (size - next < length_bytes)
            return BYTES_LEFT;
        u32 length = number(at + next, length_bytes);
        next += length_bytes;
        if (length < 2 || length > size - next)
            return BROKEN_HEADER;
        answer = follow_unit(at + next, length);
        next += length;
    }
    return answer;
}

/* One array of sets. Gives where it ends, or 0. */
static u32 array(u8 *at, u32 next, u32 size, u32 *answer)
{
    if (size - next < 3)
        return 0;
    u32 kind = at[next] & 63, count = number(at + next + 1, 2);
    u32 reserved = at[next] & 0x40;
    for (next += 3; count && !*answer; count--) {
        if (size - next < 2)
            return 0;
        u32 length = number(at + next, 2);
        next += 2;
        if (reserved || length < 2 || length > size - next || at[next] != kind << 1 || kind < VIDEO)
            return 0;
        *answer = follow_unit(at + next, length);
        next += length;
    }
    return next;
}

/* The profile once more, and bits that are ones. */
static u32 head(const u8 *at)
{
    Bits b = bits_of(at, HEAD);
    skip(&b, 8);
    one_profile(&b);
    u32 ones = (at[13] & 0xF0) == 0xF0 && (at[15] & 0xFC) == 0xFC && (at[16] & 0xFC) == 0xFC &&
               (at[17] & 0xF8) == 0xF8 && (at[18] & 0xF8) == 0xF8;
    return at[0] == 1 && ones && !over(&b) ? FINE : BROKEN_HEADER;
}

EXPORT(configure) u32 configure(u8 *at, u32 size)
{
    u32 next = HEAD, answer = FINE;
    if (size < HEAD || head(at))
        return wrong = BROKEN_HEADER;
    begun = 0;
    length_bytes = (at[21] & 3) + 1u;
    for (u32 left = at[22]; left && !answer && next; left--)
        next = array(at, next, size, &answer);
    if (!answer && next != size)
        answer = next ? BYTES_LEFT : BROKEN_HEADER;
    kept_known();
    return wrong = answer;
}

EXPORT(follow) u32 follow(u8 *at, u32 size)
{
    if (wrong || !length_bytes)
        return wrong ? wrong : BROKEN_HEADER;
    begun = 0;
    wrong = units(at, size);
    if (!wrong && !(begun && walk_done()))
        wrong = ENDS_EARLY;
    return wrong ? wrong : (wrong = kept_used(picture_begun));
}
