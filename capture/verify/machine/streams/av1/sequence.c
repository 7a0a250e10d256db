/* The sequence header of AV1 (the AV1 specification, 5.5): what holds for all pictures. */

#include "av1.h"

enum { SELECT = 2 };

static void tools(Bits *b, Sequence *s)
{
    s->interintra = (u8)take(b, 1);
    s->masked = (u8)take(b, 1);
    s->warped = (u8)take(b, 1);
    s->dual_filter = (u8)take(b, 1);
    u32 order_hint = take(b, 1);
    if (order_hint) {
        s->jnt_comp = (u8)take(b, 1);
        s->ref_frame_mvs = (u8)take(b, 1);
    }
    s->force_screen_content = take(b, 1) ? SELECT : (u8)take(b, 1);
    s->force_integer_mv = SELECT;
    if (s->force_screen_content && !take(b, 1))
        s->force_integer_mv = (u8)take(b, 1);
    if (order_hint)
        s->order_hint_bits = (u8)(take(b, 3) + 1);
}

/* color_config */
static u32 colors(Bits *b, Sequence *s)
{
    u32 high = take(b, 1), described = 0;
    s->depth = high ? 10 : 8;
    if (s->profile == 2 && high && take(b, 1))
        s->depth = 12;
    s->mono = s->profile == 1 ? 0 : (u8)take(b, 1);
    if (take(b, 1))
        described = take(b, 24);
    s->subx = s->suby = 1;
    if (s->mono) {
        take(b, 1);
        return FINE;
    }
    if (described == (1 << 16 | 13 << 8)) {
        s->subx = s->suby = 0;
        if (s->profile != 1 && !(s->profile == 2 && s->depth == 12))
            return BROKEN_HEADER;
    } else {
        take(b, 1);
        if (s->profile == 1) {
            s->subx = s->suby = 0;
        } else if (s->profile == 2) {
            s->subx = s->depth == 12 ? (u8)take(b, 1) : 1;
            s->suby = s->depth == 12 && s->subx ? (u8)take(b, 1) : 0;
        }
        if (s->subx && s->suby)
            s->chroma_position = (u8)take(b, 2);
    }
    s->separate_uv = (u8)take(b, 1);
    return FINE;
}

/* timing_info; what models a decoder's buffers decides nothing, and holds bits of anybody's choice */
static u32 timing(Bits *b, Sequence *s)
{
    if (!take(b, 1))
        return FINE;
    take(b, 32);
    take(b, 32);
    s->equal_interval = (u8)take(b, 1);
    if (s->equal_interval && ue(b) == 0xFFFFFFFFu)
        return BROKEN_HEADER;
    return take(b, 1) ? NOT_FOLLOWED : FINE;
}

/* The operating points: one, of all there is, for layers are not followed. */
static u32 points(Bits *b, Sequence *s)
{
    u32 answer = timing(b, s);
    if (answer)
        return answer;
    u32 delayed = take(b, 1);
    if (take(b, 5) || take(b, 12))
        return NOT_FOLLOWED;
    s->level = (u8)take(b, 5);
    s->tier = s->level > 7 ? (u8)take(b, 1) : 0;
    if (delayed && take(b, 1))
        take(b, 4);
    return FINE;
}

u32 sequence_header(Bits *b, Sequence *s)
{
    *s = (Sequence){.force_screen_content = SELECT, .force_integer_mv = SELECT};
    s->profile = (u8)take(b, 3);
    s->still_picture = (u8)take(b, 1);
    s->reduced = (u8)take(b, 1);
    if (s->profile > 2 || (s->reduced && !s->still_picture))
        return BROKEN_HEADER;
    if (s->reduced)
        s->level = (u8)take(b, 5);
    u32 answer = s->reduced ? FINE : points(b, s);
    if (answer)
        return answer;
    s->width_bits = take(b, 4) + 1;
    s->height_bits = take(b, 4) + 1;
    s->width = take(b, s->width_bits) + 1;
    s->height = take(b, s->height_bits) + 1;
    s->ids = s->reduced ? 0 : (u8)take(b, 1);
    if (s->ids) {
        s->delta_id_bits = (u8)(take(b, 4) + 2);
        s->id_bits = (u8)(take(b, 3) + s->delta_id_bits + 1);
        if (s->id_bits > 16)
            return BROKEN_HEADER;
    }
    s->sb128 = (u8)take(b, 1);
    s->filter_intra = (u8)take(b, 1);
    take(b, 1);
    if (!s->reduced)
        tools(b, s);
    s->superres = (u8)take(b, 1);
    s->cdef = (u8)take(b, 1);
    s->restoration = (u8)take(b, 1);
    answer = colors(b, s);
    s->film_grain = (u8)take(b, 1);
    return answer ? answer : over(b) ? ENDS_EARLY : FINE;
}
