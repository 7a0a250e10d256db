/*
 * Where the odds of each symbol of the AV1 specification stand (8.3.2, 9.3).
 *
 * All odds lie in one row of numbers. Those of one symbol are a count of how often it was read, and
 * then, for each value but the last, 32768 less the sum of the odds of all values up to it. Where
 * several contexts exist, they follow each other, the last index of the comment fastest.
 */

#ifndef ODDS_H
#define ODDS_H

#include "../bits.h"

enum {
    AT_KEY_Y_MODE = 0, LONG_KEY_Y_MODE = 13, /* above, left */
    AT_Y_MODE = 325, LONG_Y_MODE = 13, /* size group */
    AT_UV_MODE = 377, LONG_UV_MODE = 14, /* from luma allowed, y mode */
    AT_ANGLE = 741, LONG_ANGLE = 7, /* mode */
    AT_PARTITION = 797, LONG_PARTITION = 10, /* size, left and above */
    AT_INTRA_TX = 997, LONG_INTRA_TX = 7, /* set, size, mode */
    AT_INTER_TX = 2089, LONG_INTER_TX = 16, /* set, size */
    AT_CFL_SIGN = 2345, LONG_CFL_SIGN = 8,
    AT_CFL_ALPHA = 2353, LONG_CFL_ALPHA = 16, /* signs */
    AT_INTERP = 2449, LONG_INTERP = 3, /* direction, compound, neighbours */
    AT_NEW_MV = 2497, LONG_NEW_MV = 2,
    AT_ZERO_MV = 2509, LONG_ZERO_MV = 2,
    AT_REF_MV = 2513, LONG_REF_MV = 2,
    AT_DRL = 2525, LONG_DRL = 2,
    AT_COMPOUND_MODE = 2531, LONG_COMPOUND_MODE = 8,
    AT_INTERINTRA = 2595, LONG_INTERINTRA = 2, /* size group */
    AT_INTERINTRA_MODE = 2603, LONG_INTERINTRA_MODE = 4, /* size group */
    AT_WEDGE_INTERINTRA = 2619, LONG_WEDGE_INTERINTRA = 2, /* block size */
    AT_COMPOUND_TYPE = 2663, LONG_COMPOUND_TYPE = 2, /* block size */
    AT_WEDGE = 2707, LONG_WEDGE = 16, /* block size */
    AT_MOTION_MODE = 3059, LONG_MOTION_MODE = 3, /* block size */
    AT_OBMC = 3125, LONG_OBMC = 2, /* block size */
    AT_IS_INTER = 3169, LONG_IS_INTER = 2,
    AT_COMP_MODE = 3177, LONG_COMP_MODE = 2,
    AT_COMP_REF_TYPE = 3187, LONG_COMP_REF_TYPE = 2,
    AT_UNI_COMP_REF = 3197, LONG_UNI_COMP_REF = 2, /* context, which */
    AT_SINGLE_REF = 3215, LONG_SINGLE_REF = 2, /* context, which */
    AT_COMP_REF = 3251, LONG_COMP_REF = 2, /* context, which */
    AT_COMP_BWDREF = 3269, LONG_COMP_BWDREF = 2, /* context, which */
    AT_PALETTE_Y_SIZE = 3281, LONG_PALETTE_Y_SIZE = 7, /* size */
    AT_PALETTE_UV_SIZE = 3330, LONG_PALETTE_UV_SIZE = 7, /* size */
    AT_PALETTE_Y = 3379, LONG_PALETTE_Y = 2, /* size, context */
    AT_PALETTE_UV = 3421, LONG_PALETTE_UV = 2,
    AT_COLOR_Y = 3425, LONG_COLOR_Y = 8, /* colours, context */
    AT_COLOR_UV = 3705, LONG_COLOR_UV = 8, /* colours, context */
    AT_TXFM_SPLIT = 3985, LONG_TXFM_SPLIT = 2,
    AT_SKIP = 4027, LONG_SKIP = 2,
    AT_SKIP_MODE = 4033, LONG_SKIP_MODE = 2,
    AT_COMPOUND_IDX = 4039, LONG_COMPOUND_IDX = 2,
    AT_COMP_GROUP_IDX = 4051, LONG_COMP_GROUP_IDX = 2,
    AT_INTRABC = 4063, LONG_INTRABC = 2,
    AT_FILTER_INTRA_MODE = 4065, LONG_FILTER_INTRA_MODE = 5,
    AT_FILTER_INTRA = 4070, LONG_FILTER_INTRA = 2, /* block size */
    AT_RESTORATION = 4114, LONG_RESTORATION = 3,
    AT_WIENER = 4117, LONG_WIENER = 2,
    AT_SGRPROJ = 4119, LONG_SGRPROJ = 2,
    AT_DELTA_Q = 4121, LONG_DELTA_Q = 4,
    AT_DELTA_LF = 4125, LONG_DELTA_LF = 4,
    AT_DELTA_LF_MULTI = 4129, LONG_DELTA_LF_MULTI = 4, /* which */
    AT_SEG_PREDICTED = 4145, LONG_SEG_PREDICTED = 2,
    AT_SEG_ID = 4151, LONG_SEG_ID = 8,
    AT_TX_SIZE = 4175, LONG_TX_SIZE = 3, /* size, context */
    AT_MV_JOINT = 4211, LONG_MV_JOINT = 4,
    AT_MV_CLASS = 4215, LONG_MV_CLASS = 11, /* component */
    AT_MV_CLASS0_FR = 4237, LONG_MV_CLASS0_FR = 4, /* component, bit */
    AT_MV_FR = 4253, LONG_MV_FR = 4, /* component */
    AT_MV_SIGN = 4261, LONG_MV_SIGN = 2, /* component */
    AT_MV_CLASS0_HP = 4265, LONG_MV_CLASS0_HP = 2, /* component */
    AT_MV_HP = 4269, LONG_MV_HP = 2, /* component */
    AT_MV_CLASS0_BIT = 4273, LONG_MV_CLASS0_BIT = 2, /* component */
    AT_MV_BIT = 4277, LONG_MV_BIT = 2, /* component, which */
    AT_ALL_ZERO = 4423, LONG_ALL_ZERO = 2, /* size, context */
    AT_EOB_EXTRA = 4553, LONG_EOB_EXTRA = 2, /* size, plane, class */
    AT_DC_SIGN = 4733, LONG_DC_SIGN = 2, /* plane, context */
    AT_EOB_16 = 4745, LONG_EOB_16 = 5, /* plane, one-dimensional */
    AT_EOB_32 = 4765, LONG_EOB_32 = 6,
    AT_EOB_64 = 4789, LONG_EOB_64 = 7,
    AT_EOB_128 = 4817, LONG_EOB_128 = 8,
    AT_EOB_256 = 4849, LONG_EOB_256 = 9,
    AT_EOB_512 = 4885, LONG_EOB_512 = 10,
    AT_EOB_1024 = 4925, LONG_EOB_1024 = 11,
    AT_BASE_EOB = 4969, LONG_BASE_EOB = 3, /* size, plane, context */
    AT_BASE = 5089, LONG_BASE = 4, /* size, plane, context */
    AT_BR = 6769, LONG_BR = 4, /* size, plane, context */
    MV_ODDS = 106, /* behind each of MV stands the same for block copies */
    COEF_ODDS = 4423, /* where those of coefficients begin */
    ALL_ODDS = 7609,
};

/* The odds at first, for a quantizer; and counts as if nothing had been read. */
void first(u16 *odds);
void first_of_coefs(u16 *odds, u32 base_q_idx);
void uncounted(u16 *odds);

#endif
