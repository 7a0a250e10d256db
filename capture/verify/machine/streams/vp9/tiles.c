/* VP9, clause 6.4: the tiles of a frame, and how they are parted into blocks. */

#include "vp9.h"
#include "vp9_numbers.h"

Unit *units;
const Unit *before;
u8 *segments, *segments_before;
u8 *modes_above, modes_left[16];
u8 *partition_above, partition_left[8];
u8 *predicted_above, predicted_left[8];

static struct {
    Coder coder;
    u32 first, last; /* columns of this tile */
} tile;

enum { WHOLE, ACROSS, DOWN, SPLIT };

/* A block, with all that it holds. */
static u32 block(u32 row, u32 column, u32 size)
{
    u32 high = frame.rows - row, wide = frame.columns - column;
    Unit *at = &units[row * frame.columns + column];
    Block b = {
        .row = row, .column = column, .size = size,
        .wide = wide < units_wide[size] ? wide : units_wide[size],
        .high = high < units_high[size] ? high : units_high[size],
        .first = tile.first, .last = tile.last,
        .above = row ? at - frame.columns : 0, .left = column > tile.first ? at - 1 : 0,
    };
    u32 bad = block_modes(&tile.coder, &b);
    u32 found = residual(&tile.coder, &b);
    if (!found && b.unit.reference[0] > INTRA && size >= B8X8)
        b.unit.skip = 1;
    for (u32 y = 0; y < b.high; y++, at += frame.columns)
        for (u32 x = 0; x < b.wide; x++)
            at[x] = b.unit;
    return bad;
}

/* 6.4.3: the partition, of which a part is known where the picture ends. */
static u32 partition(u32 row, u32 column, u32 level)
{
    u32 half = (1u << level) >> 1, rows = row + half < frame.rows, columns = column + half < frame.columns;
    u32 above = partition_above[column] >> (3 - level) & 1;
    u32 left = partition_left[row & 7] >> (3 - level) & 1, context = 4 * level + 2 * left + above;
    const u8 *chances = frame.intra ? intra_partition_odds[context] : odds.partition[context];
    u32 is = SPLIT;
    if (rows && columns)
        is = branch(&tile.coder, partition_tree, chances);
    else if (columns)
        is = bit(&tile.coder, chances[1]) ? SPLIT : ACROSS;
    else if (rows)
        is = bit(&tile.coder, chances[2]) ? SPLIT : DOWN;
    counts.partition[context][is]++;
    return is;
}

static void keep_partition(u32 row, u32 column, u32 level, u32 is)
{
    u32 wide = is == WHOLE || is == ACROSS, high = is == WHOLE || is == DOWN;
    __builtin_memset(partition_above + column, 15 >> (level + wide), 1u << level);
    __builtin_memset(partition_left + (row & 7), 15 >> (level + high), 1u << level);
}

static u32 part(u32 row, u32 column, u32 level)
{
    u32 half = (1u << level) >> 1, bad = FINE;
    if (row >= frame.rows || column >= frame.columns)
        return FINE;
    u32 is = partition(row, column, level), size = 3 * level + 3 - is;
    if (is == SPLIT && level) {
        for (u32 index = 0; index < 4; index++)
            bad |= part(row + (index >> 1) * half, column + (index & 1) * half, level - 1);
        return bad;
    }
    bad = block(row, column, size);
    if (level && is == ACROSS && row + half < frame.rows)
        bad |= block(row + half, column, size);
    if (level && is == DOWN && column + half < frame.columns)
        bad |= block(row, column + half, size);
    keep_partition(row, column, level, is);
    return bad;
}

static void left_anew(void)
{
    clear(nonzero_left, sizeof nonzero_left);
    clear(modes_left, sizeof modes_left);
    clear(partition_left, sizeof partition_left);
    clear(predicted_left, sizeof predicted_left);
}

/* Where a tile begins, of so many. */
static u32 offset(u32 index, u32 all, u32 logarithm)
{
    u32 at = (index * ((all + 7) >> 3) >> logarithm) << 3;
    return at < all ? at : all;
}

static u32 one(const u8 *at, u32 size, u32 row_of_tiles)
{
    u32 bad = opened(&tile.coder, at, size), row = offset(row_of_tiles, frame.rows, frame.tile_rows);
    u32 end = offset(row_of_tiles + 1, frame.rows, frame.tile_rows);
    for (; row < end; row += 8) {
        left_anew();
        for (u32 column = tile.first; column < tile.last; column += 8) {
            bad = bad ? bad : part(row, column, 3);
            bad = bad ? bad : exhausted(&tile.coder) ? ENDS_EARLY : FINE;
            if (bad)
                return bad;
        }
    }
    return bad ? bad : closed(&tile.coder);
}

u32 tiles(const u8 *at, u32 size)
{
    u32 across = 1u << frame.tile_columns, count = across << frame.tile_rows;
    for (u32 index = 0; index < count; index++) {
        u32 length = size, column = index & (across - 1);
        if (index + 1 < count) {
            if (size < 4)
                return ENDS_EARLY;
            length = (u32)at[0] << 24 | (u32)at[1] << 16 | (u32)at[2] << 8 | at[3];
            at += 4, size -= 4;
        }
        if (length > size)
            return ENDS_EARLY;
        tile.first = offset(column, frame.columns, frame.tile_columns);
        tile.last = offset(column + 1, frame.columns, frame.tile_columns);
        u32 bad = one(at, length, index >> frame.tile_columns);
        if (bad)
            return bad;
        at += length, size -= length;
    }
    return size ? BYTES_LEFT : FINE;
}
