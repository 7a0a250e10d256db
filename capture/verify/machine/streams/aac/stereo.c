/* Parametric stereo (HE-AAC v2): ISO/IEC 14496-3, subpart 8, 8.4.2 (ps_data and what it is of). */

#include "aac.h"

static const u8 BANDS[6] = {10, 20, 34, 10, 20, 34}, PHASE_BANDS[6] = {5, 11, 17, 5, 11, 17};

static u32 header(Bits *b, Stereo *s)
{
    s->with_iid = (u8)take(b, 1);
    if (s->with_iid) {
        u32 mode = take(b, 3);
        if (mode > 5)
            return BROKEN_HEADER;
        s->iid_bands = BANDS[mode], s->phase_bands = PHASE_BANDS[mode], s->fine = mode > 2;
    }
    s->with_icc = (u8)take(b, 1);
    if (s->with_icc) {
        u32 mode = take(b, 3);
        if (mode > 5)
            return BROKEN_HEADER;
        s->icc_bands = BANDS[mode];
    }
    s->with_more = (u8)take(b, 1);
    return FINE;
}

static u32 envelopes_of(Bits *b)
{
    static const u8 counts[2][4] = {{0, 1, 2, 4}, {1, 2, 3, 4}};
    u32 variable = take(b, 1), count = counts[variable][take(b, 2)];
    if (variable)
        skip(b, 5 * count);
    return count;
}

/* A row of differences to the band below, or to the time before, whose book is the next one. */
static void row(Bits *b, u32 book, u32 count)
{
    u32 over_time = take(b, 1);
    skip_codes(b, book + over_time, count);
}

/* ps_extension: phases, once, and zeros up to where it ends. */
static u32 more(Bits *b, const Stereo *s, u32 envelopes)
{
    u32 count = take(b, 4);
    if (count == 15)
        count += take(b, 8);
    if (over(b) || b->end - b->next < 8 * count)
        return ENDS_EARLY;
    Bits inside = {b->bytes, b->next, b->next + 8 * count};
    skip(b, 8 * count);
    if (!count)
        return FINE;
    if (take(&inside, 2))
        return NOT_FOLLOWED;
    if (take(&inside, 1))
        for (u32 i = 0; i < envelopes; i++)
            row(&inside, F_IPD_BOOK, s->phase_bands), row(&inside, F_OPD_BOOK, s->phase_bands);
    if (take(&inside, 1))
        return BITS_LEFT;    /* reserved_ps */
    if (over(&inside))
        return ENDS_EARLY;
    u32 left = (u32)(inside.end - inside.next);
    if (left > 7)
        return BYTES_LEFT;
    return left && take(&inside, left) ? BITS_LEFT : FINE;
}

u32 parametric_stereo(Bits *b, Stereo *s)
{
    u32 wrong = take(b, 1) ? header(b, s) : FINE;
    if (wrong)
        return wrong;
    u32 envelopes = envelopes_of(b);
    for (u32 i = 0; s->with_iid && i < envelopes; i++)
        row(b, s->fine ? F_IID_FINE_BOOK : F_IID_BOOK, s->iid_bands);
    for (u32 i = 0; s->with_icc && i < envelopes; i++)
        row(b, F_ICC_BOOK, s->icc_bands);
    if (s->with_more)
        wrong = more(b, s, envelopes);
    return !wrong && over(b) ? ENDS_EARLY : wrong;
}
