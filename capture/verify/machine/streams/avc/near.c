/*
 * ITU-T H.264, 6.4.8 to 6.4.13: which macroblocks and blocks are left of and above one, and what is known of them.
 *
 * Four rows of macroblocks are kept: in frames of which pairs of macroblocks may be of fields
 * (MbaffFrameFlag), a pair looks at both rows of the pair above it.
 */

#include "avc.h"

Unit nowhere = {.kind = SKIPPED | DIRECT | NXN, .pattern = 15};

static Unit *kept;
static u32 kept_width;

u32 make_rows(u32 width)
{
    if (width > kept_width) {
        kept = room(4 * width * (u32)sizeof(Unit));
        kept_width = kept ? width : 0;
    }
    return kept ? FINE : TOO_LONG;
}

static inline Unit *unit_at(const Slice *s, u32 x, u32 y) { return &kept[(y & 3) * s->width + x]; }

static inline Unit *known(const Slice *s, Unit *unit)
{
    return unit->slice == s->number ? unit : &nowhere;
}

/* Table 6-4, to the left: which macroblock of the pair there, and which of its rows of blocks. */
static void left_in_pair(const Slice *s, u32 row, u32 rows, Unit *top, Unit **unit, u8 *which)
{
    u32 low = s->y & 1, theirs = (top->kind & FIELD) != 0, down = 0, at = row;
    if (theirs == s->field) {
        down = low;
    } else if (theirs) {
        at = (row + rows * low) / 2;
    } else {
        down = row >= rows / 2;
        at = 2 * row - rows * down;
    }
    *unit = top == &nowhere ? top : top + (down ? s->width : 0);
    *which = (u8)at;
}

static void near_in_pairs(Slice *s)
{
    u32 y = s->y & ~1u;
    Unit *top = s->x ? known(s, unit_at(s, s->x - 1, y)) : &nowhere;
    for (u32 row = 0; row < 4; row++)
        left_in_pair(s, row, 4, top, &s->left[row], &s->left_row[row]);
    for (u32 row = 0; row < s->chroma_rows; row++)
        left_in_pair(s, row, s->chroma_rows, top, &s->chroma_left[row], &s->chroma_left_row[row]);
    Unit *over = y ? known(s, unit_at(s, s->x, y - 2)) : &nowhere;
    if (!s->field && s->y & 1)
        s->above = unit_at(s, s->x, y);
    else if (over == &nowhere || (s->field && !(s->y & 1) && over->kind & FIELD))
        s->above = over;
    else
        s->above = unit_at(s, s->x, y - 1);
}

/* Also again, when a pair turns out to be of fields. */
void find_near(Slice *s)
{
    s->unit = unit_at(s, s->x, s->y);
    if (s->h.adaptive) {
        near_in_pairs(s);
        return;
    }
    Unit *left = s->x ? known(s, s->unit - 1) : &nowhere;
    for (u32 row = 0; row < 4; row++) {
        s->left[row] = s->chroma_left[row] = left;
        s->left_row[row] = s->chroma_left_row[row] = (u8)row;
    }
    s->above = s->y ? known(s, unit_at(s, s->x, s->y - 1)) : &nowhere;
}

/* 7.4.4: what a pair is of that does not say so: as the one left of it, or above it. */
u32 guessed_field(const Slice *s)
{
    u32 y = s->y & ~1u;
    Unit *left = s->x ? known(s, unit_at(s, s->x - 1, y)) : &nowhere;
    if (left == &nowhere && y)
        left = known(s, unit_at(s, s->x, y - 2));
    return (left->kind & FIELD) != 0;
}

/* 9.3.3.1.1.2: how many of the pairs left and above are of fields. */
u32 fields_near(const Slice *s)
{
    u32 y = s->y & ~1u;
    const Unit *left = s->x ? known(s, unit_at(s, s->x - 1, y)) : &nowhere;
    const Unit *above = y ? known(s, unit_at(s, s->x, y - 2)) : &nowhere;
    return ((left->kind & FIELD) != 0) + ((above->kind & FIELD) != 0);
}

/* The lower macroblock of a pair said what both are of. */
void settle_pair(Slice *s)
{
    Unit *top = unit_at(s, s->x, s->y & ~1u);
    top->kind = (u8)((top->kind & ~FIELD) | (s->field ? FIELD : 0));
}

void load_blocks(Slice *s, u32 missing)
{
    for (u32 plane = 0; plane < 3; plane++) {
        u32 columns = plane ? s->chroma_columns : 4, rows = plane ? s->chroma_rows : 4;
        u8 *cells = s->blocks[plane];
        for (u32 column = 0; column < columns; column++)
            cells[CELL(-1, (i32)column)] = s->above == &nowhere ? (u8)missing : s->above->low[plane][column];
        for (u32 row = 0; row < rows; row++) {
            Unit *left = plane ? s->chroma_left[row] : s->left[row];
            u32 which = plane ? s->chroma_left_row[row] : s->left_row[row];
            u8 *cell = &cells[CELL((i32)row, -1)];
            *cell = left == &nowhere ? (u8)missing : left->right[plane][which];
            clear(cell + 1, 4);
        }
    }
}

static u32 of_large_blocks(const Unit *unit)
{
    return unit == &nowhere || unit->kind & (BLOCKS_8X8 | PCM);
}

/* 9.3.3.1.1.9: to an 8x8 block whose flag is coded, macroblocks of 4x4 blocks have none. */
void forget_small_blocks(Slice *s)
{
    for (u32 plane = 0; plane < 3; plane++) {
        if (!of_large_blocks(s->above))
            clear(&s->blocks[plane][CELL(-1, 0)], 4);
        for (i32 row = 0; row < 4; row++)
            if (!of_large_blocks(s->left[row]))
                s->blocks[plane][CELL(row, -1)] = 0;
    }
}

void save_blocks(Slice *s)
{
    for (u32 plane = 0; plane < 3; plane++) {
        u32 columns = plane ? s->chroma_columns : 4, rows = plane ? s->chroma_rows : 4;
        const u8 *cells = s->blocks[plane];
        for (u32 column = 0; column < columns; column++)
            s->unit->low[plane][column] = cells[CELL((i32)rows - 1, (i32)column)];
        for (u32 row = 0; row < rows; row++)
            s->unit->right[plane][row] = cells[CELL((i32)row, (i32)columns - 1)];
    }
}

/* 9.3.3.1.1.6 and 9.3.3.1.1.7: fields are half as high as the frame, which vectors and references follow. */
static u8 ref_seen(const Slice *s, const Unit *from, u32 ref)
{
    return (u8)(s->h.adaptive && !s->field && from->kind & FIELD ? ref >> 1 : ref);
}

static void mvd_seen(const Slice *s, const Unit *from, const u8 *mvd, u8 *cell)
{
    u32 high = mvd[1], theirs = (from->kind & FIELD) != 0;
    if (s->h.adaptive && theirs != s->field)
        high = theirs ? 2 * high : high / 2;
    cell[0] = mvd[0];
    cell[1] = (u8)(high < FAR ? high : FAR);
}

void load_vectors(Slice *s)
{
    for (u32 list = 0; list < (s->h.type == B_SLICE ? 2u : 1u); list++) {
        clear(s->refs[list], sizeof s->refs[list]);
        clear(s->mvd[list], sizeof s->mvd[list]);
        for (i32 index = 0; index < 4; index++) {
            const Unit *left = s->left[index], *above = s->above;
            mvd_seen(s, left, left->right_mvd[list][s->left_row[index]], s->mvd[list][CELL(index, -1)]);
            mvd_seen(s, above, above->low_mvd[list][index], s->mvd[list][CELL(-1, index)]);
        }
        for (i32 index = 0; index < 2; index++) {
            const Unit *left = s->left[2 * index], *above = s->above;
            s->refs[list][REF_CELL(index, -1)] =
                ref_seen(s, left, left->right_refs[list][s->left_row[2 * index] >> 1]);
            s->refs[list][REF_CELL(-1, index)] = ref_seen(s, above, above->low_refs[list][index]);
        }
    }
}

void save_vectors(Slice *s)
{
    for (u32 list = 0; list < (s->h.type == B_SLICE ? 2u : 1u); list++) {
        for (i32 index = 0; index < 4; index++) {
            __builtin_memcpy(s->unit->right_mvd[list][index], s->mvd[list][CELL(index, 3)], 2);
            __builtin_memcpy(s->unit->low_mvd[list][index], s->mvd[list][CELL(3, index)], 2);
        }
        for (i32 index = 0; index < 2; index++) {
            s->unit->right_refs[list][index] = s->refs[list][REF_CELL(index, 1)];
            s->unit->low_refs[list][index] = s->refs[list][REF_CELL(1, index)];
        }
    }
}
