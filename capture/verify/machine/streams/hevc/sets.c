/* The parameter sets of HEVC, to their last bit: ITU-T H.265, 7.3.2.1, 7.3.2.2 and 7.3.2.3. */

#include "hevc.h"

Sequence sequences[16];
Picture pictures[64];
static Sequence new_sequence;
static Picture new_picture;

static u32 closed(Bits *b) { return over(b) ? BROKEN_HEADER : rbsp_trailing(b); }

/* Of several layers nothing is followed; a set for them says so in its extension. */
u32 video_set(Bits *b, u32 *index)
{
    *index = take(b, 4);
    u32 internal = take(b, 2);
    u32 others = take(b, 6), layers = take(b, 3);
    take(b, 1);
    if (take(b, 16) != 0xFFFF || internal != 3 || layers > 6)
        return BROKEN_HEADER;
    profile(b, layers);
    layer_order(b, layers);
    u32 last = take(b, 6), sets = ue(b);
    if (others || last || sets)
        return over(b) ? BROKEN_HEADER : NOT_FOLLOWED;
    if (take(b, 1)) {
        clock(b);
        u32 count = at_most(b, 1);
        if (count) {
            at_most(b, 0);
            buffers(b, 1, layers);
        }
    }
    if (take(b, 1))
        return over(b) ? BROKEN_HEADER : NOT_FOLLOWED;
    return closed(b);
}

/*
 * conformance_window: what is not shown fills the last block of 64 and no more, for another picture might
 * be there.
 */
static u32 cropping(Bits *b, const Sequence *to)
{
    u32 across = at_most(b, MOST_WIDTH) + at_most(b, MOST_WIDTH);
    u32 down = at_most(b, MOST_WIDTH) + at_most(b, MOST_WIDTH);
    across *= to->chroma == 1 || to->chroma == 2 ? 2 : 1;
    down *= to->chroma == 1 ? 2 : 1;
    return across > 63 || down > 63 ? NOT_FOLLOWED : FINE;
}

static u32 form(Bits *b, Sequence *to)
{
    u32 wrong = FINE;
    to->chroma = at_most(b, 3);
    if (to->chroma == 3)
        zeros(b, 1); /* separate_colour_plane_flag: three pictures in one */
    to->width = at_most(b, MOST_WIDTH);
    to->height = at_most(b, MOST_WIDTH);
    if (take(b, 1))
        wrong = cropping(b, to);
    to->depth = at_most(b, 8) + 8;
    to->chroma_depth = at_most(b, 8) + 8;
    to->order_bits = at_most(b, 12) + 4;
    layer_order(b, to->layers);
    return wrong;
}

static u32 blocks(Bits *b, Sequence *to)
{
    to->block_low = at_most(b, 3) + 3;
    to->block = to->block_low + at_most(b, 3);
    to->transform_low = at_most(b, 3) + 2;
    to->transform = to->transform_low + at_most(b, 3);
    u32 most = to->block - to->transform_low, least = (1u << to->block_low) - 1;
    to->inter_depth = at_most(b, most);
    to->intra_depth = at_most(b, most);
    if (to->block < 4 || to->block > 6 || to->transform_low >= to->block_low || to->transform > 5 ||
        to->transform > to->block || !to->width || !to->height || (to->width | to->height) & least)
        return BROKEN_HEADER;
    u32 side = (1u << to->block) - 1;
    to->columns = (to->width + side) >> to->block;
    to->rows = (to->height + side) >> to->block;
    return FINE;
}

static u32 raw_blocks(Bits *b, Sequence *to)
{
    to->raw = take(b, 1);
    if (!to->raw)
        return FINE;
    to->raw_depth = take(b, 4) + 1;
    to->raw_chroma_depth = take(b, 4) + 1;
    to->raw_low = at_most(b, 2) + 3;
    to->raw_high = to->raw_low + at_most(b, 2);
    take(b, 1);
    u32 most = to->block < 5 ? to->block : 5;
    if (to->raw_depth > to->depth || to->raw_chroma_depth > to->chroma_depth || to->raw_high > most ||
        to->raw_low < (to->block_low < 5 ? to->block_low : 5))
        return BROKEN_HEADER;
    return FINE;
}

static void order(Bits *b, Sequence *to)
{
    to->sets = at_most(b, MOST_SETS);
    for (u32 index = 0; index < to->sets && !over(b); index++)
        references(b, to->reference, index, to->sets);
    to->long_term = take(b, 1);
    if (to->long_term) {
        to->long_terms = at_most(b, 32);
        for (u32 index = 0; index < to->long_terms; index++) {
            take(b, to->order_bits);
            to->long_used |= take(b, 1) << index;
        }
    }
    to->temporal_motion = take(b, 1);
    take(b, 1);
}

/* 7.3.2.2.2: of the tools of range extensions, two are known to none but the 16 bit profiles. */
static u32 ranges(Bits *b, Sequence *to)
{
    take(b, 1);
    to->skip_context = take(b, 1);
    to->implicit_steps = take(b, 1);
    to->explicit_steps = take(b, 1);
    u32 extended = take(b, 1);
    take(b, 2);
    to->persistent = take(b, 1);
    u32 aligned = take(b, 1);
    return extended || aligned ? NOT_FOLLOWED : FINE;
}

static u32 sequence_extension(Bits *b, Sequence *to)
{
    if (!take(b, 1))
        return FINE;
    u32 kinds = take(b, 8);
    if (kinds & 0x7F)
        return NOT_FOLLOWED;
    return kinds ? ranges(b, to) : FINE;
}

u32 sequence_set(Bits *b, u32 *index)
{
    Sequence *to = &new_sequence;
    clear(to, sizeof *to);
    to->video = take(b, 4);
    to->layers = take(b, 3);
    take(b, 1);
    if (to->layers > 6)
        return BROKEN_HEADER;
    profile(b, to->layers);
    *index = at_most(b, 15);
    u32 wrong = form(b, to);
    if (wrong || (wrong = blocks(b, to)))
        return wrong;
    to->scaled = take(b, 1);
    if (to->scaled && take(b, 1))
        scaling(b);
    to->asymmetric = take(b, 1);
    to->offsets = take(b, 1);
    if ((wrong = raw_blocks(b, to)))
        return wrong;
    order(b, to);
    if (take(b, 1))
        shown(b, to->layers);
    if ((wrong = sequence_extension(b, to)) || (wrong = closed(b)))
        return wrong;
    to->here = 1;
    sequences[*index] = *to;
    return FINE;
}

static void tiles(Bits *b, Picture *to)
{
    to->tile_columns = to->tile_rows = 1;
    if (!to->tiles)
        return;
    to->tile_columns = at_most(b, 19) + 1;
    to->tile_rows = at_most(b, 21) + 1;
    to->uniform = take(b, 1);
    if (!to->uniform) {
        for (u32 index = 0; index + 1 < to->tile_columns; index++)
            to->tile_widths[index] = (u16)(at_most(b, 1023) + 1);
        for (u32 index = 0; index + 1 < to->tile_rows; index++)
            to->tile_heights[index] = (u16)(at_most(b, 1023) + 1);
    }
    take(b, 1);
}

static void deblocking(Bits *b, Picture *to)
{
    if (!take(b, 1))
        return;
    to->override = take(b, 1);
    to->loops_off = take(b, 1);
    if (!to->loops_off) {
        within(b, -6, 6);
        within(b, -6, 6);
    }
}

static void picture_ranges(Bits *b, Picture *to)
{
    if (to->skips)
        to->most_skip = at_most(b, 3) + 2;
    to->cross = take(b, 1);
    to->chroma_list = take(b, 1);
    if (to->chroma_list) {
        to->chroma_list_depth = at_most(b, 3);
        to->chroma_list_last = at_most(b, 5);
        for (u32 left = 2 * (to->chroma_list_last + 1); left; left--)
            within(b, -12, 12);
    }
    at_most(b, 6);
    at_most(b, 6);
}

static u32 picture_extension(Bits *b, Picture *to)
{
    to->most_skip = 2;
    if (!take(b, 1))
        return FINE;
    u32 kinds = take(b, 8);
    if (kinds & 0x7F)
        return NOT_FOLLOWED;
    if (kinds)
        picture_ranges(b, to);
    return FINE;
}

static void tools(Bits *b, Picture *to)
{
    to->dependent = take(b, 1);
    to->output = take(b, 1);
    to->extra = take(b, 3);
    to->hiding = take(b, 1);
    to->choice = take(b, 1);
    to->references[0] = at_most(b, 14);
    to->references[1] = at_most(b, 14);
    to->quality = 26 + within(b, -26 - 48, 25);
    take(b, 1);
    to->skips = take(b, 1);
    to->deltas = take(b, 1);
    if (to->deltas)
        to->delta_depth = at_most(b, 3);
    within(b, -12, 12);
    within(b, -12, 12);
    to->chroma_deltas = take(b, 1);
    to->weighted = take(b, 1);
    to->both_weighted = take(b, 1);
    to->bypass = take(b, 1);
    to->tiles = take(b, 1);
    to->sync = take(b, 1);
}

/* Lists that the sequence does not ask for could say anything. */
u32 picture_set(Bits *b, u32 *index)
{
    Picture *to = &new_picture;
    u32 wrong;
    clear(to, sizeof *to);
    *index = at_most(b, 63);
    to->sequence = at_most(b, 15);
    tools(b, to);
    tiles(b, to);
    to->loops = take(b, 1);
    deblocking(b, to);
    to->scaled = take(b, 1);
    if (to->scaled)
        scaling(b);
    to->modification = take(b, 1);
    at_most(b, 4);
    to->extension = take(b, 1);
    if ((wrong = picture_extension(b, to)) || (wrong = closed(b)))
        return wrong;
    if (to->scaled && !sequences[to->sequence].scaled)
        return BROKEN_HEADER;
    to->here = 1;
    pictures[*index] = *to;
    return FINE;
}
