/*
 * RFC 6716, 4.1: what a frame of Opus is read by: symbols from its front, by their odds, and plain
 * bits from its end. At last, what the encoder must have written for those symbols is known to the
 * bit, and so is whether anything else stands between the two.
 */

#ifndef OPUS_RANGE_H
#define OPUS_RANGE_H

#include "../stream.h"

typedef struct {
    const u8 *bytes;
    u32 size;          /* bytes of the frame: those behind it are read as zeros */
    u32 range, value;  /* 4.1.1: rng, and val, which is the top of the range less the code */
    u32 code;          /* the 31 bits that are looked at, some of which may lie behind the frame */
    u32 shifted;       /* bits before those */
    u32 raw;           /* bits that were taken from the end */
    u32 broken;        /* whether there was a number that no encoder writes */
} Range;

void range_begin(Range *r, const u8 *bytes, u32 size);

/* 4.1.6: bits that were used, rounded up, in whole ones and in 8ths. */
u32 told(const Range *r);
u32 told_8ths(const Range *r);

/* 4.1.2: where in `total` the code stands; what was found there is then from `low` to `high`. */
u32 found(const Range *r, u32 total);
void taken(Range *r, u32 low, u32 high, u32 total);

/* 4.1.3.3: a symbol of a table of sums from its end, of 2^`bits` in total, which ends with 0. */
u32 symbol(Range *r, const u8 *sums, u32 bits);

/* 4.1.3.2: a bit that is 1 once in 2^`odds` times. */
u32 flag(Range *r, u32 odds);

/* 4.1.5: a number below `total`, which is 2 at least, each as likely. */
u32 uniform(Range *r, u32 total);

/* 4.1.4: plain bits, 1 to 25. */
u32 plain(Range *r, u32 count);

/* 5.1.5: FINE if the frame is, to its last bit, what an encoder of these symbols writes. */
u32 range_end(const Range *r);

#endif
