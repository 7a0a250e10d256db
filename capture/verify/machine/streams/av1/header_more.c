/* The header of a picture of AV1 (the AV1 specification, 5.9.12 to 5.9.30): how it is coded. */

#include "av1.h"

#define MOST_TILE_WIDTH 4096u
#define MOST_TILE_AREA (4096u * 2304u)

static i32 su(Bits *b, u32 bits)
{
    i32 value = (i32)take(b, bits), sign = 1 << (bits - 1);
    return value & sign ? value - 2 * sign : value;
}

u32 ns(Bits *b, u32 values)
{
    u32 bits = 32 - (u32)__builtin_clz(values), few = (1u << bits) - values;
    u32 value = bits > 1 ? take(b, bits - 1) : 0;
    return value < few ? value : (value << 1) - few + take(b, 1);
}

static u32 tile_log2(u32 size, u32 target)
{
    u32 log2 = 0;
    while (size << log2 < target)
        log2++;
    return log2;
}

/* One direction of evenly spaced tiles; returns how many there are. */
static u32 even_tiles(Bits *b, u16 *starts, u32 count, u32 shift, u32 least_log2, u32 most_log2, u32 *log2)
{
    u32 tiles = 0;
    *log2 = least_log2;
    while (*log2 < most_log2 && take(b, 1))
        ++*log2;
    u32 size = (count + (1u << *log2) - 1) >> *log2;
    for (u32 start = 0; start < count; start += size)
        starts[tiles++] = (u16)(start << shift);
    return tiles;
}

/* One direction of tiles with sizes of their own; 0 where there are too many. */
static u32 odd_tiles(Bits *b, u16 *starts, u32 count, u32 shift, u32 largest, u32 *widest)
{
    u32 tiles = 0;
    *widest = 0;
    for (u32 start = 0; start < count;) {
        if (tiles == 64)
            return 0;
        starts[tiles++] = (u16)(start << shift);
        u32 size = ns(b, least(count - start, largest)) + 1;
        *widest = most(*widest, size);
        start += size;
    }
    return tiles;
}

static u32 tile_info(Bits *b)
{
    Header *h = &header;
    u32 shift = sequence.sb128 ? 5 : 4, side = shift + 2;
    u32 cols = (h->cols + (1u << shift) - 1) >> shift, rows = (h->rows + (1u << shift) - 1) >> shift;
    u32 most_width = MOST_TILE_WIDTH >> side, most_area = MOST_TILE_AREA >> (2 * side);
    u32 least_cols = tile_log2(most_width, cols), widest, tallest;
    u32 least_tiles = most(least_cols, tile_log2(most_area, rows * cols));
    if (take(b, 1)) {
        h->tile_cols = even_tiles(b, h->col_starts, cols, shift, least_cols, tile_log2(1, least(cols, 64)),
                                  &h->tile_cols_log2);
        u32 left_log2 = least_tiles > h->tile_cols_log2 ? least_tiles - h->tile_cols_log2 : 0;
        h->tile_rows = even_tiles(b, h->row_starts, rows, shift, left_log2, tile_log2(1, least(rows, 64)),
                                  &h->tile_rows_log2);
    } else {
        h->tile_cols = odd_tiles(b, h->col_starts, cols, shift, most_width, &widest);
        u32 area = least_tiles ? (rows * cols) >> (least_tiles + 1) : rows * cols;
        h->tile_rows = odd_tiles(b, h->row_starts, rows, shift, most(area / most(widest, 1), 1), &tallest);
        h->tile_cols_log2 = tile_log2(1, h->tile_cols);
        h->tile_rows_log2 = tile_log2(1, h->tile_rows);
    }
    if (!h->tile_cols || !h->tile_rows || h->tile_cols > 64 || h->tile_rows > 64)
        return BROKEN_HEADER;
    h->col_starts[h->tile_cols] = (u16)h->cols;
    h->row_starts[h->tile_rows] = (u16)h->rows;
    if (!h->tile_cols_log2 && !h->tile_rows_log2)
        return FINE;
    h->update_tile = take(b, h->tile_cols_log2 + h->tile_rows_log2);
    h->tile_size_bytes = take(b, 2) + 1;
    return h->update_tile < h->tile_cols * h->tile_rows ? FINE : BROKEN_HEADER;
}

/* Returns whether any of the differences is not zero. */
static u32 quantization_params(Bits *b)
{
    header.base_q_idx = (u8)take(b, 8);
    u32 any = take(b, 1) && su(b, 7), different = 0;
    if (!sequence.mono) {
        different = sequence.separate_uv ? take(b, 1) : 0;
        for (u32 index = 0; index < (different ? 4 : 2); index++)
            any |= take(b, 1) && su(b, 7);
    }
    if (take(b, 1))
        take(b, sequence.separate_uv ? 12 : 8);
    return any;
}

static void segment_features(Bits *b)
{
    static const u8 bits[8] = {8, 6, 6, 6, 6, 3, 0, 0}, limits[8] = {255, 63, 63, 63, 63, 7, 0, 0};
    for (u32 index = 0; index < 8; index++) {
        header.features[index] = 0;
        for (u32 which = 0; which < 8; which++) {
            i32 value = 0;
            if (take(b, 1)) {
                header.features[index] |= (u8)(1 << which);
                if (which < 5)
                    value = within(-limits[which], limits[which], su(b, bits[which] + 1u));
                else if (bits[which])
                    value = (i32)take(b, bits[which]);
            }
            header.feature_data[index][which] = (i16)value;
        }
    }
}

static void segmentation_params(Bits *b)
{
    Header *h = &header;
    u32 update_data = 1;
    h->seg_enabled = (u8)take(b, 1);
    h->seg_update_map = 1;
    if (!h->seg_enabled) {
        clear(h->features, sizeof h->features);
        return;
    }
    if (h->primary_ref != 7) {
        h->seg_update_map = (u8)take(b, 1);
        h->seg_temporal = h->seg_update_map ? (u8)take(b, 1) : 0;
        update_data = take(b, 1);
    }
    if (update_data)
        segment_features(b);
    for (u32 index = 0; index < 8; index++) {
        if (h->features[index])
            h->seg_last = (u8)index;
        h->seg_pre_skip |= h->features[index] >> SEG_LVL_REF_FRAME ? 1 : 0;
    }
}

static void deltas(Bits *b)
{
    Header *h = &header;
    h->delta_q_present = h->base_q_idx ? (u8)take(b, 1) : 0;
    if (!h->delta_q_present)
        return;
    take(b, 2);
    h->delta_lf_present = h->allow_intrabc ? 0 : (u8)take(b, 1);
    if (h->delta_lf_present) {
        take(b, 2);
        h->delta_lf_multi = (u8)take(b, 1);
    }
}

static void losslessness(u32 different)
{
    header.coded_lossless = 1;
    for (u32 index = 0; index < 8; index++) {
        i32 q = header.base_q_idx;
        if (header.seg_enabled && header.features[index] & 1)
            q = within(0, 255, q + header.feature_data[index][0]);
        header.qindex_of[index] = (u8)q;
        header.lossless[index] = !q && !different;
        header.coded_lossless &= header.lossless[index];
    }
}

static void loop_filter_params(Bits *b)
{
    if (header.coded_lossless || header.allow_intrabc)
        return;
    u32 levels = take(b, 12);
    if (!sequence.mono && levels)
        take(b, 12);
    take(b, 3);
    if (take(b, 1) && take(b, 1))
        for (u32 index = 0; index < 8 + 2; index++)
            if (take(b, 1))
                take(b, 7);
}

static void cdef_params(Bits *b)
{
    if (header.coded_lossless || header.allow_intrabc || !sequence.cdef)
        return;
    take(b, 2);
    header.cdef_bits = (u8)take(b, 2);
    for (u32 index = 0; index < 1u << header.cdef_bits; index++)
        take(b, sequence.mono ? 6 : 12);
}

static void lr_params(Bits *b)
{
    static const u8 types[4] = {RESTORE_NONE, RESTORE_SWITCHABLE, RESTORE_WIENER, RESTORE_SGRPROJ};
    Header *h = &header;
    u32 chroma = 0, shift;
    if ((h->coded_lossless && h->width == h->upscaled) || h->allow_intrabc || !sequence.restoration)
        return;
    for (u32 plane = 0; plane < (sequence.mono ? 1 : 3); plane++) {
        h->lr_type[plane] = types[take(b, 2)];
        h->uses_lr |= h->lr_type[plane] != RESTORE_NONE;
        chroma |= plane && h->lr_type[plane] != RESTORE_NONE;
    }
    if (!h->uses_lr)
        return;
    shift = take(b, 1);
    if (sequence.sb128)
        shift++;
    else if (shift)
        shift += take(b, 1);
    h->lr_size[0] = 64u << shift;
    h->lr_size[1] = h->lr_size[2] = h->lr_size[0] >> (sequence.subx && sequence.suby && chroma ? take(b, 1) : 0);
}

/* skip_mode_params: the nearest picture before, and the nearest behind or the one before that. */
static u32 skip_mode_allowed(void)
{
    i32 forward = -1, backward = -1, second = -1;
    for (i32 index = 1; index < 8; index++) {
        u32 hint = header.order_hints[index];
        i32 apart = relative_distance(hint, header.order_hint);
        if (apart < 0 && (forward < 0 || relative_distance(hint, header.order_hints[forward]) > 0))
            forward = index;
        if (apart > 0 && (backward < 0 || relative_distance(hint, header.order_hints[backward]) < 0))
            backward = index;
    }
    if (forward < 0)
        return 0;
    for (i32 index = 1; index < 8 && backward < 0; index++) {
        u32 hint = header.order_hints[index];
        if (relative_distance(hint, header.order_hints[forward]) < 0 &&
            (second < 0 || relative_distance(hint, header.order_hints[second]) > 0))
            second = index;
    }
    i32 other = backward < 0 ? second : backward;
    header.skip_mode_frames[0] = (u8)(other < forward ? other : forward);
    header.skip_mode_frames[1] = (u8)(other < forward ? forward : other);
    return other >= 0;
}

u32 frame_params(Bits *b)
{
    Header *h = &header;
    u32 answer = frame_begun();
    if (!answer)
        answer = tile_info(b);
    if (answer)
        return answer;
    u32 different = quantization_params(b);
    segmentation_params(b);
    segments_begun();
    deltas(b);
    if (h->primary_ref == 7)
        first_of_coefs(current->odds, h->base_q_idx);
    losslessness(different);
    loop_filter_params(b);
    cdef_params(b);
    lr_params(b);
    h->tx_select = h->coded_lossless ? 0 : (u8)take(b, 1);
    h->reference_select = h->intra ? 0 : (u8)take(b, 1);
    if (h->reference_select && sequence.order_hint_bits && skip_mode_allowed())
        h->skip_mode_present = (u8)take(b, 1);
    if (!h->intra && !h->error_resilient && sequence.warped)
        h->warped = (u8)take(b, 1);
    h->reduced_tx_set = (u8)take(b, 1);
    answer = global_motion_params(b);
    return answer ? answer : film_grain_params(b);
}
