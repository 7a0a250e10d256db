/* The arithmetic decoder of VP9 (clause 9.2), and where its number ends. */

#ifndef VP9_CODER_H
#define VP9_CODER_H

#include "../bits.h"

typedef struct {
    const u8 *begin, *at, *end;
    u64 value;    /* the next bits, from the highest on */
    i32 count;    /* how many of them are there, invented ones included */
    u32 range;
    u64 invented; /* zeros that were taken from behind the end */
} Coder;

static inline void filled(Coder *c)
{
    if (c->end - c->at >= 8) {
        u64 eight;
        u32 bytes = (u32)(64 - c->count) >> 3;
        __builtin_memcpy(&eight, c->at, 8);
        c->value |= __builtin_bswap64(eight) >> c->count;
        c->at += bytes;
        c->count += (i32)bytes * 8;
        return;
    }
    while (c->count <= 56) {
        if (c->at < c->end)
            c->value |= (u64)*c->at++ << (56 - c->count);
        else
            c->invented += 8;
        c->count += 8;
    }
}

static inline __attribute__((always_inline)) u32 bit(Coder *c, u32 chance)
{
    u32 split = 1 + (((c->range - 1) * chance) >> 8);
    if (c->count < 8)
        filled(c);
    u64 high = (u64)split << 56;
    u32 set = c->value >= high;
    if (set) {
        c->value -= high;
        split = c->range - split;
    }
    u32 shift = (u32)__builtin_clz(split) - 24;
    c->range = split << shift;
    c->value <<= shift;
    c->count -= (i32)shift;
    return set;
}

static inline u32 literal(Coder *c, u32 bits)
{
    u32 value = 0;
    while (bits--)
        value = value << 1 | bit(c, 128);
    return value;
}

/* The value of a leaf of a tree, which is what is no step further down. */
static inline u32 branch(Coder *c, const i8 *tree, const u8 *odds)
{
    i32 at = 0;
    do
        at = tree[at + (i32)bit(c, odds[at >> 1])];
    while (at > 0);
    return (u32)-at;
}

/* 9.2.1: the first bit says nothing and is zero. */
static inline u32 opened(Coder *c, const u8 *at, u32 size)
{
    *c = (Coder){.begin = at, .at = at, .end = at + size, .range = 255};
    if (!size)
        return ENDS_EARLY;
    return bit(c, 128) ? BROKEN_HEADER : FINE;
}

/* Whether more was taken than an encoder can have left away. */
static inline u32 exhausted(const Coder *c) { return c->invented > (u64)c->count + 8; }

/*
 * 9.2.3: all is read. What is left has to be nothing, and as long as encoders leave it: they write 32
 * more zeros of even odds, which takes the lowest number that decides the same, and one byte of zeros
 * where the last one looks as if an index ended there. So nobody can choose how many there are.
 */
static inline u32 closed(const Coder *c)
{
    u64 taken = (u64)(c->at - c->begin) * 8 + c->invented - (u64)c->count;
    u64 size = (u64)(c->end - c->begin), due = (taken + (c->range == 255 ? 15 : 16)) >> 3;
    if (size >= due && (c->begin[due - 1] & 0xE0) == 0xC0)
        due++;
    if (size != due)
        return size < due ? ENDS_EARLY : BYTES_LEFT;
    for (const u8 *at = c->at; at < c->end; at++)
        if (*at)
            return BITS_LEFT;
    return c->value ? BITS_LEFT : FINE;
}

#endif
