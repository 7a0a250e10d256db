/*
 * ITU-T H.264, 8.2.4 and 8.2.5: which pictures are kept for others to be predicted from. What a slice says of
 * them must be there: a number of a picture that is not is one that no decoder can use, and could say anything.
 *
 * Frames alone are counted: behind a field, and in a stream that did not begin with a whole picture, it is not known
 * which there are until the next picture that needs no other.
 */

#include "avc.h"

#define MOST_KEPT 16

static u32 sure; /* whether it is known which frames are kept */
static u32 shorts[MOST_KEPT], short_count; /* frame_num of each, the oldest first */
static u32 longs;                          /* LongTermFrameIdx, a bit for each */
static u32 long_limit;                     /* MaxLongTermFrameIdx + 1 */

static u32 *find(u32 frame_num)
{
    for (u32 index = 0; index < short_count; index++)
        if (shorts[index] == frame_num)
            return &shorts[index];
    return 0;
}

static void forget(const u32 *one)
{
    u32 at = (u32)(one - shorts);
    short_count--;
    for (; at < short_count; at++)
        shorts[at] = shorts[at + 1];
}

static u32 has_long(u32 index) { return index < MOST_KEPT && longs >> index & 1; }

/* 8.2.4.3: each change of a list names a picture that is kept. */
u32 changes_known(const Header *h, const Change *changes, u32 count)
{
    u32 most = (1u << h->sps->frame_num_bits) - 1, number = h->picture.frame_num;
    if (!sure || h->picture.field)
        return FINE;
    for (u32 index = 0; index < count; index++) {
        u32 value = changes[index].value + 1;
        if (changes[index].what == 2) {
            if (!has_long(value - 1))
                return BAD_ORDER;
            continue;
        }
        if (value > most + 1)
            return BROKEN_HEADER;
        number = (changes[index].what ? number + value : number - value) & most;
        if (!find(number))
            return BAD_ORDER;
    }
    return FINE;
}

/* 8.2.5.4 */
static u32 changed(const Header *h, const Change *c, u32 *stays)
{
    u32 most = (1u << h->sps->frame_num_bits) - 1;
    u32 *one = c->what & 1 ? find((h->picture.frame_num - c->value - 1) & most) : 0;
    switch (c->what) {
    case 1:
    case 3:
        if (!one || c->value > most || (c->what == 3 && c->index >= long_limit))
            return BAD_ORDER;
        forget(one);
        longs |= c->what == 3 ? 1u << c->index : 0;
        return FINE;
    case 2:
        if (!has_long(c->index))
            return BAD_ORDER;
        longs &= ~(1u << c->index);
        return FINE;
    case 4:
        long_limit = c->index;
        longs &= (1u << c->index) - 1;
        return c->index > MOST_KEPT ? BROKEN_HEADER : FINE;
    case 5:
        short_count = longs = long_limit = 0;
        return FINE;
    default:
        if (c->index >= long_limit)
            return BAD_ORDER;
        longs |= 1u << c->index;
        *stays = 0;
        return FINE;
    }
}

static u32 kept(void) { return short_count + (u32)__builtin_popcount(longs); }

/* 8.2.5.1: a picture that needs no other; `whole`: whether it is a frame. */
static void starts(const Header *h)
{
    sure = !h->picture.field;
    short_count = 0;
    longs = h->long_idr ? 1 : 0, long_limit = h->long_idr ? 1 : 0;
    if (!h->long_idr)
        shorts[short_count++] = 0;
}

/* When a reference picture came: what is kept then. */
u32 picture_kept(const Header *h, const Change *changes, u32 count)
{
    u32 stays = 1, limit = h->sps->references ? h->sps->references : 1;
    if (h->picture.idr) {
        starts(h);
        return FINE;
    }
    sure = sure && !h->picture.field;
    if (!sure)
        return FINE;
    for (u32 index = 0; index < count; index++) {
        u32 wrong = changed(h, &changes[index], &stays);
        if (wrong)
            return wrong;
    }
    /* 8.2.5.3: the oldest one goes. */
    if (!count && kept() >= limit && short_count)
        forget(shorts);
    if (kept() + stays > MOST_KEPT)
        return TOO_MANY;
    if (stays)
        shorts[short_count++] = h->restarts ? 0 : h->picture.frame_num;
    return FINE;
}
