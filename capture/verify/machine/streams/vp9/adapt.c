/*
 * VP9, clauses 8.4.2 to 8.4.4: how often each was read changes the odds for the frames that follow.
 * A header can set odds that nothing in its frame is read by, two thousand bytes of them. Encoders
 * set what pays in the same frame, so that such ones are nothing but a place to write to.
 */

#include "vp9.h"

/* What comes of this frame, and of which of them something was read. */
static Odds next;
static u8 asked[sizeof(Odds)];

/* 8.4.2: merge_prob(): the odds before, and those of the counts, which weigh the more they are. */
static u8 merged(u32 before_it, u32 zeros, u32 ones, u32 enough, u32 most)
{
    u32 all = zeros + ones;
    if (!all)
        return (u8)before_it;
    u32 found = (u32)(((u64)zeros * 256 + (all >> 1)) / all);
    u32 weight = most * (all < enough ? all : enough) / enough;
    found = found > 255 ? 255 : found < 1 ? 1 : found;
    return (u8)((before_it * (256 - weight) + found * weight + 128) >> 8);
}

static void settled(u8 *new, u32 old, u32 zeros, u32 ones, u32 enough, u32 most)
{
    *new = merged(old, zeros, ones, enough, most);
    asked[new - (u8 *)&next] = zeros || ones;
}

/* 8.4.2: merge_probs(): each fork of a tree, with all that is below it. */
static u32 fork(const i8 *tree, u32 at, const u32 *count, const u8 *old, u8 *new)
{
    u32 sums[2];
    for (u32 side = 0; side < 2; side++) {
        i32 next = tree[at + side];
        sums[side] = next > 0 ? fork(tree, (u32)next, count, old, new) : count[-next];
    }
    settled(&new[at >> 1], old[at >> 1], sums[0], sums[1], 20, 128);
    return sums[0] + sums[1];
}

/* `many` trees of the same kind, which lie one behind the other. */
static void trees(const i8 *tree, u32 many, u32 leaves, const void *count, const void *old, void *new)
{
    for (u32 index = 0; index < many; index++)
        fork(tree, 0, (const u32 *)count + index * leaves, (const u8 *)old + index * (leaves - 1),
             (u8 *)new + index * (leaves - 1));
}

static void flags(u32 many, const void *count, const void *old, void *new)
{
    static const i8 tree[2] = {0, -1};
    trees(tree, many, 2, count, old, new);
}

/* 8.4.3 */
static void coefficients(const Odds *old, u32 after_key)
{
    u32 most = !frame.intra && after_key ? 128 : 112;
    for (u32 index = 0; index < 4 * 2 * 2 * 6 * 6; index++) {
        const u8 *from = &old->coefficient[0][0][0][0][0][0] + index * 3;
        u8 *to = &next.coefficient[0][0][0][0][0][0] + index * 3;
        const u32 *of = &counts.coefficient[0][0][0][0][0][0] + index * 4;
        u32 whether = (&counts.asked[0][0][0][0][0])[index];
        settled(&to[0], from[0], of[3], whether - of[3], 24, most);
        settled(&to[1], from[1], of[0], of[1] + of[2], 24, most);
        settled(&to[2], from[2], of[1], of[2], 24, most);
    }
}

static void motions(const Odds *old)
{
    trees(joint_tree, 1, 4, counts.joints, old->joints, next.joints);
    for (u32 index = 0; index < 2; index++) {
        const MotionOdds *from = &old->motion[index];
        const MotionCounts *of = &counts.motion[index];
        MotionOdds *to = &next.motion[index];
        flags(1, of->sign, &from->sign, &to->sign);
        trees(class_tree, 1, 11, of->classes, from->classes, to->classes);
        flags(1, of->first, &from->first, &to->first);
        flags(10, of->bits, from->bits, to->bits);
        trees(part_tree, 2, 4, of->first_part, from->first_part, to->first_part);
        trees(part_tree, 1, 4, of->part, from->part, to->part);
        if (frame.fine) {
            flags(1, of->first_fine, &from->first_fine, &to->first_fine);
            flags(1, of->fine, &from->fine, &to->fine);
        }
    }
}

static void transforms(const Odds *old)
{
    static const i8 tree[6] = {0, 2, -1, 4, -2, -3}, shorter[4] = {0, 2, -1, -2};
    flags(2, counts.size8, old->size8, next.size8);
    trees(shorter, 2, 3, counts.size16, old->size16, next.size16);
    trees(tree, 2, 4, counts.size32, old->size32, next.size32);
}

/* 8.4.4 */
static void modes(const Odds *old)
{
    flags(4, counts.inter, old->inter, next.inter);
    flags(5, counts.compound, old->compound, next.compound);
    flags(5, counts.pair, old->pair, next.pair);
    flags(10, counts.single, old->single, next.single);
    trees(inter_mode_tree, 7, 4, counts.inter_mode, old->inter_mode, next.inter_mode);
    trees(mode_tree, 4, 10, counts.luma, old->luma, next.luma);
    trees(mode_tree, 10, 10, counts.chroma, old->chroma, next.chroma);
    trees(partition_tree, 16, 4, counts.partition, old->partition, next.partition);
    flags(3, counts.skip, old->skip, next.skip);
    trees(filter_tree, 4, 3, counts.filter, old->filter, next.filter);
    transforms(old);
}

static u32 set_for_nothing(void)
{
    u32 found = 0;
    for (u32 index = 0; index < sizeof(Odds); index++)
        found |= odds_set[index] & ~asked[index];
    return found;
}

u32 adapt(u32 after_key)
{
    const Odds *old = &contexts[frame.context];
    next = *old;
    coefficients(old, after_key);
    modes(old);
    motions(old);
    if (set_for_nothing())
        return NOT_FOLLOWED;
    if (!frame.resilient && !frame.parallel) {
        __builtin_memcpy(odds.coefficient, next.coefficient, sizeof odds.coefficient);
        if (!frame.intra)
            odds = next;
    }
    if (frame.keeps)
        contexts[frame.context] = odds;
    return FINE;
}
