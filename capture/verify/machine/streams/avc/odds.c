/*
 * ITU-T H.264, 9.3: what a macroblock says in the arithmetic code, but for its coefficients. The contexts
 * follow from what is known of the macroblocks left of it and above it (9.3.3.1.1).
 */

#include "cabac.h"
#include "cabac_numbers.h"

u8 ranges_of[4][128];
u8 next_more[128], next_less[128];

/* Tables by state, which holds both pStateIdx and valMPS. */
static void make_states(void)
{
    for (u32 state = 0; state < 128; state++) {
        u32 index = state >> 1, more = state & 1;
        for (u32 part = 0; part < 4; part++)
            ranges_of[part][state] = lps_ranges[index][part];
        next_more[state] = (u8)(2 * (index < 62 ? index + 1 : index) + more);
        next_less[state] = (u8)(2 * after_lps[index] + (index ? more : !more));
    }
}

/* 9.3.1.2 */
void open_coder(Slice *s)
{
    Coder *c = &s->c;
    c->start = c->at = s->r.b.bytes + (s->r.b.next >> 3);
    c->end = s->r.b.bytes + (s->r.b.end >> 3);
    c->value = 0;
    c->range = 510;
    c->spare = -9;
    fill(c);
}

/* 9.3.1.1 */
void first_contexts(Slice *s)
{
    if (!next_more[0])
        make_states();
    i32 qp = s->h.qp < 0 ? 0 : s->h.qp;
    for (u32 index = 0; index < 1024; index++) {
        const i8 *odds = first_odds[s->h.odds][index];
        i32 state = ((odds[0] * qp) >> 4) + odds[1];
        state = state < 1 ? 1 : state > 126 ? 126 : state;
        s->odds[index] = (u8)(state <= 63 ? 2 * (63 - state) : 2 * (state - 64) + 1);
    }
}

/* Not put into each place that asks: there are many, and few of them are asked often. */
static __attribute__((noinline)) u32 bin(Slice *s, u32 context)
{
    return decide(&s->c, &s->odds[context]);
}

/* 9.3.3.2.2.3: the end of a slice, or plain samples. Behind it, nothing more is taken. */
u32 coded_end(Coder *c)
{
    c->range -= 2;
    u64 split = (u64)c->range << c->spare;
    if (c->value >= split)
        return 1;
    u32 shift = c->range < 256;
    c->range <<= shift;
    c->spare -= (i32)shift;
    fill(c);
    return 0;
}

static inline u32 has(const Unit *unit, u32 what) { return (unit->kind & what) != 0; }

/* How many of both neighbours are not of a kind. */
static inline u32 without(const Slice *s, u32 what)
{
    return !has(s->left[0], what) + !has(s->above, what);
}

u32 coded_skip(Slice *s)
{
    return bin(s, (s->h.type == B_SLICE ? 24 : 11) + without(s, SKIPPED));
}

u32 coded_field(Slice *s)
{
    return bin(s, 70 + fields_near(s));
}

/* Table 9-36: the types of intra macroblocks; `at` is the context behind the first bin's. */
static u32 intra_type(Slice *s, u32 at, u32 alone)
{
    if (coded_end(&s->c))
        return 25;
    u32 type = 1 + 12 * bin(s, at + 1);
    if (bin(s, at + 2))
        type += 4 + 4 * bin(s, at + 2 + alone);
    type += 2 * bin(s, at + 3 + alone);
    return type + bin(s, at + 3 + 2 * alone);
}

static u32 p_type(Slice *s)
{
    if (bin(s, 14))
        return bin(s, 17) ? 5 + intra_type(s, 17, 0) : 5;
    if (bin(s, 15))
        return 2 - bin(s, 17);
    return 3 * bin(s, 16);
}

static u32 b_type(Slice *s)
{
    if (!bin(s, 27 + without(s, DIRECT)))
        return 0;
    if (!bin(s, 30))
        return 1 + bin(s, 32);
    u32 bits = bin(s, 31) << 3;
    bits |= bin(s, 32) << 2;
    bits |= bin(s, 32) << 1;
    bits |= bin(s, 32);
    if (bits < 8)
        return bits + 3;
    if (bits == 13)
        return bin(s, 32) ? 23 + intra_type(s, 32, 0) : 23;
    if (bits > 13)
        return bits == 14 ? 11 : 22;
    return 2 * bits + bin(s, 32) - 4;
}

/* mb_type, as numbered in Tables 7-11, 7-13 and 7-14. */
u32 coded_type(Slice *s)
{
    if (s->h.type == P_SLICE)
        return p_type(s);
    if (s->h.type == B_SLICE)
        return b_type(s);
    return bin(s, 3 + without(s, NXN)) ? intra_type(s, 5, 1) : 0;
}

u32 coded_sub_type(Slice *s)
{
    if (s->h.type == P_SLICE)
        return bin(s, 21) ? 0 : !bin(s, 22) ? 1 : 3 - bin(s, 23);
    if (!bin(s, 36))
        return 0;
    if (!bin(s, 37))
        return 1 + bin(s, 39);
    u32 type = 3;
    if (bin(s, 38)) {
        if (bin(s, 39))
            return 11 + bin(s, 39);
        type = 7;
    }
    type += 2 * bin(s, 39);
    return type + bin(s, 39);
}

/* 9.3.3.1.1.4: left of an 8x8 block, and above it, what is not coded counts. */
static u32 luma_pattern(Slice *s)
{
    u32 above = s->above->pattern >> 2 & 3, pattern = 0;
    for (u32 row = 0; row < 2; row++) {
        const Unit *beside = s->left[2 * row];
        u32 left = beside->pattern >> (1 + (s->left_row[2 * row] & 2)) & 1;
        u32 first = bin(s, 73 + !left + 2 * !(above & 1));
        u32 second = bin(s, 73 + !first + 2 * !(above & 2));
        above = first | second << 1;
        pattern |= above << (2 * row);
    }
    return pattern;
}

u32 coded_pattern(Slice *s)
{
    u32 pattern = luma_pattern(s);
    if (s->h.sps->chroma != 1 && s->h.sps->chroma != 2)
        return pattern;
    u32 left = s->left[0]->pattern >> 4, above = s->above->pattern >> 4;
    if (!bin(s, 77 + !!left + 2 * !!above))
        return pattern;
    return pattern | (16 + 16 * bin(s, 81 + (left == 2) + 2 * (above == 2)));
}

/* mb_qp_delta, as its codeNum. Longer than any is what has no end. */
u32 coded_delta(Slice *s)
{
    if (!bin(s, 60 + (s->last_delta != 0)))
        return 0;
    u32 value = 1;
    for (u32 context = 62; value < 256 && bin(s, context); context = 63)
        value++;
    return value;
}

u32 coded_chroma_mode(Slice *s)
{
    if (!bin(s, 64 + !!s->left[0]->chroma_mode + !!s->above->chroma_mode))
        return 0;
    return !bin(s, 67) ? 1 : 2 + bin(s, 67);
}

u32 coded_transform(Slice *s)
{
    return bin(s, 399 + has(s->left[0], BLOCKS_8X8) + has(s->above, BLOCKS_8X8));
}

void coded_intra_mode(Slice *s)
{
    if (!bin(s, 68))
        for (u32 index = 0; index < 3; index++)
            bin(s, 69);
}

u32 coded_ref(Slice *s, u32 list, u32 cell)
{
    const u8 *refs = &s->refs[list][cell];
    u32 context = 54 + !!refs[-1] + 2 * !!refs[-4], value = 0;
    while (value < 64 && bin(s, context)) {
        context = value ? 59 : 58;
        value++;
    }
    return value;
}

/* 9.3.2.3 with uCoff 9 and k 3: how far it goes, but no farther than FAR. */
u32 coded_mvd(Slice *s, u32 axis, u32 sum)
{
    u32 base = axis ? 47 : 40, value = 0;
    if (!bin(s, base + (sum > 2) + (sum > 32)))
        return 0;
    for (u32 context = 3; ++value < 9 && bin(s, base + context); context += context < 6)
        ;
    if (value == 9) {
        u32 bits = 3;
        while (bypass(&s->c) && bits < 24)
            value += 1u << bits++;
        if (bits == 24)
            s->r.wrong = BAD_CODE;
        while (bits--)
            value += bypass(&s->c) << bits;
    }
    bypass(&s->c);
    return value < FAR ? value : FAR;
}
