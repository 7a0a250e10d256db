/*
 * What the parts of the follower of HEVC (ITU-T H.265, version 4 and later) tell each other.
 *
 *     said.c     what the parameter sets share: profiles, clocks, lists (7.3.3, 7.3.4, 7.3.7, Annex E)
 *     sets.c     the parameter sets (7.3.2.1 to 7.3.2.3)
 *     header.c   the header of a slice segment (7.3.6)
 *     walk.c     the units of a slice segment, in their order, and where each stretch ends (7.3.8.1)
 *     unit.c     what is in a coding tree unit, but for its coefficients (7.3.8.2 to 7.3.8.10, 7.3.8.14)
 *     residual.c the coefficients (7.3.8.11)
 *     kept.c     which sets were told, and that each of them is there for a picture
 *     hevc.c     settings and samples
 *
 * No picture is computed. Of what is read, that alone is kept on which later reading depends: no
 * motion, no colours, but the directions of intra prediction, which say how coefficients are ordered.
 */

#ifndef HEVC_H
#define HEVC_H

#include "../bits.h"
#include "engine.h"

#define MOST_WIDTH 16384u
#define MOST_SETS 64u /* of pictures to refer to, in a sequence parameter set */

/* 7.4.8: pictures to refer to: those before this one, nearest first, then those behind it. */
typedef struct {
    i32 deltas[16];
    u8 used[16];
    u32 before, count;
} References;

typedef struct {
    u32 here, video, layers;          /* layers: sps_max_sub_layers_minus1 */
    u32 chroma;                       /* ChromaArrayType */
    u32 width, height;                /* in pixels */
    u32 depth, chroma_depth;          /* bits of a sample */
    u32 order_bits;                   /* of slice_pic_order_cnt_lsb */
    u32 block_low, block, transform_low, transform; /* Log2 of the sizes of blocks */
    u32 inter_depth, intra_depth;     /* max_transform_hierarchy_depth_... */
    u32 asymmetric, offsets;          /* amp_enabled_flag, sample_adaptive_offset_enabled_flag */
    u32 raw, raw_depth, raw_chroma_depth, raw_low, raw_high; /* pcm_... */
    u32 long_term, long_terms, temporal_motion;
    u32 long_used;                    /* used_by_curr_pic_lt_sps_flag, a bit each */
    u32 scaled;                       /* scaling_list_enabled_flag */
    u32 skip_context, implicit_steps, explicit_steps, persistent; /* 7.3.2.2.2 */
    u32 columns, rows;                /* in coding tree blocks */
    u32 sets;
    References reference[MOST_SETS + 1]; /* the last one is that of a slice */
} Sequence;

typedef struct {
    u32 here, sequence;
    u32 dependent, output, extra;     /* extra: num_extra_slice_header_bits */
    u32 hiding, choice;               /* sign_data_hiding_enabled_flag, cabac_init_present_flag */
    u32 references[2];                /* num_ref_idx_l?_default_active_minus1 */
    i32 quality;                      /* 26 + init_qp_minus26 */
    u32 skips, most_skip;             /* transform_skip_enabled_flag, Log2MaxTransformSkipSize */
    u32 deltas, delta_depth;          /* cu_qp_delta_enabled_flag, diff_cu_qp_delta_depth */
    u32 chroma_deltas, weighted, both_weighted, bypass;
    u32 tiles, sync;                  /* tiles_enabled_flag, entropy_coding_sync_enabled_flag */
    u32 tile_columns, tile_rows, uniform;
    u16 tile_widths[20], tile_heights[22];
    u32 loops, override, loops_off;   /* of the deblocking filter, over slices' edges and at all */
    u32 modification, extension, scaled; /* scaled: pps_scaling_list_data_present_flag */
    u32 cross, chroma_list, chroma_list_depth, chroma_list_last; /* 7.3.2.3.2 */
} Picture;

enum { B_SLICE = 0, P_SLICE = 1, I_SLICE = 2 };

typedef struct {
    u32 kind;                         /* nal_unit_type */
    u32 first, picture, is_dependent;
    u32 segment, address;             /* slice_segment_address, SliceAddrRs */
    u32 type, order;
    u32 luma_offsets, chroma_offsets; /* slice_sao_..._flag */
    u32 active[2];                    /* num_ref_idx_l?_active_minus1 */
    u32 no_second;                    /* mvd_l1_zero_flag */
    u32 choice;                       /* cabac_init_flag */
    u32 candidates;                   /* MaxNumMergeCand */
    i32 quality;                      /* SliceQpY */
    u32 chroma_list;                  /* cu_chroma_qp_offset_enabled_flag */
    u32 entries, entry_bits;          /* num_entry_point_offsets, offset_len_minus1 + 1 */
    Bits entry;                       /* where the first of them stands */
} Slice;

/* said.c: each takes what it reads; where that makes no sense, what is read is over. */
u32 at_most(Bits *b, u32 most);
i32 within(Bits *b, i32 least, i32 most);
void zeros(Bits *b, u32 count);
void one_profile(Bits *b);
void profile(Bits *b, u32 layers);
void layer_order(Bits *b, u32 layers);
void clock(Bits *b);
void buffers(Bits *b, u32 common, u32 layers);
void shown(Bits *b, u32 layers);
void scaling(Bits *b);
void references(Bits *b, References *all, u32 index, u32 count);

/* sets.c: sets are kept where the samples find them. */
extern Sequence sequences[16];
extern Picture pictures[64];
u32 video_set(Bits *b, u32 *index);
u32 sequence_set(Bits *b, u32 *index);
u32 picture_set(Bits *b, u32 *index);

enum { VIDEO = 32, SEQUENCE = 33, PICTURE = 34 };

/*
 * kept.c: takes a set, of one of these kinds. `kept_known` is told behind the settings, `kept_used` is
 * asked behind each picture, of which the picture parameter set has that index.
 */
u32 kept_set(const u8 *unit, u32 size, u32 kind);
void kept_known(void);
u32 kept_used(u32 picture);

/* header.c: what a dependent segment does not say stays as it is in `slice`. */
u32 header(Bits *b, u32 kind, Slice *slice);

/*
 * walk.c: the units of a picture, each of which is coded once, in their order. `walk` takes the data of
 * a segment, of which byte `at` is the first in its unit of `size` bytes.
 */
u32 walk_open(const Slice *slice);
u32 walk(const Slice *slice, const u8 *unit, u32 at, u32 size);
u32 walk_done(void);

#endif
