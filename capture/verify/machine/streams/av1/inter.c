/* Blocks that refer to other pictures, or to their own (AV1, 5.11.7, 5.11.18 to 5.11.33). */

#include "av1.h"

#define MV_LIMIT (1 << 14)

static Vectors vectors;

static i32 mv_component(u16 *odds, u32 comp, u32 whole)
{
    Coder *c = &tile.coder;
    u32 negative = flag(c, odds + AT_MV_SIGN + comp * LONG_MV_SIGN), up, fr = 3, hp = 1;
    u32 class = symbol(c, odds + AT_MV_CLASS + comp * LONG_MV_CLASS, 11);
    if (!class) {
        up = flag(c, odds + AT_MV_CLASS0_BIT + comp * LONG_MV_CLASS0_BIT);
    } else {
        up = 1u << class;
        for (u32 index = 0; index < class; index++)
            up |= flag(c, odds + AT_MV_BIT + (comp * 10 + index) * LONG_MV_BIT) << index;
    }
    if (!whole) {
        u32 at = class ? AT_MV_FR + comp * LONG_MV_FR : AT_MV_CLASS0_FR + (comp * 2 + up) * LONG_MV_CLASS0_FR;
        fr = symbol(c, odds + at, 4);
        at = class ? AT_MV_HP + comp * LONG_MV_HP : AT_MV_CLASS0_HP + comp * LONG_MV_CLASS0_HP;
        if (header.high_precision_mv)
            hp = flag(c, odds + at);
    }
    i32 size = (i32)(up << 3 | fr << 1 | hp) + 1;
    return negative ? -size : size;
}

u32 read_mv(const Mv *predicted, Mv *read, u32 copies)
{
    u16 *odds = tile.odds + (copies ? MV_ODDS : 0);
    u32 joint = symbol(&tile.coder, odds + AT_MV_JOINT, 4);
    i32 row = predicted->row, col = predicted->col;
    if (joint & 2)
        row += mv_component(odds, 0, copies || header.force_integer_mv);
    if (joint & 1)
        col += mv_component(odds, 1, copies || header.force_integer_mv);
    if (row <= -MV_LIMIT || row >= MV_LIMIT || col <= -MV_LIMIT || col >= MV_LIMIT)
        return BAD_CODE;
    *read = (Mv){(i16)row, (i16)col};
    return FINE;
}

u32 intrabc_mv(void)
{
    find_vectors(&vectors, INTRA_FRAME, NONE);
    Mv near = vectors.stack[0].mvs[0];
    i32 side = sequence.sb128 ? 128 : 64;
    if (!near.row && !near.col)
        near = vectors.stack[1].mvs[0];
    if (!near.row && !near.col) {
        if ((i32)now.row - side / 4 < (i32)tile.row_start)
            near.col = (i16)(-(side + 256) * 8);
        else
            near.row = (i16)(-side * 8);
    }
    return read_mv(&near, &block->mvs[0], 1);
}

static u32 drl_bit(u32 index)
{
    const Candidate *c = &vectors.stack[index];
    u32 context = c[0].weight >= 640 ? c[1].weight < 640 : c[1].weight < 640 ? 2 : 0;
    return flag(&tile.coder, tile.odds + AT_DRL + context * LONG_DRL);
}

/* The place in the stack; from the first on for new vectors, from the second one for near ones. */
static u32 drl(u32 from)
{
    u32 index = from;
    while (index < from + 2 && vectors.found > index + 1 && drl_bit(index))
        index++;
    return index;
}

static u32 single_mode(void)
{
    Coder *c = &tile.coder;
    if (feature(SEG_LVL_SKIP) || feature(SEG_LVL_GLOBALMV))
        return GLOBALMV;
    if (!flag(c, tile.odds + AT_NEW_MV + vectors.new_mv * LONG_NEW_MV))
        return NEWMV;
    if (!flag(c, tile.odds + AT_ZERO_MV + vectors.zero_mv * LONG_ZERO_MV))
        return GLOBALMV;
    return flag(c, tile.odds + AT_REF_MV + vectors.ref_mv * LONG_REF_MV) ? NEARMV : NEARESTMV;
}

static u32 single_mv(void)
{
    Mv *mv = &block->mvs[0];
    u32 mode = single_mode(), index;
    block->mode = (u8)mode;
    if (mode == GLOBALMV) {
        *mv = vectors.global[0];
        return FINE;
    }
    index = mode == NEWMV ? drl(0) : mode == NEARMV ? drl(1) : 0;
    *mv = vectors.stack[index].mvs[0];
    if (mode == NEWMV ? vectors.found < 2 : index < 2)
        precision_lowered(mv);
    return mode == NEWMV ? read_mv(mv, mv, 0) : FINE;
}

/* get_mode, of one of two vectors */
static u32 half_of(u32 mode, u32 which)
{
    static const u8 halves[8][2] = {{NEARESTMV, NEARESTMV}, {NEARMV, NEARMV},     {NEARESTMV, NEWMV},
                                    {NEWMV, NEARESTMV},     {NEARMV, NEWMV},      {NEWMV, NEARMV},
                                    {GLOBALMV, GLOBALMV},   {NEWMV, NEWMV}};
    return halves[mode - NEAREST_NEARESTMV][which];
}

static u32 compound_mvs(void)
{
    u32 mode = NEAREST_NEARESTMV, index = 0, answer = FINE;
    if (!block->skip_mode)
        mode += symbol(&tile.coder, tile.odds + AT_COMPOUND_MODE + vectors.compound * LONG_COMPOUND_MODE, 8);
    block->mode = (u8)mode;
    if (mode == NEW_NEWMV)
        index = drl(0);
    else if (half_of(mode, 0) == NEARMV || half_of(mode, 1) == NEARMV)
        index = drl(1);
    for (u32 which = 0; which < 2 && !answer; which++) {
        Mv *mv = &block->mvs[which];
        u32 half = half_of(mode, which);
        *mv = half == GLOBALMV ? vectors.global[which] : vectors.stack[index].mvs[which];
        if (half == NEWMV)
            answer = read_mv(mv, mv, 0);
        else if (half != GLOBALMV)
            precision_lowered(mv);
    }
    return answer;
}

static u32 has_wedges(u32 size) { return size >= BLOCK_8X8 && (size <= BLOCK_32X32 || size == 18 || size == 19); }

/* read_interintra_mode */
static void interintra(void)
{
    Coder *c = &tile.coder;
    u32 size = block->size, group = size_group[size];
    if (!sequence.interintra || size < BLOCK_8X8 || size > BLOCK_32X32)
        return;
    now.interintra = flag(c, tile.odds + AT_INTERINTRA + group * LONG_INTERINTRA);
    if (!now.interintra)
        return;
    symbol(c, tile.odds + AT_INTERINTRA_MODE + group * LONG_INTERINTRA_MODE, 4);
    if (flag(c, tile.odds + AT_WEDGE_INTERINTRA + size * LONG_WEDGE_INTERINTRA))
        symbol(c, tile.odds + AT_WEDGE + size * LONG_WEDGE, 16);
    block->refs[1] = INTRA_FRAME;
}

/* read_motion_mode */
static void motion_mode(void)
{
    i32 ref = block->refs[0];
    if (!header.motion_switchable || now.wide < 2 || now.high < 2 || now.interintra)
        return;
    if (!header.force_integer_mv && block->mode == GLOBALMV && header.gm_type[ref] > TRANSLATION)
        return;
    if (!has_overlap())
        return;
    if (header.force_integer_mv || !header.warped || header.scaled[ref] || !has_warp_samples(ref))
        flag(&tile.coder, tile.odds + AT_OBMC + block->size * LONG_OBMC);
    else
        now.warp = symbol(&tile.coder, tile.odds + AT_MOTION_MODE + block->size * LONG_MOTION_MODE, 3) == 2;
}

static u32 group_context(const Block *of)
{
    if (!of)
        return 0;
    return of->compound >= COMP_DIFFWTD ? 1 : of->refs[0] == ALTREF_FRAME ? 3 : 0;
}

static u32 idx_context(const Block *of)
{
    return of && (of->compound >= COMP_AVERAGE || of->refs[0] == ALTREF_FRAME);
}

static u32 idx_contexts(void)
{
    u32 one = distance(relative_distance(header.order_hints[block->refs[0]], header.order_hint));
    u32 other = distance(relative_distance(header.order_hint, header.order_hints[block->refs[1]]));
    return (one == other ? 3 : 0) + idx_context(above) + idx_context(left);
}

/* read_compound_type, of a block that refers to two pictures */
static void compound_type(void)
{
    Coder *c = &tile.coder;
    u32 size = block->size, masked = 0;
    block->compound = COMP_AVERAGE;
    if (sequence.masked) {
        u32 context = least(group_context(above) + group_context(left), 5);
        masked = flag(c, tile.odds + AT_COMP_GROUP_IDX + context * LONG_COMP_GROUP_IDX);
    }
    if (!masked) {
        if (sequence.jnt_comp && !flag(c, tile.odds + AT_COMPOUND_IDX + idx_contexts() * LONG_COMPOUND_IDX))
            block->compound = COMP_DISTANCE;
        return;
    }
    block->compound = COMP_DIFFWTD;
    if (has_wedges(size) && !flag(c, tile.odds + AT_COMPOUND_TYPE + size * LONG_COMPOUND_TYPE)) {
        block->compound = COMP_WEDGE;
        symbol(c, tile.odds + AT_WEDGE + size * LONG_WEDGE, 16);
    }
    even(c);
}

static u32 filter_of(const Block *of, u32 direction)
{
    i8 ref = block->refs[0];
    return of && (of->refs[0] == ref || of->refs[1] == ref) ? of->filters[direction] : 3;
}

static u32 needs_filter(void)
{
    u32 large = now.wide > 1 && now.high > 1;
    if (block->skip_mode || now.warp)
        return 0;
    if (large && block->mode == GLOBALMV)
        return header.gm_type[block->refs[0]] == TRANSLATION;
    if (large && block->mode == GLOBAL_GLOBALMV)
        return header.gm_type[block->refs[0]] == TRANSLATION || header.gm_type[block->refs[1]] == TRANSLATION;
    return 1;
}

static void filters(void)
{
    if (header.interpolation != 4) {
        block->filters[0] = block->filters[1] = header.interpolation;
        return;
    }
    if (!needs_filter())
        return;
    for (u32 direction = 0; direction < (sequence.dual_filter ? 2 : 1); direction++) {
        u32 a = filter_of(above, direction), l = filter_of(left, direction);
        u32 context = a == l ? a : a == 3 ? l : l == 3 ? a : 3;
        context += direction * 8 + (block->refs[1] > INTRA_FRAME ? 4 : 0);
        block->filters[direction] = (u8)symbol(&tile.coder, tile.odds + AT_INTERP + context * LONG_INTERP, 3);
    }
    if (!sequence.dual_filter)
        block->filters[1] = block->filters[0];
}

static void used(i32 ref) { slots[header.refs[ref - LAST_FRAME]]->used = 1; }

u32 inter_modes(void)
{
    read_ref_frames();
    u32 two = block->refs[1] > INTRA_FRAME;
    used(block->refs[0]);
    if (two)
        used(block->refs[1]);
    find_vectors(&vectors, block->refs[0], block->refs[1]);
    u32 answer = two ? compound_mvs() : single_mv();
    if (answer)
        return answer;
    if (two) {
        block->compound = COMP_AVERAGE;
        if (!block->skip_mode)
            compound_type();
    } else {
        interintra();
        motion_mode();
    }
    filters();
    return FINE;
}
