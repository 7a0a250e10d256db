/*
 * The coefficients of a block of HEVC: ITU-T H.265, 7.3.8.11, and the choice of odds in 9.3.4.2.4 to
 * 9.3.4.2.7. Nearly all bits of a picture are here: the decoder is a copy of its own for each block.
 */

#include "unit.h"

enum { ROW = 1, COLUMN = 2 };

/* 7.4.9.11: CoeffMinY, without extended_precision_processing_flag. */
#define MOST_LEVEL 32768u

/* 6.5.3 to 6.5.5, for 1, 2, 4 and 8 positions a side: x and y of each, and the other way round. */
static u8 scan_x[4][3][64], scan_y[4][3][64], scan_at[4][3][64];

/* 9.3.4.2.5: sigCtx of each position of a group, by how its neighbours are coded; and in 4 by 4. */
static u8 of_group[3][4][16], of_small[3][16];

static void put(u32 size, u32 scan, u32 at, u32 x, u32 y)
{
    scan_x[size][scan][at] = (u8)x, scan_y[size][scan][at] = (u8)y;
    scan_at[size][scan][y << size | x] = (u8)at;
}

static void scans(u32 size)
{
    u32 side = 1u << size, at = 0;
    for (u32 sum = 0; sum < 2 * side - 1; sum++)
        for (u32 x = sum < side ? 0 : sum - side + 1; x <= sum && x < side; x++)
            put(size, 0, at++, x, sum - x);
    for (at = 0; at < side * side; at++) {
        put(size, ROW, at, at & (side - 1), at >> size);
        put(size, COLUMN, at, at >> size, at & (side - 1));
    }
}

static u32 pattern(u32 coded, u32 x, u32 y)
{
    u32 step = coded == 1 ? y : x;
    if (!coded)
        return x + y == 0 ? 2 : x + y < 3;
    return coded == 3 || !step ? 2 : step == 1;
}

void residual_ready(void)
{
    static const u8 small[16] = {0, 1, 4, 5, 2, 3, 4, 5, 6, 6, 8, 8, 7, 7, 8, 8};
    for (u32 size = 0; size < 4; size++)
        scans(size);
    for (u32 scan = 0; scan < 3; scan++)
        for (u32 at = 0; at < 16; at++) {
            u32 x = scan_x[2][scan][at], y = scan_y[2][scan][at];
            of_small[scan][at] = small[y << 2 | x];
            for (u32 coded = 0; coded < 4; coded++)
                of_group[scan][coded][at] = (u8)pattern(coded, x, y);
        }
}

/* What does not change within a block. */
typedef struct {
    u32 log2, chroma, scan;
    u32 skip;       /* transform_skip_flag or cu_transquant_bypass_flag, where their odds differ */
    u32 kind;       /* sbType */
    u32 hiding, persistent;
} Block;

/* 9.3.4.2.3: last_sig_coeff_?_prefix */
ALWAYS u32 last_prefix(Engine *e, u8 *odds, u32 log2, u32 chroma)
{
    u32 first = chroma ? 15 : 3 * (log2 - 2) + ((log2 - 1) >> 2);
    u32 shift = chroma ? log2 - 2 : (log2 + 1) >> 2, most = 2 * log2 - 1, count = 0;
    while (count < most && bin(e, &odds[first + (count >> shift)]))
        count++;
    return count;
}

ALWAYS u32 last_place(Engine *e, u32 prefix)
{
    if (prefix < 4)
        return prefix;
    u32 bits = (prefix >> 1) - 1;
    return ((2 + (prefix & 1)) << bits) + evens(e, bits);
}

/* 9.3.3.11: coeff_abs_level_remaining; more than any coefficient where it is too long. */
ALWAYS u32 rest(Engine *e, u32 rice)
{
    u32 prefix = 0;
    while (prefix < 32 && even(e))
        prefix++;
    if (prefix < 4)
        return (prefix << rice) + (rice ? evens(e, rice) : 0);
    u32 bits = prefix - 3 + rice;
    return bits > 16 ? 0x10000 : (((1u << (prefix - 3)) + 3 - 1) << rice) + evens(e, bits);
}

/* 9.3.4.2.4: coded_sub_block_flag is 1 for groups without one. Which neighbours are coded, 0 to 3. */
ALWAYS u32 beside(const u16 *rows, u32 x, u32 y)
{
    return (rows[y] >> (x + 1) & 1) | (rows[y + 1] >> x & 1) << 1;
}

/* The odds of the positions of one group, and which of them is the first one's. */
typedef struct {
    u8 *odds;
    const u8 *map;
    u32 first;
} Places;

ALWAYS Places places(const Block *k, u8 *odds, u32 group, u32 coded)
{
    static const u8 alone[16];
    u8 *from = odds + SIGNIFICANT + (k->chroma ? 27 : 0);
    if (k->skip)
        return (Places){odds + SIGNIFICANT + (k->chroma ? 43 : 42), alone, 0};
    if (k->log2 == 2)
        return (Places){from, of_small[k->scan], 0};
    u32 offset = k->chroma ? (k->log2 == 3 ? 9 : 12)
                           : (group ? 3 : 0) + (k->log2 == 3 ? (k->scan ? 15 : 9) : 21);
    const u8 *map = of_group[k->scan][coded];
    return (Places){from + offset, map, group ? map[0] : 0u - offset};
}

/* Which coefficients of a group are not zero: a bit for each, the first read the highest. */
ALWAYS u32 significant(Engine *e, const Places *p, u32 found, i32 at, u32 sure)
{
    for (; at > 0; at--)
        found |= bin(e, &p->odds[p->map[at]]) << at;
    if (at == 0)
        found |= sure && !found ? 1 : bin(e, p->odds + (i32)p->first);
    return found;
}

/*
 * Takes what is left of the values. `ones` says of the first eight whether they are more than 1. Gives
 * the first value that is none, or 0.
 */
ALWAYS u32 values(Engine *e, u8 *odds, const Block *k, u32 count, u32 ones, u32 hit, u32 two)
{
    u8 *statistic = &odds[STATISTICS + k->kind];
    u32 rice = k->persistent ? *statistic / 4 : 0, told = 0;
    for (u32 index = 0; index < count; index++) {
        u32 base = 1, full = 1;
        if (index < 8) {
            base += (ones >> index & 1) + (index == hit ? two : 0);
            full = index == hit ? 3 : 2;
        }
        if (base < full)
            continue;
        u32 more = rest(e, rice), value = base + more;
        if (k->persistent && !told) {
            if (more >= 3u << (*statistic / 4))
                *statistic += *statistic < 63;
            else if (2 * more < 1u << (*statistic / 4) && *statistic)
                --*statistic;
        }
        told = 1;
        if (value > MOST_LEVEL)
            return value;
        if (value > 3u << rice)
            rice = k->persistent ? rice + 1 : rice < 4 ? rice + 1 : 4;
    }
    return 0;
}

/* One group that is not all zeros. `carried` is greater1Ctx; gives what `values` does. */
ALWAYS u32 levels(Engine *e, u8 *odds, const Block *k, u32 group, u32 found, u32 *carried)
{
    u32 count = (u32)__builtin_popcount(found), ones = 0, hit = 16, two = 0, greater = 1;
    u32 set = (group && !k->chroma ? 2 : 0) + (*carried == 0);
    u8 *first = odds + GREATER1 + (k->chroma ? 16 : 0) + 4 * set;
    for (u32 index = 0; index < count && index < 8; index++) {
        if (bin(e, first + greater)) {
            hit = hit == 16 ? index : hit;
            ones |= 1u << index;
            greater = 0;
        } else if (greater && greater < 3) {
            greater++;
        }
    }
    *carried = greater;
    if (hit < 16)
        two = bin(e, odds + GREATER2 + (k->chroma ? 4 : 0) + set);
    u32 high = 31 - (u32)__builtin_clz(found), low = (u32)__builtin_ctz(found);
    evens(e, count - (k->hiding && high - low > 3));
    if (count > 8 || two || (ones & (ones - 1)))
        return values(e, odds, k, count, ones, hit, two);
    return 0;
}

/* 7.3.8.11, behind the flags: groups from the last one that is not all zeros to the first. */
ALWAYS u32 groups(Engine *e, u8 *odds, const Block *k)
{
    u32 prefix_x = last_prefix(e, odds + LAST_X, k->log2, k->chroma);
    u32 prefix_y = last_prefix(e, odds + LAST_Y, k->log2, k->chroma);
    u32 x = last_place(e, prefix_x), y = last_place(e, prefix_y), size = k->log2 - 2;
    if (k->scan == COLUMN) {
        u32 other = x;
        x = y, y = other;
    }
    u16 rows[9] = {0};
    u32 last = scan_at[size][k->scan][y >> 2 << size | x >> 2], carried = 1, wrong = 0;
    u32 found = 1u << scan_at[2][k->scan][(y & 3) << 2 | (x & 3)];
    for (i32 group = (i32)last; group >= 0; group--) {
        u32 at_x = scan_x[size][k->scan][group], at_y = scan_y[size][k->scan][group];
        u32 near = beside(rows, at_x, at_y), asked = (u32)group < last && group > 0;
        if (asked && !bin(e, odds + GROUP + (k->chroma ? 2 : 0) + (near != 0)))
            continue;
        rows[at_y] |= (u16)(1u << at_x);
        Places p = places(k, odds, (u32)group, near);
        i32 start = (u32)group == last ? (i32)(31 - (u32)__builtin_clz(found)) - 1 : 15;
        found = significant(e, &p, (u32)group == last ? found : 0, start, asked);
        if (found)
            wrong |= levels(e, odds, k, (u32)group, found, &carried);
    }
    return wrong;
}

/* 7.4.9.11: scanIdx */
static u32 scan_of(const Walk *w, u32 log2, u32 plane, u32 mode)
{
    u32 full = !plane || w->sequence->chroma == 3;
    if (mode == NO_MODE || (log2 != 2 && (log2 != 3 || !full)))
        return 0;
    return mode >= 6 && mode <= 14 ? COLUMN : mode >= 22 && mode <= 30 ? ROW : 0;
}

void residual(Walk *w, u32 log2, u32 plane, u32 mode)
{
    Engine e = w->engine;
    u8 *odds = w->odds;
    const Sequence *s = w->sequence;
    u32 chroma = plane > 0, skip = 0, steps = w->bypass;
    if (w->picture->skips && !w->bypass && log2 <= w->picture->most_skip)
        skip = bin(&e, odds + SKIP_TRANSFORM + chroma);
    if (!w->intra && s->explicit_steps && (skip || w->bypass) && bin(&e, odds + STEPS + chroma)) {
        bin(&e, odds + STEPS_WAY + chroma);
        steps = 1;
    }
    if (w->intra && s->implicit_steps && skip && (mode == HORIZONTAL || mode == VERTICAL))
        steps = 1;
    Block k = {log2, chroma, scan_of(w, log2, plane, mode), s->skip_context && (skip || w->bypass),
               2 * !chroma + (skip || w->bypass), w->picture->hiding && !steps, s->persistent};
    if (groups(&e, odds, &k))
        w->wrong = BAD_CODE;
    w->engine = e;
}
