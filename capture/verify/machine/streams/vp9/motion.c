/* VP9, clauses 6.4.19 to 6.4.22: which motion a block may take over from those around it. */

#include "vp9.h"

#define AROUND 8
#define BORDER 128
#define SMALL 8

/* 10.1: mv_ref_blocks: row and column, in units, for each of the sizes. */
static const i8 places[13][AROUND][2] = {
    {{-1, 0}, {0, -1}, {-1, -1}, {-2, 0}, {0, -2}, {-2, -1}, {-1, -2}, {-2, -2}},
    {{-1, 0}, {0, -1}, {-1, -1}, {-2, 0}, {0, -2}, {-2, -1}, {-1, -2}, {-2, -2}},
    {{-1, 0}, {0, -1}, {-1, -1}, {-2, 0}, {0, -2}, {-2, -1}, {-1, -2}, {-2, -2}},
    {{-1, 0}, {0, -1}, {-1, -1}, {-2, 0}, {0, -2}, {-2, -1}, {-1, -2}, {-2, -2}},
    {{0, -1}, {-1, 0}, {1, -1}, {-1, -1}, {0, -2}, {-2, 0}, {-2, -1}, {-1, -2}},
    {{-1, 0}, {0, -1}, {-1, 1}, {-1, -1}, {-2, 0}, {0, -2}, {-1, -2}, {-2, -1}},
    {{-1, 0}, {0, -1}, {-1, 1}, {1, -1}, {-1, -1}, {-3, 0}, {0, -3}, {-3, -3}},
    {{0, -1}, {-1, 0}, {2, -1}, {-1, -1}, {-1, 1}, {0, -3}, {-3, 0}, {-3, -3}},
    {{-1, 0}, {0, -1}, {-1, 2}, {-1, -1}, {1, -1}, {-3, 0}, {0, -3}, {-3, -3}},
    {{-1, 1}, {1, -1}, {-1, 2}, {2, -1}, {-1, -1}, {-3, 0}, {0, -3}, {-3, -3}},
    {{0, -1}, {-1, 0}, {4, -1}, {-1, 2}, {-1, -1}, {0, -3}, {-3, 0}, {2, -1}},
    {{-1, 0}, {0, -1}, {-1, 4}, {2, -1}, {-1, -1}, {-3, 0}, {0, -3}, {-1, 2}},
    {{-1, 3}, {3, -1}, {-1, 4}, {4, -1}, {-1, -1}, {-1, 0}, {0, -1}, {-1, 6}},
};

static inline u32 same(Motion a, Motion b) { return a.row == b.row && a.column == b.column; }

/* is_inside(): above, the tile's sides alone are borders. */
static inline const Unit *at_place(const Block *block, u32 index)
{
    i32 row = (i32)block->row + places[block->size][index][0];
    i32 column = (i32)block->column + places[block->size][index][1];
    if (row < 0 || row >= (i32)frame.rows || column < (i32)block->first || column >= (i32)block->last)
        return 0;
    return &units[(u32)row * frame.columns + (u32)column];
}

/* add_mv_ref_list(). Answers whether both are found. */
typedef struct {
    Motion list[2];
    u32 count;
} Found;

static inline u32 add(Found *found, Motion motion)
{
    if (!found->count) {
        found->list[found->count++] = motion;
        return 0;
    }
    if (same(found->list[0], motion))
        return 0;
    found->list[found->count++] = motion;
    return 1;
}

/* if_same_ref_frame_add() */
static inline u32 add_same(Found *found, const Unit *unit, i32 reference, const Motion motion[2])
{
    if (unit->reference[0] == reference)
        return add(found, motion[0]);
    return unit->reference[1] == reference && add(found, motion[1]);
}

/* scale_mv() */
static inline Motion turned(Motion motion, i32 from, i32 to)
{
    if (frame.bias[from] != frame.bias[to])
        motion = (Motion){(i16)-motion.row, (i16)-motion.column};
    return motion;
}

/* if_diff_ref_frame_add(): it compares the two before one of them is turned around. */
static u32 add_other(Found *found, const Unit *unit, i32 reference)
{
    const Motion *motion = unit->motion[3];
    i32 first = unit->reference[0], second = unit->reference[1];
    if (first > INTRA && first != reference && add(found, turned(motion[0], first, reference)))
        return 1;
    return second > INTRA && second != reference && !same(motion[0], motion[1]) &&
           add(found, turned(motion[1], second, reference));
}

/* Of a block of quads, what lies at this side is what is near. */
static u32 add_near(Found *found, const Block *block, i32 reference, i32 quad)
{
    static const u8 sides[4][2] = {{1, 2}, {1, 3}, {3, 2}, {3, 3}};
    for (u32 index = 0; index < 2; index++) {
        const Unit *unit = at_place(block, index);
        u32 of = quad < 0 ? 3 : sides[quad][places[block->size][index][1] == 0];
        if (unit && add_same(found, unit, reference, unit->motion[of]))
            return 1;
    }
    return 0;
}

static void search(Found *found, const Block *block, i32 reference, i32 quad)
{
    const Unit *last = before ? &before[block->row * frame.columns + block->column] : 0;
    if (add_near(found, block, reference, quad))
        return;
    for (u32 index = 2; index < AROUND; index++) {
        const Unit *unit = at_place(block, index);
        if (unit && add_same(found, unit, reference, unit->motion[3]))
            return;
    }
    if (last && add_same(found, last, reference, last->motion[3]))
        return;
    for (u32 index = 0; index < AROUND; index++) {
        const Unit *unit = at_place(block, index);
        if (unit && add_other(found, unit, reference))
            return;
    }
    if (last)
        add_other(found, last, reference);
}

static i16 within(i32 value, i32 low, i32 high)
{
    return (i16)(value < low ? low : value > high ? high : value);
}

/* clamp_mv_ref(): in eighths of a pixel, from here to a little over the borders. */
static Motion clamped(const Block *block, Motion motion)
{
    i32 row = (i32)block->row, column = (i32)block->column;
    i32 below = (i32)frame.rows - units_high[block->size] - row;
    i32 beside = (i32)frame.columns - units_wide[block->size] - column;
    return (Motion){within(motion.row, -row * 64 - BORDER, below * 64 + BORDER),
                    within(motion.column, -column * 64 - BORDER, beside * 64 + BORDER)};
}

void motion_candidates(const Block *block, i32 reference, i32 quad, Candidates *into)
{
    Found found = {0};
    search(&found, block, reference, quad);
    for (u32 index = 0; index < 2; index++)
        into->list[index] = clamped(block, found.list[index]);
}

u32 motion_context(const Block *block)
{
    static const u8 weights[14] = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0, 0, 3, 1};
    static const u8 of[19] = {2, 3, 4, 1, 3, 0, 0, 0, 0, 5, 5, 0, 5, 0, 0, 0, 0, 0, 6};
    u32 sum = 0;
    for (u32 index = 0; index < 2; index++) {
        const Unit *unit = at_place(block, index);
        sum += unit ? weights[unit->mode] : 0;
    }
    return of[sum];
}

/* use_mv_hp() */
u32 is_small(Motion motion)
{
    i32 row = motion.row < 0 ? -motion.row : motion.row;
    i32 column = motion.column < 0 ? -motion.column : motion.column;
    return row >> 3 < SMALL && column >> 3 < SMALL;
}

static i16 even(i16 value) { return (i16)(value & 1 ? value + (value > 0 ? -1 : 1) : value); }

/* find_best_ref_mvs(): without its second clamping, which is wider than the first. */
void best_motion(Candidates *found)
{
    for (u32 index = 0; index < 2; index++) {
        Motion *motion = &found->list[index];
        if (!frame.fine || !is_small(*motion))
            *motion = (Motion){even(motion->row), even(motion->column)};
    }
}

/* append_sub8x8_mvs(): those of the quads before it come first. */
void quad_motion(const Block *block, u32 quad, u32 which, Candidates *found)
{
    static const i8 order[4][3] = {{-1, -1, -1}, {0, -1, -1}, {0, -1, -1}, {2, 1, 0}};
    Found own = {0};
    Candidates around;
    motion_candidates(block, block->unit.reference[which], (i32)quad, &around);
    *found = around;
    if (!quad)
        return;
    u32 full = 0;
    for (u32 index = 0; index < 3 && !full && order[quad][index] >= 0; index++)
        full = add(&own, block->unit.motion[order[quad][index]][which]);
    for (u32 index = 0; index < 2 && !full; index++)
        full = add(&own, around.list[index]);
    __builtin_memcpy(found->list, own.list, sizeof own.list);
}
