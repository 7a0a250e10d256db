/*
 * RFC 6716, 4.2.7: SILK: all of its symbols, in their order. What they say is forgotten at once,
 * but for what decides how the next ones are coded, and nothing is kept from one frame of Opus to
 * the next: none depends on another.
 */

#include "silk.h"
#include "silk_numbers.h"

#define MOST_FRAMES 3
#define MOST_BLOCKS 20
#define BLOCK 16

/* 4.2.7.4, 4.2.7.6.3: how a frame refers to the one before it in its channel. */
enum { ALONE, ALONE_UNSCALED, AFTER_ANOTHER };

enum { VOICED = 2 };

typedef struct {
    u32 active[MOST_FRAMES], twice[MOST_FRAMES];  /* 4.2.3, 4.2.4: VAD and LBRR flags */
    u32 type;                                     /* of the signal of the last frame */
} Channel;

typedef struct {
    Range *r;
    u32 channels, khz, frames, parts;  /* parts of 5 ms in each frame: 2 or 4 */
    Channel channel[2];
} Silk;

/* 4.2.7.5: the spectrum, in two stages. */
static void spectrum(Silk *s, u32 type)
{
    u32 wide = s->khz == 16, voiced = type == VOICED;
    u32 first = symbol(s->r, wide ? FIRST_WIDE[voiced] : FIRST_NARROW[voiced], 8);
    for (u32 i = 0; i < (wide ? 16 : 10); i++) {
        const u8 *odds = wide ? SECOND_WIDE[CODEBOOK_WIDE[first][i]]
                              : SECOND_NARROW[CODEBOOK_NARROW[first][i]];
        u32 second = symbol(s->r, odds, 8);
        if (second == 0 || second == 8)
            symbol(s->r, EXTENSION, 8);
    }
    if (s->parts == 4)
        symbol(s->r, INTERPOLATION, 8);
}

static const u8 *contours(const Silk *s)
{
    if (s->khz == 8)
        return s->parts == 4 ? CONTOUR_NARROW : CONTOUR_SHORT_NARROW;
    return s->parts == 4 ? CONTOUR : CONTOUR_SHORT;
}

/* 4.2.7.6: the pitch of a voice, and how it repeats. */
static void pitch(Silk *s, u32 how, u32 was_voiced)
{
    static const u8 *const FILTERS[3] = {FILTER_0, FILTER_1, FILTER_2};
    if (how != AFTER_ANOTHER || !was_voiced || !symbol(s->r, LAG_CHANGE, 8)) {
        symbol(s->r, LAG, 8);
        symbol(s->r, s->khz == 16 ? EIGHTH : s->khz == 12 ? SIXTH : QUARTER, 8);
    }
    symbol(s->r, contours(s), 8);
    const u8 *filter = FILTERS[symbol(s->r, PERIODICITY, 8)];
    for (u32 i = 0; i < s->parts; i++)
        symbol(s->r, filter, 8);
    if (how == ALONE)
        symbol(s->r, LTP_SCALE, 8);
}

/* 4.2.7.4 */
static void gains(Silk *s, u32 how, u32 type)
{
    if (how == AFTER_ANOTHER) {
        symbol(s->r, GAIN_CHANGE, 8);
    } else {
        symbol(s->r, GAIN[type], 8);
        symbol(s->r, EIGHTH, 8);
    }
    for (u32 i = 1; i < s->parts; i++)
        symbol(s->r, GAIN_CHANGE, 8);
}

/* 4.2.7.8.3: how many of a block's pulses stand at each of its places, halved four times. */
static void places(Range *r, u32 pulses, u32 size, u8 *at)
{
    static const u8 *const SPLITS[4] = {SPLIT_0, SPLIT_1, SPLIT_2, SPLIT_3};
    if (size == 1) {
        *at = (u8)pulses;
        return;
    }
    u32 half = size / 2, left = 0;
    if (pulses)
        left = symbol(r, SPLITS[__builtin_ctz(half)] + pulses * (pulses + 1) / 2 - 1, 8);
    places(r, left, half, at);
    places(r, pulses - left, half, at + half);
}

/* 4.2.7.8.2: returns the pulses of a block, and how many bits more each place has. */
static u32 pulses_of(Range *r, u32 level, u32 *low_bits)
{
    u32 pulses = symbol(r, PULSES[level], 8);
    for (*low_bits = 0; pulses == 17;)
        pulses = symbol(r, PULSES[9] + (++*low_bits == 10), 8);
    return pulses;
}

/* 4.2.7.8: what is left when voice and spectrum are taken away, in blocks of 16 samples. */
static void excitation(Silk *s, u32 type, u32 offset)
{
    static u8 at[MOST_BLOCKS * BLOCK];
    u32 pulses[MOST_BLOCKS], low_bits[MOST_BLOCKS];
    u32 level = symbol(s->r, RATE_LEVEL[type == VOICED], 8);
    u32 blocks = (s->parts * 5 * s->khz + BLOCK - 1) / BLOCK;
    for (u32 i = 0; i < blocks; i++)
        pulses[i] = pulses_of(s->r, level, &low_bits[i]);
    for (u32 i = 0; i < blocks; i++)
        places(s->r, pulses[i], BLOCK, at + i * BLOCK);
    for (u32 i = 0; i < blocks * BLOCK; i++)
        for (u32 bit = 0; bit < low_bits[i / BLOCK]; bit++)
            at[i] = (u8)(at[i] | symbol(s->r, LOW_BIT, 8));
    for (u32 i = 0; i < blocks * BLOCK; i++) {
        u32 many = pulses[i / BLOCK] < 6 ? pulses[i / BLOCK] : 6;
        const u8 odds[2] = {SIGN[type * 2 + offset][many], 0};
        if (at[i])
            symbol(s->r, odds, 8);
    }
}

/* 4.2.7: one frame of one channel. */
static void frame(Silk *s, Channel *channel, u32 active, u32 how)
{
    u32 kind = active ? 2 + symbol(s->r, TYPE_ACTIVE, 8) : symbol(s->r, TYPE_INACTIVE, 8);
    u32 type = kind / 2, was_voiced = channel->type == VOICED;
    gains(s, how, type);
    spectrum(s, type);
    if (type == VOICED)
        pitch(s, how, was_voiced);
    channel->type = type;
    symbol(s->r, QUARTER, 8);
    excitation(s, type, kind % 2);
}

/* 4.2.7.1: how the sides are told from the middle. */
static void stereo_weights(Range *r)
{
    symbol(r, STEREO_JOINT, 8);
    for (u32 i = 0; i < 2; i++) {
        symbol(r, THIRD, 8);
        symbol(r, FIFTH, 8);
    }
}

/* 4.2.3, 4.2.4 */
static void flags(Silk *s)
{
    u32 any[2] = {0, 0};
    for (u32 n = 0; n < s->channels; n++) {
        for (u32 i = 0; i < s->frames; i++)
            s->channel[n].active[i] = flag(s->r, 1);
        any[n] = flag(s->r, 1);
    }
    for (u32 n = 0; n < s->channels; n++) {
        u32 which = any[n];
        if (any[n] && s->frames > 1)
            which = 1 + symbol(s->r, s->frames == 2 ? LBRR_OF_TWO : LBRR_OF_THREE, 8);
        for (u32 i = 0; i < s->frames; i++)
            s->channel[n].twice[i] = which >> i & 1;
    }
}

/* 4.2.5: frames of the packet before, for those that lost it. */
static void earlier(Silk *s)
{
    for (u32 i = 0; i < s->frames; i++)
        for (u32 n = 0; n < s->channels; n++) {
            Channel *channel = &s->channel[n];
            if (!channel->twice[i])
                continue;
            if (s->channels == 2 && n == 0) {
                stereo_weights(s->r);
                if (!s->channel[1].twice[i])
                    symbol(s->r, MIDDLE_ONLY, 8);
            }
            frame(s, channel, 1, i && channel->twice[i - 1] ? AFTER_ANOTHER : ALONE);
        }
}

/* 4.2.6: the frames themselves. */
static void regular(Silk *s)
{
    u32 middle_only = 0;
    for (u32 i = 0; i < s->frames; i++) {
        u32 was_middle_only = middle_only;
        if (s->channels == 2) {
            stereo_weights(s->r);
            middle_only = s->channel[1].active[i] ? 0 : symbol(s->r, MIDDLE_ONLY, 8);
        }
        u32 how = i ? AFTER_ANOTHER : ALONE;
        frame(s, &s->channel[0], s->channel[0].active[i], how);
        if (s->channels == 1 || middle_only)
            continue;
        how = i && was_middle_only ? ALONE_UNSCALED : how;
        frame(s, &s->channel[1], s->channel[1].active[i], how);
    }
}

void silk(Range *r, const Speech *speech)
{
    u32 length = speech->milliseconds;
    Silk s = {.r = r, .channels = speech->channels, .khz = speech->khz};
    s.frames = length > 20 ? length / 20 : 1;
    s.parts = length == 10 ? 2 : 4;
    flags(&s);
    earlier(&s);
    regular(&s);
}
