/*
 * ISO/IEC 18181-1, H.5.2: the predictor that weighs four others by how they did before. It is used for
 * each value of a picture, in one place, and lies in a header to be put in there.
 */

#ifndef JXL_WEIGHTED_H
#define JXL_WEIGHTED_H

#include "jxl.h"

typedef struct {
    u32 p1, p2, p3[5], maximum[4];
    u32 width;
    u32 *errors;           /* of two rows, four for each pixel */
    i32 *misses;
    i64 guesses[4], guess;
} Weighted;

/* Values are counted in eighths. */
#define EIGHTHS 3

static u32 fractions[64];

static inline void read_weighted(Low *b, Weighted *w)
{
    static const u8 P[7] = {16, 10, 7, 7, 7, 0, 0}, MAXIMUM[4] = {13, 12, 12, 12};
    u32 usual = low(b, 1), p[7];
    for (u32 i = 0; i < 7; i++)
        p[i] = usual ? P[i] : low(b, 5);
    w->p1 = p[0], w->p2 = p[1];
    for (u32 i = 0; i < 5; i++)
        w->p3[i] = p[i + 2];
    for (u32 i = 0; i < 4; i++)
        w->maximum[i] = usual ? MAXIMUM[i] : low(b, 4);
}

/* Room for two rows of such a width, all zeros. */
static inline int start_weighted(Weighted *w, u32 width)
{
    for (u32 i = 0; i < 64; i++)
        fractions[i] = (1u << 24) / (i + 1);
    w->width = width + 2;
    w->errors = store(w->width * 2 * 4 * 4);
    w->misses = store(w->width * 2 * 4);
    return w->errors && w->misses;
}

static inline u32 weight(u32 error, u32 maximum)
{
    i32 shift = 63 - __builtin_clzll((u64)error + 1) - 5;
    if (shift < 0)
        shift = 0;
    return 4 + (maximum * fractions[error >> shift] >> shift);
}

static inline i64 averaged(const i64 values[4], u32 weights[4])
{
    u32 all = weights[0] + weights[1] + weights[2] + weights[3], shift = floor_log2(all) - 4;
    u32 sum = 0;
    for (u32 i = 0; i < 4; i++)
        sum += weights[i] >>= shift;
    i64 total = (i64)(sum >> 1) - 1;
    for (u32 i = 0; i < 4; i++)
        total = (i64)((u64)total + (u64)values[i] * weights[i]);
    return (i64)((u64)total * fractions[sum - 1]) >> 24;
}

static inline u32 size_of(i32 value) { return value < 0 ? 0u - (u32)value : (u32)value; }

static inline i64 smaller(i64 a, i64 b) { return a < b ? a : b; }

static inline i64 greater(i64 a, i64 b) { return a > b ? a : b; }

/*
 * The prediction for a place, from the values above, left, above right, above left, and two above;
 * and the property of how far those around missed, the greatest of them.
 */
static inline i64 weigh(Weighted *w, u32 x, u32 y, const i32 around[5], i32 *property)
{
    u32 now = y & 1 ? 0 : w->width, north = w->width - now + x;
    u32 north_east = x + 3 < w->width ? north + 1 : north, north_west = x ? north - 1 : north;
    u32 weights[4];
    for (u32 i = 0; i < 4; i++)
        weights[i] = weight(w->errors[north * 4 + i] + w->errors[north_east * 4 + i] +
                                w->errors[north_west * 4 + i],
                            w->maximum[i]);
    i32 west_miss = x ? w->misses[now + x - 1] : 0, north_miss = w->misses[north];
    i32 west_north = w->misses[north_west], east_north = w->misses[north_east];
    i32 most = west_miss;
    most = size_of(north_miss) > size_of(most) ? north_miss : most;
    most = size_of(west_north) > size_of(most) ? west_north : most;
    *property = size_of(east_north) > size_of(most) ? east_north : most;
    i64 n = (i64)around[0] * 8, west = (i64)around[1] * 8, ne = (i64)around[2] * 8;
    i64 nw = (i64)around[3] * 8, nn = (i64)around[4] * 8, both = (i64)north_miss + west_miss;
    w->guesses[0] = west + ne - n;
    w->guesses[1] = n - ((both + east_north) * w->p1 >> 5);
    w->guesses[2] = west - ((both + west_north) * w->p2 >> 5);
    w->guesses[3] = n - (((i64)west_north * w->p3[0] + (i64)north_miss * w->p3[1] +
                          (i64)east_north * w->p3[2] + (nn - n) * w->p3[3] +
                          (nw - west) * w->p3[4]) >> 5);
    w->guess = averaged(w->guesses, weights);
    if (((north_miss ^ west_miss) | (north_miss ^ west_north)) <= 0)
        w->guess = greater(smaller(west, smaller(ne, n)),
                           smaller(greater(west, greater(ne, n)), w->guess));
    return (w->guess + 3) >> EIGHTHS;
}

/* What the value was: how far each of the four missed, for those below and to the right. */
static inline void learn(Weighted *w, u32 x, u32 y, i32 value)
{
    u32 now = y & 1 ? 0 : w->width, before = w->width - now;
    i64 eighths = (i64)value * 8;
    w->misses[now + x] = (i32)(w->guess - eighths);
    for (u32 i = 0; i < 4; i++) {
        i64 miss = w->guesses[i] - eighths;
        u32 error = (u32)(((miss < 0 ? -miss : miss) + 3) >> EIGHTHS);
        w->errors[(now + x) * 4 + i] = error;
        w->errors[(before + x + 1) * 4 + i] += error;
    }
}

#endif
