/* The exponents of a block's values: ATSC A/52, 5.3.3 and 7.1. */

#include "ac3.h"

#define REUSE 0
#define LOW_END 7
#define WIDEST 60

/* 7.1.3: three exponents in 7 bits, each for one, two or four values. */
static u32 exponents(Bits *b, Channel *channel, u32 at, u32 value, u32 groups, u32 each)
{
    i32 level = (i32)value;
    for (; groups; groups--) {
        u32 three = take(b, 7);
        if (three >= 125)
            return BAD_CODE;
        u32 parts[3] = {three / 25, three / 5 % 5, three % 5};
        for (u32 part = 0; part < 3; part++) {
            level += (i32)parts[part] - 2;
            if (level < 0 || level > 24)
                return BAD_CODE;
            for (u32 copy = 0; copy < each; copy++)
                channel->exponents[at++] = (u8)level;
        }
    }
    channel->known = channel->changed = 1;
    return FINE;
}

static u32 coupling_exponents(Bits *b, u32 strategy)
{
    Channel *channel = &sound.channels[COUPLING];
    u32 each = 1u << (strategy - 1), groups = (channel->end - channel->first) / (3 * each);
    return exponents(b, channel, channel->first, take(b, 4) << 1, groups, each);
}

static u32 channel_exponents(Bits *b, Channel *channel, u32 strategy)
{
    u32 each = 1u << (strategy - 1), groups = (channel->end + 3 * each - 4) / (3 * each);
    u32 first = take(b, 4);
    channel->exponents[0] = (u8)first;
    return exponents(b, channel, 1, first, groups, each);
}

static u32 widths(Bits *b, const u8 *strategies)
{
    for (u32 which = 0; which < frame.full; which++) {
        Channel *channel = &sound.channels[which];
        if (strategies[which] == REUSE)
            continue;
        channel->end = sound.channels[COUPLING].first;
        if (sound.in_coupling[which])
            continue;
        u32 width = take(b, 6);
        if (width > WIDEST)
            return BROKEN_HEADER;
        channel->end = 3 * width + 73;
    }
    return FINE;
}

static void read_strategies(Bits *b, u8 *strategies)
{
    if (sound.coupled)
        strategies[COUPLING] = (u8)take(b, 2);
    for (u32 which = 0; which < frame.full; which++)
        strategies[which] = (u8)take(b, 2);
    if (frame.low)
        strategies[LOW] = (u8)take(b, 1);
}

u32 all_exponents(Bits *b, u32 number)
{
    u8 *strategies = frame.strategies[number];
    if (!frame.enhanced)
        read_strategies(b, strategies);
    sound.channels[LOW].end = LOW_END;
    u32 answer = widths(b, strategies);
    if (!answer && sound.coupled && strategies[COUPLING])
        answer = coupling_exponents(b, strategies[COUPLING]);
    for (u32 which = 0; which < frame.full && !answer; which++)
        if (strategies[which]) {
            answer = channel_exponents(b, &sound.channels[which], strategies[which]);
            take(b, 2); /* gainrng */
        }
    if (!answer && strategies[LOW])
        answer = channel_exponents(b, &sound.channels[LOW], 1);
    return answer;
}
