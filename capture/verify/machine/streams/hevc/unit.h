/* What is known while a slice segment is walked through, unit by unit. */

#ifndef HEVC_UNIT_H
#define HEVC_UNIT_H

#include "hevc.h"
#include "odds.h"

enum { PLANAR = 0, DC = 1, HORIZONTAL = 10, VERTICAL = 26, DIAGONAL = 34, NO_MODE = 255 };

typedef struct {
    Engine engine;
    u8 odds[ODDS];
    const Sequence *sequence;
    const Picture *picture;
    const Slice *slice;
    u32 wrong;

    /* The coding tree unit: where it stands, in units, and which neighbours may be looked at. */
    u32 x, y, left, above;

    /* Of what stands left of the unit and above, in steps of 8 pixels, of modes 4: 6.4.1. */
    u8 depths_left[8], skips_left[8], modes_left[16], modes_above[16];
    u8 depths_above[MOST_WIDTH / 8 + 8], skips_above[MOST_WIDTH / 8 + 8];

    u32 delta_told, list_told; /* IsCuQpDeltaCoded, IsCuChromaQpOffsetCoded */

    /* The coding unit. */
    u32 unit_x, unit_y, unit_size;  /* Log2 of its size */
    u32 intra, bypass, quarters;    /* quarters: four parts, of which each has a mode */
    u32 split_first;                /* interSplitFlag */
    u32 deepest;                    /* MaxTrafoDepth */
    u8 modes[4], chroma_modes[4], chroma_same[4]; /* chroma_same: intra_chroma_pred_mode is 4 */
} Walk;

/* odds.c */
void odds_first(u8 *odds, const Slice *slice);

void coding_tree_unit(Walk *w);

/* modes.c: the mode of a block from its neighbours', in steps of 4 pixels, and what was told. */
u32 luma_mode(const Walk *w, u32 x, u32 y, u32 previous, u32 told);
u32 chroma_mode(const Walk *w, u32 told, u32 luma);

/* One block of coefficients, of 4 to 32 (Log2) pixels; its mode of intra prediction, or NO_MODE. */
void residual(Walk *w, u32 log2, u32 plane, u32 mode);
void residual_ready(void);

#endif
