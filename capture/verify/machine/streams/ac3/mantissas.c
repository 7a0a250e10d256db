/*
 * The values of a block: ATSC A/52, 7.3. Those of 3, 5 and 11 steps stand in groups, which go on from
 * one channel to the next.
 */

#include "ac3.h"
#include "ac3_numbers.h"

/* How many values are left of the last group, for each fineness that has groups. */
typedef struct {
    u32 left[5];
} Groups;

static u32 grouped(Bits *b, u32 *left, u32 fineness)
{
    static const u8 bits[5] = {0, 5, 7, 0, 7}, sizes[5] = {0, 3, 3, 0, 2};
    static const u8 counts[5] = {0, 27, 125, 0, 121};
    if (*left) {
        --*left;
        return FINE;
    }
    *left = sizes[fineness] - 1u;
    return take(b, bits[fineness]) < counts[fineness] ? FINE : BAD_CODE;
}

static u32 value(Bits *b, Groups *groups, u32 fineness)
{
    switch (fineness) {
    case 0:
        return FINE;
    case 1:
    case 2:
    case 4:
        return grouped(b, &groups->left[fineness], fineness);
    case 3:
        return take(b, 3) < 7 ? FINE : BAD_CODE;
    case 5:
        return take(b, 4) < 15 ? FINE : BAD_CODE;
    default:
        skip(b, MANTISSA_BITS[fineness]);
        return FINE;
    }
}

static u32 values(Bits *b, Groups *groups, const Channel *channel)
{
    u32 answer = FINE;
    for (u32 at = channel->first; at < channel->end && !answer; at++)
        answer = value(b, groups, channel->fineness[at]);
    return over(b) ? ENDS_EARLY : answer;
}

/* The shared part stands behind the first channel that shares. */
u32 mantissas(Bits *b)
{
    Groups groups = {{0}};
    u32 answer = FINE, shared = 0;
    for (u32 which = 0; which < frame.full && !answer; which++) {
        answer = values(b, &groups, &sound.channels[which]);
        if (!answer && sound.in_coupling[which] && !shared++)
            answer = values(b, &groups, &sound.channels[COUPLING]);
    }
    if (!answer && frame.low)
        answer = values(b, &groups, &sound.channels[LOW]);
    return answer;
}
