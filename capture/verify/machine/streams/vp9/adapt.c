/* VP9, clauses 8.4.2 to 8.4.4: how often each was read changes the odds for the frames that follow. */

#include "vp9.h"

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

static u8 usual(u32 before_it, u32 zeros, u32 ones) { return merged(before_it, zeros, ones, 20, 128); }

/* 8.4.2: merge_probs(): each fork of a tree, with all that is below it. */
static u32 fork(const i8 *tree, u32 at, const u32 *count, const u8 *old, u8 *new)
{
    u32 sums[2];
    for (u32 side = 0; side < 2; side++) {
        i32 next = tree[at + side];
        sums[side] = next > 0 ? fork(tree, (u32)next, count, old, new) : count[-next];
    }
    new[at >> 1] = usual(old[at >> 1], sums[0], sums[1]);
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
        u8 *to = &odds.coefficient[0][0][0][0][0][0] + index * 3;
        const u32 *of = &counts.coefficient[0][0][0][0][0][0] + index * 4;
        u32 asked = (&counts.asked[0][0][0][0][0])[index];
        if (index % 36 >= 3 && index % 36 < 6)
            continue;
        to[0] = merged(from[0], of[3], asked - of[3], 24, most);
        to[1] = merged(from[1], of[0], of[1] + of[2], 24, most);
        to[2] = merged(from[2], of[1], of[2], 24, most);
    }
}

static void motions(const Odds *old)
{
    trees(joint_tree, 1, 4, counts.joints, old->joints, odds.joints);
    for (u32 index = 0; index < 2; index++) {
        const MotionOdds *from = &old->motion[index];
        const MotionCounts *of = &counts.motion[index];
        MotionOdds *to = &odds.motion[index];
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
    flags(2, counts.size8, old->size8, odds.size8);
    trees(shorter, 2, 3, counts.size16, old->size16, odds.size16);
    trees(tree, 2, 4, counts.size32, old->size32, odds.size32);
}

/* 8.4.4 */
static void modes(const Odds *old)
{
    flags(4, counts.inter, old->inter, odds.inter);
    flags(5, counts.compound, old->compound, odds.compound);
    flags(5, counts.pair, old->pair, odds.pair);
    flags(10, counts.single, old->single, odds.single);
    trees(inter_mode_tree, 7, 4, counts.inter_mode, old->inter_mode, odds.inter_mode);
    trees(mode_tree, 4, 10, counts.luma, old->luma, odds.luma);
    trees(mode_tree, 10, 10, counts.chroma, old->chroma, odds.chroma);
    trees(partition_tree, 16, 4, counts.partition, old->partition, odds.partition);
    flags(3, counts.skip, old->skip, odds.skip);
    if (frame.filter == SWITCHABLE)
        trees(filter_tree, 4, 3, counts.filter, old->filter, odds.filter);
    if (frame.selects)
        transforms(old);
}

void adapt(u32 after_key)
{
    if (!frame.resilient && !frame.parallel) {
        const Odds *old = &contexts[frame.context];
        coefficients(old, after_key);
        if (!frame.intra) {
            modes(old);
            motions(old);
        }
    }
    if (frame.keeps)
        contexts[frame.context] = odds;
}
