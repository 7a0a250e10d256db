/* Which pictures a block refers to (the AV1 specification, 5.11.25 and 8.3.2). */

#include "av1.h"

static u8 counts[8]; /* how often the neighbours refer to each */

static void counted(const Block *of)
{
    for (u32 index = 0; of && index < 2; index++)
        if (of->refs[index] > INTRA_FRAME)
            counts[of->refs[index]]++;
}

/* ref_count_ctx */
static u32 compared(u32 one, u32 other) { return one < other ? 0 : one == other ? 1 : 2; }

static u32 ahead_or_back(void)
{
    return compared(counts[LAST_FRAME] + counts[LAST2_FRAME] + counts[LAST3_FRAME] + counts[GOLDEN_FRAME],
                    counts[BWDREF_FRAME] + counts[ALTREF2_FRAME] + counts[ALTREF_FRAME]);
}

static u32 first_two(void)
{
    return compared(counts[LAST_FRAME] + counts[LAST2_FRAME], counts[LAST3_FRAME] + counts[GOLDEN_FRAME]);
}

static u32 not_altref(void)
{
    return compared(counts[BWDREF_FRAME] + counts[ALTREF2_FRAME], counts[ALTREF_FRAME]);
}

static u32 is(u32 ref, u32 other) { return compared(counts[ref], counts[other]); }

static u32 bit(u32 odds, u32 index) { return flag(&tile.coder, tile.odds + odds + index * 2); }
static u32 single(u32 context, u32 which) { return bit(AT_SINGLE_REF, context * 6 + which); }
static u32 comp(u32 context, u32 which) { return bit(AT_COMP_REF, context * 3 + which); }
static u32 backward(u32 context, u32 which) { return bit(AT_COMP_BWDREF, context * 2 + which); }
static u32 one_way(u32 context, u32 which) { return bit(AT_UNI_COMP_REF, context * 3 + which); }

static u32 behind(const Block *of) { return of->refs[0] >= BWDREF_FRAME; }
static u32 intra(const Block *of) { return of->refs[0] <= INTRA_FRAME; }
static u32 compound(const Block *of) { return of->refs[1] > INTRA_FRAME; }

static u32 same_way(const Block *of)
{
    return (of->refs[0] >= BWDREF_FRAME) == (of->refs[1] >= BWDREF_FRAME);
}

static u32 mode_context(void)
{
    if (!above || !left) {
        const Block *of = above ? above : left;
        return !of ? 1 : compound(of) ? 3 : behind(of);
    }
    if (compound(above) && compound(left))
        return 4;
    if (compound(above))
        return 2 + (behind(left) || intra(left));
    if (compound(left))
        return 2 + (behind(above) || intra(above));
    return behind(above) ^ behind(left);
}

/* comp_ref_type, where both neighbours refer to pictures */
static u32 type_of_two(void)
{
    u32 a = compound(above), l = compound(left), same = behind(above) == behind(left);
    if (!a && !l)
        return 1 + 2 * same;
    if (!a || !l)
        return same_way(a ? above : left) ? 3 + same : 1;
    u32 a_same = same_way(above), l_same = same_way(left);
    if (!a_same && !l_same)
        return 0;
    if (!a_same || !l_same)
        return 2;
    return 3 + ((above->refs[0] == BWDREF_FRAME) == (left->refs[0] == BWDREF_FRAME));
}

static u32 type_context(void)
{
    if (above && left) {
        if (intra(above) && intra(left))
            return 2;
        if (!intra(above) && !intra(left))
            return type_of_two();
        const Block *of = intra(above) ? left : above;
        return compound(of) ? 1 + 2 * same_way(of) : 2;
    }
    const Block *of = above ? above : left;
    return of && !intra(of) && compound(of) ? 4 * same_way(of) : 2;
}

static void two_of_one_way(void)
{
    block->refs[0] = LAST_FRAME;
    if (one_way(ahead_or_back(), 0)) {
        block->refs[0] = BWDREF_FRAME;
        block->refs[1] = ALTREF_FRAME;
    } else if (!one_way(compared(counts[LAST2_FRAME], counts[LAST3_FRAME] + counts[GOLDEN_FRAME]), 1)) {
        block->refs[1] = LAST2_FRAME;
    } else {
        block->refs[1] = one_way(is(LAST3_FRAME, GOLDEN_FRAME), 2) ? GOLDEN_FRAME : LAST3_FRAME;
    }
}

static void two(void)
{
    if (!bit(AT_COMP_REF_TYPE, type_context())) {
        two_of_one_way();
        return;
    }
    if (comp(first_two(), 0))
        block->refs[0] = comp(is(LAST3_FRAME, GOLDEN_FRAME), 2) ? GOLDEN_FRAME : LAST3_FRAME;
    else
        block->refs[0] = comp(is(LAST_FRAME, LAST2_FRAME), 1) ? LAST2_FRAME : LAST_FRAME;
    if (backward(not_altref(), 0))
        block->refs[1] = ALTREF_FRAME;
    else
        block->refs[1] = backward(is(BWDREF_FRAME, ALTREF2_FRAME), 1) ? ALTREF2_FRAME : BWDREF_FRAME;
}

static i8 one(void)
{
    if (single(ahead_or_back(), 0)) {
        if (single(not_altref(), 1))
            return ALTREF_FRAME;
        return single(is(BWDREF_FRAME, ALTREF2_FRAME), 5) ? ALTREF2_FRAME : BWDREF_FRAME;
    }
    if (single(first_two(), 2))
        return single(is(LAST3_FRAME, GOLDEN_FRAME), 4) ? GOLDEN_FRAME : LAST3_FRAME;
    return single(is(LAST_FRAME, LAST2_FRAME), 3) ? LAST2_FRAME : LAST_FRAME;
}

void read_ref_frames(void)
{
    block->refs[1] = NONE;
    if (block->skip_mode) {
        block->refs[0] = (i8)header.skip_mode_frames[0];
        block->refs[1] = (i8)header.skip_mode_frames[1];
        return;
    }
    if (feature(SEG_LVL_REF_FRAME)) {
        block->refs[0] = (i8)header.feature_data[block->segment][SEG_LVL_REF_FRAME];
        return;
    }
    if (feature(SEG_LVL_SKIP) || feature(SEG_LVL_GLOBALMV)) {
        block->refs[0] = LAST_FRAME;
        return;
    }
    clear(counts, sizeof counts);
    counted(above);
    counted(left);
    if (header.reference_select && now.wide > 1 && now.high > 1 && bit(AT_COMP_MODE, mode_context()))
        two();
    else
        block->refs[0] = one();
}
