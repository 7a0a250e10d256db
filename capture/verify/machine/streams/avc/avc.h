/*
 * ITU-T H.264 (ISO/IEC 14496-10): what its parts know of one another.
 *
 * All that later codes depend on is kept, and nothing else: what kind each macroblock is, which of its blocks
 * hold anything, and how far its vectors went. No vector and no sample is ever computed. Where the
 * standard says "macroblock" the code says so too, and `Unit` is what is known of one.
 */

#ifndef AVC_H
#define AVC_H

#include "../bits.h"

#define MOST_SPS 32
#define MOST_PPS 256
#define LONGEST_SPS 4096
#define LONGEST_PPS 2048
#define WIDEST 1024 /* macroblocks, each way */

/* Bits of a header, and what was wrong in them first. */
typedef struct {
    Bits b;
    u32 wrong;
} Reader;

static inline u32 number(Reader *r, u32 bits) { return take(&r->b, bits); }

static inline u32 up_to(Reader *r, u32 most)
{
    u32 value = ue(&r->b);
    if (value <= most)
        return value;
    r->wrong = r->wrong ? r->wrong : BROKEN_HEADER;
    return 0;
}

static inline i32 between(Reader *r, i32 least, i32 most)
{
    i32 value = se(&r->b);
    if (value >= least && value <= most)
        return value;
    r->wrong = r->wrong ? r->wrong : BROKEN_HEADER;
    return 0;
}

/* 7.3.2.1.1: what is needed of a sequence parameter set. */
typedef struct {
    u8 known, used, profile, level, chroma, luma_depth, chroma_depth, compatible;
    u8 frame_num_bits, order_type, order_bits, order_fixed, gaps, references, frames_only, adaptive, direct_8x8;
    u32 width, rows; /* macroblocks; rows of a frame */
    u32 size;
    u8 bytes[LONGEST_SPS];
} Sps;

/* 7.3.2.2: of a picture parameter set. */
typedef struct {
    u8 known, used, sps, cabac, field_orders, weighted, weighted_b, deblocking, redundant, transform_8x8;
    u8 references[2];
    i8 first_qp;
    u32 size;
    u8 bytes[LONGEST_PPS];
} Pps;

enum { P_SLICE, B_SLICE, I_SLICE };

/* 7.4.1.2.4: what is the same in all slices of a picture, and differs from that of the next. */
typedef struct {
    u32 pps, frame_num, field, bottom, idr, idr_id, ref_idc, order, marking;
    i32 deltas[2];
} Picture;

/* 7.3.3: what is needed of the header of a slice. */
typedef struct {
    const Sps *sps;
    const Pps *pps;
    u32 unit_type, type, first, adaptive; /* adaptive: MbaffFrameFlag */
    u32 references[2], odds, restarts, long_idr; /* restarts: frames are counted anew behind it */
    i32 qp;
    Picture picture;
} Header;

enum { INTRA = 1, PCM = 2, NXN = 4, SKIPPED = 8, DIRECT = 16, FIELD = 32, BLOCKS_8X8 = 64 };

/* What the macroblocks right of it and below it must know of one. */
typedef struct {
    u32 slice;
    u8 kind, pattern; /* pattern: luma in four bits, chroma in two above them */
    u8 chroma_mode, means; /* means: a bit for each plane whose DC coefficients are coded */
    u8 right[3][4], low[3][4]; /* how many coefficients the blocks at its edges have, by planes */
    u8 right_refs[2][2], low_refs[2][2];
    u8 right_mvd[2][4][2], low_mvd[2][4][2];
} Unit;

/* Arithmetic code: 9 bits of `value` are read, and `spare` ones behind them are only looked at. */
typedef struct {
    const u8 *start, *at, *end;
    u64 value;
    u32 range;
    i32 spare;
} Coder;

/* How many bits the code has taken. */
static inline u64 coder_taken(const Coder *c) { return (u64)(c->at - c->start) * 8 - (u32)c->spare; }

static inline u32 coder_over(const Coder *c)
{
    return coder_taken(c) > (u64)(c->end - c->start) * 8;
}

/* Blocks around and in a macroblock, eight to a row: the row above first, and the left one before each. */
#define CELL(row, column) (8 * ((row) + 1) + (column) + 1)
#define CELLS 40
#define REF_CELL(row, column) (4 * ((row) + 1) + (column) + 1)
#define FAR 127 /* vectors that go farther than this are not told apart */

typedef struct {
    Header h;
    Reader r;
    Coder c;
    u64 stop;        /* where the stop bit is */
    u32 sign;        /* what the last bit of the padding says: see ends.c */
    u32 number;      /* of this slice, from 1 on */
    u32 x, y, width, rows;
    u32 left_count;  /* macroblocks of the picture that are still to come */
    u32 chroma_columns, chroma_rows;
    u32 last_delta;  /* whether the last macroblock changed the quantizer */
    u32 field;       /* whether this pair of macroblocks is of fields */
    Unit *unit, *above, *left[4];
    Unit *chroma_left[4];
    u8 left_row[4], chroma_left_row[4];
    u8 blocks[3][CELLS];
    u8 refs[2][12];
    u8 mvd[2][CELLS][2];
    u8 odds[1024];
} Slice;

/* sets.c: each is given the unit behind its header, and changes it. */
u32 read_sps(u8 *at, u32 size);
u32 read_pps(u8 *at, u32 size);
/* How many bytes the sets have that no picture used yet. */
u32 unused_bytes(void);
extern Sps all_sps[MOST_SPS];
extern Pps all_pps[MOST_PPS];

/* header.c: leaves `r` at the first bit of the slice's data. */
u32 slice_header(Reader *r, u32 unit_type, u32 ref_idc, Header *h);
/* Of the header that was read last: what it says of pictures that are kept. */
u32 lists_known(const Header *h);
u32 keeps(const Header *h);

/* order.c */
u32 picture_number(const Header *h, u32 second);

/* marking.c: what a slice says of the pictures that are kept. `value` is of a short-term one, `index` of a long. */
typedef struct {
    u32 what, value, index;
} Change;
#define MOST_CHANGES 66
u32 changes_known(const Header *h, const Change *changes, u32 count);
u32 picture_kept(const Header *h, const Change *changes, u32 count);

/* messages.c: a unit behind its header; and that another sample comes. */
u32 read_messages(u8 *at, u32 size);
void new_messages(void);

/* near.c */
u32 make_rows(u32 width);
void find_near(Slice *s);
void settle_pair(Slice *s);
u32 guessed_field(const Slice *s);
u32 fields_near(const Slice *s);
void load_blocks(Slice *s, u32 missing);
void forget_small_blocks(Slice *s);
void save_blocks(Slice *s);
void load_vectors(Slice *s);
void save_vectors(Slice *s);
extern Unit nowhere;

/* slice.c: all macroblocks of a slice. */
u32 slice_data(Slice *s);

/* ends.c: what stands behind the end of a code in bins, and whether the signs of pictures are an encoder's. */
enum { NO_SIGN, ZERO_SIGN, ONE_SIGN };
u32 code_ends(Slice *s);
u32 next_sign(u32 sign, u32 anew);

/* macroblock.c: one that is not skipped. */
u32 macroblock(Slice *s);
void skipped_macroblock(Slice *s);

/* vectors.c: the prediction of macroblocks from other pictures; returns whether 8x8 blocks may follow. */
u32 inter_prediction(Slice *s, u32 type, u32 *wrong);

/* residual.c: which blocks are coded, in one of the two codes. */
u32 residual(Slice *s, u32 whole);

/* vlc.c: 9.1 and 9.2 */
void make_codes(void);
u32 vlc_pattern(Slice *s, u32 intra);
/* Returns how many coefficients a block has; `near` is nC; above `most`, it is wrong. */
u32 vlc_block(Slice *s, i32 near, u32 most);

/* odds.c: 9.3 */
void open_coder(Slice *s);
u32 coded_end(Coder *c);
void first_contexts(Slice *s);
u32 coded_skip(Slice *s);
u32 coded_field(Slice *s);
u32 coded_type(Slice *s);
u32 coded_sub_type(Slice *s);
u32 coded_pattern(Slice *s);
u32 coded_delta(Slice *s);
u32 coded_chroma_mode(Slice *s);
u32 coded_transform(Slice *s);
void coded_intra_mode(Slice *s);
u32 coded_ref(Slice *s, u32 list, u32 cell);
u32 coded_mvd(Slice *s, u32 axis, u32 sum);
/* odds_blocks.c: how many coefficients a block of one of the 14 categories has; `wrong` counts as one. */
u32 coded_block(Slice *s, u32 category, u32 most);
u32 coded_flag(Slice *s, u32 category, u32 near);

#endif
