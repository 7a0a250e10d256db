/* Tiles of an AV1 picture, and how each ends (the AV1 specification, 5.11.1, 5.11.2 and 8.2). */

#include "av1.h"

Tile tile;
static u16 kept[ALL_ODDS];

static void tile_begun(u32 index, const u8 *at, u32 size)
{
    u32 row = index / header.tile_cols, col = index % header.tile_cols;
    tile.row_start = header.row_starts[row];
    tile.row_end = header.row_starts[row + 1];
    tile.col_start = header.col_starts[col];
    tile.col_end = header.col_starts[col + 1];
    __builtin_memcpy(tile.odds, current->odds, sizeof tile.odds);
    opened(&tile.coder, at, size, !header.disable_cdf_update);
    tile_contexts_cleared();
}

static u32 followed(u32 index, const u8 *at, u32 size)
{
    tile_begun(index, at, size);
    u32 answer = tile_decoded();
    if (!answer)
        answer = closed(&tile.coder);
    if (!answer && index == header.update_tile && !header.no_end_update)
        __builtin_memcpy(kept, tile.odds, sizeof kept);
    return answer;
}

static u32 group(const u8 *at, u32 size, u32 first_tile, u32 last_tile)
{
    for (u32 index = first_tile; index <= last_tile; index++) {
        u32 length = size;
        if (index < last_tile) {
            u32 bytes = header.tile_size_bytes;
            if (size < bytes)
                return ENDS_EARLY;
            length = 0;
            for (u32 byte = 0; byte < bytes; byte++)
                length |= (u32)at[byte] << (8 * byte);
            at += bytes, size -= bytes;
            if (length >= size)
                return ENDS_EARLY;
            length++;
        }
        u32 answer = length ? followed(index, at, length) : ENDS_EARLY;
        if (answer)
            return answer;
        at += length, size -= length;
    }
    return FINE;
}

/* One group of tiles, from the next one on; at the last one the picture is done. */
u32 tile_group(const u8 *at, u32 size, u32 *next_tile)
{
    Bits b = bits_of(at, size);
    u32 tiles = header.tile_cols * header.tile_rows, bits = header.tile_cols_log2 + header.tile_rows_log2;
    u32 first_tile = 0, last_tile = tiles - 1;
    if (tiles > 1 && take(&b, 1)) {
        first_tile = take(&b, bits);
        last_tile = take(&b, bits);
    }
    u32 rest = (u32)(-b.next & 7);
    if (rest && take(&b, rest))
        return BITS_LEFT;
    if (over(&b))
        return ENDS_EARLY;
    if (first_tile != *next_tile || last_tile < first_tile || last_tile >= tiles)
        return BAD_ORDER;
    u32 start = (u32)(b.next >> 3), answer = group(at + start, size - start, first_tile, last_tile);
    *next_tile = last_tile + 1;
    if (answer || *next_tile < tiles)
        return answer;
    if (!header.no_end_update) {
        __builtin_memcpy(current->odds, kept, sizeof kept);
        uncounted(current->odds);
    }
    return FINE;
}
