/* ITU-T H.264, 9.3.3.2: one binary decision at a time, kept as 9 bits with others behind them. */

#ifndef CABAC_H
#define CABAC_H

#include "avc.h"

/* odds.c: by state, 2 * pStateIdx + valMPS. */
extern u8 ranges_of[4][128];
extern u8 next_more[128], next_less[128];

static inline void fill(Coder *c)
{
    if (c->spare < 16) {
        u32 four = 0;
        if (c->at < c->end)
            __builtin_memcpy(&four, c->at, 4);
        c->value = c->value << 32 | __builtin_bswap32(four);
        c->at += 4;
        c->spare += 32;
    }
}

static inline u32 decide(Coder *c, u8 *context)
{
    u32 state = *context, less = ranges_of[c->range >> 6 & 3][state];
    u32 range = c->range - less, bin = state & 1;
    u64 split = (u64)range << c->spare;
    if (c->value < split) {
        *context = next_more[state];
        u32 shift = range < 256;
        c->range = range << shift;
        c->spare -= (i32)shift;
    } else {
        *context = next_less[state];
        u32 shift = (u32)__builtin_clz(less) - 23;
        c->value -= split;
        c->range = less << shift;
        c->spare -= (i32)shift;
        bin ^= 1;
    }
    fill(c);
    return bin;
}

static inline u32 bypass(Coder *c)
{
    c->spare--;
    u64 split = (u64)c->range << c->spare;
    u32 bin = c->value >= split;
    c->value -= bin ? split : 0;
    fill(c);
    return bin;
}

#endif
