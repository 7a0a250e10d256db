/*
 * The coefficients of a transform (the AV1 specification, 5.11.39 to 5.11.48, 8.3.2): first how large
 * each is, from the last one to the first, up to 14; then their signs, and what is above 14.
 */

#include "av1.h"

#define NOTHING 0x40 /* a sum of levels of 0, and no sign: 0 negative, 1 none, 2 positive */
#define LONGEST_GOLOMB 20u

enum { DCT_DCT, ADST_DCT, DCT_ADST, ADST_ADST, FLIPADST_DCT, DCT_FLIPADST, FLIPADST_FLIPADST,
       ADST_FLIPADST, FLIPADST_ADST, IDTX, V_DCT, H_DCT, V_ADST, H_ADST, V_FLIPADST, H_FLIPADST };
enum { FLAT, BY_COLUMNS, BY_ROWS };

static u8 above_levels[3][MOST_COLS + 32], left_levels[3][32];

/*
 * By the logarithms of width and height, and by which of them is larger: column * height + row, and
 * above it what the place adds to the contexts of levels up to 3, and above 3.
 */
static u32 scans[4][4][3][1024];
static u8 scanned[4][4][3];

void coef_tile_cleared(void) { __builtin_memset(above_levels, NOTHING, sizeof above_levels); }
void coef_left_cleared(void) { __builtin_memset(left_levels, NOTHING, sizeof left_levels); }

void coef_contexts_cleared(u32 plane, u32 x4, u32 y4, u32 wide, u32 high)
{
    u32 subx = plane ? sequence.subx : 0;
    __builtin_memset(above_levels[plane] + (x4 - (tile.col_start >> subx)), NOTHING, wide);
    __builtin_memset(left_levels[plane] + (y4 & 31), NOTHING, least(high, 32 - (y4 & 31)));
}

/* Coeff_Base_Ctx_Offset, and the same of levels above 3. */
static u32 step_at(u32 x, u32 y, u32 high, u32 lean)
{
    static const u8 offsets[3][5][5] = {
        {{0, 1, 6, 6, 21}, {1, 6, 6, 21, 21}, {6, 6, 21, 21, 21}, {6, 21, 21, 21, 21}, {21, 21, 21, 21, 21}},
        {{0, 16, 6, 6, 21}, {16, 16, 6, 21, 21}, {16, 16, 21, 21, 21}, {16, 16, 21, 21, 21}, {16, 16, 21, 21, 21}},
        {{0, 11, 11, 11, 11}, {11, 11, 11, 11, 11}, {6, 6, 21, 21, 21}, {6, 21, 21, 21, 21}, {21, 21, 21, 21, 21}},
    };
    return (x * high + y) | (u32)offsets[lean][least(y, 4)][least(x, 4)] << 16 | ((x | y) > 1 ? 14u : 7u) << 24;
}

/* The default scans: along diagonals, whose direction changes where width and height are the same. */
static const u32 *scan_of(u32 wide_log, u32 high_log, u32 lean)
{
    u32 *scan = scans[wide_log][high_log][lean];
    u32 wide = 4u << wide_log, high = 4u << high_log, count = 0;
    if (scanned[wide_log][high_log][lean])
        return scan;
    for (u32 sum = 0; sum < wide + high - 1; sum++) {
        u32 low = sum < high ? 0 : sum - high + 1, top = least(sum, wide - 1);
        u32 falling = wide == high ? sum & 1 : wide < high;
        for (u32 index = 0; index <= top - low; index++) {
            u32 x = falling ? top - index : low + index;
            scan[count++] = step_at(x, sum - x, high, lean);
        }
    }
    scanned[wide_log][high_log][lean] = 1;
    return scan;
}

static u32 class_of(u32 type)
{
    if (type < V_DCT)
        return FLAT;
    return type == V_DCT || type == V_ADST || type == V_FLIPADST ? BY_ROWS : BY_COLUMNS;
}

static u32 chroma_type(u32 tx, u32 type)
{
    static const u8 by_mode[14] = {DCT_DCT,  ADST_DCT, DCT_ADST,  DCT_DCT,  ADST_ADST, ADST_DCT,  DCT_ADST,
                                   DCT_ADST, ADST_DCT, ADST_ADST, ADST_DCT, DCT_ADST,  ADST_ADST, DCT_DCT};
    u32 low = least(tx_wide_log2[tx], tx_high_log2[tx]), high = most(tx_wide_log2[tx], tx_high_log2[tx]);
    if (!block->is_inter)
        return high > 2 ? DCT_DCT : by_mode[now.uv_mode];
    if (header.reduced_tx_set || high == 3)
        return type == IDTX ? IDTX : DCT_DCT;
    return low == 2 && type >= V_ADST ? DCT_DCT : type;
}

static u32 intra_type(u32 low)
{
    static const u8 of_filter[5] = {DC_PRED, V_PRED, H_PRED, 6, DC_PRED};
    static const u8 wide[7] = {IDTX, DCT_DCT, V_DCT, H_DCT, ADST_ADST, ADST_DCT, DCT_ADST};
    static const u8 narrow[5] = {IDTX, DCT_DCT, ADST_ADST, ADST_DCT, DCT_ADST};
    u32 mode = now.filter_intra ? of_filter[now.filter_mode] : block->mode;
    u32 set = header.reduced_tx_set || low == 2 ? 2 : 1;
    u16 *odds = tile.odds + AT_INTRA_TX + ((set * 4 + low) * 13 + mode) * LONG_INTRA_TX;
    return set == 1 ? wide[symbol(&tile.coder, odds, 7)] : narrow[symbol(&tile.coder, odds, 5)];
}

static u32 inter_type(u32 low, u32 high)
{
    static const u8 all[16] = {IDTX, V_DCT, H_DCT, V_ADST, H_ADST, V_FLIPADST, H_FLIPADST, DCT_DCT,
                               ADST_DCT, DCT_ADST, FLIPADST_DCT, DCT_FLIPADST, ADST_ADST,
                               FLIPADST_FLIPADST, ADST_FLIPADST, FLIPADST_ADST};
    static const u8 most_of_them[12] = {IDTX, V_DCT, H_DCT, DCT_DCT, ADST_DCT, DCT_ADST, FLIPADST_DCT,
                                        DCT_FLIPADST, ADST_ADST, FLIPADST_FLIPADST, ADST_FLIPADST,
                                        FLIPADST_ADST};
    u32 set = header.reduced_tx_set || high == 3 ? 3 : low == 2 ? 2 : 1;
    u16 *odds = tile.odds + AT_INTER_TX + (set * 4 + low) * LONG_INTER_TX;
    if (set == 1)
        return all[symbol(&tile.coder, odds, 16)];
    return set == 2 ? most_of_them[symbol(&tile.coder, odds, 12)] : symbol(&tile.coder, odds, 2) ? DCT_DCT : IDTX;
}

/* transform_type and compute_tx_type */
static u32 type_of(u32 plane, u32 tx, u32 type)
{
    u32 low = least(tx_wide_log2[tx], tx_high_log2[tx]), high = most(tx_wide_log2[tx], tx_high_log2[tx]);
    if (now.lossless || high == 4)
        return DCT_DCT;
    if (plane)
        return chroma_type(tx, type);
    if (!header.qindex_of[block->segment] || (!block->is_inter && high == 3))
        return DCT_DCT;
    return block->is_inter ? inter_type(low, high) : intra_type(low);
}

typedef struct {
    u32 wide_log, high_log; /* of what is coded, in units of 4 */
    u32 size, plane, end;   /* txSzCtx; whether it is of chroma; the last coefficient */
    u32 lean;               /* 1 where the whole transform is wider than high, 2 the other way */
} Shape;

static u32 last_coefficient(const Shape *s, u32 flat)
{
    static const u16 at[7] = {AT_EOB_16, AT_EOB_32, AT_EOB_64, AT_EOB_128, AT_EOB_256, AT_EOB_512, AT_EOB_1024};
    Coder *c = &tile.coder;
    u32 sides = s->wide_log + s->high_log, values = 5 + sides;
    u32 point = symbol(c, tile.odds + at[sides] + (s->plane * 2 + !flat) * values, values);
    if (point < 2)
        return point;
    u32 extra = flag(c, tile.odds + AT_EOB_EXTRA + ((s->size * 2 + s->plane) * 9 + point - 2) * LONG_EOB_EXTRA);
    return (extra | 2) << (point - 2) | number(c, point - 2);
}

static inline __attribute__((always_inline)) u32 above_two(Coder *c, u16 *odds)
{
    u32 level = 3;
    for (u32 round = 0; round < 4; round++) {
        u32 more = four_of(c, odds);
        level += more;
        if (more < 3)
            break;
    }
    return level;
}

/*
 * Levels lie in columns without anything between them: what is read beyond the end of a column is
 * the beginning of the next one, which is coded later, and still nothing. In the highest two bits is
 * a level up to 3, below them up to 15.
 */
static u8 levels[32 * 34 + 8];

static inline u32 kept_level(u32 level) { return level | (level < 3 ? level : 3) << 6; }

/* The same as in a scan, for transforms of one dimension: of the others, none matters. */
static inline u32 step_along(u32 index, u32 shift)
{
    u32 across = index & ((1u << shift) - 1), along = index >> shift;
    return (across * 16 + along) | (26 + (along > 1 ? 10 : along * 5)) << 16 | (along ? 14u : 7u) << 24;
}

static inline u32 two_at(const u8 *at)
{
    u16 two;
    __builtin_memcpy(&two, at, 2);
    return two;
}

/* Reads all levels but the first; returns how many are not zero, with those in `found`. */
static inline __attribute__((always_inline)) u32 levels_read(const Shape *s, u32 kind, u8 *found)
{
    Coder coder = tile.coder, *c = &coder;
    u32 wide = 4u << s->wide_log, high = 4u << s->high_log, pair = s->size * 2 + s->plane, count = 0;
    u32 stride = kind == FLAT ? high : 16, shift = kind == BY_ROWS ? s->wide_log + 2 : s->high_log + 2;
    const u32 *scan = scan_of(s->wide_log, s->high_log, s->lean);
    u16 *base = tile.odds + AT_BASE + pair * 42 * LONG_BASE;
    u16 *more = tile.odds + AT_BR + (least(s->size, 3) * 2 + s->plane) * 21 * LONG_BR;
    __builtin_memset(levels, 0, kind == FLAT ? stride * (wide + 2) : 16 * 18);
    for (u32 index = s->end; index > 0; index--) {
        u32 step = kind == FLAT ? scan[index] : step_along(index, shift), level;
        u8 *at = levels + (step & 0xFFFF);
        u32 below = two_at(at + 1), beside = kind == FLAT ? two_at(at + stride) : at[stride];
        u32 sum = (below & 255) + (beside & 255) + (kind == FLAT ? beside >> 8 : below >> 8), large = sum & 63;
        if (index == s->end) {
            u32 context = 1 + (index > wide * high / 8) + (index > wide * high / 4);
            level = 1 + one_of(c, tile.odds + AT_BASE_EOB + (pair * 4 + context) * LONG_BASE_EOB, 3);
        } else {
            sum += kind == FLAT ? (below >> 8) + at[2 * stride] : (u32)at[3] + at[4];
            u32 context = (sum >= 512 ? 4 : (sum + 64) >> 7) + (step >> 16 & 255);
            level = four_of(c, base + context * LONG_BASE);
        }
        if (level == 3)
            level = above_two(c, more + ((step >> 24) + (large > 12 ? 6 : (large + 1) >> 1)) * LONG_BR);
        *at = (u8)kept_level(level);
        found[count] = (u8)level;
        count += level != 0;
    }
    tile.coder = coder;
    return count;
}

static u32 levels_of(const Shape *s, u32 kind, u8 *found)
{
    switch (kind) {
    case FLAT:
        return levels_read(s, FLAT, found);
    case BY_COLUMNS:
        return levels_read(s, BY_COLUMNS, found);
    default:
        return levels_read(s, BY_ROWS, found);
    }
}

/* The first coefficient: the sum of all its neighbours lies before it. */
static u32 first_level(const Shape *s, u32 kind)
{
    Coder *c = &tile.coder;
    u32 pair = s->size * 2 + s->plane, stride = kind == FLAT ? 4u << s->high_log : 16, sum = 0, level, context = 0;
    if (s->end) {
        sum = levels[1] + levels[stride] + (kind == FLAT ? levels[stride + 1] : levels[2]);
        u32 all = sum + levels[3] + levels[4];
        if (kind != FLAT)
            context = 26 + (all >= 512 ? 4 : (all + 64) >> 7);
        level = four_of(c, tile.odds + AT_BASE + (pair * 42 + context) * LONG_BASE);
    } else {
        level = 1 + one_of(c, tile.odds + AT_BASE_EOB + pair * 4 * LONG_BASE_EOB, 3);
    }
    if (level < 3)
        return level;
    sum &= 63;
    context = sum > 12 ? 6 : (sum + 1) >> 1;
    return above_two(c, tile.odds + AT_BR + ((least(s->size, 3) * 2 + s->plane) * 21 + context) * LONG_BR);
}

/* What is above 14; 0 where no number is as long. */
static u32 golomb(Coder *c)
{
    u32 length = 0, value = 1;
    while (!even(c))
        if (++length == LONGEST_GOLOMB)
            return 0;
    while (length--)
        value = value << 1 | even(c);
    return value;
}

static u32 contexts_of(u32 plane, const u8 *a, u32 wide, const u8 *l, u32 high, u32 whole)
{
    u32 tops = 0, sides = 0;
    for (u32 index = 0; index < wide; index++)
        tops |= plane ? a[index] != NOTHING : a[index] & 63u;
    for (u32 index = 0; index < high; index++)
        sides |= plane ? l[index] != NOTHING : l[index] & 63u;
    if (plane)
        return 7 + tops + sides + (whole ? 0 : 3);
    if (whole)
        return 0;
    if (!tops || !sides)
        return tops || sides ? 2 + (tops > 3 || sides > 3) : 1;
    return 4 + (tops > 3) + (sides > 3);
}

static u32 sign_context(const u8 *a, u32 wide, const u8 *l, u32 high)
{
    i32 sum = 0;
    for (u32 index = 0; index < wide; index++)
        sum += (a[index] >> 6) - 1;
    for (u32 index = 0; index < high; index++)
        sum += (l[index] >> 6) - 1;
    return sum < 0 ? 1 : sum > 0 ? 2 : 0;
}

/* Signs, and what is above 14; returns what the neighbours are to know, or 0x100 for no code. */
static u32 signs(u32 plane, u32 dc, u32 context, const u8 *found, u32 count)
{
    Coder coder = tile.coder, *c = &coder;
    u32 sum = 0, category = 1, broken = 0;
    if (dc) {
        u32 odds = AT_DC_SIGN + ((plane ? 3 : 0) + context) * LONG_DC_SIGN;
        category = flag(c, tile.odds + odds) ? 0 : 2;
        u32 rest = dc > 14 ? golomb(c) : 1;
        broken = !rest;
        sum = (dc + rest - 1) & 0xFFFFF;
    }
    while (count-- && !broken) {
        u32 level = found[count];
        even(c);
        if (level > 14) {
            u32 rest = golomb(c);
            broken = !rest;
            level = (level + rest - 1) & 0xFFFFF;
        }
        sum = least(sum + level, 0xFFFFFFF);
    }
    tile.coder = coder;
    return broken ? 0x100 : least(sum, 63) | category << 6;
}

static u32 levels_and_signs(Shape *s, u32 plane, u32 type, u32 sign)
{
    static u8 found[1024 + 1];
    u32 kind = class_of(type), count = 0;
    s->end = last_coefficient(s, kind == FLAT);
    if (s->end)
        count = levels_of(s, kind, found);
    return signs(plane, first_level(s, kind), sign, found, count);
}

u32 coefs(u32 plane, u32 x4, u32 y4, u32 tx, u32 *tx_type)
{
    u32 subx = plane ? sequence.subx : 0, suby = plane ? sequence.suby : 0, w = tx_wide_log2[tx], h = tx_high_log2[tx];
    u8 *a = above_levels[plane] + (x4 - (tile.col_start >> subx)), *l = left_levels[plane] + (y4 & 31);
    u32 wide = least(1u << w, (header.cols >> subx) - x4), high = least(1u << h, (header.rows >> suby) - y4);
    u32 block_wide = wide_log2[block->size], block_high = high_log2[block->size];
    block_wide -= block_wide && subx, block_high -= block_high && suby;
    u32 whole = plane ? block_wide <= w && block_high <= h : block_wide == w && block_high == h;
    Shape s = {least(w, 3), least(h, 3), (w + h + 1) >> 1, plane > 0, 0, w == h ? 0 : w > h ? 1 : 2};
    u32 context = contexts_of(plane, a, wide, l, high, whole), kept = NOTHING;
    if (flag(&tile.coder, tile.odds + AT_ALL_ZERO + (s.size * 13 + context) * LONG_ALL_ZERO)) {
        *tx_type = DCT_DCT;
    } else {
        *tx_type = type_of(plane, tx, *tx_type);
        kept = levels_and_signs(&s, plane, *tx_type, sign_context(a, wide, l, high));
    }
    if (kept > 0xFF)
        return BAD_CODE;
    __builtin_memset(a, (i32)kept, wide);
    __builtin_memset(l, (i32)kept, high);
    return FINE;
}
