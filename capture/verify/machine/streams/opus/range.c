/*
 * RFC 6716, 4.1 and 5.1: the range coder, and how its encoder ends, which says what must be there.
 *
 * An encoder is left with a range of numbers, any of which is read as the same symbols. It writes
 * the one with the fewest bits (5.1.5), then zeros, then the plain bits. Where an encoder stands can
 * be told from where the decoder does: the bits of the code that it looks at, and how far they are
 * from the top of the range. So all bits of a frame follow from its symbols, and none is free.
 */

#include "range.h"

#define TOP (1u << 31)     /* 31 bits are looked at */
#define BOTTOM (1u << 23)  /* the range is wider than this */

static u32 width(u32 number) { return number ? 32 - (u32)__builtin_clz(number) : 0; }

static u32 byte_at(const Range *r, u32 at) { return at < r->size ? r->bytes[at] : 0; }

/* 4.1.2.1 */
static void normalize(Range *r)
{
    while (r->range <= BOTTOM) {
        u32 at = r->shifted / 8 + 3, next = (byte_at(r, at) << 8 | byte_at(r, at + 1)) >> 1 & 255;
        r->shifted += 8, r->range <<= 8;
        r->code = (r->code << 8 | next) & (TOP - 1);
        r->value = (r->value << 8 | (~next & 255)) & (TOP - 1);
    }
}

void range_begin(Range *r, const u8 *bytes, u32 size)
{
    *r = (Range){.bytes = bytes, .size = size, .range = TOP};
    for (u32 i = 0; i < 4; i++)
        r->code = r->code << 8 | byte_at(r, i);
    r->code >>= 1;
    r->value = TOP - 1 - r->code;
}

u32 told(const Range *r) { return r->shifted + r->raw + 33 - width(r->range); }

u32 told_8ths(const Range *r)
{
    u32 log = width(r->range), part = r->range >> (log - 16);
    for (u32 i = 0; i < 3; i++) {
        part = part * part >> 15;
        log = log << 1 | part >> 16;
        part >>= part >> 16;
    }
    return (r->shifted + r->raw + 33) * 8 - log;
}

u32 found(const Range *r, u32 total)
{
    u32 from_top = r->value / (r->range / total) + 1;
    return total - (from_top < total ? from_top : total);
}

void taken(Range *r, u32 low, u32 high, u32 total)
{
    u32 unit = r->range / total, above = unit * (total - high);
    r->value -= above;
    r->range = low ? unit * (high - low) : r->range - above;
    normalize(r);
}

u32 symbol(Range *r, const u8 *sums, u32 bits)
{
    u32 unit = r->range >> bits, above = r->range, below, which = 0;
    while (r->value < (below = unit * sums[which]))
        above = below, which++;
    r->value -= below;
    r->range = above - below;
    normalize(r);
    return which;
}

u32 flag(Range *r, u32 odds)
{
    u32 part = r->range >> odds, set = r->value < part;
    if (!set)
        r->value -= part;
    r->range = set ? part : r->range - part;
    normalize(r);
    return set;
}

u32 plain(Range *r, u32 count)
{
    u32 number = 0;
    for (u32 i = 0; i < count; i++, r->raw++)
        if (r->raw / 8 < r->size)
            number |= (r->bytes[r->size - 1 - r->raw / 8] >> (r->raw % 8) & 1u) << i;
    return number;
}

u32 uniform(Range *r, u32 total)
{
    u32 most = total - 1, low_bits = width(most) > 8 ? width(most) - 8 : 0;
    u32 parts = (most >> low_bits) + 1, high = found(r, parts);
    taken(r, high, high + 1, parts);
    if (!low_bits)
        return high;
    u32 number = high << low_bits | plain(r, low_bits);
    if (number <= most)
        return number;
    r->broken = 1;
    return most;
}

/* Whether nothing but zeros stands from one bit of the frame on to another. */
static u32 all_zeros(const Range *r, u32 from, u32 to)
{
    for (u32 at = from; at < to; at++)
        if (byte_at(r, at / 8) >> (7 - at % 8) & 1)
            return 0;
    return 1;
}

u32 range_end(const Range *r)
{
    u32 low = (r->code + r->value + 1 - r->range) & (TOP - 1);
    u32 bits = 32 - width(r->range), mask = (TOP - 1) >> bits, end = (low + mask) & ~mask;
    if ((end | mask) >= low + r->range) {
        bits++, mask >>= 1;
        end = (low + mask) & ~mask;
    }
    if (r->broken)
        return BAD_CODE;
    if ((r->code ^ end) & (TOP - 1) & ~mask)
        return BITS_LEFT;
    u32 used = r->shifted + bits, whole = r->size * 8;
    if (r->raw && used + r->raw > whole)
        return ENDS_EARLY;
    return all_zeros(r, used, whole - r->raw) ? FINE : BITS_LEFT;
}
