/*
 * How many bands a header of spectral band replication makes: ISO/IEC 14496-3, 4.6.18.3.2.
 *
 * The standard gives real numbers, rounded. What is asked here are their logarithms, which are
 * exact to 2^-40: no two of the numbers that are compared come that close without being equal.
 */

#include "aac.h"

#define MOST_BANDS 64
#define ALL_CHANNELS 64

/* Where copied bands start, by bs_start_freq: 16, 22.05, 24 and 32 kHz, 44.1 to 64, and above. */
static const i8 STARTS[6][16] = {
    {-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7},
    {-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 13},
    {-5, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 16},
    {-6, -4, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 16},
    {-4, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 16, 20},
    {-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 16, 20, 24},
};

/* Bands as they follow each other from channel `low` on. */
typedef struct {
    u32 low, count;
    i32 width[2 * MOST_BANDS];
} Bands;

/* The logarithm to base 2 of one number over another, which is not larger. */
static double ratio(u32 over, u32 under)
{
    double x = (double)over / under, result = 0;
    for (; x >= 2; x /= 2)
        result += 1;
    for (double bit = 0.5; bit > 1e-12; bit /= 2) {
        x *= x;
        if (x >= 2)
            x /= 2, result += bit;
    }
    return result;
}

static u32 rounded(double x) { return (u32)(x + 0.5); }

/* Widths of bands whose edges grow by the same factor, from `low` to `high`, each rounded. */
static void grow(i32 *width, u32 low, u32 high, u32 count)
{
    double whole = ratio(high, low);
    for (u32 k = 1, at = low, before = low; k <= count; k++) {
        while (at < high && count * ratio(2 * at + 1, 2 * low) <= k * whole)
            at++;
        width[k - 1] = (i32)(at - before);
        before = at;
    }
}

static void sort(i32 *width, u32 count)
{
    for (u32 i = 1; i < count; i++)
        for (u32 k = i; k && width[k - 1] > width[k]; k--) {
            i32 larger = width[k - 1];
            width[k - 1] = width[k], width[k] = larger;
        }
}

/* The channel behind the last band. */
static u32 stop_channel(const Layout *l, u32 start, u32 first)
{
    u32 stop = l->stop == 14 ? 2 * start : 3 * start;
    if (l->stop < 14) {
        i32 width[13];
        grow(width, first, ALL_CHANNELS, 13);
        sort(width, 13);
        stop = first;
        for (u32 i = 0; i < l->stop; i++)
            stop += (u32)width[i];
    }
    return stop < ALL_CHANNELS ? stop : ALL_CHANNELS;
}

static u32 row_of(u32 rate)
{
    switch (rate) {
    case 16000:
        return 0;
    case 22050:
        return 1;
    case 24000:
        return 2;
    case 32000:
        return 3;
    default:
        return rate < 44100 ? 6 : rate <= 64000 ? 4 : 5;
    }
}

/* Bands of one or two channels each, bs_freq_scale 0. */
static u32 make_even(Bands *bands, u32 span, u32 step)
{
    bands->count = ((span + (step & 2)) >> step) << 1;
    if (!bands->count)
        return BROKEN_HEADER;
    for (u32 i = 0; i < bands->count; i++)
        bands->width[i] = (i32)step;
    i32 rest = (i32)span - (i32)(bands->count * step);
    if (rest > 0)
        bands->width[bands->count - 1] += rest;
    for (u32 i = 0; rest < 0; rest++)
        bands->width[i++]--;
    return FINE;
}

/* Bands from one channel to another, so many of them twice; each at least one channel wide. */
static u32 add_bands(Bands *bands, u32 low, u32 high, double halves, i32 least)
{
    i32 *width = bands->width + bands->count;
    u32 count = 2 * rounded(halves * ratio(high, low));
    if (!count || count > MOST_BANDS)
        return BROKEN_HEADER;
    grow(width, low, high, count);
    sort(width, count);
    if (width[0] < least) {
        i32 change = least - width[0], most = (width[count - 1] - width[0]) >> 1;
        change = change < most ? change : most;
        width[0] += change, width[count - 1] -= change;
        sort(width, count);
    }
    if (width[0] < 1)
        return BROKEN_HEADER;
    bands->count += count;
    return FINE;
}

static u32 make_growing(Bands *bands, const Layout *l, u32 start, u32 stop)
{
    double halves = 7 - (i32)l->scale;
    u32 two = 49 * stop > 110 * start, middle = two ? 2 * start : stop;
    bands->count = 0;
    u32 wrong = add_bands(bands, start, middle, halves, 0);
    if (wrong || !two)
        return wrong;
    return add_bands(bands, middle, stop, l->alter ? halves / 1.3 : halves, bands->width[bands->count - 1]);
}

static u32 most_channels(u32 rate) { return rate <= 32000 ? 48 : rate < 48000 ? 35 : 32; }

u32 make_layout(Layout *l, u32 rate)
{
    static Bands bands;
    u32 row = row_of(rate), lowest = rate < 32000 ? 3000 : rate < 64000 ? 4000 : 5000;
    if (row > 5)
        return NOT_FOLLOWED;
    u32 start = (u32)((i32)((lowest * 128 + rate / 2) / rate) + STARTS[row][l->start]);
    u32 stop = stop_channel(l, start, (lowest * 256 + rate / 2) / rate);
    if (stop <= start || stop - start > most_channels(rate))
        return BROKEN_HEADER;
    u32 wrong = l->scale ? make_growing(&bands, l, start, stop) : make_even(&bands, stop - start, l->alter + 1);
    if (wrong)
        return wrong;
    if (l->crossover >= bands.count)
        return BROKEN_HEADER;
    l->count[1] = bands.count - l->crossover;
    l->count[0] = (l->count[1] + 1) / 2;
    for (u32 i = 0; i < l->crossover; i++)
        start += (u32)bands.width[i];
    l->noise_bands = rounded(l->noise * ratio(stop, start));
    l->noise_bands += !l->noise_bands;
    return start > 32 || l->noise_bands > 5 ? BROKEN_HEADER : FINE;
}
