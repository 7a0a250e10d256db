/* The header of a picture of AV1 (the AV1 specification, 5.9.24 to 5.9.30): motion, and grain. */

#include "av1.h"

static u32 subexp(Bits *b, u32 values)
{
    u32 below = 0;
    for (u32 round = 0;; round++) {
        u32 bits = round ? round + 2 : 3, step = 1u << bits;
        if (values <= below + 3 * step)
            return ns(b, values - below) + below;
        if (!take(b, 1))
            return take(b, bits) + below;
        below += step;
    }
}

/* decode_signed_subexp_with_ref: from -limit to limit */
static i32 subexp_near(Bits *b, i32 limit, i32 near)
{
    u32 values = (u32)(2 * limit + 1), from = (u32)within(0, 2 * limit, near + limit);
    u32 value = subexp(b, values);
    if (from << 1 <= values)
        return (i32)inverse_recenter(from, value) - limit;
    return (i32)(values - 1 - inverse_recenter(values - 1 - from, value)) - limit;
}

static void global_param(Bits *b, u32 type, u32 ref, u32 index)
{
    u32 coded = 12, precise = 15, low = header.high_precision_mv ? 0 : 1;
    if (index < 2) {
        coded = type == TRANSLATION ? 9 - low : 12;
        precise = type == TRANSLATION ? 3 - low : 6;
    }
    u32 shift = 16 - precise, one = index % 3 == 2;
    i32 near = (header.prev_gm[ref][index] >> shift) - (one ? 1 << precise : 0);
    header.gm[ref][index] = subexp_near(b, 1 << coded, near) * (1 << shift) + (one ? 1 << 16 : 0);
}

static void global_params(Bits *b, u32 type, u32 ref)
{
    i32 *gm = header.gm[ref];
    if (type >= ROTZOOM) {
        global_param(b, type, ref, 2);
        global_param(b, type, ref, 3);
        if (type == AFFINE) {
            global_param(b, type, ref, 4);
            global_param(b, type, ref, 5);
        } else {
            gm[4] = -gm[3];
            gm[5] = gm[2];
        }
    }
    if (type >= TRANSLATION) {
        global_param(b, type, ref, 0);
        global_param(b, type, ref, 1);
    }
}

u32 global_motion_params(Bits *b)
{
    for (u32 ref = 0; ref < 8; ref++)
        header.gm[ref][2] = header.gm[ref][5] = 1 << 16;
    for (u32 ref = LAST_FRAME; ref <= ALTREF_FRAME && !header.intra; ref++) {
        u32 type = IDENTITY;
        if (take(b, 1))
            type = take(b, 1) ? ROTZOOM : take(b, 1) ? TRANSLATION : AFFINE;
        header.gm_type[ref] = (u8)type;
        global_params(b, type, ref);
    }
    return over(b) ? ENDS_EARLY : FINE;
}

/* Points of a curve: how many there are, or more than there may be. */
static u32 points(Bits *b, u32 limit)
{
    u32 count = take(b, 4);
    for (u32 index = 0; index < count && index < limit; index++)
        take(b, 16);
    return count;
}

static void bytes(Bits *b, u32 count) { skip(b, count * 8); }

static u32 grain(Bits *b)
{
    u32 y = points(b, 14), from_luma = sequence.mono ? 0 : take(b, 1), cb = 0, cr = 0;
    if (!sequence.mono && !from_luma && !(sequence.subx && sequence.suby && !y)) {
        cb = points(b, 10);
        cr = points(b, 10);
    }
    if (y > 14 || cb > 10 || cr > 10)
        return BROKEN_HEADER;
    take(b, 2);
    u32 lag = take(b, 2), places = 2 * lag * (lag + 1);
    if (y)
        bytes(b, places);
    if (from_luma || cb)
        bytes(b, places + (y ? 1 : 0));
    if (from_luma || cr)
        bytes(b, places + (y ? 1 : 0));
    take(b, 4);
    if (cb)
        take(b, 25);
    if (cr)
        take(b, 25);
    take(b, 2);
    return FINE;
}

/* 5.9.30. What it says of grain is for those who show the picture: nothing here depends on it. */
u32 film_grain_params(Bits *b)
{
    if (!sequence.film_grain || (!header.show && !header.showable) || !take(b, 1))
        return FINE;
    take(b, 16);
    if (header.type != INTER_FRAME || take(b, 1))
        return grain(b);
    u32 from = take(b, 3);
    for (u32 index = 0; index < 7; index++)
        if (header.refs[index] == from)
            return FINE;
    return BROKEN_HEADER;
}
