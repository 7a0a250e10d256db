/*
 * ISO/IEC 18181-1, I.2.1 to I.2.4 and I.3.1 to I.3.2: what is said once about all blocks: how their
 * contexts are found, tables of quantization, orders of coefficients, and the codes of each pass.
 */

#include "dct.h"

#define HALF 16
#define ORDER_CONTEXTS 8

BlockContexts block_contexts;
PassCodes pass_codes;

static void halves(Low *b, u32 count)
{
    while (count--)
        low(b, HALF);
}

static void usual_contexts(BlockContexts *c)
{
    c->lf_contexts = 1;
    c->contexts = 15;
    for (u32 i = 0; i < 3 * ORDERS; i++)
        c->map[i] = BLOCK_CONTEXTS[i];
}

static u32 read_contexts(Low *b, BlockContexts *c)
{
    static const Way LF[4] = {{4, 0}, {8, 16}, {16, 272}, {32, 65808}};
    static const Way QUANT[4] = {{2, 0}, {3, 4}, {5, 12}, {8, 44}};
    clear(c, sizeof *c);
    if (low(b, 1)) {
        usual_contexts(c);
        return FINE;
    }
    c->lf_contexts = 1;
    for (u32 i = 0; i < CHANNELS; i++) {
        c->lf_count[i] = low(b, 4);
        c->lf_contexts *= c->lf_count[i] + 1;
        for (u32 j = 0; j < c->lf_count[i]; j++)
            c->lf[i][j] = unpacked(pick(b, LF));
    }
    c->quant_count = low(b, 4);
    for (u32 i = 0; i < c->quant_count; i++)
        c->quant[i] = pick(b, QUANT) + 1;
    u32 each = c->lf_contexts * (c->quant_count + 1);
    if (each > 64)
        return BROKEN_HEADER;
    u32 wrong = read_map(b, c->map, 3 * ORDERS * each, &c->contexts);
    return wrong ? wrong : c->contexts > MOST_BLOCK_CONTEXTS ? BROKEN_HEADER : FINE;
}

/* I.2.1 to I.2.3: scales, contexts of blocks, and how colours follow from luma. */
u32 dct_lf_global(Low *b)
{
    static const Way SCALE[4] = {{11, 1}, {11, 2049}, {12, 4097}, {16, 8193}};
    static const Way LF[4] = {{0, 16}, {5, 1}, {8, 1}, {16, 1}};
    static const Way FACTOR[4] = {{0, 84}, {0, 256}, {8, 2}, {16, 258}};
    pick(b, SCALE);
    pick(b, LF);
    u32 wrong = read_contexts(b, &block_contexts);
    if (wrong || low(b, 1))
        return wrong;
    pick(b, FACTOR);
    halves(b, 2);
    low(b, 16);
    return past(b) ? ENDS_EARLY : FINE;
}

/* Whether the picture has a transform of which `what` is such a number. */
static u32 seen(const u8 *what, u32 number)
{
    for (u32 i = 0; i < TRANSFORMS; i++)
        if (transforms_seen >> i & 1 && what[i] == number)
            return 1;
    return 0;
}

static void bands(Low *b) { halves(b, 3 * (low(b, 4) + 1)); }

/* A table that is written as a picture of three channels. */
static u32 raw_table(Low *b, const Frame *f, u32 index)
{
    static Channels c;
    u32 transforms, mark = stored();
    halves(b, 1);
    c.count = CHANNELS, c.metas = 0;
    for (u32 i = 0; i < CHANNELS; i++)
        c.list[i] = (Channel){8u * TABLE_WIDE[index], 8u * TABLE_HIGH[index], 0, 0, 0};
    u32 wrong = read_stream(b, &c, 1 + 3 * f->lf_groups + index, 0xFFFFFFFFu, &transforms);
    give_back(mark);
    return wrong;
}

/*
 * I.2.4: usual, or one of seven ways to say the weights. All but the last two are of one block. A table
 * of a transform that the picture does not have would be bytes that nothing depends on.
 */
static u32 table(Low *b, const Frame *f, u32 index)
{
    static const u8 WEIGHTS[6] = {0, 9, 18, 6, 3, 27};
    u32 mode = low(b, 3);
    if (mode && !seen(TABLE, index))
        return NOT_FOLLOWED;
    if (mode && mode < 6 && TABLE_WIDE[index] * TABLE_HIGH[index] != 1)
        return BROKEN_HEADER;
    if (mode == 7)
        return raw_table(b, f, index);
    if (mode < 6)
        halves(b, WEIGHTS[mode]);
    if (mode >= 3)
        bands(b);
    if (mode == 5)
        bands(b);
    return FINE;
}

static u32 order_context(u32 value)
{
    u32 token = value ? floor_log2(value) + 1 : 0;
    return token < ORDER_CONTEXTS - 1 ? token : ORDER_CONTEXTS - 1;
}

/* C.3.2: an order, as how far each coefficient behind the lowest ones is from its place. */
static u32 permutation(Symbols *s, u32 skipped, u32 size)
{
    u32 count = numbered(s, order_context(size)), last = 0;
    if (count > size - skipped)
        return BAD_ORDER;
    for (u32 i = skipped; i < skipped + count; i++) {
        last = numbered(s, order_context(last));
        if (last >= size - i)
            return BAD_ORDER;
    }
    return count && !last ? BAD_ORDER : s->wrong;
}

static u32 orders(Low *b)
{
    static const Way USED[4] = {{0, 0x5F}, {0, 0x13}, {0, 0}, {13, 0}};
    Codes codes;
    Symbols s;
    u32 used = pick(b, USED), wrong;
    if (!used)
        return FINE;
    if ((wrong = read_codes(b, ORDER_CONTEXTS, &codes)) || (wrong = start(&s, b, &codes, 0)))
        return wrong;
    for (u32 i = 0; i < ORDERS * CHANNELS; i++) {
        u32 blocks = ORDER_BLOCKS[i / CHANNELS];
        if (!(used >> i / CHANNELS & 1))
            continue;
        if (!seen(ORDER, i / CHANNELS))
            return NOT_FOLLOWED;
        if ((wrong = permutation(&s, blocks, 64 * blocks)))
            return wrong;
    }
    return finish_own(&s);
}

u32 dct_hf_global(Low *b, const Frame *f)
{
    u32 wrong, usual = low(b, 1);
    clear(pass_codes.used, sizeof pass_codes.used);
    for (u32 i = 0; i < TABLES && !usual; i++)
        if ((wrong = table(b, f, i)))
            return wrong;
    pass_codes.sets = 1 + low(b, ceil_log2(f->groups));
    u64 contexts = (u64)pass_codes.sets * block_contexts.contexts *
                   (NONZERO_CONTEXTS + COEFFICIENT_CONTEXTS);
    if (pass_codes.sets > f->groups || contexts >> 22)
        return pass_codes.sets > f->groups ? BROKEN_HEADER : TOO_LONG;
    for (u32 i = 0; i < f->passes; i++) {
        u32 mark = stored();
        if ((wrong = orders(b)))
            return wrong;
        give_back(mark);
        if ((wrong = read_codes(b, (u32)contexts, pass_codes.codes + i)))
            return wrong;
    }
    return FINE;
}
