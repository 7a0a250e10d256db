/* ITU-T H.264, 7.3.4: the macroblocks of a slice, and what stands behind the last one. */

#include "avc.h"

static void moved(Slice *s)
{
    s->left_count--;
    if (s->h.adaptive && !(s->y & 1)) {
        s->y++;
        return;
    }
    s->y -= s->h.adaptive;
    if (++s->x == s->width)
        s->x = 0, s->y += 1 + s->h.adaptive;
}

/* A macroblock comes: in a pair, it may still turn out to be of the other kind. */
static void arrives(Slice *s)
{
    if (s->h.adaptive && !(s->y & 1))
        s->field = guessed_field(s);
    find_near(s);
    clear(s->unit, sizeof *s->unit);
    s->unit->slice = s->number;
    s->unit->kind = s->field && s->h.adaptive ? FIELD : 0;
}

static void turns(Slice *s, u32 field)
{
    s->field = field;
    settle_pair(s);
    find_near(s);
    s->unit->kind = field ? FIELD : 0;
}

static u32 skips(Slice *s, u32 count)
{
    for (u32 index = 0; index < count; index++) {
        arrives(s);
        skipped_macroblock(s);
        moved(s);
    }
    return FINE;
}

static u32 vlc_data(Slice *s)
{
    for (;;) {
        u32 run = 0;
        if (s->h.type != I_SLICE) {
            run = ue(&s->r.b);
            if (run > s->left_count)
                return BAD_CODE;
            skips(s, run);
            if (run && s->r.b.next >= s->stop)
                break;
        }
        if (!s->left_count)
            return TOO_MANY;
        arrives(s);
        if (s->h.adaptive && (!(s->y & 1) || run))
            turns(s, number(&s->r, 1));
        u32 wrong = macroblock(s);
        if (wrong)
            return wrong;
        moved(s);
        if (s->r.b.next >= s->stop)
            break;
    }
    return rbsp_trailing(&s->r.b);
}

static u32 odds_macroblock(Slice *s, u32 *skipped)
{
    u32 lower = s->y & 1, before = *skipped;
    arrives(s);
    *skipped = s->h.type != I_SLICE && coded_skip(s);
    if (*skipped) {
        skipped_macroblock(s);
        s->last_delta = 0;
        return FINE;
    }
    if (s->h.adaptive && (!lower || before))
        turns(s, coded_field(s));
    return macroblock(s);
}

static u32 odds_data(Slice *s)
{
    u32 skipped = 0;
    while (s->r.b.next & 7)
        if (!number(&s->r, 1))
            return BITS_LEFT;
    open_coder(s);
    first_contexts(s);
    for (;;) {
        if (!s->left_count)
            return TOO_MANY;
        u32 upper = s->h.adaptive && !(s->y & 1);
        u32 wrong = odds_macroblock(s, &skipped);
        if (wrong)
            return wrong;
        if (coder_over(&s->c))
            return ENDS_EARLY;
        moved(s);
        if (!upper && coded_end(&s->c))
            break;
    }
    u32 wrong = code_ends(s);
    return wrong ? wrong : s->r.b.next == s->r.b.end ? FINE : BYTES_LEFT;
}

u32 slice_data(Slice *s)
{
    u32 at = s->h.first;
    s->x = at % s->width, s->y = at / s->width * (1 + s->h.adaptive);
    s->field = s->h.picture.field;
    s->last_delta = 0;
    s->sign = NO_SIGN;
    s->stop = s->r.b.end - 1;
    while (s->stop && !(s->r.b.bytes[s->stop >> 3] >> (7 - (s->stop & 7)) & 1))
        s->stop--;
    return s->h.pps->cabac ? odds_data(s) : vlc_data(s);
}
