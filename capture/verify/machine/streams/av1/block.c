/* What a block says of itself first, and how pictures alone are coded (AV1, 5.11.5 to 5.11.22). */

#include "av1.h"

Now now;
Block *block, *above, *left;
static u8 above_predicted[MOST_COLS + 32], left_predicted[32];
static u32 predicted;

u32 feature(u32 which)
{
    return header.seg_enabled && header.features[block->segment] >> which & 1;
}

static u32 neg_deinterleave(u32 difference, u32 ref, u32 values)
{
    if (!ref)
        return difference;
    if (ref >= values - 1)
        return values - difference - 1;
    u32 low = 2 * ref < values, limit = low ? 2 * ref : 2 * (values - ref - 1);
    if (difference <= limit)
        return difference & 1 ? ref + ((difference + 1) >> 1) : ref - (difference >> 1);
    return low ? difference : values - (difference + 1);
}

/* read_segment_id */
static u32 segment_id(u32 skip)
{
    const Block *corner = above && left ? block_at(now.row - 1, now.col - 1) : 0;
    u32 context = 0, near = above ? above->segment : left ? left->segment : 0;
    if (corner) {
        u32 a = above->segment, l = left->segment, c = corner->segment;
        context = a == l && a == c ? 2 : a == l || a == c || l == c;
        near = c == a ? a : l;
    }
    if (skip) {
        block->segment = (u8)near;
        return FINE;
    }
    u32 difference = symbol(&tile.coder, tile.odds + AT_SEG_ID + context * LONG_SEG_ID, 8);
    u32 id = neg_deinterleave(difference, near, header.seg_last + 1u);
    block->segment = (u8)(id & 7);
    return id > header.seg_last ? BAD_CODE : FINE;
}

/* get_segment_id: the smallest one of the picture before, over all of the block. */
static u32 segment_before(void)
{
    const u8 *map = segments_before();
    u32 id = 7;
    if (!map)
        return 0;
    for (u32 y = 0; y < now.high_inside; y++)
        for (u32 x = 0; x < now.wide_inside; x++)
            id = least(id, map[(now.row + y) * header.cols + now.col + x]);
    return id;
}

static u32 segment_coded(void)
{
    if (header.seg_temporal) {
        u32 context = above_predicted[now.col - tile.col_start] + left_predicted[now.row & 31];
        predicted = flag(&tile.coder, tile.odds + AT_SEG_PREDICTED + context * LONG_SEG_PREDICTED);
        if (predicted) {
            block->segment = (u8)segment_before();
            return FINE;
        }
    }
    return segment_id(0);
}

/* intra_segment_id and inter_segment_id; `early` for what stands before it is known what is skipped */
static u32 segment(u32 early)
{
    if (!header.seg_enabled)
        return FINE;
    if (!header.seg_update_map) {
        if (early)
            block->segment = (u8)segment_before();
        return FINE;
    }
    if (early != header.seg_pre_skip)
        return FINE;
    return !early && block->skip ? segment_id(1) : segment_coded();
}

static void segment_kept(void)
{
    __builtin_memset(above_predicted + (now.col - tile.col_start), (i32)predicted, now.wide);
    for (u32 y = 0; y < now.high; y++)
        left_predicted[(now.row + y) & 31] = (u8)predicted;
    if (!header.seg_enabled || !header.seg_update_map || !current->segments)
        return;
    for (u32 y = 0; y < now.high_inside; y++)
        __builtin_memset(current->segments + (now.row + y) * header.cols + now.col, block->segment,
                         now.wide_inside);
}

static void skips(void)
{
    u32 coded = header.skip_mode_present && now.wide > 1 && now.high > 1 && !feature(SEG_LVL_SKIP) &&
                !feature(SEG_LVL_REF_FRAME) && !feature(SEG_LVL_GLOBALMV);
    if (coded) {
        u32 context = (above ? above->skip_mode : 0u) + (left ? left->skip_mode : 0u);
        block->skip_mode = (u8)flag(&tile.coder, tile.odds + AT_SKIP_MODE + context * LONG_SKIP_MODE);
    }
    if (block->skip_mode || (header.seg_pre_skip && feature(SEG_LVL_SKIP))) {
        block->skip = 1;
    } else {
        u32 context = (above ? above->skip : 0u) + (left ? left->skip : 0u);
        block->skip = (u8)flag(&tile.coder, tile.odds + AT_SKIP + context * LONG_SKIP);
    }
}

static void read_cdef(void)
{
    if (block->skip || header.coded_lossless || !sequence.cdef || header.allow_intrabc)
        return;
    u32 place = sequence.sb128 ? (now.col >> 4 & 1) + (now.row >> 3 & 2) : 0;
    if (tile.cdef[place] != -1)
        return;
    i8 index = (i8)number(&tile.coder, header.cdef_bits);
    tile.cdef[place] = index;
    if (now.wide > 16)
        tile.cdef[place | 1] = index;
    if (now.high > 16)
        tile.cdef[place | 2] = index;
    if (now.wide > 16 && now.high > 16)
        tile.cdef[3] = index;
}

/* One difference of the quantizer, or of a loop filter: what it is changes no code. */
static void delta(u32 odds)
{
    Coder *c = &tile.coder;
    u32 size = symbol(c, tile.odds + odds, 4);
    if (size == 3)
        number(c, number(c, 3) + 1);
    if (size)
        even(c);
}

/* read_delta_qindex and read_delta_lf */
static void read_deltas(u32 size)
{
    if (!tile.read_deltas || (size == (sequence.sb128 ? BLOCK_128X128 : BLOCK_64X64) && block->skip))
        return;
    delta(AT_DELTA_Q);
    u32 count = !header.delta_lf_present ? 0 : !header.delta_lf_multi ? 1 : sequence.mono ? 2 : 4;
    for (u32 index = 0; index < count; index++)
        delta(header.delta_lf_multi ? AT_DELTA_LF_MULTI + index * LONG_DELTA_LF_MULTI : AT_DELTA_LF);
}

static u32 directional(u32 mode) { return mode >= V_PRED && mode <= D67_PRED; }

static void angle(u32 mode, u32 size)
{
    if (size >= BLOCK_8X8 && directional(mode))
        symbol(&tile.coder, tile.odds + AT_ANGLE + (mode - V_PRED) * LONG_ANGLE, 7);
}

static void cfl_alphas(void)
{
    u32 signs = symbol(&tile.coder, tile.odds + AT_CFL_SIGN, 8) + 1, u = signs / 3, v = signs % 3;
    if (u)
        symbol(&tile.coder, tile.odds + AT_CFL_ALPHA + ((u - 1) * 3 + v) * LONG_CFL_ALPHA, 16);
    if (v)
        symbol(&tile.coder, tile.odds + AT_CFL_ALPHA + ((v - 1) * 3 + u) * LONG_CFL_ALPHA, 16);
}

static u32 cfl_allowed(void)
{
    if (now.lossless)
        return now.wide <= 1u + sequence.subx && now.high <= 1u + sequence.suby;
    return now.wide <= 8 && now.high <= 8;
}

static void chroma_mode(u32 size)
{
    u32 allowed = cfl_allowed();
    u16 *odds = tile.odds + AT_UV_MODE + (allowed * 13 + block->mode) * LONG_UV_MODE;
    now.uv_mode = symbol(&tile.coder, odds, 13 + allowed);
    if (now.uv_mode == UV_CFL_PRED)
        cfl_alphas();
    else
        angle(now.uv_mode, size);
}

static void filter_intra(u32 size)
{
    if (!sequence.filter_intra || block->mode != DC_PRED || block->palette[0] || now.wide > 8 || now.high > 8)
        return;
    now.filter_intra = flag(&tile.coder, tile.odds + AT_FILTER_INTRA + size * LONG_FILTER_INTRA);
    if (now.filter_intra)
        now.filter_mode = symbol(&tile.coder, tile.odds + AT_FILTER_INTRA_MODE, 5);
}

/* The modes of a block that refers to no picture. */
void intra_modes(u32 key)
{
    static const u8 contexts[13] = {0, 1, 2, 3, 4, 4, 4, 4, 3, 0, 1, 2, 0};
    u32 size = block->size, index = AT_Y_MODE + size_group[size] * LONG_Y_MODE;
    if (key) {
        u32 a = contexts[above ? above->mode : DC_PRED], l = contexts[left ? left->mode : DC_PRED];
        index = AT_KEY_Y_MODE + (a * 5 + l) * LONG_KEY_Y_MODE;
    }
    block->mode = (u8)symbol(&tile.coder, tile.odds + index, 13);
    block->filters[0] = block->filters[1] = 3;
    angle(block->mode, size);
    if (now.has_chroma)
        chroma_mode(size);
    if (header.screen_content && size >= BLOCK_8X8 && now.wide <= 16 && now.high <= 16)
        palette_mode_info();
    filter_intra(size);
}

static u32 key_modes(void)
{
    if (header.allow_intrabc)
        now.intrabc = flag(&tile.coder, tile.odds + AT_INTRABC);
    if (!now.intrabc)
        return intra_modes(1), FINE;
    block->is_inter = 1;
    return intrabc_mv();
}

static u32 inter_or_not(void)
{
    if (block->skip_mode)
        return 1;
    if (feature(SEG_LVL_REF_FRAME))
        return header.feature_data[block->segment][SEG_LVL_REF_FRAME] != INTRA_FRAME;
    if (feature(SEG_LVL_GLOBALMV))
        return 1;
    u32 a = above && above->refs[0] <= INTRA_FRAME, l = left && left->refs[0] <= INTRA_FRAME;
    u32 context = above && left ? (a && l ? 3 : a || l) : above || left ? 2 * (a || l) : 0;
    return flag(&tile.coder, tile.odds + AT_IS_INTER + context * LONG_IS_INTER);
}

static u32 modes(void)
{
    if (header.intra)
        return key_modes();
    block->is_inter = (u8)inter_or_not();
    return block->is_inter ? inter_modes() : (intra_modes(0), FINE);
}

static void placed(u32 row, u32 col, u32 size)
{
    now = (Now){.row = row, .col = col, .wide = wide_of[size], .high = high_of[size]};
    now.wide_inside = least(now.wide, header.cols - col);
    now.high_inside = least(now.high, header.rows - row);
    now.has_chroma = !sequence.mono && (now.wide > sequence.subx || col & 1) &&
                     (now.high > sequence.suby || row & 1);
    *block = (Block){.size = (u8)size, .refs = {INTRA_FRAME, NONE}};
    predicted = 0;
}

u32 decode_block(u32 row, u32 col, u32 size)
{
    placed(row, col, size);
    u32 answer = segment(1);
    if (answer)
        return answer;
    skips();
    answer = segment(0);
    if (answer)
        return answer;
    now.lossless = header.lossless[block->segment];
    read_cdef();
    read_deltas(size);
    tile.read_deltas = 0;
    answer = modes();
    if (answer)
        return answer;
    palette_tokens();
    segment_kept();
    motion_saved();
    return block_transforms();
}

void segments_forgotten(u32 all)
{
    clear(left_predicted, sizeof left_predicted);
    if (all)
        clear(above_predicted, sizeof above_predicted);
}
