/*
 * ITU-T H.265, 9.3.4.3: the arithmetic decoder. It has no end of its own: what tells where it stands
 * is how many bits were read, which the standard counts exactly (9.3.2.5).
 */

#ifndef HEVC_ENGINE_H
#define HEVC_ENGINE_H

#include "../bits.h"
#include "engine_numbers.h"

#define ALWAYS static inline __attribute__((always_inline))

/* `value` is ivlOffset with `spare` bits behind it that were read ahead; zeros behind the end. */
typedef struct {
    u64 value;
    u32 range;
    i32 spare;
    u32 at, end; /* in bytes of the unit */
    const u8 *unit;
} Engine;

ALWAYS void refill(Engine *e)
{
    u32 next = 0;
    if (e->at + 4 <= e->end) {
        __builtin_memcpy(&next, e->unit + e->at, 4);
        next = __builtin_bswap32(next);
    } else {
        for (u32 index = 0; index < 4; index++)
            next = next << 8 | (e->at + index < e->end ? e->unit[e->at + index] : 0);
    }
    e->at += 4;
    e->value = e->value << 32 | next;
    e->spare += 32;
}

static inline void engine_at(Engine *e, const u8 *unit, u32 at, u32 end)
{
    *e = (Engine){0, 510, -9, at, end, unit};
    refill(e);
}

/* How many bits of the unit were read: the 9 of ivlOffset, and one for each shift since. */
static inline u64 bits_read(const Engine *e) { return (u64)e->at * 8 - (u64)(long long)e->spare; }

/* 9.3.4.3.2: one bin with the odds of a context: pStateIdx twice, and valMps. */
ALWAYS u32 bin(Engine *e, u8 *odds)
{
    u32 state = *odds, less = range_lps[(e->range >> 6 & 3) << 6 | state >> 1];
    if (e->spare < 16)
        refill(e);
    u32 more = e->range - less;
    u64 scaled = (u64)more << e->spare;
    u32 other = e->value >= scaled;
    e->value -= other ? scaled : 0;
    u32 range = other ? less : more;
    *odds = next_state[other << 7 | state];
    u32 shift = (u32)__builtin_clz(range) - 23;
    e->range = range << shift;
    e->spare -= (i32)shift;
    return (state & 1) ^ other;
}

/* 9.3.4.3.4 */
ALWAYS u32 even(Engine *e)
{
    if (e->spare < 16)
        refill(e);
    e->spare--;
    u64 scaled = (u64)e->range << e->spare;
    u32 set = e->value >= scaled;
    e->value -= set ? scaled : 0;
    return set;
}

/* As many at once, 0 to 16: what is left of a division is what is left of the value. */
ALWAYS u32 evens(Engine *e, u32 count)
{
    if (e->spare < 16)
        refill(e);
    e->spare -= (i32)count;
    u32 whole = (u32)(e->value >> e->spare), found = whole / e->range;
    e->value -= (u64)(found * e->range) << e->spare;
    return found;
}

/* 9.3.4.3.5 */
static inline u32 terminates(Engine *e)
{
    if (e->spare < 16)
        refill(e);
    e->range -= 2;
    if (e->value >= (u64)e->range << e->spare)
        return 1;
    u32 shift = (u32)__builtin_clz(e->range) - 23;
    e->range <<= shift;
    e->spare -= (i32)shift;
    return 0;
}

/*
 * 9.3.2.5 and 7.3.2.12: behind a bin that terminates, the last bit that was read is a one, and zeros
 * follow it to the end of its byte. Gives the byte behind.
 */
static inline u32 engine_ends(const Engine *e, u32 *behind)
{
    u64 last = bits_read(e) - 1;
    if (last >= (u64)e->end * 8)
        return ENDS_EARLY;
    *behind = (u32)(last >> 3) + 1;
    return (u8)(e->unit[last >> 3] << (last & 7)) == 0x80 ? FINE : BITS_LEFT;
}

#endif
