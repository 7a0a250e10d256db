/*
 * What is known of an AV1 stream while it is followed (the AV1 specification, 5 to 7).
 *
 * Names of the specification's variables are kept where there is one. Sizes and places are in units
 * of 4 by 4 pixels of luma ("mi"), unless said otherwise.
 */

#ifndef AV1_H
#define AV1_H

#include "../bits.h"
#include "coder.h"
#include "odds.h"

enum { KEY_FRAME, INTER_FRAME, INTRA_ONLY_FRAME, SWITCH_FRAME };
enum { NONE = -1, INTRA_FRAME, LAST_FRAME, LAST2_FRAME, LAST3_FRAME, GOLDEN_FRAME, BWDREF_FRAME,
       ALTREF2_FRAME, ALTREF_FRAME };
enum { DC_PRED, V_PRED, H_PRED, D67_PRED = 8, UV_CFL_PRED = 13, NEARESTMV = 13, NEARMV, GLOBALMV,
       NEWMV, NEAREST_NEARESTMV, NEAR_NEARMV, NEAREST_NEWMV, NEW_NEARESTMV, NEAR_NEWMV, NEW_NEARMV,
       GLOBAL_GLOBALMV, NEW_NEWMV };
enum { BLOCK_4X4, BLOCK_8X8 = 3, BLOCK_32X32 = 9, BLOCK_64X64 = 12, BLOCK_128X128 = 15,
       BLOCK_SIZES = 22, BLOCK_INVALID = 22 };
enum { TX_4X4, TX_8X8, TX_16X16, TX_32X32, TX_64X64, TX_4X8, TX_8X4, TX_8X16, TX_16X8, TX_16X32,
       TX_32X16, TX_32X64, TX_64X32, TX_4X16, TX_16X4, TX_8X32, TX_32X8, TX_16X64, TX_64X16 };
enum { SEG_LVL_REF_FRAME = 5, SEG_LVL_SKIP, SEG_LVL_GLOBALMV };
enum { IDENTITY, TRANSLATION, ROTZOOM, AFFINE };
enum { RESTORE_NONE, RESTORE_WIENER, RESTORE_SGRPROJ, RESTORE_SWITCHABLE };

typedef long long i64;
typedef short i16;

typedef struct {
    i16 row, col;
} Mv;

/* 5.5: what holds for all pictures of a stream. */
typedef struct {
    u8 profile, still_picture, reduced, level, tier, ids, delta_id_bits, id_bits;
    u8 sb128, filter_intra, interintra, masked, warped, dual_filter, order_hint_bits, jnt_comp;
    u8 ref_frame_mvs, force_screen_content, force_integer_mv, superres, cdef, restoration;
    u8 depth, mono, subx, suby, chroma_position, separate_uv, film_grain, equal_interval;
    u32 width_bits, height_bits, width, height;
} Sequence;

/* What is kept of a picture for those that refer to it: 7.20. */
typedef struct {
    u8 known, used, type, showable, intra, has_motion, has_segments;
    u8 order_hint, order_hints[8], features[8];
    u32 id, height, upscaled, cols, rows; /* in pixels, and in mi */
    i32 gm[8][6];
    i16 feature_data[8][8];
    u16 odds[ALL_ODDS];
    /* In squares of 8 by 8 pixels: a vector, and to which picture; none where that is 0. */
    Mv *mvs;
    u8 *mv_refs;
    u32 motion_room;
    u8 *segments; /* in mi */
    u32 segments_room;
} Frame;

/* 5.9: the header of a picture. */
typedef struct {
    u8 type, intra, show, showable, error_resilient, disable_cdf_update, screen_content;
    u8 force_integer_mv, primary_ref, refresh, allow_intrabc, refs[8], high_precision_mv;
    u8 interpolation, motion_switchable, use_ref_frame_mvs, no_end_update, use_superres, denom;
    u8 order_hint, order_hints[8], sign_bias[8], scaled[8];
    u8 base_q_idx, delta_q_present, delta_lf_present, delta_lf_multi;
    u8 seg_enabled, seg_update_map, seg_temporal, seg_pre_skip, seg_last, features[8];
    u8 lossless[8], qindex_of[8], coded_lossless, cdef_bits, uses_lr, lr_type[3];
    u8 tx_select, reference_select, skip_mode_present, skip_mode_frames[2];
    u8 warped, reduced_tx_set, gm_type[8];
    i16 feature_data[8][8];
    i32 gm[8][6], prev_gm[8][6];
    u32 id, width, height, upscaled, cols, rows, lr_size[3];
    u32 tile_cols, tile_rows, tile_cols_log2, tile_rows_log2, update_tile, tile_size_bytes;
    u16 col_starts[65], row_starts[65];
} Header;

/* What later blocks want to know of a block. */
typedef struct {
    u8 size, mode, skip, skip_mode, is_inter, segment, compound, filters[2], palette[2];
    i8 refs[2];
    Mv mvs[2];
    u16 colors[2][8];
} Block;

/* `compound` of a block, in the order that contexts count in. */
enum { COMP_NONE, COMP_DISTANCE, COMP_AVERAGE, COMP_DIFFWTD, COMP_WEDGE };

/* What of a block matters for the block itself alone. */
typedef struct {
    u32 row, col, wide, high; /* in mi; those that are within the picture: */
    u32 wide_inside, high_inside;
    u32 has_chroma, uv_mode, filter_mode, lossless, tx_size, intrabc, interintra, warp;
    u32 filter_intra;
} Now;

#define MOST_COLS 1024u /* of a tile */
#define RING 64u        /* rows of blocks that are remembered */

typedef struct {
    u32 row_start, row_end, col_start, col_end;
    u32 read_deltas;
    i8 cdef[4];
    Coder coder;
    u16 odds[ALL_ODDS];
} Tile;

extern Sequence sequence;
extern Header header;
extern Frame *slots[8], *current;
extern Tile tile;
extern Now now;
extern Block *block, *above, *left; /* this one, and its neighbours, or 0 */

extern const u8 wide_of[BLOCK_SIZES], high_of[BLOCK_SIZES], wide_log2[BLOCK_SIZES], high_log2[BLOCK_SIZES];
extern const u8 tx_wide_log2[19], tx_high_log2[19], tx_split[19], max_tx_size[BLOCK_SIZES];
extern const u8 size_group[BLOCK_SIZES];

static inline u32 least(u32 a, u32 b) { return a < b ? a : b; }
static inline u32 most(u32 a, u32 b) { return a > b ? a : b; }
static inline i32 within(i32 low, i32 high, i32 value)
{
    return value < low ? low : value > high ? high : value;
}
static inline u32 inverse_recenter(u32 r, u32 v)
{
    return v > 2 * r ? v : v & 1 ? r - ((v + 1) >> 1) : r + (v >> 1);
}
static inline u32 distance(i32 value) { return (u32)(value < 0 ? -value : value); }

/* sequence.c */
u32 sequence_header(Bits *b, Sequence *said);
/* header.c and header_more.c: FINE, with `existing` the slot that is shown, or NONE */
u32 uncompressed_header(Bits *b, i32 *existing);
u32 frame_params(Bits *b);
i32 relative_distance(u32 a, u32 b);
u32 ns(Bits *b, u32 values);
u32 global_motion_params(Bits *b);
u32 film_grain_params(Bits *b);
/* frames.c */
u32 set_frame_refs(u32 last, u32 gold);
u32 frame_begun(void);
u32 most_squares(void);
void *roomy(u32 size);
u32 frame_ended(void);
u32 shown_again(u32 slot);
const u8 *segments_before(void);
void segments_begun(void);
/* tiles.c */
u32 tile_group(const u8 *at, u32 size, u32 *next_tile);
/* partition.c */
u32 tile_decoded(void);
Block *block_at(u32 row, u32 col);
Block *block_if_decoded(i32 row, i32 col);
/* restoration.c */
void read_lr(u32 row, u32 col);
/* block.c, inter.c */
u32 decode_block(u32 row, u32 col, u32 size);
u32 feature(u32 which);
void intra_modes(u32 key);
u32 inter_modes(void);
void segments_forgotten(u32 all);
u32 read_mv(const Mv *predicted, Mv *read, u32 copies);
u32 intrabc_mv(void);
/* references.c */
void read_ref_frames(void);
/* palette.c */
void palette_mode_info(void);
void palette_tokens(void);
/* transforms.c, coefs.c */
void tile_contexts_cleared(void);
void left_contexts_cleared(void);
u32 block_transforms(void);
u32 coefs(u32 plane, u32 x4, u32 y4, u32 tx, u32 *tx_type);
void coef_contexts_cleared(u32 plane, u32 x4, u32 y4, u32 wide, u32 high);
void coef_tile_cleared(void);
void coef_left_cleared(void);
/* vectors.c, motion.c */
typedef struct {
    Mv mvs[2];
    u32 weight;
} Candidate;
typedef struct {
    Candidate stack[10];
    u32 found, new_mv, zero_mv, ref_mv, compound;
    Mv global[2];
} Vectors;
void find_vectors(Vectors *v, i32 ref0, i32 ref1);
void precision_lowered(Mv *mv);
Mv global_mv(u32 ref);
u32 has_overlap(void);
u32 has_warp_samples(i32 ref);
u32 motion_field_estimated(void);
void motion_saved(void);
typedef struct {
    Mv mv;
    i8 distance;
} Projected;
const Projected *projected(u32 row8, u32 col8);
Mv projection(Mv mv, i32 numerator, i32 denominator);

#endif
