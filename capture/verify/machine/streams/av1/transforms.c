/* How blocks are divided into transforms, and in which order these stand (AV1, 5.11.15 to 5.11.37). */

#include "av1.h"

#define MOST_LEAVES 64u

const u8 tx_wide_log2[19] = {0, 1, 2, 3, 4, 0, 1, 1, 2, 2, 3, 3, 4, 0, 2, 1, 3, 2, 4};
const u8 tx_high_log2[19] = {0, 1, 2, 3, 4, 1, 0, 2, 1, 3, 2, 4, 3, 2, 0, 3, 1, 4, 2};
const u8 tx_split[19] = {0, 0, 1, 2, 3, 0, 0, 1, 1, 2, 2, 3, 3, 5, 6, 7, 8, 9, 10};
const u8 max_tx_size[BLOCK_SIZES] = {0, 5, 6, 1, 7, 8, 2, 9, 10, 3, 11, 12, 4, 4, 4, 4, 13, 14, 15, 16, 17, 18};

/* By the logarithms of width and height, in units of 4, up to 32 pixels. */
static const u8 tx_by_sides[4][4] = {
    {TX_4X4, TX_4X8, TX_4X16, TX_4X16}, {TX_8X4, TX_8X8, TX_8X16, TX_8X32},
    {TX_16X4, TX_16X8, TX_16X16, TX_16X32}, {TX_32X8, TX_32X8, TX_32X16, TX_32X32},
};

/* What the next blocks compare their transforms with: of a transform, and of one or an inter block. */
static u8 above_tx[MOST_COLS + 32], left_tx[32];
static i8 above_size[MOST_COLS + 32], left_size[32];

/* The transforms of a block that is divided by a tree: where, and how large. */
static struct {
    u16 row, col;
    u8 tx;
} leaves[MOST_LEAVES];
static u32 leaf_count;
static u8 tx_types[32][32];

void tile_contexts_cleared(void)
{
    __builtin_memset(above_tx, TX_64X64, sizeof above_tx);
    __builtin_memset(above_size, -1, sizeof above_size);
    coef_tile_cleared();
}

void left_contexts_cleared(void)
{
    __builtin_memset(left_tx, TX_64X64, sizeof left_tx);
    __builtin_memset(left_size, -1, sizeof left_size);
    coef_left_cleared();
}

static void tx_kept(u32 row, u32 col, u32 wide, u32 high, u32 wide_log, u32 high_log)
{
    __builtin_memset(above_tx + (col - tile.col_start), (i32)wide_log, wide);
    __builtin_memset(left_tx + (row & 31), (i32)high_log, least(high, 32 - (row & 31)));
}

static void leaf(u32 row, u32 col, u32 tx)
{
    if (leaf_count < MOST_LEAVES && row < header.rows && col < header.cols) {
        leaves[leaf_count].row = (u16)row;
        leaves[leaf_count].col = (u16)col;
        leaves[leaf_count++].tx = (u8)tx;
    }
}

/* read_var_tx_size */
static void tree(u32 row, u32 col, u32 tx, u32 depth)
{
    u32 wide = tx_wide_log2[tx], high = tx_high_log2[tx], larger = most(wide, high), split = 0;
    if (row >= header.rows || col >= header.cols)
        return;
    if (tx != TX_4X4 && depth < 2) {
        u32 context = (2 * (4 - larger) - depth) * 3 + (above_tx[col - tile.col_start] < wide) +
                      (left_tx[row & 31] < high);
        split = flag(&tile.coder, tile.odds + AT_TXFM_SPLIT + context * LONG_TXFM_SPLIT);
    }
    if (!split) {
        leaf(row, col, tx);
        tx_kept(row, col, 1u << wide, 1u << high, wide, high);
        return;
    }
    u32 part = tx_split[tx], step_x = 1u << tx_wide_log2[part], step_y = 1u << tx_high_log2[part];
    for (u32 y = 0; y < 1u << high; y += step_y) {
        for (u32 x = 0; x < 1u << wide; x += step_x) {
            if (part == TX_4X4)
                leaf(row + y, col + x, part);
            else
                tree(row + y, col + x, part, depth + 1);
        }
    }
    if (part == TX_4X4)
        tx_kept(row, col, 1u << wide, 1u << high, 0, 0);
}

/* read_tx_size, of a block that says so */
static u32 selected(u32 tx)
{
    u32 wide = tx_wide_log2[tx], high = tx_high_log2[tx], larger = most(wide, high);
    u32 context = (above_size[now.col - tile.col_start] >= (i32)wide) + (left_size[now.row & 31] >= (i32)high);
    u16 *odds = tile.odds + AT_TX_SIZE + ((larger - 1) * 3 + context) * LONG_TX_SIZE;
    u32 depth = symbol(&tile.coder, odds, larger > 1 ? 3 : 2);
    while (depth--)
        tx = tx_split[tx];
    return tx;
}

/* read_block_tx_size */
static void sizes(void)
{
    u32 size = block->size, tx = now.lossless ? TX_4X4 : max_tx_size[size], inter = block->is_inter;
    u32 select = header.tx_select && size != BLOCK_4X4 && !now.lossless, divided = select && inter && !block->skip;
    leaf_count = 0;
    if (divided) {
        u32 step_x = 1u << tx_wide_log2[tx], step_y = 1u << tx_high_log2[tx];
        for (u32 row = now.row; row < now.row + now.high; row += step_y)
            for (u32 col = now.col; col < now.col + now.wide; col += step_x)
                tree(row, col, tx, 0);
    } else {
        if (select && !inter)
            tx = selected(tx);
        u32 whole = inter && block->skip;
        tx_kept(now.row, now.col, now.wide, now.high, whole ? wide_log2[size] : tx_wide_log2[tx],
                whole ? high_log2[size] : tx_high_log2[tx]);
    }
    now.tx_size = tx;
    __builtin_memset(above_size + (now.col - tile.col_start), inter ? wide_log2[size] : tx_wide_log2[tx], now.wide);
    __builtin_memset(left_size + (now.row & 31), inter ? high_log2[size] : tx_high_log2[tx],
                     least(now.high, 32 - (now.row & 31)));
}

static void types_kept(u32 row, u32 col, u32 tx, u32 type)
{
    u32 wide = 1u << tx_wide_log2[tx], high = 1u << tx_high_log2[tx];
    for (u32 y = 0; y < high; y++)
        for (u32 x = 0; x < wide; x++)
            tx_types[(row + y) & 31][(col + x) & 31] = (u8)type;
}

/* One transform; its place in units of 4 pixels of its plane. */
static u32 transform_block(u32 plane, u32 x4, u32 y4, u32 tx)
{
    u32 subx = plane ? sequence.subx : 0, suby = plane ? sequence.suby : 0, type = 0;
    if (x4 >= header.cols >> subx || y4 >= header.rows >> suby)
        return FINE;
    if (plane)
        type = tx_types[most(now.row, y4 << suby) & 31][most(now.col, x4 << subx) & 31];
    u32 answer = coefs(plane, x4, y4, tx, &type);
    if (!plane && block->is_inter)
        types_kept(y4, x4, tx, type);
    return answer;
}

static u32 plane_tx(u32 plane)
{
    if (!plane || now.lossless)
        return now.tx_size;
    u32 wide = wide_log2[block->size], high = high_log2[block->size];
    wide -= wide && sequence.subx;
    high -= high && sequence.suby;
    return tx_by_sides[least(wide, 3)][least(high, 3)];
}

/* The transforms of one plane, in a square of 64 by 64 pixels. */
static u32 plane_of(u32 plane, u32 row, u32 col)
{
    u32 subx = plane ? sequence.subx : 0, suby = plane ? sequence.suby : 0, tx = plane_tx(plane), answer = FINE;
    u32 step_x = 1u << tx_wide_log2[tx], step_y = 1u << tx_high_log2[tx];
    u32 wide = most(least(now.wide, 16) >> subx, 1), high = most(least(now.high, 16) >> suby, 1);
    for (u32 y = 0; y < high; y += step_y)
        for (u32 x = 0; x < wide && !answer; x += step_x)
            answer = transform_block(plane, (col >> subx) + x, (row >> suby) + y, tx);
    return answer;
}

static u32 divided_plane(u32 row, u32 col)
{
    u32 answer = FINE;
    for (u32 index = 0; index < leaf_count && !answer; index++)
        if (leaves[index].row >> 4 == row >> 4 && leaves[index].col >> 4 == col >> 4)
            answer = transform_block(0, leaves[index].col, leaves[index].row, leaves[index].tx);
    return answer;
}

/* residual */
static u32 residual(void)
{
    u32 planes = now.has_chroma ? 3 : 1, answer = FINE;
    for (u32 y = 0; y < now.high; y += 16)
        for (u32 x = 0; x < now.wide; x += 16)
            for (u32 plane = 0; plane < planes && !answer; plane++)
                answer = !plane && leaf_count ? divided_plane(now.row + y, now.col + x)
                                              : plane_of(plane, now.row + y, now.col + x);
    return answer;
}

/* reset_block_context */
static u32 nothing_left(void)
{
    for (u32 plane = 0; plane < (now.has_chroma ? 3 : 1); plane++) {
        u32 subx = plane ? sequence.subx : 0, suby = plane ? sequence.suby : 0;
        coef_contexts_cleared(plane, now.col >> subx, now.row >> suby, (now.wide + subx) >> subx,
                              (now.high + suby) >> suby);
    }
    return FINE;
}

u32 block_transforms(void)
{
    sizes();
    return block->skip ? nothing_left() : residual();
}
