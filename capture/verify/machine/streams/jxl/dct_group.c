/*
 * ISO/IEC 18181-1, G.2 and I.3: the blocks of a picture: their values of low frequency, what each block
 * is, and the coefficients of each pass. Of all that, what the contexts depend on is kept.
 */

#include "dct.h"

#define SIDE 32   /* blocks of a group */
#define LF_SIDE 256
#define EMPTY 0xFF
#define FIRST_OF 0x80

/* Of each block: its transform (and FIRST_OF where it begins), and where it lies among thresholds. */
static u8 *kinds, *lf_places, *quant_places;

u32 transforms_seen;

u32 start_blocks(const Frame *f)
{
    u32 count = f->blocks_wide * f->blocks_high;
    transforms_seen = 0;
    kinds = store(count), lf_places = store(count), quant_places = store(count);
    if (!kinds || !lf_places || !quant_places)
        return TOO_LONG;
    __builtin_memset(kinds, EMPTY, count);
    return FINE;
}

/* The blocks of a group of such a side. */
static Area blocks_of(const Frame *f, u32 side, u32 wide, u32 index)
{
    Area a = {index % wide * side, index / wide * side, side, side};
    if (a.width > f->blocks_wide - a.x)
        a.width = f->blocks_wide - a.x;
    if (a.height > f->blocks_high - a.y)
        a.height = f->blocks_high - a.y;
    return a;
}

static u32 above(i32 value, const i32 *thresholds, u32 count)
{
    u32 place = 0;
    for (u32 i = 0; i < count; i++)
        place += value > thresholds[i];
    return place;
}

/* I.2.2: channels are coded as Y, X, B, and the thresholds are of X, Y, B. */
static void place_lf(const Frame *f, const Channels *c, Area a)
{
    static const u8 CODED[CHANNELS] = {1, 0, 2}, STEPS[CHANNELS] = {0, 2, 1};
    const BlockContexts *from = &block_contexts;
    for (u32 i = 0; i < a.width * a.height; i++) {
        u32 x = i % a.width, y = i / a.width, place = 0;
        for (u32 step = 0; step < CHANNELS; step++) {
            u32 channel = STEPS[step];
            const Channel *of = c->list + CODED[channel];
            i32 value = of->pixels[(y >> f->down[channel]) * of->width + (x >> f->across[channel])];
            place = place * (from->lf_count[channel] + 1) +
                    above(value, from->lf[channel], from->lf_count[channel]);
        }
        lf_places[(a.y + y) * f->blocks_wide + a.x + x] = (u8)place;
    }
}

/* G.2.2: the values of low frequency of a group. */
u32 dct_lf_group(Low *b, const Frame *f, u32 index)
{
    static const u8 CODED[CHANNELS] = {1, 0, 2};
    static Channels c;
    Area a = blocks_of(f, LF_SIDE, f->lf_wide, index);
    u32 transforms = 0, mark = stored();
    low(b, 2);
    c.count = CHANNELS, c.metas = 0;
    for (u32 i = 0; i < CHANNELS; i++)
        c.list[CODED[i]] = (Channel){a.width >> f->across[i], a.height >> f->down[i], 0, 0, 0};
    u32 wrong = read_stream(b, &c, 1 + index, 0xFFFFFFFFu, &transforms);
    if (!wrong && block_contexts.lf_contexts > 1) {
        if (transforms)
            wrong = NOT_FOLLOWED;
        else
            place_lf(f, &c, a);
    }
    give_back(mark);
    return wrong;
}

static u32 placed_block(const Frame *f, Area a, u32 x, u32 y, i32 kind)
{
    if (kind < 0 || kind >= TRANSFORMS)
        return BROKEN_HEADER;
    u32 wide = 1u << LOG_WIDE[kind], high = 1u << LOG_HIGH[kind];
    u32 halved = f->across[0] | f->across[1] | f->across[2] | f->down[0] | f->down[1] | f->down[2];
    if ((wide * high > 1 && halved) || wide > a.width - x || high > a.height - y ||
        x % SIDE + wide > SIDE || y % SIDE + high > SIDE)
        return BROKEN_HEADER;
    u8 *at = kinds + (a.y + y) * f->blocks_wide + a.x + x;
    for (u32 i = 0; i < wide * high; i++) {
        u8 *of = at + i / wide * f->blocks_wide + i % wide;
        if (*of != EMPTY)
            return BAD_ORDER;
        *of = (u8)kind;
    }
    *at |= FIRST_OF;
    transforms_seen |= 1u << kind;
    return FINE;
}

static u32 quant_place(i32 value)
{
    u32 quant = 1u + (value > 0 ? (u32)value : 0), place = 0;
    for (u32 i = 0; i < block_contexts.quant_count; i++)
        place += quant > block_contexts.quant[i];
    return place;
}

/* Each block that is not covered yet takes the next of the list; none of these may be left. */
static u32 place_blocks(const Frame *f, const Channels *c, Area a)
{
    const Channel *list = c->list + 2;
    u32 used = 0, wrong;
    for (u32 i = 0; i < a.width * a.height; i++) {
        u32 x = i % a.width, y = i / a.width, at = (a.y + y) * f->blocks_wide + a.x + x;
        if ((u32)c->list[3].pixels[i] > 7)
            return BROKEN_HEADER;
        if (kinds[at] != EMPTY)
            continue;
        if (used == list->width)
            return BAD_ORDER;
        if ((wrong = placed_block(f, a, x, y, list->pixels[used])))
            return wrong;
        quant_places[at] = (u8)quant_place(list->pixels[list->width + used]);
        used++;
    }
    return used == list->width ? FINE : BYTES_LEFT;
}

/* G.2.4: what each block of a group is. */
u32 dct_metadata(Low *b, const Frame *f, u32 index)
{
    static Channels c;
    Area a = blocks_of(f, LF_SIDE, f->lf_wide, index);
    u32 transforms = 0, mark = stored(), count = low(b, ceil_log2(a.width * a.height)) + 1;
    u32 wide = (a.width + 7) / 8, high = (a.height + 7) / 8;
    if (count > a.width * a.height)
        return BAD_ORDER;
    c.count = 4, c.metas = 0;
    c.list[0] = c.list[1] = (Channel){wide, high, 3, 3, 0};
    c.list[2] = (Channel){count, 2, 0, 0, 0};
    c.list[3] = (Channel){a.width, a.height, 0, 0, 0};
    u32 wrong = read_stream(b, &c, 1 + 2 * f->lf_groups + index, 0xFFFFFFFFu, &transforms);
    if (!wrong)
        wrong = transforms ? NOT_FOLLOWED : place_blocks(f, &c, a);
    give_back(mark);
    return wrong;
}

/* What reading the coefficients of a group needs. */
typedef struct {
    Symbols symbols;
    u32 offset;                        /* of the group's set of contexts */
    u8 counts[CHANNELS][SIDE * SIDE];  /* of each block, of those that are not zero */
} Group;

static u32 expected(const u8 *counts, u32 x, u32 y)
{
    const u8 *at = counts + y * SIDE + x;
    if (!x)
        return y ? at[-SIDE] : 32;
    return y ? (at[-SIDE] + at[-1] + 1u) / 2 : at[-1];
}

static u32 block_context(u32 lf, u32 quant, u32 order, u32 channel)
{
    const BlockContexts *c = &block_contexts;
    u32 at = (channel < 2 ? channel ^ 1 : 2) * ORDERS + order;
    return c->map[(at * (c->quant_count + 1) + quant) * c->lf_contexts + lf];
}

static void mark_counts(u8 *counts, u32 kind, u32 value)
{
    for (u32 y = 0; y < 1u << LOG_HIGH[kind]; y++)
        for (u32 x = 0; x < 1u << LOG_WIDE[kind]; x++)
            counts[y * SIDE + x] = (u8)value;
}

/* I.3.3: as many coefficients as hold those that are not zero. */
static u32 coefficients(Symbols *s, const u8 *map, u32 logarithm, u32 left)
{
    u32 covered = 1u << logarithm, size = 64u << logarithm, before = left <= size / 16;
    for (u32 at = covered; at < size && left; at++) {
        u32 by_left = (left + covered - 1) >> logarithm;
        u32 value = number(s, map[(BY_LEFT[by_left] + BY_PLACE[at >> logarithm]) * 2 + before]);
        before = value != 0;
        left -= before;
    }
    return left ? TOO_MANY : FINE;
}

static u32 read_block(Group *g, u32 kind, u32 x, u32 y, u32 channel, u32 context)
{
    u32 logarithm = LOG_WIDE[kind] + (u32)LOG_HIGH[kind], covered = 1u << logarithm;
    u32 near = expected(g->counts[channel], x, y), contexts = block_contexts.contexts;
    near = near < 8 ? near : 4 + (near > 64 ? 64 : near) / 2;
    u32 count = numbered(&g->symbols, g->offset + near * contexts + context);
    if (count > 63u << logarithm)
        return TOO_MANY;
    mark_counts(g->counts[channel] + y * SIDE + x, kind, (count + covered - 1) >> logarithm);
    const u8 *map = g->symbols.codes->map + g->offset + contexts * NONZERO_CONTEXTS +
                    context * COEFFICIENT_CONTEXTS;
    return coefficients(&g->symbols, map, logarithm, count);
}

/* The three channels of a block, Y, X, B; of halved ones, where they have one. */
static u32 read_blocks(Group *g, const Frame *f, Area a, u32 x, u32 y)
{
    static const u8 CODED[CHANNELS] = {1, 0, 2};
    u32 row = (a.y + y) * f->blocks_wide + a.x, kind = kinds[row + x], wrong;
    if (!(kind & FIRST_OF))
        return FINE;
    kind &= (u32)~FIRST_OF;
    for (u32 i = 0; i < CHANNELS; i++) {
        u32 channel = CODED[i], across = f->across[channel], down = f->down[channel];
        u32 column = x >> across;
        if (column << across != x || y >> down << down != y)
            continue;
        u32 context = block_context(lf_places[row + x], quant_places[row + column], ORDER[kind],
                                    channel);
        if ((wrong = read_block(g, kind, column, y >> down, channel, context)))
            return wrong;
    }
    return past(g->symbols.bits) ? ENDS_EARLY : g->symbols.wrong;
}

/* G.4.1: the coefficients of one pass of a group. */
u32 dct_pass(Low *b, const Frame *f, u32 pass, u32 index)
{
    static Group g;
    Area a = blocks_of(f, SIDE, f->groups_wide, index);
    const Codes *codes = pass_codes.codes + pass;
    u32 set = low(b, ceil_log2(pass_codes.sets)), wrong;
    if (set >= pass_codes.sets)
        return BROKEN_HEADER;
    pass_codes.used[set] = 1;
    clear(&g, sizeof g);
    g.offset = set * block_contexts.contexts * (NONZERO_CONTEXTS + COEFFICIENT_CONTEXTS);
    if ((wrong = start(&g.symbols, b, codes, 0)))
        return wrong;
    for (u32 y = 0; y < a.height; y++)
        for (u32 x = 0; x < a.width; x++)
            if ((wrong = read_blocks(&g, f, a, x, y)))
                return wrong;
    return finish(&g.symbols);
}

/* Whether all sets of contexts were of use to a group, and the codes of each pass. */
u32 dct_ended(const Frame *f)
{
    u32 wrong;
    for (u32 i = 0; i < pass_codes.sets; i++)
        if (!pass_codes.used[i])
            return NOT_FOLLOWED;
    for (u32 i = 0; i < f->passes; i++)
        if ((wrong = unused(pass_codes.codes + i)))
            return wrong;
    return FINE;
}
