/* Vectors and coefficients: ISO/IEC 14496-2, 6.2.6.2, 6.2.7 and 7.4.1. */

#include "mpeg4.h"

#define LAST 1u
#define SIGN 1

/* How often a vector of two parts comes, and the bits of its rest. Where it points is not asked. */
u32 vectors(Bits *b, u32 count, u32 size)
{
    for (u32 part = 0; part < 2 * count; part++) {
        u32 far = code(b, &tables[MVD]);
        if (far == NO_CODE)
            return BAD_CODE;
        if (far)
            skip(b, size); /* the sign, and size - 1 bits */
    }
    return FINE;
}

/* The size of a block's first value, and the value. */
u32 dc(Bits *b, u32 index)
{
    u32 size = code(b, &tables[index < 4 ? DC_LUMA : DC_CHROMA]);
    if (size == NO_CODE)
        return BAD_CODE;
    skip(b, size);
    return size <= 8 || take(b, 1) ? FINE : BROKEN_HEADER;
}

/* 7.4.1.3, type 3: everything in bits of its own, between markers. */
static u32 escape_fixed(Bits *b, u32 *run, u32 *last)
{
    *last = take(b, 1);
    *run = take(b, 6);
    u32 marked = take(b, 1), level = take(b, 12);
    return marked & take(b, 1) && level ? FINE : BAD_CODE;
}

static u32 escape(Bits *b, const Coefficients *from, u32 *run, u32 *last)
{
    u32 longer_run = take(b, 1);
    if (longer_run && take(b, 1))
        return escape_fixed(b, run, last);
    u32 meaning = code(b, &from->table);
    if (meaning == NO_CODE || !(meaning & 31))
        return BAD_CODE;
    *last = meaning >> 11;
    *run = meaning >> 5 & 63;
    if (longer_run)
        *run += from->most_runs[*last][meaning & 31] + 1u;
    skip(b, SIGN);
    return FINE;
}

/* The same of reversible codes: the escape stands before and behind. */
static u32 escape_reversible(Bits *b, u32 *run, u32 *last)
{
    u32 marked = take(b, 1);
    *last = take(b, 1);
    *run = take(b, 6);
    marked &= take(b, 1);
    u32 level = take(b, 11), end = take(b, 5);
    skip(b, SIGN);
    return marked && level && end == 16 ? FINE : BAD_CODE;
}

static u32 block(Bits *b, u32 which, u32 at)
{
    const Coefficients *from = &coefficients[which];
    for (u32 last = 0; !last; at++) {
        u32 meaning = code(b, &from->table), run, answer = FINE;
        if (meaning & 31) {
            if (meaning == NO_CODE)
                return BAD_CODE;
            last = meaning >> 11;
            run = meaning >> 5 & 63;
            skip(b, SIGN);
        } else if (which >= REVERSIBLE_INTRA_BLOCK)
            answer = escape_reversible(b, &run, &last);
        else
            answer = escape(b, from, &run, &last);
        if (answer)
            return answer;
        at += run;
        if (at > 63)
            return TOO_MANY;
    }
    return FINE;
}

/* The six blocks of a macroblock. `partitioned` says that their first values were read before. */
u32 blocks(Bits *b, const Macroblock *m, u32 partitioned)
{
    u32 intra = m->type >= 3, which = intra ? INTRA_BLOCK : INTER_BLOCK;
    u32 first = intra && m->dc_apart;
    if (partitioned && layer.reversible)
        which = intra ? REVERSIBLE_INTRA_BLOCK : REVERSIBLE_INTER_BLOCK;
    for (u32 index = 0; index < 6; index++) {
        u32 answer = first && !partitioned ? dc(b, index) : FINE;
        if (!answer && m->coded >> (5 - index) & 1)
            answer = block(b, which, first);
        if (answer)
            return answer;
    }
    return over(b) ? ENDS_EARLY : FINE;
}
