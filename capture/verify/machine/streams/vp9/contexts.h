/* VP9, clause 9.3.2: what the blocks above and to the left say of the odds of this one. */

#ifndef VP9_CONTEXTS_H
#define VP9_CONTEXTS_H

#include "vp9.h"

/* A block above or to the left: of no, one, or two references. */
typedef struct {
    u32 there, inter, two;
    i32 first, second;
} Side;

static inline Side side_of(const Unit *unit)
{
    if (!unit)
        return (Side){.first = INTRA, .second = -1};
    return (Side){1, unit->reference[0] > INTRA, unit->reference[1] > INTRA, unit->reference[0],
                  unit->reference[1]};
}

static inline u32 has(const Side *side, i32 reference)
{
    return side->first == reference || side->second == reference;
}

/* How often it is intra: of both, or of the only one that is there. */
static inline u32 inter_context(const Side *a, const Side *l)
{
    if (a->there && l->there)
        return !a->inter && !l->inter ? 3 : !a->inter || !l->inter;
    return a->there ? 2 * !a->inter : l->there ? 2 * !l->inter : 0;
}

static inline u32 compound_context(const Side *a, const Side *l, i32 fixed)
{
    if (a->there && l->there) {
        if (a->two && l->two)
            return 4;
        if (!a->two && !l->two)
            return (a->first == fixed) ^ (l->first == fixed);
        const Side *one = a->two ? l : a;
        return 2 + (one->first == fixed || !one->inter);
    }
    if (!a->there && !l->there)
        return 1;
    const Side *only = a->there ? a : l;
    return only->two ? 3 : only->first == fixed;
}

/* The reference of a side that varies, of two, or its only one. */
static inline i32 varying(const Side *side)
{
    return side->two && !frame.bias[frame.fixed] ? side->second : side->first;
}

static inline u32 pair_of_both(const Side *a, const Side *l)
{
    i32 above = varying(a), left = varying(l);
    i32 fixed = (i32)frame.fixed, zero = (i32)frame.variable[0], one = (i32)frame.variable[1];
    if (above == left && above == one)
        return 0;
    if (!a->two && !l->two) {
        if ((above == fixed && left == zero) || (left == fixed && above == zero))
            return 4;
        return above == left ? 3 : 1;
    }
    if (a->two && l->two)
        return above == left ? 4 : 2;
    i32 of_two = l->two ? left : above, of_one = l->two ? above : left;
    if (of_two == one && of_one != one)
        return 1;
    return of_one == one && of_two != one ? 2 : 4;
}

static inline u32 pair_context(const Side *a, const Side *l)
{
    if (a->inter && l->inter)
        return pair_of_both(a, l);
    if (!a->inter && !l->inter)
        return 2;
    const Side *only = a->inter ? a : l;
    u32 other = varying(only) != (i32)frame.variable[1];
    if (a->there && l->there)
        return 1 + 2 * other;
    return only->two ? 4 * other : 3 * other;
}

static inline u32 first_context(const Side *a, const Side *l)
{
    if (!a->inter && !l->inter)
        return 2;
    if (!a->inter || !l->inter) {
        const Side *only = a->inter ? a : l;
        return only->two ? 1 + has(only, LAST) : 4 * (only->first == LAST);
    }
    if (!a->two && !l->two)
        return 2 * (a->first == LAST) + 2 * (l->first == LAST);
    if (a->two && l->two)
        return 1 + (has(a, LAST) || has(l, LAST));
    const Side *one = a->two ? l : a, *two = a->two ? a : l;
    return (one->first == LAST ? 3 : 0) + has(two, LAST);
}

static inline u32 second_of_both(const Side *a, const Side *l)
{
    if (!a->two && !l->two) {
        if (a->first == LAST && l->first == LAST)
            return 3;
        if (a->first == LAST || l->first == LAST)
            return 4 * ((a->first == LAST ? l : a)->first == GOLDEN);
        return 2 * (a->first == GOLDEN) + 2 * (l->first == GOLDEN);
    }
    if (a->two && l->two)
        return a->first == l->first && a->second == l->second ? 3 * has(a, GOLDEN) : 2;
    const Side *one = a->two ? l : a, *two = a->two ? a : l;
    if (one->first == GOLDEN)
        return 3 + has(two, GOLDEN);
    return one->first == ALTERNATE ? has(two, GOLDEN) : 1 + 2 * has(two, GOLDEN);
}

static inline u32 second_context(const Side *a, const Side *l)
{
    if (a->inter && l->inter)
        return second_of_both(a, l);
    if (!a->inter && !l->inter)
        return 2;
    const Side *only = a->inter ? a : l;
    u32 golden = has(only, GOLDEN);
    if (a->there && l->there) {
        if (only->two)
            return 1 + 2 * golden;
        return only->first == LAST ? 3 : 4 * golden;
    }
    if (only->two)
        return 3 * golden;
    return only->first == LAST ? 2 : 4 * golden;
}

static inline u32 filter_context(const Unit *above, const Unit *left)
{
    u32 a = above && above->reference[0] > INTRA ? above->filter : 3;
    u32 l = left && left->reference[0] > INTRA ? left->filter : 3;
    if (l == a || a == 3)
        return l;
    return l == 3 ? a : 3;
}

static inline u32 skip_context(const Unit *above, const Unit *left)
{
    return (above ? above->skip : 0u) + (left ? left->skip : 0u);
}

static inline u32 transform_context(const Unit *above, const Unit *left, u32 most)
{
    u32 a = above && !above->skip ? above->transform : most;
    u32 l = left && !left->skip ? left->transform : most;
    l = left ? l : a;
    a = above ? a : l;
    return a + l > most;
}

#endif
