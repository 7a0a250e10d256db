/*
 * One channel of a sample: ISO/IEC 14496-3, 4.4.2.1 (ics_info, individual_channel_stream and what
 * they are of). What decides how many bits follow is kept; all else is counted.
 */

#include "aac.h"

/* Books that hold no spectrum: none at all, noise, and two of intensity. */
enum { NOTHING = 0, ESCAPED = 11, RESERVED = 12, NOISE = 13, INTENSITY_2 = 14 };

#define MOST_PREDICTED_LONG_TERM 40u

/* 4.6.7.2 and after: how many bands may be predicted, by the index of the rate. */
static const u8 MOST_PREDICTED[13] = {33, 33, 38, 40, 40, 40, 41, 41, 37, 37, 37, 34, 34};

static u32 less(u32 one, u32 other) { return one < other ? one : other; }

static u32 short_info(Bits *b, Channel *c)
{
    c->max_band = take(b, 4);
    u32 grouping = take(b, 7);
    c->groups = 1, c->windows[0] = 1;
    for (u32 i = 7; i--;) {
        if (grouping >> i & 1)
            c->windows[c->groups - 1]++;
        else
            c->windows[c->groups++] = 1;
    }
    return FINE;
}

/* prediction of Main: 4.4.2.1, predictor_reset and after. */
static u32 prediction(Bits *b, const Channel *c)
{
    if (take(b, 1)) {
        u32 group = take(b, 5);
        if (group < 1 || group > 30)
            return BROKEN_HEADER;
    }
    skip(b, less(c->max_band, MOST_PREDICTED[settings.rate_index]));
    return FINE;
}

static void long_term(Bits *b, const Channel *c)
{
    if (!take(b, 1))
        return;
    skip(b, 11 + 3);
    skip(b, less(c->max_band, MOST_PREDICTED_LONG_TERM));
}

static u32 long_info(Bits *b, Channel *c, u32 common)
{
    c->max_band = take(b, 6);
    c->groups = 1, c->windows[0] = 1;
    if (!take(b, 1))
        return FINE;
    if (settings.object_type == MAIN)
        return prediction(b, c);
    if (settings.object_type != LONG_TERM)
        return BROKEN_HEADER;
    long_term(b, c);
    if (common)
        long_term(b, c);
    return FINE;
}

u32 window_info(Bits *b, Channel *c, u32 common)
{
    if (take(b, 1))
        return BROKEN_HEADER;
    c->short_windows = take(b, 2) == 2;
    take(b, 1);
    u32 wrong = c->short_windows ? short_info(b, c) : long_info(b, c, common);
    if (!wrong && c->max_band > settings.bands[c->short_windows])
        return BROKEN_HEADER;
    return wrong;
}

/* section_data of one group; sections without a band would say nothing. */
static u32 sections_of(Bits *b, Channel *c, u32 group)
{
    u32 bits = c->short_windows ? 3 : 5, escape = (1u << bits) - 1;
    for (u32 band = 0; band < c->max_band;) {
        u32 book = take(b, 4), length = 0, more = escape;
        while (more == escape && length <= c->max_band)
            length += more = take(b, bits);
        if (book == RESERVED || (book >= INTENSITY_2 && !c->intensity))
            return BAD_CODE;
        if (!length || length > c->max_band - band)
            return TOO_MANY;
        while (length--)
            c->books[group][band++] = (u8)book;
    }
    return FINE;
}

static u32 section_data(Bits *b, Channel *c)
{
    for (u32 group = 0; group < c->groups; group++) {
        u32 wrong = sections_of(b, c, group);
        if (wrong)
            return wrong;
    }
    return FINE;
}

/* scale_factor_data: the first noise is a number, all else are codes. */
static void scale_factor_data(Bits *b, const Channel *c)
{
    u32 noise_known = 0;
    for (u32 group = 0; group < c->groups; group++)
        for (u32 band = 0; band < c->max_band; band++) {
            u32 book = c->books[group][band];
            if (book == NOISE && !noise_known)
                noise_known = 1, skip(b, 9);
            else if (book != NOTHING)
                code(b, SCALE_BOOK);
        }
}

static u32 pulse_data(Bits *b, const Channel *c)
{
    if (!take(b, 1))
        return FINE;
    u32 count = take(b, 2) + 1, first = take(b, 6);
    if (c->short_windows || first >= c->max_band)
        return BROKEN_HEADER;
    skip(b, 9 * count);
    return FINE;
}

/* One filter, for the bands from `top` down, which it must have. */
static u32 noise_filter(Bits *b, const Channel *c, u32 bits, u32 *top)
{
    u32 most = c->short_windows ? 7 : settings.object_type == MAIN ? 20 : 12;
    u32 above = *top, length = take(b, c->short_windows ? 4 : 6);
    *top -= less(length, above);
    u32 order = take(b, c->short_windows ? 3 : 5);
    if (order > most)
        return TOO_MANY;
    if (!order)
        return FINE;
    if (!above || !c->max_band)
        return TOO_MANY;
    take(b, 1);
    skip(b, order * (bits - take(b, 1)));
    return FINE;
}

/* tns_data: temporal noise shaping. */
static u32 noise_shaping(Bits *b, const Channel *c)
{
    if (!take(b, 1))
        return FINE;
    for (u32 window = 0; window < (c->short_windows ? 8 : 1); window++) {
        u32 filters = take(b, c->short_windows ? 1 : 2);
        u32 bits = filters ? 3 + take(b, 1) : 0, top = settings.bands[c->short_windows];
        while (filters--) {
            u32 wrong = noise_filter(b, c, bits, &top);
            if (wrong)
                return wrong;
        }
    }
    return FINE;
}

/* hcod_esc: as many ones as bits beyond four follow the zero behind them. */
static u32 escape(Bits *b)
{
    u32 ones = 0;
    while (take(b, 1))
        if (++ones > 8)
            return BAD_CODE;
    skip(b, ones + 4);
    return FINE;
}

static u32 lines_of(Bits *b, u32 book, u32 lines)
{
    static const u8 signs[8] = {0, 1, 2, 3, 4, 1, 2, 2}, escapes[8] = {0, 0, 0, 0, 0, 1, 1, 2};
    for (u32 left = lines / (book < 5 ? 4 : 2); left; left--) {
        u32 behind = code(b, book) >> 5;
        skip(b, signs[behind]);
        for (u32 i = escapes[behind]; i; i--)
            if (escape(b))
                return BAD_CODE;
    }
    return FINE;
}

static u32 spectral_data(Bits *b, const Channel *c)
{
    const u16 *edges = settings.edges[c->short_windows];
    for (u32 group = 0; group < c->groups; group++)
        for (u32 band = 0, next; band < c->max_band; band = next) {
            u32 book = c->books[group][band];
            for (next = band + 1; next < c->max_band && c->books[group][next] == book;)
                next++;
            if (book == NOTHING || book > ESCAPED)
                continue;
            u32 lines = (u32)(edges[next] - edges[band]) * c->windows[group];
            if (over(b))
                return ENDS_EARLY;
            if (lines_of(b, book, lines))
                return BAD_CODE;
        }
    return FINE;
}

u32 channel_stream(Bits *b, Channel *c, u32 common)
{
    u32 wrong = FINE;
    skip(b, 8);
    if (!common)
        wrong = window_info(b, c, 0);
    if (!wrong)
        wrong = section_data(b, c);
    if (wrong)
        return wrong;
    scale_factor_data(b, c);
    wrong = pulse_data(b, c);
    if (!wrong)
        wrong = noise_shaping(b, c);
    if (wrong)
        return wrong;
    if (take(b, 1))
        return NOT_FOLLOWED;    /* gain control, of SSR alone */
    wrong = spectral_data(b, c);
    return !wrong && over(b) ? ENDS_EARLY : wrong;
}

/* Where a coupled channel goes: how many lists of gains follow for it; 0 where it goes nowhere. */
static u32 targets(Bits *b)
{
    u32 count = take(b, 3) + 1, lists = 0;
    while (count--) {
        u32 is_pair = take(b, 1), target = listed_element(is_pair ? PAIR : SINGLE, take(b, 4));
        if (target == MOST_ELEMENTS)
            return 0;
        lists++;
        if (is_pair && take(b, 2) == 3)
            lists++;
    }
    return lists;
}

static void gains(Bits *b, const Channel *c)
{
    for (u32 group = 0; group < c->groups; group++)
        for (u32 band = 0; band < c->max_band; band++)
            if (c->books[group][band] != NOTHING)
                code(b, SCALE_BOOK);
}

/* coupling_channel_element, behind its tag. */
u32 coupling_element(Bits *b)
{
    static Channel channel;
    u32 independent = take(b, 1), lists = targets(b);
    if (!lists)
        return BAD_ORDER;
    skip(b, 1 + 1 + 2);
    u32 wrong = channel_stream(b, &channel, 0);
    if (wrong)
        return wrong;
    while (--lists) {
        if (independent || take(b, 1))
            code(b, SCALE_BOOK);
        else
            gains(b, &channel);
    }
    return over(b) ? ENDS_EARLY : FINE;
}
