/*
 * ITU-T H.264, 7.3.5.3: which blocks of a macroblock are coded, and how many coefficients each has.
 *
 * That number decides how the blocks right of it and below it are coded: as it is where codes are of
 * varying length (9.2.1), and whether it is 0 in the arithmetic code (9.3.3.1.1.9).
 */

#include "avc.h"

#define ABSENT 0x80 /* a neighbour that is not there, where the numbers are averaged */

/* Blocks in their order of 8x8 and 4x4: 6.4.3. */
static const u8 cells_of[16] = {
    CELL(0, 0), CELL(0, 1), CELL(1, 0), CELL(1, 1), CELL(0, 2), CELL(0, 3), CELL(1, 2), CELL(1, 3),
    CELL(2, 0), CELL(2, 1), CELL(3, 0), CELL(3, 1), CELL(2, 2), CELL(2, 3), CELL(3, 2), CELL(3, 3),
};

/* 9.2.1: nC. */
static inline i32 average(const u8 *cell)
{
    u32 sum = (u32)cell[-1] + cell[-8];
    return (i32)(sum < ABSENT ? (sum + 1) >> 1 : sum & (ABSENT - 1));
}

/* One block of up to `most` coefficients, of which its cell then says how many there are. */
static inline void block(Slice *s, u32 category, u8 *cell, u32 most)
{
    if (!s->h.pps->cabac)
        *cell = (u8)vlc_block(s, average(cell), most);
    else if (coded_flag(s, category, !!cell[-1] + 2 * !!cell[-8]))
        *cell = (u8)coded_block(s, category, most);
}

/* An 8x8 block in bins. Its flag is there in 4:4:4 alone; the blocks near it ask 8x8 ones alone for theirs. */
static void large_block(Slice *s, u32 category, u8 *cell)
{
    u32 near = !!cell[-1] + 2 * !!cell[-8];
    if (s->h.sps->chroma == 3 && !coded_flag(s, category, near))
        return;
    cell[0] = cell[1] = cell[8] = cell[9] = (u8)coded_block(s, category, 64);
}

static u32 means_near(const Slice *s, u32 plane)
{
    u32 intra = s->unit->kind & INTRA;
    u32 left = s->left[0] == &nowhere ? intra : s->left[0]->means >> plane & 1u;
    u32 above = s->above == &nowhere ? intra : s->above->means >> plane & 1u;
    return left + 2 * above;
}

/* Intra16x16DCLevel, or chroma DC in bins. */
static void coded_means(Slice *s, u32 plane, u32 category, u32 most)
{
    if (coded_flag(s, category, means_near(s, plane))) {
        coded_block(s, category, most);
        s->unit->means |= (u8)(1 << plane);
    }
}

/* 7.3.5.3.2: a plane that is coded as luma is. */
static void plane(Slice *s, u32 which, u32 whole)
{
    u32 first = which ? 2 + 4 * which : 0; /* the categories of a plane: 0, 6 and 10 on */
    u8 *cells = s->blocks[which];
    if (whole && s->h.pps->cabac)
        coded_means(s, which, first, 16);
    else if (whole)
        vlc_block(s, average(&cells[cells_of[0]]), 16);
    for (u32 index = 0; index < 16; index++) {
        if (!(s->unit->pattern >> (index >> 2) & 1))
            continue;
        u8 *cell = &cells[cells_of[index]];
        if (s->unit->kind & BLOCKS_8X8 && s->h.pps->cabac) {
            large_block(s, first ? first + 3 : 5, cell);
            index += 3;
        } else {
            block(s, first + (whole ? 1 : 2), cell, whole ? 15 : 16);
        }
    }
}

static void chroma(Slice *s)
{
    u32 pattern = s->unit->pattern >> 4, most = 2 * s->chroma_rows;
    for (u32 which = 1; pattern && which < 3; which++) {
        if (s->h.pps->cabac)
            coded_means(s, which, 3, most);
        else
            vlc_block(s, most == 4 ? -1 : -2, most);
    }
    for (u32 which = 1; pattern == 2 && which < 3; which++)
        for (u32 index = 0; index < most; index++)
            block(s, 4, &s->blocks[which][CELL((i32)(index >> 1), (i32)(index & 1))], 15);
}

u32 residual(Slice *s, u32 whole)
{
    u32 format = s->h.sps->chroma, missing = s->unit->kind & INTRA;
    load_blocks(s, s->h.pps->cabac ? missing : ABSENT);
    if (format == 3 && s->h.pps->cabac && s->unit->kind & BLOCKS_8X8)
        forget_small_blocks(s);
    plane(s, 0, whole);
    if (format == 3) {
        plane(s, 1, whole);
        plane(s, 2, whole);
    } else if (format) {
        chroma(s);
    }
    save_blocks(s);
    return s->r.wrong;
}
