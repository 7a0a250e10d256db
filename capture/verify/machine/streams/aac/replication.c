/*
 * Spectral band replication (HE-AAC): ISO/IEC 14496-3, 4.4.2.8 (sbr_extension_data and what it is
 * of) and 4.6.18. A payload is used up by it, zeros of its last byte aside.
 */

#include "aac.h"

#define MOST_ENVELOPES 5
#define STEREO_DATA 2

enum { FIXED = 0, FIXED_VARIABLE = 1, VARIABLE_FIXED = 2, VARIABLE = 3 };

/* What an element of sound carries from one sample to the next. */
typedef struct {
    u8 known, used, fine_steps;      /* fine_steps is bs_amp_res, turned around */
    Layout layout;
    Stereo stereo;
} Replicator;

static Replicator all[MOST_ELEMENTS];

/* sbr_grid and sbr_dtdf of one channel. */
typedef struct {
    u32 envelopes, noises, fine_steps;
    u8 resolution[MOST_ENVELOPES], over_time[MOST_ENVELOPES], noise_over_time[2];
} Grid;

void forget_replication(void)
{
    for (u32 i = 0; i < settings.count; i++)
        all[i].used = 0;
}

static u32 header(Bits *b, Replicator *r)
{
    Layout l = {.scale = 2, .alter = 1, .noise = 2};
    r->fine_steps = !take(b, 1);
    l.start = take(b, 4), l.stop = take(b, 4), l.crossover = take(b, 3);
    if (take(b, 2))
        return BITS_LEFT;
    u32 bands = take(b, 1), limits = take(b, 1);
    if (bands)
        l.scale = take(b, 2), l.alter = take(b, 1), l.noise = take(b, 2);
    if (limits)
        skip(b, 2 + 2 + 1 + 1);
    u32 wrong = make_layout(&l, 2 * RATES[settings.rate_index]);
    if (wrong)
        return wrong;
    r->layout = l, r->known = 1;
    return FINE;
}

static void resolutions(Bits *b, Grid *g)
{
    for (u32 i = 0; i < g->envelopes; i++)
        g->resolution[i] = (u8)take(b, 1);
}

/* bs_pointer, of as many bits as the envelopes and one more need. */
static u32 pointer(Bits *b, const Grid *g)
{
    u32 bits = g->envelopes > 3 ? 3 : g->envelopes > 1 ? 2 : 1;
    return take(b, bits) > g->envelopes + 1 ? BROKEN_HEADER : FINE;
}

static u32 fixed(Bits *b, Grid *g)
{
    g->envelopes = 1u << take(b, 2);
    if (g->envelopes > 4)
        return TOO_MANY;
    if (g->envelopes == 1)
        g->fine_steps = 1;
    u32 resolution = take(b, 1);
    for (u32 i = 0; i < g->envelopes; i++)
        g->resolution[i] = (u8)resolution;
    return FINE;
}

static u32 variable(Bits *b, Grid *g, u32 class)
{
    skip(b, class == VARIABLE ? 4 : 2);
    g->envelopes = take(b, 2) + 1;
    if (class == VARIABLE)
        g->envelopes += take(b, 2);
    if (g->envelopes > MOST_ENVELOPES)
        return TOO_MANY;
    skip(b, 2 * (g->envelopes - 1));
    u32 wrong = pointer(b, g);
    resolutions(b, g);
    if (class != FIXED_VARIABLE)
        return wrong;
    for (u32 i = 0, k = g->envelopes - 1; i < k; i++, k--) {
        u8 first = g->resolution[i];
        g->resolution[i] = g->resolution[k], g->resolution[k] = first;
    }
    return wrong;
}

static u32 grid(Bits *b, const Replicator *r, Grid *g)
{
    u32 class = take(b, 2);
    g->fine_steps = r->fine_steps;
    u32 wrong = class == FIXED ? fixed(b, g) : variable(b, g, class);
    g->noises = g->envelopes > 1 ? 2 : 1;
    return wrong;
}

static void directions(Bits *b, Grid *g)
{
    for (u32 i = 0; i < g->envelopes; i++)
        g->over_time[i] = (u8)take(b, 1);
    for (u32 i = 0; i < g->noises; i++)
        g->noise_over_time[i] = (u8)take(b, 1);
}

/* The first number of a row and what each next one differs by, or what all do from the time before. */
static void row(Bits *b, u32 count, u32 over_time, u32 bits, u32 books_at)
{
    if (over_time) {
        skip_codes(b, books_at, count);
    } else {
        skip(b, bits);
        skip_codes(b, books_at + 1, count - 1);
    }
}

static void envelopes(Bits *b, const Replicator *r, const Grid *g, u32 balance)
{
    u32 books_at = balance ? T_BALANCE_3_BOOK : T_LEVEL_3_BOOK, bits = balance ? 5 : 6;
    if (g->fine_steps)
        books_at = balance ? T_BALANCE_1_5_BOOK : T_LEVEL_1_5_BOOK, bits++;
    for (u32 i = 0; i < g->envelopes; i++)
        row(b, r->layout.count[g->resolution[i]], g->over_time[i], bits, books_at);
}

static void noises(Bits *b, const Replicator *r, const Grid *g, u32 balance)
{
    u32 over_time = balance ? T_NOISE_BALANCE_BOOK : T_NOISE_BOOK;
    u32 over_bands = balance ? T_BALANCE_3_BOOK : T_LEVEL_3_BOOK;
    for (u32 i = 0; i < g->noises; i++)
        row(b, r->layout.noise_bands, g->noise_over_time[i], 5, g->noise_over_time[i] ? over_time : over_bands);
}

static void harmonics(Bits *b, const Replicator *r)
{
    if (take(b, 1))
        skip(b, r->layout.count[1]);
}

static u32 single(Bits *b, const Replicator *r)
{
    static Grid g;
    if (take(b, 1) && take(b, 4))
        return BITS_LEFT;
    u32 wrong = grid(b, r, &g);
    if (wrong)
        return wrong;
    directions(b, &g);
    skip(b, 2 * r->layout.noise_bands);
    envelopes(b, r, &g, 0), noises(b, r, &g, 0);
    harmonics(b, r);
    return FINE;
}

static u32 coupled(Bits *b, const Replicator *r)
{
    static Grid one, other;
    u32 wrong = grid(b, r, &one);
    if (wrong)
        return wrong;
    other = one;
    directions(b, &one), directions(b, &other);
    skip(b, 2 * r->layout.noise_bands);
    envelopes(b, r, &one, 0), noises(b, r, &one, 0);
    envelopes(b, r, &other, 1), noises(b, r, &other, 1);
    return FINE;
}

static u32 uncoupled(Bits *b, const Replicator *r)
{
    static Grid one, other;
    u32 wrong = grid(b, r, &one);
    if (!wrong)
        wrong = grid(b, r, &other);
    if (wrong)
        return wrong;
    directions(b, &one), directions(b, &other);
    skip(b, 2 * 2 * r->layout.noise_bands);
    envelopes(b, r, &one, 0), envelopes(b, r, &other, 0);
    noises(b, r, &one, 0), noises(b, r, &other, 0);
    return FINE;
}

static u32 pair(Bits *b, const Replicator *r)
{
    if (take(b, 1) && take(b, 8))
        return BITS_LEFT;
    u32 wrong = take(b, 1) ? coupled(b, r) : uncoupled(b, r);
    if (wrong)
        return wrong;
    harmonics(b, r), harmonics(b, r);
    return FINE;
}

static u32 zeros(Bits *b)
{
    while (b->next < b->end)
        if (take(b, 1))
            return BITS_LEFT;
    return FINE;
}

/* Extended data: stereo, once, and zeros. */
static u32 extended(Bits *b, Replicator *r, u32 kind)
{
    u32 count = take(b, 4);
    if (count == 15)
        count += take(b, 8);
    if (over(b) || b->end - b->next < 8 * count)
        return ENDS_EARLY;
    Bits inside = {b->bytes, b->next, b->next + 8 * count};
    skip(b, 8 * count);
    if (count && peek(&inside, 2) == STEREO_DATA) {
        if (kind != SINGLE)
            return NOT_FOLLOWED;
        skip(&inside, 2);
        u32 wrong = parametric_stereo(&inside, &r->stereo);
        if (wrong)
            return wrong;
    }
    return over(&inside) ? ENDS_EARLY : zeros(&inside);
}

/* 4.5.2.8.1: ten bits that check all bits from one to another. */
static u32 check_of(Bits b, u64 end)
{
    u32 check = 0;
    while (b.next < end) {
        u32 high = check >> 9 ^ take(&b, 1);
        check = (check << 1 & 0x3FF) ^ (high ? 0x233 : 0);
    }
    return check;
}

static u32 data(Bits *b, Replicator *r, u32 kind)
{
    u32 wrong = take(b, 1) ? header(b, r) : FINE;
    if (wrong)
        return wrong;
    if (!r->known)
        return NOT_FOLLOWED;
    wrong = kind == PAIR ? pair(b, r) : single(b, r);
    if (!wrong && take(b, 1))
        wrong = extended(b, r, kind);
    return !wrong && over(b) ? ENDS_EARLY : wrong;
}

/* sbr_extension_data of an element of sound, up to the end of the bits. */
u32 replication(Bits *b, u32 element, u32 with_check)
{
    if (element == MOST_ELEMENTS || all[element].used)
        return BAD_ORDER;
    if (settings.no_replication)
        return BYTES_LEFT;
    Replicator *r = &all[element];
    r->used = 1;
    u32 check = with_check ? take(b, 10) : 0;
    Bits start = *b;
    u32 wrong = data(b, r, settings.elements[element].kind);
    if (wrong)
        return wrong;
    u64 end = b->next;
    if (b->end - end > 7)
        return BYTES_LEFT;
    if (zeros(b))
        return BITS_LEFT;
    if (with_check && check != check_of(start, b->end) && check != check_of(start, end))
        return BITS_LEFT;
    return FINE;
}
