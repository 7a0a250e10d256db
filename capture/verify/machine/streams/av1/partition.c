/* How superblocks are divided into blocks (the AV1 specification, 5.11.2 to 5.11.4). */

#include "av1.h"

enum { PARTITION_NONE, HORZ, VERT, SPLIT, HORZ_A, HORZ_B, VERT_A, VERT_B, HORZ_4, VERT_4 };

/* Blocks are kept for as many rows as later ones look back; `grid` says which one is where. */
static Block pool[RING * MOST_COLS];
static u32 grid[RING][MOST_COLS]; /* one more than the place in the pool; 0: not decoded yet */
static u32 next_block;

const u8 wide_of[BLOCK_SIZES] = {1, 1, 2, 2, 2, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 1, 4, 2, 8, 4, 16};
const u8 high_of[BLOCK_SIZES] = {1, 2, 1, 2, 4, 2, 4, 8, 4, 8, 16, 8, 16, 32, 16, 32, 4, 1, 8, 2, 16, 4};
const u8 wide_log2[BLOCK_SIZES] = {0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 0, 2, 1, 3, 2, 4};
const u8 high_log2[BLOCK_SIZES] = {0, 1, 0, 1, 2, 1, 2, 3, 2, 3, 4, 3, 4, 5, 4, 5, 2, 0, 3, 1, 4, 2};
const u8 size_group[BLOCK_SIZES] = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 0, 0, 1, 1, 2, 2};

/* Partition_Subsize, for squares of 8, 16, 32, 64 and 128 pixels. */
static const u8 subsizes[10][5] = {
    {3, 6, 9, 12, 15}, {2, 5, 8, 11, 14}, {1, 4, 7, 10, 13}, {0, 3, 6, 9, 12}, {22, 5, 8, 11, 14},
    {22, 5, 8, 11, 14}, {22, 4, 7, 10, 13}, {22, 4, 7, 10, 13}, {22, 17, 19, 21, 22}, {22, 16, 18, 20, 22},
};

Block *block_at(u32 row, u32 col)
{
    return &pool[grid[row % RING][col - tile.col_start] - 1];
}

/* The block that covers a place, or 0: outside of the tile, or not decoded yet. */
Block *block_if_decoded(i32 row, i32 col)
{
    if (row < (i32)tile.row_start || row >= (i32)tile.row_end || col < (i32)tile.col_start ||
        col >= (i32)tile.col_end)
        return 0;
    u32 place = grid[(u32)row % RING][(u32)col - tile.col_start];
    return place ? &pool[place - 1] : 0;
}

static u32 block_decoded(u32 row, u32 col, u32 size)
{
    u32 place = next_block++ % (RING * MOST_COLS);
    block = &pool[place];
    above = row > tile.row_start ? block_at(row - 1, col) : 0;
    left = col > tile.col_start ? block_at(row, col - 1) : 0;
    u32 answer = size == BLOCK_INVALID ? BAD_CODE : decode_block(row, col, size);
    for (u32 y = row; y < row + now.high_inside; y++)
        for (u32 x = col - tile.col_start; x < col - tile.col_start + now.wide_inside; x++)
            grid[y % RING][x] = place + 1;
    return answer;
}

/* The sum of the odds of some partitions, from those that count downwards. */
static u32 odds_of(const u16 *odds, u32 level, const u8 *which, u32 count)
{
    u32 sum = 0, values = level == 0 ? 4 : level == 4 ? 8 : 10;
    for (u32 index = 0; index < count; index++) {
        u32 value = which[index];
        if (value < values)
            sum += (value ? odds[value] : 32768u) - (value + 1 < values ? odds[value + 1] : 0u);
    }
    return sum;
}

static u32 partition(u32 row, u32 col, u32 level, u32 has_rows, u32 has_cols)
{
    static const u8 down[6] = {VERT, SPLIT, HORZ_A, VERT_A, VERT_B, VERT_4};
    static const u8 across[6] = {HORZ, SPLIT, HORZ_A, HORZ_B, VERT_A, HORZ_4};
    const Block *over_it = row > tile.row_start ? block_at(row - 1, col) : 0;
    const Block *beside = col > tile.col_start ? block_at(row, col - 1) : 0;
    u32 context = level * 4 + (over_it && wide_log2[over_it->size] < level + 1) +
                  2 * (beside && high_log2[beside->size] < level + 1);
    u16 *odds = tile.odds + AT_PARTITION + context * LONG_PARTITION;
    if (has_rows && has_cols)
        return symbol(&tile.coder, odds, level == 0 ? 4 : level == 4 ? 8 : 10);
    if (has_cols)
        return chance(&tile.coder, odds_of(odds, level, down, 6)) ? SPLIT : HORZ;
    if (has_rows)
        return chance(&tile.coder, odds_of(odds, level, across, 6)) ? SPLIT : VERT;
    return SPLIT;
}

static u32 decode_partition(u32 row, u32 col, u32 level);

static u32 quarters(u32 row, u32 col, u32 level, u32 half)
{
    u32 answer = FINE;
    for (u32 part = 0; part < 4 && !answer; part++) {
        u32 r = row + (part >> 1) * half, c = col + (part & 1) * half;
        answer = level ? decode_partition(r, c, level - 1) : block_decoded(r, c, BLOCK_4X4);
    }
    return answer;
}

/* Where the blocks of a division of three stand: in halves, with whether it is of the split size. */
static u32 three(u32 row, u32 col, u32 kind, u32 size, u32 split, u32 half)
{
    static const u8 parts[4][3][3] = {
        {{0, 0, 1}, {0, 1, 1}, {1, 0, 0}}, {{0, 0, 0}, {1, 0, 1}, {1, 1, 1}},
        {{0, 0, 1}, {1, 0, 1}, {0, 1, 0}}, {{0, 0, 0}, {0, 1, 1}, {1, 1, 1}},
    };
    u32 answer = FINE;
    for (u32 index = 0; index < 3 && !answer; index++) {
        const u8 *part = parts[kind - HORZ_A][index];
        answer = block_decoded(row + part[0] * half, col + part[1] * half, part[2] ? split : size);
    }
    return answer;
}

static u32 four(u32 row, u32 col, u32 down, u32 size, u32 quarter)
{
    u32 answer = FINE;
    for (u32 index = 0; index < 4 && !answer; index++) {
        u32 r = row + (down ? index * quarter : 0), c = col + (down ? 0 : index * quarter);
        if (r < header.rows && c < header.cols)
            answer = block_decoded(r, c, size);
    }
    return answer;
}

static u32 decode_partition(u32 row, u32 col, u32 level)
{
    if (row >= header.rows || col >= header.cols)
        return FINE;
    u32 half = 1u << level, has_rows = row + half < header.rows, has_cols = col + half < header.cols;
    u32 kind = partition(row, col, level, has_rows, has_cols), size = subsizes[kind][level], answer;
    if (sequence.subx && !sequence.suby && high_of[size % 22] > wide_of[size % 22] && !sequence.mono)
        return BAD_CODE;
    switch (kind) {
    case PARTITION_NONE:
        return block_decoded(row, col, size);
    case HORZ:
        answer = block_decoded(row, col, size);
        return answer || !has_rows ? answer : block_decoded(row + half, col, size);
    case VERT:
        answer = block_decoded(row, col, size);
        return answer || !has_cols ? answer : block_decoded(row, col + half, size);
    case SPLIT:
        return quarters(row, col, level, half);
    case HORZ_4:
        return four(row, col, 1, size, half >> 1);
    case VERT_4:
        return four(row, col, 0, size, half >> 1);
    default:
        return three(row, col, kind, size, subsizes[SPLIT][level], half);
    }
}

static void grid_cleared(u32 row, u32 rows)
{
    for (u32 index = 0; index < rows; index++)
        clear(grid[(row + index) % RING], (tile.col_end - tile.col_start) * sizeof(u32));
}

u32 tile_decoded(void)
{
    u32 side = sequence.sb128 ? 32 : 16;
    for (u32 row = tile.row_start; row < tile.row_end; row += side) {
        left_contexts_cleared();
        segments_forgotten(row == tile.row_start);
        grid_cleared(row, side);
        for (u32 col = tile.col_start; col < tile.col_end; col += side) {
            tile.read_deltas = header.delta_q_present;
            __builtin_memset(tile.cdef, -1, sizeof tile.cdef);
            read_lr(row, col);
            u32 answer = decode_partition(row, col, sequence.sb128 ? 4 : 3);
            if (answer)
                return answer;
            if (exhausted(&tile.coder))
                return ENDS_EARLY;
        }
    }
    return FINE;
}
