/* The stack of vectors that a block may take from its neighbours (the AV1 specification, 7.10.2). */

#include "av1.h"

#define NEAREST 640u /* what makes a vector weigh more than all that are not next to the block */

/* One search: of a block, for one picture or two. */
typedef struct {
    Vectors *v;
    i32 refs[2];
    u32 two, wide, high; /* the latter as far as is looked, at most 64 pixels */
    u32 by_global[2];    /* whether blocks that move as the picture does have other vectors here */
    u32 new_mvs, rows, cols;
} Search;

static i32 lowered(i32 value, u32 whole)
{
    if (whole)
        return (value + (value < 0) + 3) & ~7;
    return (value + (value < 0)) & ~1;
}

void precision_lowered(Mv *mv)
{
    if (!header.force_integer_mv && header.high_precision_mv)
        return;
    mv->row = (i16)lowered(mv->row, header.force_integer_mv);
    mv->col = (i16)lowered(mv->col, header.force_integer_mv);
}

static i16 rounded(i64 value)
{
    u32 low = header.high_precision_mv ? 0 : 1, shift = 13 + low;
    i64 size = ((value < 0 ? -value : value) + ((i64)1 << shift >> 1)) >> shift << low;
    return (i16)(value < 0 ? -size : size);
}

/* 7.10.2.1: how the middle of the block moves when the whole picture does */
Mv global_mv(u32 ref)
{
    const i32 *gm = header.gm[ref];
    Mv mv = {0, 0};
    if (header.gm_type[ref] == IDENTITY)
        return mv;
    if (header.gm_type[ref] == TRANSLATION) {
        mv = (Mv){(i16)(gm[0] >> 13), (i16)(gm[1] >> 13)};
    } else {
        i64 x = now.col * 4 + now.wide * 2 - 1, y = now.row * 4 + now.high * 2 - 1;
        mv.col = rounded((gm[2] - (1 << 16)) * x + gm[3] * y + gm[0]);
        mv.row = rounded((gm[5] - (1 << 16)) * y + gm[4] * x + gm[1]);
    }
    if (header.force_integer_mv)
        precision_lowered(&mv);
    return mv;
}

static u32 same(Mv a, Mv b) { return a.row == b.row && a.col == b.col; }

static u32 by_global(const Block *of)
{
    return of->mode == GLOBAL_GLOBALMV ||
           (of->mode == GLOBALMV && wide_of[of->size] > 1 && high_of[of->size] > 1);
}

static u32 is_new(const Block *of)
{
    return of->mode == NEWMV || of->mode == NEW_NEWMV || (of->mode >= NEAREST_NEWMV && of->mode <= NEW_NEARMV);
}

static void weighed(Vectors *v, const Mv *mvs, u32 two, u32 weight)
{
    for (u32 index = 0; index < v->found; index++) {
        Candidate *c = &v->stack[index];
        if (same(c->mvs[0], mvs[0]) && (!two || same(c->mvs[1], mvs[1]))) {
            c->weight += weight;
            return;
        }
    }
    if (v->found < 8) {
        Candidate *c = &v->stack[v->found++];
        c->mvs[0] = mvs[0];
        c->mvs[1] = two ? mvs[1] : (Mv){0, 0};
        c->weight = weight;
    }
}

/* What another block adds; returns whether it refers to the same. */
static u32 added(Search *s, const Block *of, u32 weight)
{
    Mv mvs[2] = {{0, 0}, {0, 0}};
    u32 global = by_global(of);
    if (!of->is_inter)
        return 0;
    if (s->two) {
        if (of->refs[0] != s->refs[0] || of->refs[1] != s->refs[1])
            return 0;
        for (u32 index = 0; index < 2; index++)
            mvs[index] = global && s->by_global[index] ? s->v->global[index] : of->mvs[index];
    } else {
        u32 which = of->refs[0] == s->refs[0] ? 0 : 1;
        if (of->refs[which] != s->refs[0])
            return 0;
        mvs[0] = global && s->by_global[0] ? s->v->global[0] : of->mvs[which];
    }
    weighed(s->v, mvs, s->two, weight);
    s->new_mvs |= is_new(of);
    return 1;
}

/* One row above or one column beside; returns how many of them its blocks cover. */
static u32 line(Search *s, u32 row, u32 col, u32 down, u32 limit, u32 step, u32 *matches)
{
    const u8 *along = down ? high_of : wide_of, *across = down ? wide_of : high_of;
    u32 whole = down ? now.high : now.wide, seen = down ? s->high : s->wide, at = 0;
    const Block *of = block_at(row, col);
    u32 length = most(step, least(whole, along[of->size]));
    if (whole <= along[of->size]) {
        u32 weight = whole == 1 ? 2 : most(2, least(2 * limit, across[of->size]));
        *matches |= added(s, of, length * weight);
        return weight >> 1;
    }
    for (;;) {
        *matches |= added(s, of, length * 2);
        at += length;
        if (at >= seen)
            return 1;
        of = block_at(row + (down ? at : 0), col + (down ? 0 : at));
        length = most(step, along[of->size]);
    }
}

static void temporal(Search *s, u32 row8, u32 col8, u32 first)
{
    const Projected *p = projected(row8, col8);
    Mv mvs[2] = {{0, 0}, {0, 0}};
    if (!p->distance)
        return;
    for (u32 index = 0; index < 1 + s->two; index++) {
        i32 apart = relative_distance(header.order_hint, header.order_hints[s->refs[index]]);
        mvs[index] = projection(p->mv, within(-31, 31, apart), p->distance);
        precision_lowered(&mvs[index]);
    }
    if (first && !s->two)
        s->v->zero_mv = distance(mvs[0].row - s->v->global[0].row) >= 16 ||
                        distance(mvs[0].col - s->v->global[0].col) >= 16;
    weighed(s->v, mvs, s->two, 2);
}

/* 7.10.2.5: what the pictures before say of this place, and of those next to it. */
static void temporals(Search *s)
{
    u32 row8 = now.row >> 1, col8 = now.col >> 1, high8 = now.high >> 1, wide8 = now.wide >> 1;
    u32 step_y = now.high >= 16 ? 2 : 1, step_x = now.wide >= 16 ? 2 : 1;
    for (u32 y = 0; y < least((s->high + 1) >> 1, 8); y += step_y)
        for (u32 x = 0; x < least((s->wide + 1) >> 1, 8); x += step_x)
            temporal(s, row8 + y, col8 + x, !(x | y));
    if (least(now.wide, now.high) < 2 || most(now.wide, now.high) >= 16)
        return;
    u32 end_row = least(tile.row_end >> 1, (row8 & ~7u) + 8), end_col = least(tile.col_end >> 1, (col8 & ~7u) + 8);
    u32 below = row8 + high8 < end_row;
    if (below && col8 && col8 - 1 >= most(tile.col_start >> 1, col8 & ~7u))
        temporal(s, row8 + high8, col8 - 1, 0);
    if (col8 + wide8 >= end_col)
        return;
    if (below)
        temporal(s, row8 + high8, col8 + wide8, 0);
    if (row8 + high8 - 1 < end_row)
        temporal(s, row8 + high8 - 1, col8 + wide8, 0);
}

static void in_order(Candidate *stack, u32 from, u32 to)
{
    while (to > from) {
        u32 last = from;
        for (u32 index = from + 1; index < to; index++) {
            if (stack[index - 1].weight >= stack[index].weight)
                continue;
            Candidate other = stack[index - 1];
            stack[index - 1] = stack[index];
            stack[index] = other;
            last = index;
        }
        to = last;
    }
}

static void contexts(Vectors *v, u32 nearest, u32 all, u32 new_mvs)
{
    if (nearest == 0) {
        v->ref_mv = least(2, all);
        v->new_mv = all > 0;
    } else {
        v->ref_mv = nearest == 1 ? least(all * 3, 4) : 5;
        v->new_mv = (nearest == 1 ? 3 : 5) - new_mvs;
    }
    u32 half = v->ref_mv >> 1;
    v->compound = !half ? least(v->new_mv, 1) : half == 1 ? 1 + least(v->new_mv, 3)
                                                          : (u32)within(4, 7, (i32)v->new_mv + 3);
}

static void clamped(Mv *mv)
{
    i32 left_end = -(i32)(now.col + now.wide + 4) * 32, right_end = ((i32)(header.cols - now.col) + 4) * 32;
    i32 top = -(i32)(now.row + now.high + 4) * 32, bottom = ((i32)(header.rows - now.row) + 4) * 32;
    mv->col = (i16)within(left_end, right_end, mv->col);
    mv->row = (i16)within(top, bottom, mv->row);
}

static Mv turned(Mv mv, i32 ref, i32 other)
{
    if (header.sign_bias[ref] == header.sign_bias[other])
        return mv;
    return (Mv){(i16)-mv.row, (i16)-mv.col};
}

/* What blocks add that refer to something else: 7.10.2.12 to 7.10.2.14. */
typedef struct {
    Mv same[2][2], others[2][2];
    u32 sames[2], other[2];
} Extra;

static void extra_pair(Search *s, const Block *of, Extra *e)
{
    for (u32 index = 0; index < 2 && of->refs[index] > INTRA_FRAME; index++) {
        i32 ref = of->refs[index];
        for (u32 list = 0; list < 2; list++) {
            if (ref == s->refs[list]) {
                if (e->sames[list] < 2)
                    e->same[list][e->sames[list]++] = of->mvs[index];
            } else if (e->other[list] < 2) {
                e->others[list][e->other[list]++] = turned(of->mvs[index], ref, s->refs[list]);
            }
        }
    }
}

static void extra_single(Search *s, const Block *of)
{
    for (u32 index = 0; index < 2 && of->refs[index] > INTRA_FRAME; index++) {
        Mv mv = turned(of->mvs[index], of->refs[index], s->refs[0]);
        u32 at = 0;
        while (at < s->v->found && !same(mv, s->v->stack[at].mvs[0]))
            at++;
        if (at == s->v->found)
            s->v->stack[s->v->found++] = (Candidate){{mv, {0, 0}}, 2};
    }
}

static void extras(Search *s, Extra *e)
{
    u32 side = least(s->wide, s->high);
    for (u32 down = 0; down < 2; down++) {
        for (u32 at = 0; at < side && (down ? left : above) && (e || s->v->found < 2);) {
            const Block *of = down ? block_at(now.row + at, now.col - 1) : block_at(now.row - 1, now.col + at);
            if (e)
                extra_pair(s, of, e);
            else
                extra_single(s, of);
            at += down ? high_of[of->size] : wide_of[of->size];
        }
    }
}

static void filled(Search *s)
{
    Extra e = {0};
    Mv pairs[2][2];
    Vectors *v = s->v;
    extras(s, &e);
    for (u32 list = 0; list < 2; list++) {
        u32 have = e.sames[list];
        pairs[0][list] = pairs[1][list] = v->global[list];
        for (u32 index = 0; index < have; index++)
            pairs[index][list] = e.same[list][index];
        for (u32 index = 0; index < e.other[list] && have < 2; index++)
            pairs[have++][list] = e.others[list][index];
    }
    if (v->found == 1) {
        u32 again = same(v->stack[0].mvs[0], pairs[0][0]) && same(v->stack[0].mvs[1], pairs[0][1]);
        v->stack[1] = (Candidate){{pairs[again][0], pairs[again][1]}, 2};
    } else {
        for (u32 index = 0; index < 2; index++)
            v->stack[index] = (Candidate){{pairs[index][0], pairs[index][1]}, 2};
    }
    v->found = 2;
}

/* The rows and columns that are not next to the block, in steps of 8 pixels. */
static void farther(Search *s, u32 rows, u32 cols, u32 rows_done, u32 cols_done)
{
    for (u32 far = 2; far <= 3; far++) {
        if (above && far > rows_done && far <= rows)
            rows_done += line(s, (now.row - 2 * far + 1) | 1, now.col | 1, 0, 1 + rows - far,
                              now.wide >= 16 ? 4 : 2, &s->rows);
        if (left && far > cols_done && far <= cols)
            cols_done += line(s, now.row | 1, (now.col - 2 * far + 1) | 1, 1, 1 + cols - far,
                              now.high >= 16 ? 4 : 2, &s->cols);
    }
}

static void searched(Search *s)
{
    Vectors *v = s->v;
    u32 rows = least((now.row - tile.row_start + 1) >> 1, now.high > 1 ? 3 : 2);
    u32 cols = least((now.col - tile.col_start + 1) >> 1, now.wide > 1 ? 3 : 2), rows_done = 0, cols_done = 0;
    if (above)
        rows_done = line(s, now.row - 1, now.col, 0, rows, now.wide >= 16 ? 4 : 1, &s->rows);
    if (left)
        cols_done = line(s, now.row, now.col - 1, 1, cols, now.high >= 16 ? 4 : 1, &s->cols);
    const Block *corner = 0;
    if (above && most(now.wide, now.high) <= 16)
        corner = block_if_decoded((i32)now.row - 1, (i32)(now.col + now.wide));
    if (corner)
        s->rows |= added(s, corner, 4);
    u32 nearest = s->rows + s->cols, near_count = v->found, new_mvs = s->new_mvs;
    for (u32 index = 0; index < near_count; index++)
        v->stack[index].weight += NEAREST;
    v->zero_mv = header.use_ref_frame_mvs;
    if (header.use_ref_frame_mvs)
        temporals(s);
    if (above && left)
        s->rows |= added(s, block_at(now.row - 1, now.col - 1), 4);
    farther(s, rows, cols, rows_done, cols_done);
    contexts(v, nearest, s->rows + s->cols, new_mvs);
    in_order(v->stack, 0, near_count);
    in_order(v->stack, near_count, v->found);
}

void find_vectors(Vectors *v, i32 ref0, i32 ref1)
{
    Search s = {.v = v, .refs = {ref0, ref1}, .two = ref1 > INTRA_FRAME};
    s.wide = least(least(now.wide, 16), tile.col_end - now.col);
    s.high = least(least(now.high, 16), tile.row_end - now.row);
    v->found = 0;
    for (u32 index = 0; index < 2; index++) {
        v->global[index] = s.refs[index] > INTRA_FRAME ? global_mv((u32)s.refs[index]) : (Mv){0, 0};
        s.by_global[index] = s.refs[index] > INTRA_FRAME && header.gm_type[s.refs[index]] > TRANSLATION;
    }
    searched(&s);
    if (s.two && v->found < 2)
        filled(&s);
    else if (ref0 > INTRA_FRAME && v->found < 2)
        extras(&s, 0);
    for (u32 index = 0; index < v->found; index++) {
        clamped(&v->stack[index].mvs[0]);
        clamped(&v->stack[index].mvs[1]);
    }
    for (u32 index = v->found; index < 2; index++)
        v->stack[index] = (Candidate){{v->global[0], {0, 0}}, 0};
}
