/*
 * The head of a frame of E-AC-3: ATSC A/52, E1.2.2 and E1.2.3. Followed is what is coded like AC-3:
 * one stream, by itself, without adaptive transforms, spectral extension and enhanced coupling.
 */

#include "ac3.h"
#include "ac3_numbers.h"

#define STEREO 2

static u32 programs(void) { return frame.mode ? 1 : 2; }

/* How it is mixed and what it is, which a recording says once for all. */
static void optional(Bits *b, u32 bits)
{
    if (steady(b, 1))
        steady(b, bits);
}

static void mixing_levels(Bits *b)
{
    if (frame.mode > STEREO) {
        steady(b, 2);
        if (frame.mode & 1)
            steady(b, 6);
        if (frame.mode & 4)
            steady(b, 6);
    }
    if (frame.low)
        optional(b, 5);
}

/* Where a single channel is heard; six bits of it are reserved. */
static u32 panning(Bits *b)
{
    u32 reserved = 0;
    for (u32 program = 0; program < programs() && frame.mode < STEREO; program++)
        if (steady(b, 1)) {
            steady(b, 8);
            reserved |= steady(b, 6);
        }
    return reserved ? BROKEN_HEADER : FINE;
}

static u32 mixing(Bits *b)
{
    if (!steady(b, 1))
        return FINE;
    mixing_levels(b);
    if (frame.converted)
        return FINE;
    for (u32 program = 0; program < programs(); program++)
        optional(b, 6);
    optional(b, 6);
    static const u8 sizes[4] = {0, 5, 12, 0};
    u32 kind = steady(b, 2);
    if (kind == 3)
        return NOT_FOLLOWED; /* bytes of any meaning */
    if (kind)
        steady(b, sizes[kind]);
    u32 answer = panning(b);
    if (!answer && steady(b, 1))
        for (u32 number = 0; number < frame.blocks; number++)
            if (frame.blocks == 1 || steady(b, 1))
                steady(b, 5);
    return answer;
}

static void information(Bits *b)
{
    if (!steady(b, 1))
        return;
    steady(b, 5);
    if (frame.mode == STEREO)
        steady(b, 4);
    if (frame.mode >= 6)
        steady(b, 2);
    for (u32 program = 0; program < programs(); program++)
        optional(b, 8);
    steady(b, 1);
}

/* bsi, from dialnorm on */
static u32 stream_head(Bits *b)
{
    for (u32 program = 0; program < programs(); program++) {
        steady(b, 5);
        if (steady(b, 1))
            take(b, 8); /* compr: how loud, frame by frame */
    }
    u32 answer = mixing(b);
    if (answer)
        return answer;
    information(b);
    if (!frame.converted && frame.blocks != BLOCKS)
        take(b, 1);
    if (frame.converted && (frame.blocks == BLOCKS || take(b, 1)))
        take(b, 6);
    return take(b, 1) ? NOT_FOLLOWED : FINE; /* addbsie */
}

static void coupling(Bits *b)
{
    for (u32 number = 0; number < frame.blocks && frame.mode >= STEREO; number++) {
        u32 said = !number || take(b, 1);
        frame.coupling_said[number] = (u8)said;
        frame.coupled[number] = said ? (u8)take(b, 1) : frame.coupled[number - 1];
    }
    frame.coupling_said[0] = 1;
}

static void strategy_of_frame(Bits *b, u32 which)
{
    u32 six = STRATEGIES[take(b, 5)];
    for (u32 number = 0; number < BLOCKS; number++)
        frame.strategies[number][which] = six >> 2 * (BLOCKS - 1 - number) & 3;
}

static void strategies(Bits *b, u32 in_each)
{
    u32 any = 0;
    for (u32 number = 0; number < frame.blocks; number++)
        any |= frame.coupled[number];
    if (!in_each && any)
        strategy_of_frame(b, COUPLING);
    for (u32 which = 0; !in_each && which < frame.full; which++)
        strategy_of_frame(b, which);
    for (u32 number = 0; in_each && number < frame.blocks; number++) {
        if (frame.coupled[number])
            frame.strategies[number][COUPLING] = (u8)take(b, 2);
        for (u32 which = 0; which < frame.full; which++)
            frame.strategies[number][which] = (u8)take(b, 2);
    }
    for (u32 number = 0; number < frame.blocks && frame.low; number++)
        frame.strategies[number][LOW] = (u8)take(b, 1);
}

/*
 * Strategies for who makes AC-3 of it: those that the frame has, or zeros, as from who has said each
 * block's own.
 */
static u32 strategies_for_others(Bits *b)
{
    u32 same = 1;
    if (frame.converted || (frame.blocks != BLOCKS && !take(b, 1)))
        return FINE;
    for (u32 which = 0; which < frame.full; which++) {
        u32 number = take(b, 5), six = STRATEGIES[number], alike = 1;
        for (u32 block = 0; block < BLOCKS; block++)
            alike &= frame.strategies[block][which] == (six >> 2 * (BLOCKS - 1 - block) & 3);
        same &= !number || (alike && frame.blocks == BLOCKS);
    }
    return same ? FINE : NOT_FOLLOWED;
}

/* audfrm: the parts that blocks have; where none is said, how bits are shared out is as usual. */
static u32 parts(Bits *b)
{
    u32 offsets = take(b, 2), transients = take(b, 1);
    frame.switched = take(b, 1);
    frame.dithered = take(b, 1);
    frame.allocation_said = take(b, 1);
    frame.gains_said = take(b, 1);
    frame.deltas_said = take(b, 1);
    frame.room_said = take(b, 1);
    sound.allocated = !frame.allocation_said;
    sound.slow_decay = 2;
    sound.fast_decay = 1;
    sound.slow_gain = 1;
    sound.knee = 2;
    sound.floor = 7;
    return take(b, 1) || offsets || transients ? NOT_FOLLOWED : FINE;
}

u32 enhanced_head(Bits *b)
{
    u32 answer = stream_head(b), in_each = 1, transformed = 0;
    if (answer)
        return answer;
    if (frame.blocks == BLOCKS) {
        in_each = take(b, 1);
        transformed = take(b, 1);
    }
    answer = parts(b);
    if (answer || transformed)
        return answer ? answer : NOT_FOLLOWED;
    coupling(b);
    strategies(b, in_each);
    answer = strategies_for_others(b);
    if (answer)
        return answer;
    sound.coarse = take(b, 6);
    u32 fine = take(b, 4);
    for (u32 which = 0; which < CHANNELS; which++)
        sound.channels[which].fine = fine;
    sound.offset_known = 1;
    if (frame.blocks > 1 && take(b, 1))
        return NOT_FOLLOWED; /* where blocks begin */
    return over(b) ? ENDS_EARLY : FINE;
}
