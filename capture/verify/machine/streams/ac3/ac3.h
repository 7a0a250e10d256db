/* AC-3 and E-AC-3, ATSC A/52: what a frame's head says, and what its blocks keep for the ones behind them. */

#ifndef AC3_H
#define AC3_H

#include "../bits.h"

#define FULL_CHANNELS 5
#define COUPLING 5
#define LOW 6
#define CHANNELS 7
#define MOST_VALUES 256
#define BANDS 50
#define BLOCKS 6

/* Table E2.16: which parts of the spectrum go with the one below, where nothing is said. */
#define USUAL_BANDS 0x3ED00u

/* bit_alloc_type of delta bit allocation, 5.4.3.47 */
enum { DELTA_REUSE, DELTA_NEW, DELTA_NONE, DELTA_RESERVED };

/*
 * `rate` is the code of the sampling rate, which is halved `slower` times; `size` that of the bits in
 * AC-3, and bytes in E-AC-3. What is said in each block is so in AC-3, and up to the frame in E-AC-3.
 */
typedef struct {
    u32 size, rate, slower, version, service, mode, low, full, blocks, enhanced, converted;
    u32 switched, dithered, allocation_said, gains_said, deltas_said, room_said;
    u8 coupling_said[BLOCKS], coupled[BLOCKS], strategies[BLOCKS][CHANNELS];
} Frame;

/* 5.4.3.49: bands whose mask is moved. */
typedef struct {
    u32 kind, count;
    u8 offset[8], length[8], by[8];
} Delta;

/* A channel: which values it has, their exponents, and how finely they are written. */
typedef struct {
    u32 first, end, fine, gain, known, changed;
    Delta delta;
    u8 exponents[MOST_VALUES + 16], fineness[MOST_VALUES];
} Channel;

typedef struct {
    u32 coupled, in_coupling[FULL_CHANNELS], phases, coupling_begin, coupling_bands;
    u32 joined, leak_known, coordinates_known[FULL_CHANNELS];
    u32 slow_decay, fast_decay, slow_gain, knee, floor, coarse, fast_leak, slow_leak;
    u32 allocated, offset_known, changed;
    Channel channels[CHANNELS];
} Sound;

extern Frame frame;
extern Sound sound;

/* ac3.c: takes bits of a head that are the same in all heads, for they decide nothing in the frame. */
u32 steady(Bits *b, u32 bits);

/* enhanced.c: the head of a frame of E-AC-3, behind its size, rate and how many blocks it has. */
u32 enhanced_head(Bits *b);

/* exponents.c */
u32 all_exponents(Bits *b, u32 number);

/* blocks.c: one audio block. */
u32 audio_block(Bits *b, u32 number);

/* allocation.c: how finely each value of a channel is written, of what was said of it. */
u32 allocate(u32 which);

/* mantissas.c: the values of all channels. */
u32 mantissas(Bits *b);

#endif
