/*
 * RFC 6716, 4.3.3: how many bits each band gets, in 8ths, for energy and for shape. A decoder
 * reckons it in whole numbers, as its encoder did: one 8th off, and every later symbol is wrong.
 */

#include "celt.h"

#define QUALITIES 11
#define STEPS 6
#define MOST_FINE 8
#define FINE_OFFSET 21

/* What the reckoning goes by: bits of the quality below and more up to the one above. */
typedef struct {
    Celt *c;
    i32 total, floor;                       /* 8ths: all there are, and the least of a band */
    i32 low[BANDS], more[BANDS];
    i32 least_useful[BANDS], tilt[BANDS];
    i32 skip_bit, intensity_bits, dual_bit; /* 8ths that are kept for what is said of bands */
    i32 never_skipped;
} Allotment;

static i32 tilted(const Allotment *a, i32 quality, i32 band)
{
    const Celt *c = a->c;
    i32 bits = c->channels * breadth(band) * EVEN[quality][band] << c->scale >> 2;
    return bits > 0 ? most(0, bits + a->tilt[band]) : bits;
}

/* What a band gets of `bits`: all from the last one on that gets something of use. */
static i32 granted(const Allotment *a, i32 band, i32 bits, i32 *useful)
{
    if (bits >= a->least_useful[band])
        *useful = 1;
    if (*useful)
        return least(bits, a->c->caps[band]);
    return bits >= a->floor ? a->floor : 0;
}

static void set_limits(Allotment *a)
{
    const Celt *c = a->c;
    for (i32 i = c->start; i < c->end; i++) {
        i32 width = breadth(i);
        a->least_useful[i] = most(c->channels * 8, 3 * width << c->scale << 3 >> 4);
        a->tilt[i] = c->channels * width * (c->trim - 5 - c->scale) * (c->end - i - 1)
            * (1 << (c->scale + 3)) >> 6;
        if (width << c->scale == 1)
            a->tilt[i] -= c->channels * 8;
    }
}

static i32 cost_of_quality(const Allotment *a, i32 quality)
{
    i32 sum = 0, useful = 0;
    for (i32 i = a->c->end - 1; i >= a->c->start; i--)
        sum += granted(a, i, tilted(a, quality, i) + a->c->boosts[i], &useful);
    return sum;
}

static i32 between(const Allotment *a, i32 band, i32 step)
{
    return a->low[band] + (step * a->more[band] >> STEPS);
}

static i32 cost_between(const Allotment *a, i32 step)
{
    i32 sum = 0, useful = 0;
    for (i32 i = a->c->end - 1; i >= a->c->start; i--)
        sum += granted(a, i, between(a, i, step), &useful);
    return sum;
}

/* The best quality that can be paid for, and what the next one would cost more. */
static void find_quality(Allotment *a)
{
    const Celt *c = a->c;
    i32 low = 1, high = QUALITIES - 1;
    while (low <= high) {
        i32 middle = (low + high) >> 1;
        if (cost_of_quality(a, middle) > a->total)
            high = middle - 1;
        else
            low = middle + 1;
    }
    high = low--;
    a->never_skipped = c->start;
    for (i32 i = c->start; i < c->end; i++) {
        i32 boost = c->boosts[i], above = high < QUALITIES ? tilted(a, high, i) : c->caps[i];
        if (high >= QUALITIES && above > 0)
            above = most(0, above + a->tilt[i]);
        a->low[i] = tilted(a, low, i) + (low > 0 ? boost : 0);
        a->more[i] = most(0, above + boost - a->low[i]);
        if (boost > 0)
            a->never_skipped = i;
    }
}

/* Returns the sum of what the bands get of that, a 64th of the way to the next quality at a time. */
static i32 grant(Allotment *a)
{
    i32 low = 0, high = 1 << STEPS, sum = 0, useful = 0;
    for (i32 i = 0; i < STEPS; i++) {
        i32 middle = (low + high) >> 1;
        if (cost_between(a, middle) > a->total)
            high = middle;
        else
            low = middle;
    }
    for (i32 i = a->c->end - 1; i >= a->c->start; i--)
        sum += a->c->pulses[i] = granted(a, i, between(a, i, low), &useful);
    return sum;
}

/* Bands at the top that are not coded after all, one by one. Returns what the others get. */
static i32 skip_bands(Allotment *a, i32 sum)
{
    Celt *c = a->c;
    for (c->coded = c->end; c->coded - 1 > a->never_skipped; c->coded--) {
        i32 i = c->coded - 1, all = EDGES[c->coded] - EDGES[c->start], left = a->total - sum;
        i32 each = (i32)((u32)left / (u32)all);
        left -= each * all;
        i32 bits = c->pulses[i] + each * breadth(i) + most(left - (EDGES[i] - EDGES[c->start]), 0);
        if (bits >= most(a->least_useful[i], a->floor + 8)) {
            if (flag(c->r, 1))
                return sum;
            sum += 8, bits -= 8;
        }
        sum -= c->pulses[i] + a->intensity_bits;
        if (a->intensity_bits)
            a->intensity_bits = LOG_FRACTION[i - c->start];
        c->pulses[i] = bits >= a->floor ? a->floor : 0;
        sum += a->intensity_bits + c->pulses[i];
    }
    a->total += a->skip_bit;
    return sum;
}

/* 4.3.4.4: from which band on there is one shape for both sides, and whether each has its own. */
static void stereo(Allotment *a)
{
    Celt *c = a->c;
    if (a->intensity_bits)
        c->intensity = c->start + (i32)uniform(c->r, (u32)(c->coded + 1 - c->start));
    if (c->intensity <= c->start)
        a->total += a->dual_bit, a->dual_bit = 0;
    if (a->dual_bit)
        c->dual = (i32)flag(c->r, 1);
}

static void spread_rest(Allotment *a, i32 left)
{
    Celt *c = a->c;
    i32 all = EDGES[c->coded] - EDGES[c->start], each = (i32)((u32)left / (u32)all);
    left -= each * all;
    for (i32 i = c->start; i < c->coded; i++) {
        i32 more = least(left, breadth(i));
        c->pulses[i] += each * breadth(i) + more;
        left -= more;
    }
}

/* Bits of a band of more than one coefficient that go to its energy. */
static void split_band(Celt *c, i32 i, i32 size)
{
    i32 bits = c->pulses[i], extra = c->channels == 2 && size > 2 && !c->dual && i < c->intensity;
    i32 parts = c->channels * size + extra, logs = parts * (LOG_WIDTH[i] + c->scale * 8);
    i32 offset = (logs >> 1) - parts * FINE_OFFSET + (size == 2 ? parts * 2 : 0);
    if (bits + offset < parts * 16)
        offset += logs >> 2;
    else if (bits + offset < parts * 24)
        offset += logs >> 3;
    i32 fine = most(0, bits + offset + parts * 4) / parts >> 3;
    if (c->channels * fine > bits >> 3)
        fine = bits >> (c->channels - 1) >> 3;
    c->fine[i] = least(fine, MOST_FINE);
    c->later[i] = c->fine[i] * parts * 8 >= bits + offset;
    c->pulses[i] -= c->channels * c->fine[i] * 8;
}

/* Parts what each band has into its energy's and its shape's, and passes on what is too much. */
static void part(Celt *c)
{
    i32 balance = 0, i = c->start;
    for (; i < c->coded; i++) {
        i32 size = breadth(i) << c->scale, bits = c->pulses[i] + balance;
        i32 over = most(bits - (size > 1 ? c->caps[i] : c->channels * 8), 0);
        c->pulses[i] = bits - over, c->fine[i] = 0, c->later[i] = 1;
        if (size > 1)
            split_band(c, i, size);
        if (over > 0) {
            i32 fine = least(over >> (c->channels + 2), MOST_FINE - c->fine[i]);
            c->fine[i] += fine;
            c->later[i] = fine * c->channels * 8 >= over - balance;
            over -= fine * c->channels * 8;
        }
        balance = over;
    }
    c->balance = balance;
    for (; i < c->end; i++) {
        c->fine[i] = c->pulses[i] >> (c->channels - 1) >> 3;
        c->pulses[i] = 0;
        c->later[i] = c->fine[i] < 1;
    }
}

/* Keeps bits for what is said of the bands, of `total`. */
static void reserve(Allotment *a, i32 total)
{
    const Celt *c = a->c;
    a->total = most(total, 0);
    a->skip_bit = a->total >= 8 ? 8 : 0;
    a->total -= a->skip_bit;
    if (c->channels == 1 || LOG_FRACTION[c->end - c->start] > a->total)
        return;
    a->intensity_bits = LOG_FRACTION[c->end - c->start];
    a->total -= a->intensity_bits;
    a->dual_bit = a->total >= 8 ? 8 : 0;
    a->total -= a->dual_bit;
}

void allot(Celt *c)
{
    Allotment a = {.c = c, .floor = c->channels * 8};
    i32 bits = (i32)(c->r->size * 64) - (i32)told_8ths(c->r) - 1;
    c->reserved = c->transient && c->scale >= 2 && bits >= (c->scale + 2) * 8 ? 8 : 0;
    reserve(&a, bits - c->reserved);
    set_limits(&a);
    find_quality(&a);
    i32 sum = skip_bands(&a, grant(&a));
    stereo(&a);
    spread_rest(&a, a.total - sum);
    part(c);
}
