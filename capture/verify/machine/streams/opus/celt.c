/* RFC 6716, 4.3: what stands before the bands' shapes in a frame of CELT, and behind them. */

#include "celt.h"

#define MOST_FINE 8

static i32 bits_left(const Celt *c) { return (i32)(c->r->size * 8) - (i32)told(c->r); }

/* 4.3.2.1: a change of energy, around 0. */
static void laplace(Range *r, u32 odds, u32 decay)
{
    u32 low = 0, here = found(r, 32768);
    if (here >= odds) {
        low = odds;
        odds = ((32768 - 32 - odds) * (16384 - decay) >> 15) + 1;
        while (odds > 1 && here >= low + 2 * odds) {
            low += 2 * odds;
            odds = ((2 * odds - 2) * decay >> 15) + 1;
        }
        if (odds <= 1)
            low += (here - low) / 2 * 2;
        if (here >= low + odds)
            low += odds;
    }
    taken(r, low, low + odds < 32768 ? low + odds : 32768, 32768);
}

/* 4.3.2.1 */
static void coarse_energy(Celt *c)
{
    i32 alone = bits_left(c) >= 3 ? (i32)flag(c->r, 3) : 0;
    const u8 *odds = ENERGY[c->scale * 2 + alone];
    for (i32 i = c->start * c->channels; i < c->end * c->channels; i++) {
        i32 band = i / c->channels, left = bits_left(c);
        if (left >= 15)
            laplace(c->r, (u32)odds[2 * band] << 7, (u32)odds[2 * band + 1] << 6);
        else if (left >= 2)
            symbol(c->r, SMALL, 2);
        else if (left >= 1)
            flag(c->r, 1);
    }
}

/* 4.3.4.5 */
static void resolutions(Celt *c)
{
    const i8 *table = RESOLUTION[c->scale] + 4 * c->transient;
    i32 odds = c->transient ? 2 : 4, changed = 0, any = 0;
    i32 selects = c->scale > 0 && bits_left(c) >= odds + 1;
    for (i32 i = c->start; i < c->end; i++) {
        if (bits_left(c) >= odds + selects) {
            changed ^= (i32)flag(c->r, (u32)odds);
            any |= changed;
        }
        c->resolution[i] = changed;
        odds = c->transient ? 4 : 5;
    }
    i32 other = selects && table[any] != table[2 + any] ? (i32)flag(c->r, 1) : 0;
    for (i32 i = c->start; i < c->end; i++)
        c->resolution[i] = table[2 * other + c->resolution[i]];
}

/* 4.3.3: bands that get more than their share, and how the shares tilt. */
static void boosts(Celt *c)
{
    i32 odds = 6, total = (i32)(c->r->size * 64), used = (i32)told_8ths(c->r);
    for (i32 i = c->start; i < c->end; i++) {
        i32 wide = c->channels * breadth(i) << c->scale, now = odds, boost = 0;
        i32 step = least(wide * 8, most(48, wide));
        while (used + now * 8 < total && boost < c->caps[i]) {
            u32 more = flag(c->r, (u32)now);
            used = (i32)told_8ths(c->r);
            if (!more)
                break;
            boost += step, total -= step, now = 1;
        }
        c->boosts[i] = boost;
        if (boost)
            odds = most(2, odds - 1);
    }
    c->trim = used + 48 <= total ? (i32)symbol(c->r, TRIM, 7) : 5;
}

/* 4.3.7.1: the filter of a voice's pitch. */
static void post_filter(Range *r)
{
    if (!flag(r, 1))
        return;
    u32 octave = uniform(r, 6);
    plain(r, 4 + octave);
    plain(r, 3);
    if (told(r) + 2 <= r->size * 8)
        symbol(r, TAPS, 2);
}

/* 4.3.2.2 */
static void fine_energy(Celt *c)
{
    for (i32 i = c->start; i < c->end; i++)
        for (i32 n = 0; n < c->channels && c->fine[i] > 0; n++)
            plain(c->r, (u32)c->fine[i]);
}

/* 4.3.2.2: what is left goes to the energies, a bit for each, in two turns. */
static void last_energy(Celt *c)
{
    i32 left = bits_left(c);
    for (i32 turn = 0; turn < 2; turn++)
        for (i32 i = c->start; i < c->end && left >= c->channels; i++) {
            if (c->fine[i] >= MOST_FINE || c->later[i] != turn)
                continue;
            for (i32 n = 0; n < c->channels; n++)
                plain(c->r, 1);
            left -= c->channels;
        }
}

/* Whether a frame is silent, and nothing follows. */
static u32 silent(const Celt *c)
{
    if (bits_left(c) <= 0)
        return 1;
    return told(c->r) == 1 && flag(c->r, 15);
}

static void set_caps(Celt *c)
{
    const u8 *caps = CAPS[2 * c->scale + c->channels - 1];
    for (i32 i = 0; i < BANDS; i++)
        c->caps[i] = (caps[i] + 64) * c->channels * (breadth(i) << c->scale) >> 2;
}

u32 celt(Range *r, const Music *music)
{
    Celt c = {.r = r, .channels = music->channels, .scale = music->scale};
    c.start = music->start, c.end = music->end;
    if (silent(&c))
        return bits_left(&c) < 0 ? ENDS_EARLY : FINE;
    if (!c.start && bits_left(&c) >= 16)
        post_filter(r);
    c.transient = c.scale && bits_left(&c) >= 3 ? (i32)flag(r, 3) : 0;
    coarse_energy(&c);
    resolutions(&c);
    if (bits_left(&c) >= 4)
        symbol(r, SPREAD, 5);
    set_caps(&c);
    boosts(&c);
    allot(&c);
    fine_energy(&c);
    u32 answer = shapes(&c);
    if (answer)
        return answer;
    if (c.reserved)
        plain(r, 1);
    last_energy(&c);
    return bits_left(&c) < 0 ? ENDS_EARLY : FINE;
}
