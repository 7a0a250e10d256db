/*
 * The symbol decoder (the AV1 specification, 8.2): an arithmetic code with odds that adapt.
 *
 * The code has no symbol for its end. But where it ends is fixed to the bit: behind the bits that
 * were needed stands a one, and zeros up to the end of its byte.
 */

#ifndef CODER_H
#define CODER_H

#include "../bits.h"

typedef struct {
    const u8 *from, *at, *end;
    u64 value;    /* SymbolValue in the highest 16 bits, and behind it what is to follow */
    i32 count;    /* how many bits follow, less those that are missing of the first 15 */
    u32 invented; /* bytes of zeros that were taken from behind the end */
    u32 range;
    u32 adapts;
} Coder;

/* Seven bytes at once, or what is left and then zeros. */
static inline void refill(Coder *c)
{
    i32 shift = 40 - c->count;
    if (c->end - c->at >= 8) {
        u64 eight;
        __builtin_memcpy(&eight, c->at, 8);
        u32 bytes = ((u32)shift >> 3) + 1;
        c->value ^= __builtin_bswap64(eight) >> (56 - shift) & ~0ull << (shift & 7);
        c->at += bytes;
        c->count += (i32)(8 * bytes);
        return;
    }
    while (shift >= 0) {
        if (c->at < c->end)
            c->value ^= (u64)*c->at++ << shift;
        else
            c->invented++;
        shift -= 8;
        c->count += 8;
    }
}

static inline void opened(Coder *c, const u8 *at, u32 size, u32 adapts)
{
    *c = (Coder){at, at, at + size, ((u64)1 << 63) - 1, -15, 0, 0x8000, adapts};
    refill(c);
}

static inline void narrowed(Coder *c, u32 low, u32 range)
{
    u32 shift = (u32)__builtin_clz(range) - 16;
    c->value = ((c->value - ((u64)low << 48) + 1) << shift) - 1;
    c->range = range << shift;
    c->count -= (i32)shift;
    if (c->count < 0)
        refill(c);
}

/* How many bits have been needed so far. */
static inline u64 needed(const Coder *c)
{
    return (u64)(c->at - c->from + c->invented) * 8 - 15 - (u64)c->count;
}

static inline u32 exhausted(const Coder *c)
{
    return c->invented > 8 && needed(c) >= (u64)(c->end - c->from) * 8;
}

static inline u32 chance(Coder *c, u32 odds)
{
    u32 split = ((c->range >> 8) * (odds >> 6) >> 1) + 4;
    if ((u32)(c->value >> 48) >= split) {
        narrowed(c, split, c->range - split);
        return 0;
    }
    narrowed(c, 0, split);
    return 1;
}

/* Of 1 for the value that the odds are of: 8.2.6 counts downwards. */
static inline u32 flag(Coder *c, u16 *odds)
{
    u32 split = ((c->range >> 8) * (odds[1] >> 6u) >> 1) + 4, rate = 4 + (odds[0] >> 4u);
    u32 set = (u32)(c->value >> 48) < split;
    if (set)
        narrowed(c, 0, split);
    else
        narrowed(c, split, c->range - split);
    if (c->adapts) {
        odds[1] = (u16)(set ? odds[1] + ((32768 - odds[1]) >> rate) : odds[1] - (odds[1] >> rate));
        odds[0] = (u16)(odds[0] + (odds[0] < 32));
    }
    return set;
}

/* One of `values`, 2 to 16. */
static inline __attribute__((always_inline)) u32 one_of(Coder *c, u16 *odds, u32 values)
{
    u32 top = (u32)(c->value >> 48), high = c->range, range = c->range >> 8, low = 0, symbol = 0;
    for (; symbol < values - 1; symbol++) {
        low = (range * (odds[1 + symbol] >> 6u) >> 1) + 4 * (values - 1 - symbol);
        if (top >= low)
            break;
        high = low;
    }
    if (symbol == values - 1)
        low = 0;
    narrowed(c, low, high - low);
    if (c->adapts) {
        u32 rate = 4 + (odds[0] >> 4u) + (values > 3);
        for (u32 index = 0; index < values - 1; index++) {
            u32 now = odds[1 + index], up = (32768 - now) >> rate, down = now >> rate;
            odds[1 + index] = (u16)(index < symbol ? now + up : now - down);
        }
        odds[0] = (u16)(odds[0] + (odds[0] < 32));
    }
    return symbol;
}

/*
 * The same for four values, whose odds are read and written at once: most symbols of a stream are
 * such ones. The first of the lanes is the count.
 */
typedef u16 Lanes __attribute__((vector_size(16)));

static inline __attribute__((always_inline)) void four_adapted(u16 *odds, u64 row, u32 symbol)
{
    const Lanes places = {0xFFFF, 0, 1, 2, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF}, none = {0};
    typedef u64 Two __attribute__((vector_size(16)));
    u32 count = (u32)row & 0xFFFF;
    Lanes now = (Lanes)(Two){row, 0}, up = (Lanes)(places < (none + (u16)symbol));
    Lanes step = (((none + 32768u) & up) + ((now ^ up) - up)) >> (none + (u16)(5 + (count >> 4)));
    now += (step & up) - (step & ~up);
    row = ((Two)now)[0] >> 16 << 16 | (count + (count < 32));
    __builtin_memcpy(odds, &row, 8);
}

static inline __attribute__((always_inline)) u32 four_of(Coder *c, u16 *odds)
{
    u64 row;
    __builtin_memcpy(&row, odds, 8);
    u32 top = (u32)(c->value >> 48), high = c->range, range = c->range >> 8, symbol = 0;
    u32 low = (range * ((u32)(row >> 22) & 0x3FF) >> 1) + 12;
    if (top < low) {
        high = low, symbol = 1;
        low = (range * ((u32)(row >> 38) & 0x3FF) >> 1) + 8;
        if (top < low) {
            high = low, symbol = 2;
            low = (range * (u32)(row >> 54) >> 1) + 4;
            if (top < low)
                high = low, symbol = 3, low = 0;
        }
    }
    narrowed(c, low, high - low);
    if (c->adapts)
        four_adapted(odds, row, symbol);
    return symbol;
}

/* L(1) */
static inline u32 even(Coder *c)
{
    u32 split = ((c->range >> 8) << 7) + 4;
    if ((u32)(c->value >> 48) >= split) {
        narrowed(c, split, c->range - split);
        return 0;
    }
    narrowed(c, 0, split);
    return 1;
}

/* L(n) */
static inline u32 number(Coder *c, u32 bits)
{
    u32 value = 0;
    while (bits--)
        value = value << 1 | even(c);
    return value;
}

/* The same as one_of, once for all that need not be fast. */
u32 symbol(Coder *c, u16 *odds, u32 values);
u32 uniform(Coder *c, u32 values);
u32 closed(const Coder *c);

#endif
