/* How pictures moved, as later ones want to know it (the AV1 specification, 7.9, 7.10.3, 7.10.4, 7.19). */

#include "av1.h"

#define FARTHEST 31 /* MAX_FRAME_DISTANCE */
#define LONGEST 4096u

static Projected *field;
static u32 field_room;

const Projected *projected(u32 row8, u32 col8) { return &field[row8 * (header.cols >> 1) + col8]; }

static i16 scaled(i32 value, i32 factor)
{
    i32 product = value * factor;
    return (i16)within(-0x3FFF, 0x3FFF, (product + 8192 + (product >> 31)) >> 14);
}

/* 7.9.3. A vector's sides are below 4096, the numbers of pictures below 32. */
Mv projection(Mv mv, i32 numerator, i32 denominator)
{
    static const u16 divisions[32] = {0,    16384, 8192, 5461, 4096, 3276, 2730, 2340, 2048, 1820, 1638,
                                      1489, 1365,  1260, 1170, 1092, 1024, 963,  910,  862,  819,  780,
                                      744,  712,   682,  655,  630,  606,  585,  564,  546,  528};
    i32 factor = numerator * divisions[denominator & 31];
    return (Mv){scaled(mv.row, factor), scaled(mv.col, factor)};
}

static i32 moved(u32 from, i32 by, u32 backwards)
{
    i32 squares = (i32)(distance(by) >> 6);
    return (i32)from + ((by < 0) != backwards ? -squares : squares);
}

static void square_projected(const Frame *of, u32 row, u32 col, i32 to_now, const i32 *to_refs, u32 backwards)
{
    u32 cols = header.cols >> 1, rows = header.rows >> 1, at = row * cols + col;
    i32 apart = of->mv_refs[at] ? to_refs[of->mv_refs[at]] : 0;
    if (apart <= 0 || apart > FARTHEST)
        return;
    Mv by = projection(of->mvs[at], to_now, apart);
    i32 y = moved(row, by.row, backwards), x = moved(col, by.col, backwards), band = (i32)(col & ~7u);
    if (y >> 3 != (i32)row >> 3 || y >= (i32)rows || y < 0)
        return;
    if (x < band - 8 || x >= band + 16 || x < 0 || x >= (i32)cols)
        return;
    field[(u32)y * cols + (u32)x] = (Projected){of->mvs[at], (i8)apart};
}

/* 7.9.2: returns whether the picture says how it moved. */
static u32 projected_from(u32 ref, u32 backwards)
{
    const Frame *of = slots[header.refs[ref - LAST_FRAME]];
    i32 to_refs[8] = {0}, to_now = relative_distance(of->order_hint, header.order_hint);
    if (of->intra || !of->has_motion || of->rows != header.rows || of->cols != header.cols)
        return 0;
    if (to_now > FARTHEST || to_now < -FARTHEST)
        return 1;
    for (u32 index = LAST_FRAME; index <= ALTREF_FRAME; index++)
        to_refs[index] = relative_distance(of->order_hint, of->order_hints[index]);
    for (u32 row = 0; row < header.rows >> 1; row++)
        for (u32 col = 0; col < header.cols >> 1; col++)
            square_projected(of, row, col, backwards ? -to_now : to_now, to_refs, backwards);
    return 1;
}

u32 motion_field_estimated(void)
{
    u32 squares = (header.cols >> 1) * (header.rows >> 1), left_over = 2;
    if (field_room < most_squares()) {
        field = roomy(most_squares() * sizeof(Projected));
        field_room = field ? most_squares() : 0;
        if (!field)
            return TOO_LONG;
    }
    clear(field, squares * sizeof(Projected));
    const Frame *last = slots[header.refs[0]];
    if (last->order_hints[ALTREF_FRAME] != header.order_hints[GOLDEN_FRAME])
        projected_from(LAST_FRAME, 1);
    for (u32 ref = BWDREF_FRAME; ref <= ALTREF2_FRAME; ref++)
        if (header.sign_bias[ref] && projected_from(ref, 0))
            left_over--;
    if (left_over && header.sign_bias[ALTREF_FRAME] && projected_from(ALTREF_FRAME, 0))
        left_over--;
    if (left_over)
        projected_from(LAST2_FRAME, 1);
    return FINE;
}

/* Which vector of a block is kept, or NONE. */
static i32 kept(void)
{
    for (i32 index = 1; index >= 0; index--) {
        i32 ref = block->refs[index];
        Mv mv = block->mvs[index];
        if (ref > INTRA_FRAME && relative_distance(header.order_hints[ref], header.order_hint) < 0 &&
            distance(mv.row) < LONGEST && distance(mv.col) < LONGEST)
            return index;
    }
    return NONE;
}

/* 7.19: of each square of 8 by 8 pixels, what its last unit says. */
void motion_saved(void)
{
    if (!current->has_motion)
        return;
    i32 which = kept();
    for (u32 row = now.row >> 1; row * 2 + 1 < now.row + now.high_inside; row++) {
        for (u32 col = now.col >> 1; col * 2 + 1 < now.col + now.wide_inside; col++) {
            u32 at = row * (header.cols >> 1) + col;
            current->mv_refs[at] = (u8)(which < 0 ? 0 : block->refs[which]);
            if (which >= 0)
                current->mvs[at] = block->mvs[which];
        }
    }
}

/* has_overlappable_candidates */
u32 has_overlap(void)
{
    for (u32 x = 1; above && x < now.wide_inside; x += 2)
        if (block_at(now.row - 1, now.col + x)->refs[0] > INTRA_FRAME)
            return 1;
    for (u32 y = 1; left && y < now.high_inside; y += 2)
        if (block_at(now.row + y, now.col - 1)->refs[0] > INTRA_FRAME)
            return 1;
    return 0;
}

static u32 alike(const Block *of, i32 ref) { return of && of->refs[0] == ref && of->refs[1] == NONE; }

/* 7.10.4: whether any neighbour refers to the same picture alone. */
u32 has_warp_samples(i32 ref)
{
    u32 top_left = above && left, top_right = above && most(now.wide, now.high) < 32;
    for (u32 x = 0; above && x < now.wide_inside; x += wide_of[block_at(now.row - 1, now.col + x)->size])
        if (alike(block_at(now.row - 1, now.col + x), ref))
            return 1;
    for (u32 y = 0; left && y < now.high_inside; y += high_of[block_at(now.row + y, now.col - 1)->size])
        if (alike(block_at(now.row + y, now.col - 1), ref))
            return 1;
    if (above && wide_of[above->size] >= now.wide) {
        u32 off = now.col & (wide_of[above->size] - 1u);
        top_left &= !off;
        top_right &= wide_of[above->size] - off <= now.wide;
    }
    if (left && high_of[left->size] >= now.high)
        top_left &= !(now.row & (high_of[left->size] - 1u));
    if (top_left && alike(block_at(now.row - 1, now.col - 1), ref))
        return 1;
    return top_right && alike(block_if_decoded((i32)now.row - 1, (i32)(now.col + now.wide)), ref);
}
