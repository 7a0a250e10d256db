/*
 * RFC 6716, 4.3: the part of a frame that is coded as music, in 21 bands. Which symbols there are
 * follows from how many bits are left, in 8ths: they are counted as every decoder must.
 */

#ifndef OPUS_CELT_H
#define OPUS_CELT_H

#include "celt_numbers.h"
#include "range.h"

/* What a frame is: its channels, its length as 2.5 ms times 2^`scale`, and its bands. */
typedef struct {
    i32 channels, scale, start, end;
} Music;

/* 4.3.3: what each band is allotted, and what was said of all of them. */
typedef struct {
    Range *r;
    i32 channels, scale, start, end;
    i32 transient, reserved;                             /* 4.3.5: 8 for the anti-collapse bit */
    i32 resolution[BANDS], caps[BANDS], boosts[BANDS];   /* 4.3.4.5, and 8ths of bits */
    i32 pulses[BANDS], fine[BANDS], later[BANDS];        /* 8ths, bits, and whose turn is last */
    i32 trim, intensity, dual, coded, balance;
} Celt;

/* Takes what is coded as music, to the end of the frame. Returns FINE, or what is wrong. */
u32 celt(Range *r, const Music *music);

/* 4.3.3: takes what is said of the bands, and allots to each the bits that are left. */
void allot(Celt *c);

/* 4.3.4: takes the shape of every band. Returns FINE, or what is wrong. */
u32 shapes(Celt *c);

/* Counts the ways to place pulses. Once, before any frame. */
void count_ways(void);

static inline i32 least(i32 a, i32 b) { return a < b ? a : b; }
static inline i32 most(i32 a, i32 b) { return a > b ? a : b; }

/* Coefficients of a short block that a band has. */
static inline i32 breadth(i32 band) { return EDGES[band + 1] - EDGES[band]; }

#endif
