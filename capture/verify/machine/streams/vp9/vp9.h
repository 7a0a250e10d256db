/* What the parts of the machine that follows VP9 share. Names in brackets are the specification's. */

#ifndef VP9_H
#define VP9_H

#include "../bits.h"
#include "coder.h"

typedef short i16;

enum { INTRA, LAST, GOLDEN, ALTERNATE };
enum { DC, TM = 9, NEAREST, NEAR, ZERO, NEW }; /* modes of a block; others between the first two */
enum { B4X4, B4X8, B8X4, B8X8, B64X64 = 12 };
enum { SWITCHABLE = 4 };
enum { Q_LEVEL, FILTER_LEVEL, REFERENCE, SKIPS, FEATURES };

typedef struct {
    u8 sign, classes[10], first, bits[10], first_part[2][3], part[3], first_fine, fine;
} MotionOdds;

/* 8.4.2 and 10.5: the odds that frames adapt. The last level of each are those of one tree. */
typedef struct {
    u8 coefficient[4][2][2][6][6][3];
    u8 size8[2][1], size16[2][2], size32[2][3], skip[3];
    u8 inter_mode[7][3], filter[4][2], inter[4], compound[5], single[5][2], pair[5];
    u8 luma[4][9], chroma[10][9], partition[16][3], joints[3];
    MotionOdds motion[2];
} Odds;

typedef struct {
    u32 sign[2], classes[11], first[2], bits[10][2], first_part[2][4], part[4], first_fine[2], fine[2];
} MotionCounts;

/* How often each was read in this frame. Of coefficients: none, one, more, and the end. */
typedef struct {
    u32 coefficient[4][2][2][6][6][4], asked[4][2][2][6][6];
    u32 size8[2][2], size16[2][3], size32[2][4], skip[3][2];
    u32 inter_mode[7][4], filter[4][3], inter[4][2], compound[5][2], single[5][2][2], pair[5][2];
    u32 luma[4][10], chroma[10][10], partition[16][4], joints[4];
    MotionCounts motion[2];
} Counts;

typedef struct {
    i16 row, column;
} Motion;

/* What is kept of 8 by 8 pixels: of the whole block that they are in, but for `motion`. */
typedef struct {
    i8 reference[2]; /* the second is -1 where there is none */
    u8 mode, skip, transform, filter, spare[2];
    Motion motion[4][2]; /* of each 4 by 4 pixels */
} Unit;

typedef struct {
    u32 known, width, height, format;
} Slot;

typedef struct {
    u32 on, updates, temporal; /* the last two: of the map */
    u8 tree[7], predicted[3];
    u8 tree_asked[7], predicted_asked[3];
    u8 active[8];              /* a bit for each feature */
    u8 reference[8];
} Segmentation;

/* 6.2: what a frame says of itself. */
typedef struct {
    u32 profile, existing, shows_slot, key, shown, resilient, intra;
    u32 width, height, columns, rows; /* the last two in units */
    u32 format, sub_x, sub_y, depth;
    u32 refresh, slots[3], bias[4], fine, filter;
    u32 keeps, parallel, context, reset;
    u32 lossless, largest, selects; /* of the transforms */
    u32 tile_columns, tile_rows;    /* binary logarithms */
    u32 header;                     /* bytes of the compressed header */
    u32 compounds, chooses;         /* whether all, or any, blocks are of two references */
    u32 fixed, variable[2];
} Frame;

extern Frame frame;
extern Segmentation segmentation;
extern Odds odds, contexts[4];
extern Counts counts;
extern u8 odds_set[sizeof(Odds)]; /* which of them the compressed header set */
extern Slot slots[8];
/* Of each unit: of this frame, and of the last one where its motion may be used, or 0. */
extern Unit *units;
extern const Unit *before;
extern u8 *segments, *segments_before;

/* 10.1: what a block's size is, in units of 8 and of 4 pixels, for each of the sizes. */
extern const u8 units_wide[13], units_high[13], quads_wide[13], quads_high[13];
extern const i8 mode_tree[18], inter_mode_tree[6], filter_tree[4], partition_tree[6], joint_tree[6],
    class_tree[20], part_tree[6];

/* A block that is being read. */
typedef struct {
    u32 row, column, size, wide, high; /* the last two: as much as is inside, in units */
    u32 first, last;                   /* the columns of the tile: its first, and the one behind it */
    u32 segment;
    const Unit *above, *left; /* or 0 */
    u8 modes[4];
    Unit unit;
} Block;

/* 6.2 and 7.2: the uncompressed header. It is FINE or not; `used` counts its bytes. */
u32 uncompressed_header(const u8 *at, u32 size, u32 *used);
void begin_odds(void);
/* Once the frame is read: whether its odds of segments were for something. */
u32 idle_segmentation(void);

/* 6.3: the compressed header, whole. */
u32 compressed_header(const u8 *at, u32 size);

/* 8.4.3 and 8.4.4: what was read of this frame changes the odds for those that follow. */
u32 adapt(u32 after_key);

/* 6.4.3 to 6.4.20: how a block is coded. */
u32 block_modes(Coder *c, Block *block);

/* 6.4.16 and 6.5: motion that a block may take over, and what a difference is added to. */
typedef struct {
    Motion list[2];
} Candidates;
u32 motion_context(const Block *block);
void motion_candidates(const Block *block, i32 reference, i32 quad, Candidates *found);
void best_motion(Candidates *found);
void quad_motion(const Block *block, u32 quad, u32 which, Candidates *found);
u32 is_small(Motion motion);

/* 6.4.21 to 6.4.24: the coefficients of a block. Answers whether there are any. */
void coefficients_begin(void);
u32 residual(Coder *c, const Block *block);

/* Room for the contexts that lie above blocks, by columns of 4 pixels. */
extern u8 *nonzero_above[3], nonzero_left[3][16];
extern u8 *modes_above, modes_left[16];
extern u8 *partition_above, partition_left[8];
extern u8 *predicted_above, predicted_left[8];

/* 6.4: all tiles, to the end of the frame. */
u32 tiles(const u8 *at, u32 size);

#endif
