/* One audio block, up to its values: ATSC A/52, 5.3.3 and 7.1. */

#include "ac3.h"

#define REUSE 0
#define LOW_END 7
#define DUAL_MONO 0
#define MONO 1
#define STEREO 2
#define WIDEST 60

static u32 flags(Bits *b)
{
    skip(b, 2 * frame.full); /* blksw, dithflag */
    if (take(b, 1))
        take(b, 8); /* dynrng */
    if (frame.mode == DUAL_MONO && take(b, 1))
        take(b, 8);
    return over(b) ? ENDS_EARLY : FINE;
}

/* Which channels share their upper part, from where to where, in which bands. */
static u32 shared(Bits *b)
{
    Channel *coupling = &sound.channels[COUPLING];
    if (frame.mode < STEREO)
        return BROKEN_HEADER;
    for (u32 which = 0; which < frame.full; which++)
        sound.in_coupling[which] = take(b, 1);
    sound.phases = frame.mode == STEREO && take(b, 1);
    u32 begin = take(b, 4), end = take(b, 4) + 3;
    if (begin >= end)
        return BROKEN_HEADER;
    sound.coupling_begin = begin;
    sound.coupling_bands = end - begin;
    for (u32 band = 1; band < end - begin; band++)
        sound.coupling_bands -= take(b, 1);
    coupling->first = 12 * begin + 37;
    coupling->end = 12 * end + 37;
    coupling->known = 0;
    return FINE;
}

static u32 coupling_strategy(Bits *b, u32 number)
{
    if (!take(b, 1))
        return number ? FINE : BAD_ORDER;
    sound.coupled = take(b, 1);
    for (u32 which = 0; which < FULL_CHANNELS; which++)
        sound.in_coupling[which] = 0;
    return sound.coupled ? shared(b) : FINE;
}

static void coordinates(Bits *b)
{
    u32 any = 0;
    for (u32 which = 0; which < frame.full; which++)
        if (sound.in_coupling[which] && take(b, 1)) {
            skip(b, 2 + 8 * sound.coupling_bands);
            any |= which < 2;
        }
    if (sound.phases && any)
        skip(b, sound.coupling_bands);
}

static u32 rematrixing(Bits *b, u32 number)
{
    u32 bands = 4;
    if (!take(b, 1))
        return number ? FINE : BAD_ORDER;
    if (sound.coupled && sound.coupling_begin <= 2)
        bands = sound.coupling_begin ? 3 : 2;
    skip(b, bands);
    return FINE;
}

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
    channel->known = 1;
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

static u32 widths(Bits *b, const u32 *strategies)
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

static u32 all_exponents(Bits *b)
{
    u32 strategies[CHANNELS] = {0}, answer;
    if (sound.coupled)
        strategies[COUPLING] = take(b, 2);
    for (u32 which = 0; which < frame.full; which++)
        strategies[which] = take(b, 2);
    if (frame.low)
        strategies[LOW] = take(b, 1);
    sound.channels[LOW].end = LOW_END;
    answer = widths(b, strategies);
    if (!answer && strategies[COUPLING])
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

/* Whether a channel is there. */
static u32 present(u32 which)
{
    if (which == COUPLING)
        return sound.coupled;
    return which == LOW ? frame.low : which < frame.full;
}

static void offset_and_gain(Bits *b, u32 which)
{
    if (!present(which))
        return;
    sound.channels[which].fine = take(b, 4);
    sound.channels[which].gain = take(b, 3);
}

static u32 allocation_settings(Bits *b)
{
    if (take(b, 1)) {
        sound.slow_decay = take(b, 2);
        sound.fast_decay = take(b, 2);
        sound.slow_gain = take(b, 2);
        sound.knee = take(b, 2);
        sound.floor = take(b, 3);
        sound.allocated = 1;
    }
    if (take(b, 1)) {
        sound.coarse = take(b, 6);
        offset_and_gain(b, COUPLING);
        for (u32 which = 0; which < frame.full; which++)
            offset_and_gain(b, which);
        offset_and_gain(b, LOW);
        sound.offset_known = 1;
    }
    if (sound.coupled && take(b, 1)) {
        sound.fast_leak = take(b, 3);
        sound.slow_leak = take(b, 3);
    }
    return sound.allocated && sound.offset_known ? FINE : BAD_ORDER;
}

static void new_delta(Bits *b, Delta *delta)
{
    if (delta->kind != DELTA_NEW)
        return;
    delta->count = take(b, 3) + 1;
    for (u32 at = 0; at < delta->count; at++) {
        delta->offset[at] = (u8)take(b, 5);
        delta->length[at] = (u8)take(b, 4);
        delta->by[at] = (u8)take(b, 3);
    }
}

/* The coupling channel comes first. */
static u32 deltas(Bits *b, u32 number)
{
    u32 some = take(b, 1);
    for (u32 at = 0; at <= FULL_CHANNELS; at++) {
        u32 which = at ? at - 1 : COUPLING;
        Delta *delta = &sound.channels[which].delta;
        if (some && present(which))
            delta->kind = take(b, 2);
        else if (!number)
            delta->kind = DELTA_NONE;
        if (delta->kind == DELTA_RESERVED)
            return BROKEN_HEADER;
    }
    sound.channels[LOW].delta.kind = DELTA_NONE;
    for (u32 at = 0; some && at <= FULL_CHANNELS; at++) {
        u32 which = at ? at - 1 : COUPLING;
        if (present(which))
            new_delta(b, &sound.channels[which].delta);
    }
    return FINE;
}

/* skipfld: bytes of nothing. */
static u32 skipped(Bits *b)
{
    u32 count = take(b, 1) ? take(b, 9) : 0;
    for (; count && !over(b); count--)
        if (take(b, 8))
            return BYTES_LEFT;
    return FINE;
}

u32 audio_block(Bits *b, u32 number)
{
    u32 answer = flags(b);
    answer = answer ? answer : coupling_strategy(b, number);
    if (!answer && sound.coupled)
        coordinates(b);
    if (!answer && frame.mode == STEREO)
        answer = rematrixing(b, number);
    answer = answer ? answer : all_exponents(b);
    answer = answer ? answer : allocation_settings(b);
    answer = answer ? answer : deltas(b, number);
    answer = answer ? answer : skipped(b);
    for (u32 which = 0; which < CHANNELS && !answer; which++)
        if (present(which))
            answer = sound.channels[which].known ? allocate(which) : BAD_ORDER;
    if (!answer && over(b))
        answer = ENDS_EARLY;
    return answer ? answer : mantissas(b);
}
