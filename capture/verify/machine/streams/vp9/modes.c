/* VP9, clauses 6.4.5 to 6.4.20: how a block is coded. */

#include "contexts.h"
#include "vp9_numbers.h"

const i8 mode_tree[18] = {0, 2, -9, 4, -1, 6, 8, 12, -2, 10, -4, -5, -3, 14, -8, 16, -6, -7};
const i8 inter_mode_tree[6] = {NEAREST - ZERO, 2, 0, 4, NEAREST - NEAR, NEAREST - NEW};
const i8 filter_tree[4] = {0, 2, -1, -2};
const i8 partition_tree[6] = {0, 2, -1, 4, -2, -3};
const i8 joint_tree[6] = {0, 2, -1, 4, -2, -3};
const i8 class_tree[20] = {0,  2,  -1, 4,  6,  8,  -2, -3, 10, 12,
                           -4, -5, -6, 14, 16, 18, -7, -8, -9, -10};
const i8 part_tree[6] = {0, 2, -1, 4, -2, -3};
const u8 units_wide[13] = {1, 1, 1, 1, 1, 2, 2, 2, 4, 4, 4, 8, 8};
const u8 units_high[13] = {1, 1, 1, 1, 2, 1, 2, 4, 2, 4, 8, 4, 8};
const u8 quads_wide[13] = {1, 1, 2, 2, 2, 4, 4, 4, 8, 8, 8, 16, 16};
const u8 quads_high[13] = {1, 2, 1, 2, 4, 2, 4, 8, 4, 8, 16, 8, 16};

static u32 active(u32 segment, u32 feature)
{
    return segmentation.on && segmentation.active[segment] >> feature & 1;
}

static u32 segment_of_tree(Coder *c)
{
    u32 at = 0;
    for (u32 level = 0; level < 3; level++) {
        segmentation.tree_asked[at] = 1;
        at = 2 * at + 1 + bit(c, segmentation.tree[at]);
    }
    return at - 7;
}

/* 6.4.11: get_segment_id(): the lowest of those that were there. */
static u32 segment_before(const Block *block)
{
    u32 least = 7, start = block->row * frame.columns + block->column;
    for (u32 row = 0; row < block->high; row++)
        for (u32 column = 0; column < block->wide; column++) {
            u32 is = segments_before[start + row * frame.columns + column];
            least = is < least ? is : least;
        }
    return least;
}

static void keep_segment(const Block *block, u32 copies)
{
    u32 start = block->row * frame.columns + block->column;
    for (u32 row = 0; row < block->high; row++, start += frame.columns) {
        if (copies)
            __builtin_memcpy(segments + start, segments_before + start, block->wide);
        else
            __builtin_memset(segments + start, (int)block->segment, block->wide);
    }
}

static u32 predicted_segment(Coder *c, const Block *block)
{
    u8 *above = &predicted_above[block->column], *left = &predicted_left[block->row & 7];
    u32 context = *above + *left, is = bit(c, segmentation.predicted[context]);
    segmentation.predicted_asked[context] = 1;
    __builtin_memset(above, (int)is, units_wide[block->size]);
    __builtin_memset(left, (int)is, units_high[block->size]);
    return is ? segment_before(block) : segment_of_tree(c);
}

static void segment(Coder *c, Block *block)
{
    block->segment = 0;
    if (!segmentation.on)
        return;
    if (!segmentation.updates)
        block->segment = frame.intra ? 0 : segment_before(block);
    else if (!frame.intra && segmentation.temporal)
        block->segment = predicted_segment(c, block);
    else
        block->segment = segment_of_tree(c);
    keep_segment(block, !segmentation.updates);
}

static void skip_flag(Coder *c, Block *block)
{
    block->unit.skip = 1;
    if (active(block->segment, SKIPS))
        return;
    u32 context = skip_context(block->above, block->left);
    block->unit.skip = (u8)bit(c, odds.skip[context]);
    counts.skip[context][block->unit.skip]++;
}

/* 6.4.9: tx_size */
static void transform_size(Coder *c, Block *block, u32 may_choose)
{
    static const u8 largest[13] = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3};
    u32 most = largest[block->size], size = 0;
    if (!may_choose || !frame.selects || block->size < B8X8) {
        block->unit.transform = (u8)(most < frame.largest ? most : frame.largest);
        return;
    }
    u32 context = transform_context(block->above, block->left, most);
    const u8 *chance = most == 1   ? odds.size8[context]
                       : most == 2 ? odds.size16[context]
                                   : odds.size32[context];
    u32 *count = most == 1   ? counts.size8[context]
                 : most == 2 ? counts.size16[context]
                             : counts.size32[context];
    while (size < most && bit(c, chance[size]))
        size++;
    count[size]++;
    block->unit.transform = (u8)size;
}

/* 6.4.6: in a frame that has no other, modes are told by those around them. */
static u32 mode_by_sides(Coder *c, u8 *above, u8 *left)
{
    return branch(c, mode_tree, intra_luma_odds[*above][*left]);
}

static u32 mode_by_size(Coder *c, u32 group)
{
    u32 mode = branch(c, mode_tree, odds.luma[group]);
    counts.luma[group][mode]++;
    return mode;
}

/* The modes of the luma, of the whole or of quads. */
static void intra_modes(Coder *c, Block *block)
{
    static const u8 group[13] = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3};
    u32 small = block->size < B8X8, wide = small ? quads_wide[block->size] : 2;
    u32 high = small ? quads_high[block->size] : 2, mode = DC;
    u8 *above = &modes_above[2 * block->column], *left = &modes_left[2 * (block->row & 7)];
    for (u32 quad = 0; quad < 4; quad++) {
        u32 x = quad & 1, y = quad >> 1;
        if (x % wide || y % high)
            continue;
        mode = frame.intra ? mode_by_sides(c, above + x, left + y) : mode_by_size(c, group[block->size]);
        for (u32 at = quad; at < 4; at++)
            if ((at & 1) - x < wide && (at >> 1) - y < high)
                block->modes[at] = (u8)mode;
        __builtin_memset(above + x, (int)mode, small ? wide : quads_wide[block->size]);
        __builtin_memset(left + y, (int)mode, small ? high : quads_high[block->size]);
    }
    block->unit.mode = (u8)mode;
    block->unit.reference[0] = INTRA, block->unit.reference[1] = -1;
}

static void intra_block(Coder *c, Block *block)
{
    intra_modes(c, block);
    u32 luma = block->unit.mode;
    u32 mode = branch(c, mode_tree, frame.intra ? intra_chroma_odds[luma] : odds.chroma[luma]);
    counts.chroma[luma][mode]++;
}

/* A flag of one context, which is counted. */
static u32 counted(Coder *c, const u8 *chance, u32 *count)
{
    u32 value = bit(c, *chance);
    count[value]++;
    return value;
}

/* 6.4.15: ref_frames() */
static void references(Coder *c, Block *block, const Side *a, const Side *l)
{
    i8 *into = block->unit.reference;
    into[1] = -1;
    if (active(block->segment, REFERENCE)) {
        into[0] = (i8)segmentation.reference[block->segment];
        return;
    }
    u32 two = frame.compounds, context;
    if (frame.chooses) {
        context = compound_context(a, l, (i32)frame.fixed);
        two = counted(c, &odds.compound[context], counts.compound[context]);
    }
    if (two) {
        u32 of_fixed = frame.bias[frame.fixed];
        context = pair_context(a, l);
        u32 which = counted(c, &odds.pair[context], counts.pair[context]);
        into[of_fixed] = (i8)frame.fixed;
        into[!of_fixed] = (i8)frame.variable[which];
        return;
    }
    into[0] = LAST;
    context = first_context(a, l);
    if (counted(c, &odds.single[context][0], counts.single[context][0])) {
        context = second_context(a, l);
        u32 which = counted(c, &odds.single[context][1], counts.single[context][1]);
        into[0] = which ? ALTERNATE : GOLDEN;
    }
}

/* 6.4.20: read_mv_component(). A last bit that is not there counts as one. */
static i32 component(Coder *c, u32 index, u32 fine)
{
    const MotionOdds *of = &odds.motion[index];
    MotionCounts *count = &counts.motion[index];
    u32 negative = counted(c, &of->sign, count->sign), part, last = 1, whole = 0, base = 0;
    u32 class = branch(c, class_tree, of->classes);
    count->classes[class]++;
    if (!class) {
        whole = counted(c, &of->first, count->first);
        part = branch(c, part_tree, of->first_part[whole]);
        count->first_part[whole][part]++;
        last = fine ? bit(c, of->first_fine) : 1;
        count->first_fine[last]++;
    } else {
        for (u32 place = 0; place < class; place++)
            whole |= counted(c, &of->bits[place], count->bits[place]) << place;
        part = branch(c, part_tree, of->part);
        count->part[part]++;
        last = fine ? bit(c, of->fine) : 1;
        count->fine[last]++;
        base = 2u << (class + 2);
    }
    i32 size = (i32)(base + (whole << 3 | part << 1 | last) + 1);
    return negative ? -size : size;
}

/* 6.4.19: read_mv(). Farther than 2048 pixels is none. */
static u32 new_motion(Coder *c, Motion best, Motion *into)
{
    u32 fine = frame.fine && is_small(best), joint = branch(c, joint_tree, odds.joints);
    counts.joints[joint]++;
    i32 row = best.row + (joint & 2 ? component(c, 0, fine) : 0);
    i32 column = best.column + (joint & 1 ? component(c, 1, fine) : 0), most = 1 << 14;
    *into = (Motion){(i16)row, (i16)column};
    return row <= -most || row >= most || column <= -most || column >= most ? BAD_CODE : FINE;
}

static u32 inter_mode(Coder *c, u32 context)
{
    u32 mode = branch(c, inter_mode_tree, odds.inter_mode[context]);
    counts.inter_mode[context][mode]++;
    return NEAREST + mode;
}

/* 6.4.18: assign_mv() */
static u32 assigned(Coder *c, u32 mode, const Candidates *near, const Motion *best, Motion *into, u32 two)
{
    u32 bad = FINE;
    for (u32 which = 0; which <= two; which++) {
        if (mode == NEW)
            bad |= new_motion(c, best[which], &into[which]);
        else
            into[which] = mode == ZERO ? (Motion){0, 0} : near[which].list[mode - NEAREST];
    }
    return bad;
}

/* Of blocks smaller than 8 by 8 pixels: each for itself. */
static u32 quads(Coder *c, Block *block, u32 context, const Motion *best, u32 two)
{
    u32 wide = quads_wide[block->size], high = quads_high[block->size], bad = FINE, mode = 0;
    for (u32 quad = 0; quad < 4; quad++) {
        Candidates near[2];
        u32 x = quad & 1, y = quad >> 1;
        if (x % wide || y % high)
            continue;
        mode = inter_mode(c, context);
        for (u32 which = 0; which <= two && mode <= NEAR; which++)
            quad_motion(block, quad, which, &near[which]);
        bad |= assigned(c, mode, near, best, block->unit.motion[quad], two);
        for (u32 at = quad + 1; at < 4; at++)
            if ((at & 1) - x < wide && (at >> 1) - y < high)
                __builtin_memcpy(block->unit.motion[at], block->unit.motion[quad], sizeof(Motion[2]));
    }
    block->unit.mode = (u8)mode;
    return bad;
}

static void filter_of(Coder *c, Block *block)
{
    block->unit.filter = (u8)frame.filter;
    if (frame.filter != SWITCHABLE)
        return;
    u32 context = filter_context(block->above, block->left);
    u32 filter = branch(c, filter_tree, odds.filter[context]);
    counts.filter[context][filter]++;
    block->unit.filter = (u8)filter;
}

/* 6.4.14: inter_block_mode_info() */
static u32 inter_block(Coder *c, Block *block, const Side *a, const Side *l)
{
    references(c, block, a, l);
    u32 two = block->unit.reference[1] > INTRA, context = motion_context(block), small = block->size < B8X8;
    Candidates near[2];
    Motion best[2];
    for (u32 which = 0; which <= two; which++) {
        motion_candidates(block, block->unit.reference[which], -1, &near[which]);
        best_motion(&near[which]);
        best[which] = near[which].list[0];
    }
    u32 skips = active(block->segment, SKIPS);
    if (skips && small)
        return BAD_CODE;
    if (!small)
        block->unit.mode = skips ? ZERO : (u8)inter_mode(c, context);
    filter_of(c, block);
    if (small)
        return quads(c, block, context, best, two);
    u32 bad = assigned(c, block->unit.mode, near, best, block->unit.motion[0], two);
    for (u32 quad = 1; quad < 4; quad++)
        __builtin_memcpy(block->unit.motion[quad], block->unit.motion[0], sizeof(Motion[2]));
    return bad;
}

static u32 is_inter(Coder *c, const Block *block, const Side *a, const Side *l)
{
    if (active(block->segment, REFERENCE))
        return segmentation.reference[block->segment] != INTRA;
    u32 context = inter_context(a, l);
    return counted(c, &odds.inter[context], counts.inter[context]);
}

u32 block_modes(Coder *c, Block *block)
{
    segment(c, block);
    skip_flag(c, block);
    if (frame.intra) {
        transform_size(c, block, 1);
        intra_block(c, block);
        return FINE;
    }
    Side a = side_of(block->above), l = side_of(block->left);
    u32 inter = is_inter(c, block, &a, &l);
    transform_size(c, block, !block->unit.skip || !inter);
    if (inter)
        return inter_block(c, block, &a, &l);
    intra_block(c, block);
    return FINE;
}
