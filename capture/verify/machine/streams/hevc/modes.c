/* Which mode of intra prediction a block has: ITU-T H.265, 8.4.2 and 8.4.3. */

#include "unit.h"

/* 8.4.2: the three likely modes, of which candModeList is made. */
static void likely(const Walk *w, u32 x, u32 y, u32 *modes)
{
    u32 left = w->modes_left[y], above = w->modes_above[x];
    if (left == above) {
        u32 angle = left > 1;
        modes[0] = angle ? left : PLANAR;
        modes[1] = angle ? 2 + ((left + 29) & 31) : DC;
        modes[2] = angle ? 2 + ((left - 2 + 1) & 31) : VERTICAL;
        return;
    }
    modes[0] = left, modes[1] = above;
    modes[2] = left && above ? PLANAR : left != DC && above != DC ? DC : VERTICAL;
}

static void sorted(u32 *modes, u32 low, u32 high)
{
    u32 lower = modes[low] < modes[high] ? modes[low] : modes[high];
    modes[high] += modes[low] - lower;
    modes[low] = lower;
}

u32 luma_mode(const Walk *w, u32 x, u32 y, u32 previous, u32 told)
{
    u32 modes[3];
    likely(w, x, y, modes);
    if (previous)
        return modes[told];
    sorted(modes, 0, 1);
    sorted(modes, 0, 2);
    sorted(modes, 1, 2);
    for (u32 index = 0; index < 3; index++)
        told += told >= modes[index];
    return told;
}

/* 8.4.3: IntraPredModeC */
u32 chroma_mode(const Walk *w, u32 told, u32 luma)
{
    static const u8 other[4] = {PLANAR, VERTICAL, HORIZONTAL, DC};
    static const u8 narrow[35] = {0,  1,  2,  2,  2,  2,  3,  5,  7,  8,  10, 11, 13, 15, 16, 18, 19, 20,
                                  21, 22, 23, 23, 24, 24, 25, 25, 26, 27, 27, 28, 28, 29, 29, 30, 31};
    u32 mode = told == 4 ? luma : other[told] == luma ? DIAGONAL : other[told];
    return w->sequence->chroma == 2 ? narrow[mode] : mode;
}
