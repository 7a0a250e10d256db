/* VP9, clauses 6.3 and 10.5: the odds that a frame begins with, and what its compressed header changes. */

#include "vp9.h"
#include "vp9_numbers.h"

Odds odds, contexts[4];
Counts counts;
u8 odds_set[sizeof(Odds)];

static const MotionOdds first_motion[2] = {
    {128, {224, 144, 192, 168, 192, 176, 192, 198, 198, 245}, 216,
     {136, 140, 148, 160, 176, 192, 224, 234, 234, 240}, {{128, 128, 64}, {96, 112, 64}},
     {64, 96, 64}, 160, 128},
    {128, {216, 128, 176, 160, 176, 176, 192, 198, 198, 208}, 208,
     {136, 140, 148, 160, 176, 192, 224, 234, 234, 240}, {{128, 128, 64}, {96, 112, 64}},
     {64, 96, 64}, 160, 128},
};

static const Odds small = {
    .size8 = {{100}, {66}},
    .size16 = {{20, 152}, {15, 101}},
    .size32 = {{3, 136, 37}, {5, 52, 13}},
    .skip = {192, 128, 64},
    .inter = {9, 102, 187, 225},
    .compound = {239, 183, 119, 96, 41},
    .pair = {50, 126, 123, 221, 226},
    .joints = {32, 64, 96},
};

void begin_odds(void)
{
    odds = small;
    __builtin_memcpy(odds.coefficient, first_coefficient_odds, sizeof odds.coefficient);
    __builtin_memcpy(odds.inter_mode, first_inter_mode_odds, sizeof odds.inter_mode);
    __builtin_memcpy(odds.filter, first_filter_odds, sizeof odds.filter);
    __builtin_memcpy(odds.single, first_single_reference_odds, sizeof odds.single);
    __builtin_memcpy(odds.luma, first_luma_odds, sizeof odds.luma);
    __builtin_memcpy(odds.chroma, first_chroma_odds, sizeof odds.chroma);
    __builtin_memcpy(odds.partition, first_partition_odds, sizeof odds.partition);
    __builtin_memcpy(odds.motion, first_motion, sizeof odds.motion);
}

/* 6.3.4: decode_term_subexp() */
static u32 difference(Coder *c)
{
    if (!bit(c, 128))
        return literal(c, 4);
    if (!bit(c, 128))
        return literal(c, 4) + 16;
    if (!bit(c, 128))
        return literal(c, 5) + 32;
    u32 value = literal(c, 7);
    return value < 65 ? value + 64 : (value << 1) - 1 + bit(c, 128);
}

/* 6.3.6: inv_recenter_nonneg() */
static u32 around(u32 value, u32 middle)
{
    if (value > 2 * middle)
        return value;
    return value & 1 ? middle - ((value + 1) >> 1) : middle + (value >> 1);
}

static void noted(const u8 *chance) { odds_set[chance - (const u8 *)&odds] = 1; }

/* 6.3.3: diff_update_prob() */
static void changed(Coder *c, u8 *chance)
{
    if (!bit(c, 252))
        return;
    noted(chance);
    u32 value = inverse_map[difference(c)], middle = *chance - 1u;
    *chance = (u8)(2 * middle <= 255 ? 1 + around(value, middle) : 255 - around(value, 254 - middle));
}

static void all_changed(Coder *c, void *of, u32 count)
{
    for (u8 *chance = of; count--; chance++)
        changed(c, chance);
}

/* 6.3.16: update_mv_prob() */
static void set(Coder *c, void *of, u32 count)
{
    for (u8 *chance = of; count--; chance++)
        if (bit(c, 252)) {
            noted(chance);
            *chance = (u8)(literal(c, 7) << 1 | 1);
        }
}

static void transforms(Coder *c)
{
    frame.largest = frame.lossless ? 0 : literal(c, 2);
    frame.selects = frame.largest == 3 && bit(c, 128);
    if (!frame.selects)
        return;
    all_changed(c, odds.size8, sizeof odds.size8);
    all_changed(c, odds.size16, sizeof odds.size16);
    all_changed(c, odds.size32, sizeof odds.size32);
}

/* 6.3.7: the lowest frequency has three contexts only. */
static void coefficients(Coder *c)
{
    for (u32 size = 0; size <= frame.largest; size++) {
        if (!bit(c, 128))
            continue;
        for (u32 of = 0; of < 4 * 6; of++)
            all_changed(c, odds.coefficient[size][of / 12][of / 6 & 1][of % 6], of % 6 ? 18 : 9);
    }
}

/* setup_compound_reference_mode() */
static void compound_references(void)
{
    const u32 *bias = frame.bias;
    frame.fixed = bias[LAST] == bias[GOLDEN] ? ALTERNATE : bias[LAST] == bias[ALTERNATE] ? GOLDEN : LAST;
    frame.variable[0] = frame.fixed == LAST ? GOLDEN : LAST;
    frame.variable[1] = frame.fixed == ALTERNATE ? GOLDEN : ALTERNATE;
}

/* 6.3.10 and 6.3.11: whether blocks are of two references. */
static void reference_modes(Coder *c)
{
    u32 may = frame.bias[GOLDEN] != frame.bias[LAST] || frame.bias[ALTERNATE] != frame.bias[LAST];
    frame.compounds = may && bit(c, 128);
    frame.chooses = frame.compounds && bit(c, 128);
    if (frame.compounds)
        compound_references();
    if (frame.chooses)
        all_changed(c, odds.compound, sizeof odds.compound);
    if (!frame.compounds || frame.chooses)
        all_changed(c, odds.single, sizeof odds.single);
    if (frame.compounds)
        all_changed(c, odds.pair, sizeof odds.pair);
}

/* 6.3.15: mv_probs() */
static void motions(Coder *c)
{
    set(c, odds.joints, sizeof odds.joints);
    for (u32 index = 0; index < 2; index++) {
        MotionOdds *of = &odds.motion[index];
        set(c, &of->sign, 1);
        set(c, of->classes, sizeof of->classes);
        set(c, &of->first, 1);
        set(c, of->bits, sizeof of->bits);
    }
    for (u32 index = 0; index < 2; index++) {
        set(c, odds.motion[index].first_part, 6);
        set(c, odds.motion[index].part, 3);
    }
    for (u32 index = 0; frame.fine && index < 2; index++) {
        set(c, &odds.motion[index].first_fine, 1);
        set(c, &odds.motion[index].fine, 1);
    }
}

static void of_other_frames(Coder *c)
{
    all_changed(c, odds.inter_mode, sizeof odds.inter_mode);
    if (frame.filter == SWITCHABLE)
        all_changed(c, odds.filter, sizeof odds.filter);
    all_changed(c, odds.inter, sizeof odds.inter);
    reference_modes(c);
    all_changed(c, odds.luma, sizeof odds.luma);
    all_changed(c, odds.partition, sizeof odds.partition);
    motions(c);
}

u32 compressed_header(const u8 *at, u32 size)
{
    Coder c;
    u32 bad = opened(&c, at, size);
    if (bad)
        return bad;
    odds = contexts[frame.context];
    clear(&counts, sizeof counts);
    clear(odds_set, sizeof odds_set);
    transforms(&c);
    coefficients(&c);
    all_changed(&c, odds.skip, sizeof odds.skip);
    if (!frame.intra)
        of_other_frames(&c);
    return closed(&c);
}
