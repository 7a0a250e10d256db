/* The header of a picture of AV1 (the AV1 specification, 5.9): what it is, and what it refers to. */

#include "av1.h"

#define MOST_SIDE 16384u
#define ALL_FRAMES 0xFFu

i32 relative_distance(u32 a, u32 b)
{
    if (!sequence.order_hint_bits)
        return 0;
    i32 difference = (i32)a - (i32)b, sign = 1 << (sequence.order_hint_bits - 1);
    return (difference & (sign - 1)) - (difference & sign);
}

static u32 taken_order_hint(Bits *b)
{
    return sequence.order_hint_bits ? take(b, sequence.order_hint_bits) : 0;
}

/* superres_params and compute_image_size */
static u32 image_size(Bits *b)
{
    Header *h = &header;
    h->use_superres = sequence.superres ? (u8)take(b, 1) : 0;
    h->denom = h->use_superres ? (u8)(take(b, 3) + 9) : 8;
    h->upscaled = h->width;
    h->width = (h->upscaled * 8 + h->denom / 2) / h->denom;
    h->cols = 2 * ((h->width + 7) >> 3);
    h->rows = 2 * ((h->height + 7) >> 3);
    return h->upscaled > MOST_SIDE || h->height > MOST_SIDE ? TOO_LONG : FINE;
}

/* How large it is to be shown: as the largest picture, or always the same. */
static u32 render_size(Bits *b)
{
    static u32 before;
    if (!take(b, 1))
        return FINE;
    u32 said = take(b, 32);
    if (said == ((sequence.width - 1) << 16 | (sequence.height - 1)))
        return FINE;
    if (before && before != said)
        return NOT_FOLLOWED;
    before = said;
    return FINE;
}

/* frame_size and render_size */
static u32 frame_size(Bits *b, u32 override)
{
    Header *h = &header;
    h->width = override ? take(b, sequence.width_bits) + 1 : sequence.width;
    h->height = override ? take(b, sequence.height_bits) + 1 : sequence.height;
    if (h->width > sequence.width || h->height > sequence.height)
        return BROKEN_HEADER;
    u32 answer = image_size(b);
    return answer ? answer : render_size(b);
}

static u32 frame_size_with_refs(Bits *b)
{
    for (u32 index = 0; index < 7; index++) {
        if (!take(b, 1))
            continue;
        const Frame *of = slots[header.refs[index]];
        header.width = of->upscaled;
        header.height = of->height;
        return image_size(b);
    }
    return frame_size(b, 1);
}

/* Which pictures it refers to, and that they are those that it says they are. */
static u32 references(Bits *b)
{
    Header *h = &header;
    u32 brief = sequence.order_hint_bits ? take(b, 1) : 0;
    if (brief) {
        u32 last = take(b, 3), gold = take(b, 3), answer = set_frame_refs(last, gold);
        if (answer)
            return answer;
    }
    for (u32 index = 0; index < 7; index++) {
        if (!brief)
            h->refs[index] = (u8)take(b, 3);
        const Frame *of = slots[h->refs[index]];
        if (!of || !of->known)
            return BROKEN_HEADER;
        if (sequence.ids) {
            u32 back = take(b, sequence.delta_id_bits) + 1;
            if (((h->id - back) & ((1u << sequence.id_bits) - 1)) != of->id)
                return BROKEN_HEADER;
        }
    }
    return FINE;
}

/* 5.11.27: whether a reference is of another size; 7.9.1 allows no more than twice and a 16th. */
static u32 scales(void)
{
    for (u32 index = 0; index < 7; index++) {
        const Frame *of = slots[header.refs[index]];
        u32 width = header.width, height = header.height;
        if (2 * width < of->upscaled || 2 * height < of->height || width > 16 * of->upscaled ||
            height > 16 * of->height)
            return BROKEN_HEADER;
        header.scaled[index + 1] = ((of->upscaled << 14) + width / 2) / width != 1 << 14 ||
                                   ((of->height << 14) + height / 2) / height != 1 << 14;
        header.order_hints[index + 1] = of->order_hint;
        header.sign_bias[index + 1] = relative_distance(of->order_hint, header.order_hint) > 0;
    }
    return FINE;
}

static u32 inter_params(Bits *b, u32 override)
{
    Header *h = &header;
    u32 answer = references(b);
    if (!answer)
        answer = override && !h->error_resilient ? frame_size_with_refs(b) : frame_size(b, override);
    if (answer)
        return answer;
    h->high_precision_mv = h->force_integer_mv ? 0 : (u8)take(b, 1);
    h->interpolation = take(b, 1) ? 4 : (u8)take(b, 2);
    h->motion_switchable = (u8)take(b, 1);
    h->use_ref_frame_mvs = h->error_resilient || !sequence.ref_frame_mvs ? 0 : (u8)take(b, 1);
    return scales();
}

static u32 existing_frame(Bits *b, i32 *existing)
{
    *existing = (i32)take(b, 3);
    const Frame *of = slots[*existing];
    if (!of || !of->known || !of->showable)
        return BROKEN_HEADER;
    return sequence.ids && take(b, sequence.id_bits) != of->id ? BROKEN_HEADER : FINE;
}

static u32 kind(Bits *b, i32 *existing)
{
    Header *h = &header;
    if (sequence.reduced) {
        h->type = KEY_FRAME;
        h->intra = h->show = h->error_resilient = 1;
        return FINE;
    }
    if (take(b, 1))
        return existing_frame(b, existing);
    h->type = (u8)take(b, 2);
    h->intra = h->type == KEY_FRAME || h->type == INTRA_ONLY_FRAME;
    h->show = (u8)take(b, 1);
    h->showable = h->show ? h->type != KEY_FRAME : (u8)take(b, 1);
    h->error_resilient = h->type == SWITCH_FRAME || (h->type == KEY_FRAME && h->show) || take(b, 1);
    return FINE;
}

static void screen_content(Bits *b)
{
    Header *h = &header;
    h->screen_content = sequence.force_screen_content == 2 ? (u8)take(b, 1) : sequence.force_screen_content;
    if (h->screen_content)
        h->force_integer_mv = sequence.force_integer_mv == 2 ? (u8)take(b, 1) : sequence.force_integer_mv;
    if (h->intra)
        h->force_integer_mv = 1;
}

static u32 refreshed(Bits *b)
{
    Header *h = &header;
    u32 all = h->type == SWITCH_FRAME || (h->type == KEY_FRAME && h->show);
    h->refresh = all ? ALL_FRAMES : (u8)take(b, 8);
    if (h->type == INTRA_ONLY_FRAME && h->refresh == ALL_FRAMES)
        return BROKEN_HEADER;
    if (!h->show && !h->refresh)
        return BROKEN_HEADER;
    if ((!h->intra || h->refresh != ALL_FRAMES) && h->error_resilient && sequence.order_hint_bits)
        for (u32 index = 0; index < 8; index++)
            if (taken_order_hint(b) != (slots[index] ? slots[index]->order_hint : 0))
                return NOT_FOLLOWED;
    return FINE;
}

u32 uncompressed_header(Bits *b, i32 *existing)
{
    Header *h = &header;
    *h = (Header){0};
    *existing = NONE;
    u32 answer = kind(b, existing), override = 0;
    if (answer || *existing != NONE)
        return answer ? answer : over(b) ? ENDS_EARLY : FINE;
    h->disable_cdf_update = (u8)take(b, 1);
    screen_content(b);
    if (sequence.ids)
        h->id = take(b, sequence.id_bits);
    if (h->type == SWITCH_FRAME)
        override = 1;
    else if (!sequence.reduced)
        override = take(b, 1);
    h->order_hint = (u8)taken_order_hint(b);
    h->primary_ref = h->intra || h->error_resilient ? 7 : (u8)take(b, 3);
    answer = sequence.reduced ? (h->refresh = ALL_FRAMES, FINE) : refreshed(b);
    if (answer)
        return answer;
    answer = h->intra ? frame_size(b, override) : inter_params(b, override);
    if (answer)
        return answer;
    if (h->intra && h->screen_content && h->upscaled == h->width)
        h->allow_intrabc = (u8)take(b, 1);
    h->no_end_update = sequence.reduced || h->disable_cdf_update || take(b, 1);
    if (h->primary_ref != 7 && !slots[h->refs[h->primary_ref]]->known)
        return BROKEN_HEADER;
    answer = frame_params(b);
    return answer ? answer : over(b) ? ENDS_EARLY : FINE;
}
