/*
 * A coding tree unit of HEVC, but for its coefficients: ITU-T H.265, 7.3.8.2 to 7.3.8.10, 7.3.8.12 and
 * 7.3.8.14, with the binarizations of 9.3.3 and the choice of odds of 9.3.4.2.
 */

#include "unit.h"

static u32 flag(Walk *w, u32 context) { return bin(&w->engine, &w->odds[context]); }

static u32 plain(Walk *w, u32 bits) { return evens(&w->engine, bits); }

/* As many ones as stand there, up to `most`. */
static u32 plain_ones(Walk *w, u32 most)
{
    u32 count = 0;
    while (count < most && even(&w->engine))
        count++;
    return count;
}

/* 9.3.3.5: an Exp-Golomb code; more than anything that is asked for where it is too long. */
static u32 golomb(Walk *w, u32 order)
{
    u32 value = 0;
    for (; even(&w->engine); order++) {
        if (order >= 16)
            return 0x20000;
        value += 1u << order;
    }
    return value + plain(w, order);
}

static void one_offset(Walk *w, u32 plane, u32 type)
{
    u32 depth = plane ? w->sequence->chroma_depth : w->sequence->depth, signs = 0;
    for (u32 index = 0; index < 4; index++)
        signs += plain_ones(w, (1u << ((depth < 10 ? depth : 10) - 5)) - 1) > 0;
    if (type == 1)
        plain(w, signs + 5);
    else if (plane < 2)
        plain(w, 2);
}

/* 7.3.8.3; its neighbours are those of the slice, with whose first unit the addresses are compared. */
static void sample_offsets(Walk *w)
{
    const Slice *slice = w->slice;
    u32 wide = w->sequence->columns, address = w->y * wide + w->x, type = 0;
    if (w->left && address > slice->address && flag(w, SAO_MERGE))
        return;
    if (w->above && address >= wide + slice->address && flag(w, SAO_MERGE))
        return;
    for (u32 plane = 0; plane < (w->sequence->chroma ? 3u : 1u); plane++) {
        if (plane ? !slice->chroma_offsets : !slice->luma_offsets)
            continue;
        if (plane < 2)
            type = flag(w, SAO_TYPE) ? 1 + even(&w->engine) : 0;
        if (type)
            one_offset(w, plane, type);
    }
}

/* 7.3.8.9 */
static void motion(Walk *w)
{
    u32 some[2], more[2];
    for (u32 axis = 0; axis < 2; axis++)
        some[axis] = flag(w, MOTION);
    for (u32 axis = 0; axis < 2; axis++)
        more[axis] = some[axis] && flag(w, MOTION + 1);
    for (u32 axis = 0; axis < 2; axis++) {
        if (more[axis] && golomb(w, 1) > 32766)
            w->wrong = BAD_CODE;
        if (some[axis])
            even(&w->engine);
    }
}

static void reference(Walk *w, u32 list)
{
    u32 most = w->slice->active[list], count = 0;
    while (count < most && count < 2 && flag(w, REFERENCE + count))
        count++;
    if (count == 2)
        plain_ones(w, most - 2);
}

static void merge_index(Walk *w)
{
    if (w->slice->candidates > 1 && flag(w, MERGE_INDEX))
        plain_ones(w, w->slice->candidates - 2);
}

enum { FIRST = 1, SECOND = 2 };

/* 9.3.3.9: inter_pred_idc */
static u32 direction(Walk *w, u32 depth, u32 small)
{
    if (w->slice->type != B_SLICE)
        return FIRST;
    if (!small && flag(w, DIRECTION + depth))
        return FIRST | SECOND;
    return flag(w, DIRECTION + 4) ? SECOND : FIRST;
}

/* 7.3.8.6. Gives merge_flag. */
static u32 prediction(Walk *w, u32 depth, u32 small)
{
    if (flag(w, MERGE)) {
        merge_index(w);
        return 1;
    }
    u32 lists = direction(w, depth, small);
    for (u32 list = 0; list < 2; list++) {
        if (!(lists >> list & 1))
            continue;
        if (w->slice->active[list])
            reference(w, list);
        if (!(list && w->slice->no_second && lists == 3))
            motion(w);
        flag(w, PREDICTOR);
    }
    return 0;
}

/* 9.3.3.7: part_mode of inter prediction, by how often the unit is cut along x and along y. */
enum { WHOLE, ROWS, COLUMNS, FOUR, UNEVEN_ROWS, UNEVEN_COLUMNS };

static u32 inter_parts(Walk *w)
{
    u32 lowest = w->unit_size == w->sequence->block_low;
    if (flag(w, PARTS))
        return WHOLE;
    u32 rows = flag(w, PARTS + 1);
    if (lowest) {
        if (rows)
            return ROWS;
        return w->unit_size == 3 || flag(w, PARTS + 2) ? COLUMNS : FOUR;
    }
    if (!w->sequence->asymmetric || flag(w, PARTS + 3))
        return rows ? ROWS : COLUMNS;
    even(&w->engine);
    return rows ? UNEVEN_ROWS : UNEVEN_COLUMNS;
}

static void remember(Walk *w, u32 x, u32 y, u32 size, u32 mode)
{
    __builtin_memset(w->modes_left + y, (int)mode, size);
    __builtin_memset(w->modes_above + x, (int)mode, size);
}

static void intra_modes(Walk *w)
{
    u32 parts = w->quarters ? 4 : 1, size = (1u << w->unit_size >> 2) >> w->quarters;
    u32 mask = (1u << w->sequence->block) - 1, previous[4];
    for (u32 part = 0; part < parts; part++)
        previous[part] = flag(w, PREVIOUS_LUMA);
    for (u32 part = 0; part < parts; part++) {
        u32 x = ((w->unit_x & mask) >> 2) + (part & 1) * size;
        u32 y = ((w->unit_y & mask) >> 2) + (part >> 1) * size;
        u32 told = previous[part] ? plain_ones(w, 2) : plain(w, 5);
        w->modes[part] = (u8)luma_mode(w, x, y, previous[part], told);
        remember(w, x, y, size, w->modes[part]);
    }
    u32 chroma = w->sequence->chroma == 3 ? parts : w->sequence->chroma ? 1 : 0;
    for (u32 part = 0; part < chroma; part++) {
        u32 told = flag(w, CHROMA_MODE) ? plain(w, 2) : 4;
        w->chroma_same[part] = told == 4;
        w->chroma_modes[part] = (u8)chroma_mode(w, told, w->modes[part]);
    }
}

/* 7.3.8.7: samples as they are; zeros up to them, and the decoder starts anew behind. */
static void raw_samples(Walk *w)
{
    const Sequence *s = w->sequence;
    u32 behind = 0, pixels = 1u << 2 * w->unit_size;
    u32 wrong = engine_ends(&w->engine, &behind);
    u32 chroma = !s->chroma ? 0 : s->chroma == 3 ? 2 * pixels : s->chroma == 2 ? pixels : pixels / 2;
    behind += (pixels * s->raw_depth + chroma * s->raw_chroma_depth) / 8;
    if (wrong || behind >= w->engine.end)
        w->wrong = wrong ? wrong : ENDS_EARLY;
    else
        engine_at(&w->engine, w->engine.unit, behind, w->engine.end);
}

/* 7.3.8.14, and cu_chroma_qp_offset_... of 7.3.8.12 */
static void quantizers(Walk *w, u32 chroma)
{
    if (w->picture->deltas && !w->delta_told) {
        u32 value = flag(w, DELTA), depth = w->sequence->depth - 8;
        while (value && value < 5 && flag(w, DELTA + 1))
            value++;
        if (value == 5)
            value += golomb(w, 0);
        u32 less = value && even(&w->engine);
        if (value > 25 + less + 3 * depth)
            w->wrong = BAD_CODE;
        w->delta_told = 1;
    }
    if (w->slice->chroma_list && chroma && !w->bypass && !w->list_told) {
        u32 count = 0, most = w->picture->chroma_list_last;
        if (flag(w, CHROMA_LIST))
            while (count < most && flag(w, CHROMA_LIST_INDEX))
                count++;
        w->list_told = 1;
    }
}

/* 7.3.8.12: cross_comp_pred( ) */
static void crossed(Walk *w, u32 plane)
{
    u32 count = 0;
    while (count < 4 && flag(w, SCALE + 4 * plane + count))
        count++;
    if (count)
        flag(w, SCALE_SIGN + plane);
}

/* Which blocks hold something: bits 0 and 1 for the first chroma plane, 2 and 3 for the second. */
static void chroma_blocks(Walk *w, u32 log2, u32 coded, u32 part, u32 cross)
{
    u32 mode = w->intra ? w->chroma_modes[part] : NO_MODE;
    for (u32 plane = 0; plane < 2; plane++) {
        if (cross)
            crossed(w, plane);
        for (u32 block = 0; block < 2; block++)
            if (coded >> (2 * plane + block) & 1)
                residual(w, log2, 1 + plane, mode);
    }
}

/* 7.3.8.10: `chroma` is that of the parent where this is a quarter of its eight pixels. */
static void transform_unit(Walk *w, u32 x, u32 y, u32 log2, u32 quarter, u32 luma, u32 chroma)
{
    u32 half = 1u << w->unit_size >> 1, full = w->sequence->chroma == 3, part = 0;
    if (!luma && !chroma)
        return;
    quantizers(w, chroma);
    if (w->quarters)
        part = (y - w->unit_y >= half) * 2 + (x - w->unit_x >= half);
    if (luma)
        residual(w, log2, 0, w->intra ? w->modes[part] : NO_MODE);
    part = full ? part : 0;
    if (log2 > 2 || full)
        chroma_blocks(w, full ? log2 : log2 - 1, chroma, part,
                      w->picture->cross && luma && (!w->intra || w->chroma_same[part]));
    else if (quarter == 3)
        chroma_blocks(w, 2, chroma, 0, 0);
}

static u32 coded_chroma(Walk *w, u32 log2, u32 depth, u32 split, u32 parent)
{
    u32 coded = 0, both = w->sequence->chroma == 2 && (!split || log2 == 3);
    for (u32 plane = 0; plane < 2; plane++) {
        if (!(parent >> 2 * plane & 3))
            continue;
        coded |= flag(w, CODED_CHROMA + depth) << 2 * plane;
        if (both)
            coded |= flag(w, CODED_CHROMA + depth) << (2 * plane + 1);
    }
    return coded;
}

/* 7.3.8.8 */
static void transform_tree(Walk *w, u32 x, u32 y, u32 log2, u32 depth, u32 quarter, u32 parent)
{
    const Sequence *s = w->sequence;
    u32 split = log2 > s->transform || (!depth && (w->quarters & w->intra)) || (!depth && w->split_first);
    u32 chroma = log2 == 2 ? parent : 0;
    if (!split && log2 > s->transform_low && depth < w->deepest)
        split = flag(w, SPLIT_TRANSFORM + 5 - log2);
    if (s->chroma && (log2 > 2 || s->chroma == 3))
        chroma = coded_chroma(w, log2, depth, split, parent);
    if (w->wrong)
        return;
    if (split) {
        u32 half = 1u << (log2 - 1);
        for (u32 part = 0; part < 4; part++)
            transform_tree(w, x + (part & 1) * half, y + (part >> 1) * half, log2 - 1, depth + 1, part,
                           chroma);
        return;
    }
    u32 luma = w->intra || depth || chroma ? flag(w, CODED_LUMA + !depth) : 1;
    transform_unit(w, x, y, log2, quarter, luma, chroma);
}

static void predictions(Walk *w, u32 depth, u32 kind, u32 *merged)
{
    static const u8 counts[6] = {1, 2, 2, 4, 2, 2};
    u32 small = w->unit_size == 3 && kind != WHOLE;
    for (u32 part = 0; part < counts[kind]; part++)
        *merged = prediction(w, depth, small) && kind == WHOLE;
}

static u32 is_raw(Walk *w)
{
    const Sequence *s = w->sequence;
    return !w->quarters && s->raw && w->unit_size >= s->raw_low && w->unit_size <= s->raw_high &&
           terminates(&w->engine);
}

/* Gives whether it has modes. */
static u32 intra_unit(Walk *w)
{
    const Sequence *s = w->sequence;
    w->quarters = w->unit_size == s->block_low && !flag(w, PARTS);
    if (is_raw(w)) {
        raw_samples(w);
        return 0;
    }
    intra_modes(w);
    w->deepest = s->intra_depth + w->quarters;
    w->split_first = 0;
    transform_tree(w, w->unit_x, w->unit_y, w->unit_size, 0, 0, s->chroma ? 5 : 0);
    return 1;
}

static void inter_unit(Walk *w, u32 depth)
{
    const Sequence *s = w->sequence;
    u32 kind = inter_parts(w), merged = 0;
    w->quarters = 0;
    predictions(w, depth, kind, &merged);
    if (!merged && !flag(w, ROOT))
        return;
    w->deepest = s->inter_depth;
    w->split_first = !s->inter_depth && kind != WHOLE;
    transform_tree(w, w->unit_x, w->unit_y, w->unit_size, 0, 0, s->chroma ? 5 : 0);
}

/* 7.3.8.5 */
static void coding_unit(Walk *w, u32 depth)
{
    u32 mask = (1u << w->sequence->block) - 1, size = 1u << w->unit_size, skipped = 0;
    u32 x = (w->unit_x & mask) >> 3, y = (w->unit_y & mask) >> 3, column = w->unit_x >> 3;
    w->bypass = w->picture->bypass && flag(w, BYPASS);
    if (w->slice->type != I_SLICE)
        skipped = flag(w, SKIP + w->skips_left[y] + w->skips_above[column]);
    __builtin_memset(w->skips_left + y, (int)skipped, size >> 3);
    __builtin_memset(w->skips_above + column, (int)skipped, size >> 3);
    __builtin_memset(w->depths_left + y, (int)depth, size >> 3);
    __builtin_memset(w->depths_above + column, (int)depth, size >> 3);
    if (skipped)
        merge_index(w);
    w->intra = !skipped && (w->slice->type == I_SLICE || flag(w, INTRA));
    if (w->intra && intra_unit(w))
        return;
    remember(w, 2 * x, 2 * y, size >> 2, DC);
    if (!w->intra && !skipped)
        inter_unit(w, depth);
}

/* 7.3.8.4 */
static void coding_tree(Walk *w, u32 x, u32 y, u32 log2, u32 depth)
{
    const Sequence *s = w->sequence;
    u32 size = 1u << log2, split = log2 > s->block_low;
    if (split && x + size <= s->width && y + size <= s->height) {
        u32 mask = (1u << s->block) - 1;
        u32 nearby = (w->depths_left[(y & mask) >> 3] > depth) + (w->depths_above[x >> 3] > depth);
        split = flag(w, SPLIT + nearby);
    }
    if (log2 + w->picture->delta_depth >= s->block)
        w->delta_told = 0;
    if (log2 + w->picture->chroma_list_depth >= s->block)
        w->list_told = 0;
    if (!split) {
        w->unit_x = x, w->unit_y = y, w->unit_size = log2;
        coding_unit(w, depth);
        return;
    }
    for (u32 part = 0; part < 4 && !w->wrong; part++) {
        u32 at_x = x + (part & 1) * (size >> 1), at_y = y + (part >> 1) * (size >> 1);
        if (at_x < s->width && at_y < s->height)
            coding_tree(w, at_x, at_y, log2 - 1, depth + 1);
    }
}

/* 7.3.8.2. What may not be looked at counts as what it is taken for: 6.4.1, 8.4.2, 9.3.4.2.2. */
void coding_tree_unit(Walk *w)
{
    u32 block = w->sequence->block, column = (w->x << block) >> 3;
    if (!w->left) {
        clear(w->depths_left, sizeof w->depths_left);
        clear(w->skips_left, sizeof w->skips_left);
        __builtin_memset(w->modes_left, DC, sizeof w->modes_left);
    }
    if (!w->above) {
        clear(w->depths_above + column, 1u << block >> 3);
        clear(w->skips_above + column, 1u << block >> 3);
    }
    __builtin_memset(w->modes_above, DC, sizeof w->modes_above);
    if (w->slice->luma_offsets || w->slice->chroma_offsets)
        sample_offsets(w);
    coding_tree(w, w->x << block, w->y << block, block, 0);
}
