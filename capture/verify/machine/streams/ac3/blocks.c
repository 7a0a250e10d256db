/*
 * One audio block, up to its values: ATSC A/52, 5.3.3, and E1.2.4 for E-AC-3, where the frame's head
 * says which of its parts there are.
 */

#include "ac3.h"

#define DUAL_MONO 0
#define STEREO 2
#define USUAL_GAIN 4

static u32 flags(Bits *b)
{
    skip(b, (frame.switched + frame.dithered) * frame.full); /* blksw, dithflag */
    if (take(b, 1))
        take(b, 8); /* dynrng */
    if (frame.mode == DUAL_MONO && take(b, 1))
        take(b, 8);
    return over(b) ? ENDS_EARLY : FINE;
}

/* Spectral extension, of E-AC-3: which must not be there. */
static u32 extension(Bits *b, u32 number)
{
    if (!frame.enhanced || (number && !take(b, 1)))
        return FINE;
    return take(b, 1) ? NOT_FOLLOWED : FINE;
}

/* How many bands there are of `end - begin` parts; what is said is kept for the blocks behind. */
static u32 bands_of(Bits *b, u32 begin, u32 end)
{
    u32 count = end - begin;
    if (!frame.enhanced || take(b, 1))
        for (u32 part = begin + 1; part < end; part++)
            sound.joined = (sound.joined & ~(1u << part)) | take(b, 1) << part;
    for (u32 part = begin + 1; part < end; part++)
        count -= sound.joined >> part & 1;
    return count;
}

/* Which channels share their upper part, from where to where, in which bands. */
static u32 shared(Bits *b)
{
    Channel *coupling = &sound.channels[COUPLING];
    if (frame.mode < STEREO)
        return BROKEN_HEADER;
    if (frame.enhanced && take(b, 1))
        return NOT_FOLLOWED; /* enhanced coupling */
    for (u32 which = 0; which < frame.full; which++)
        sound.in_coupling[which] = (frame.enhanced && frame.mode == STEREO) || take(b, 1);
    sound.phases = frame.mode == STEREO && take(b, 1);
    u32 begin = take(b, 4), end = take(b, 4) + 3;
    if (begin >= end)
        return BROKEN_HEADER;
    sound.coupling_begin = begin;
    sound.coupling_bands = bands_of(b, begin, end);
    coupling->known &= coupling->first == 12 * begin + 37 && coupling->end == 12 * end + 37;
    coupling->first = 12 * begin + 37;
    coupling->end = 12 * end + 37;
    return FINE;
}

static u32 coupling_strategy(Bits *b, u32 number)
{
    if (!(frame.enhanced ? frame.coupling_said[number] : take(b, 1)))
        return number ? FINE : BAD_ORDER;
    sound.coupled = frame.enhanced ? frame.coupled[number] : take(b, 1);
    for (u32 which = 0; which < FULL_CHANNELS; which++)
        sound.in_coupling[which] = 0;
    if (!sound.coupled)
        sound.leak_known = 0;
    return sound.coupled ? shared(b) : FINE;
}

static void coordinates(Bits *b)
{
    u32 any = 0;
    for (u32 which = 0; which < frame.full; which++) {
        u32 *known = &sound.coordinates_known[which];
        *known &= sound.in_coupling[which];
        if (sound.in_coupling[which] && ((frame.enhanced && !*known) || take(b, 1))) {
            skip(b, 2 + 8 * sound.coupling_bands);
            *known = 1;
            any |= which < 2;
        }
    }
    if (sound.phases && any)
        skip(b, sound.coupling_bands);
}

static u32 rematrixing(Bits *b, u32 number)
{
    u32 bands = 4;
    if (!(frame.enhanced && !number) && !take(b, 1))
        return number ? FINE : BAD_ORDER;
    if (sound.coupled && sound.coupling_begin <= 2)
        bands = sound.coupling_begin ? 3 : 2;
    skip(b, bands);
    return FINE;
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

static void offsets(Bits *b)
{
    sound.coarse = take(b, 6);
    offset_and_gain(b, COUPLING);
    for (u32 which = 0; which < frame.full; which++)
        offset_and_gain(b, which);
    offset_and_gain(b, LOW);
    sound.offset_known = sound.changed = 1;
}

/* E-AC-3: gains apart from offsets, which its frame's head says; and offsets for AC-3 made of it. */
static void gains(Bits *b, u32 number)
{
    u32 said = frame.gains_said && take(b, 1);
    sound.changed |= said;
    for (u32 at = 0; at < CHANNELS; at++) {
        u32 which = at ? at == LOW ? LOW : at - 1 : COUPLING;
        if (said && present(which))
            sound.channels[which].gain = take(b, 3);
        else if (!number)
            sound.channels[which].gain = USUAL_GAIN;
    }
    if (!frame.converted && take(b, 1))
        take(b, 10);
}

static u32 allocation_settings(Bits *b, u32 number)
{
    if (frame.allocation_said && take(b, 1)) {
        sound.slow_decay = take(b, 2);
        sound.fast_decay = take(b, 2);
        sound.slow_gain = take(b, 2);
        sound.knee = take(b, 2);
        sound.floor = take(b, 3);
        sound.allocated = sound.changed = 1;
    }
    if (frame.enhanced)
        gains(b, number);
    else if (take(b, 1))
        offsets(b);
    if (sound.coupled && ((frame.enhanced && !sound.leak_known) || take(b, 1))) {
        sound.fast_leak = take(b, 3);
        sound.slow_leak = take(b, 3);
        sound.leak_known = sound.changed = 1;
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
    u32 some = frame.deltas_said && take(b, 1);
    sound.changed |= some;
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
    u32 count = frame.room_said && take(b, 1) ? take(b, 9) : 0;
    for (; count && !over(b); count--)
        if (take(b, 8))
            return BYTES_LEFT;
    return FINE;
}

/* Where nothing was said that decides it, values are written as finely as in the block before. */
static u32 allocate_all(void)
{
    for (u32 which = 0; which < CHANNELS; which++) {
        Channel *channel = &sound.channels[which];
        channel->changed |= sound.changed;
        if (!present(which) || (!channel->changed && channel->known))
            continue;
        u32 answer = channel->known ? allocate(which) : BAD_ORDER;
        if (answer)
            return answer;
        channel->changed = 0;
    }
    return FINE;
}

u32 audio_block(Bits *b, u32 number)
{
    sound.changed = !number;
    u32 answer = flags(b);
    answer = answer ? answer : extension(b, number);
    answer = answer ? answer : coupling_strategy(b, number);
    if (!answer && sound.coupled)
        coordinates(b);
    if (!answer && frame.mode == STEREO)
        answer = rematrixing(b, number);
    answer = answer ? answer : all_exponents(b, number);
    answer = answer ? answer : allocation_settings(b, number);
    answer = answer ? answer : deltas(b, number);
    answer = answer ? answer : skipped(b);
    answer = answer ? answer : allocate_all();
    if (!answer && over(b))
        answer = ENDS_EARLY;
    return answer ? answer : mantissas(b);
}
