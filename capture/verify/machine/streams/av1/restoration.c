/* What superblocks say of the restoration of pictures (the AV1 specification, 5.11.57, 5.11.58). */

#include "av1.h"

static u32 subexp_bool(u32 values, u32 k)
{
    Coder *c = &tile.coder;
    u32 below = 0;
    for (u32 round = 0;; round++) {
        u32 bits = round ? k + round - 1 : k, step = 1u << bits;
        if (values <= below + 3 * step)
            return uniform(c, values - below) + below;
        if (!even(c))
            return number(c, bits) + below;
        below += step;
    }
}

/* What the weights are near to decides their values, but not how they are coded. */
static void wiener(u32 plane)
{
    static const u8 values[3] = {16, 32, 64};
    for (u32 pass = 0; pass < 2; pass++)
        for (u32 tap = plane ? 1 : 0; tap < 3; tap++)
            subexp_bool(values[tap], tap + 1);
}

/* Sgr_Params: sets 10 to 13 have no first radius, 14 and 15 no second one. */
static void sgrproj(void)
{
    u32 set = number(&tile.coder, 4);
    if (set < 10 || set > 13)
        subexp_bool(128, 4);
    if (set < 14)
        subexp_bool(128, 4);
}

static void read_lr_unit(u32 plane)
{
    Coder *c = &tile.coder;
    u32 type = header.lr_type[plane];
    if (type == RESTORE_SWITCHABLE)
        type = symbol(c, tile.odds + AT_RESTORATION, 3);
    else if (!flag(c, tile.odds + (type == RESTORE_WIENER ? AT_WIENER : AT_SGRPROJ)))
        type = RESTORE_NONE;
    if (type == RESTORE_WIENER)
        wiener(plane);
    else if (type == RESTORE_SGRPROJ)
        sgrproj();
}

static u32 units_in(u32 unit, u32 side) { return most((side + (unit >> 1)) / unit, 1); }

void read_lr(u32 row, u32 col)
{
    u32 side = sequence.sb128 ? 32 : 16;
    if (!header.uses_lr)
        return;
    for (u32 plane = 0; plane < (sequence.mono ? 1 : 3); plane++) {
        if (header.lr_type[plane] == RESTORE_NONE)
            continue;
        u32 subx = plane ? sequence.subx : 0, suby = plane ? sequence.suby : 0;
        u32 unit = header.lr_size[plane];
        u32 rows = units_in(unit, (header.height + suby) >> suby);
        u32 cols = units_in(unit, (header.upscaled + subx) >> subx);
        u32 high = 4u >> suby, wide = 4u >> subx, across = unit;
        if (header.use_superres)
            wide *= header.denom, across *= 8;
        u32 row_end = least(rows, ((row + side) * high + unit - 1) / unit);
        u32 col_end = least(cols, ((col + side) * wide + across - 1) / across);
        for (u32 r = (row * high + unit - 1) / unit; r < row_end; r++)
            for (u32 c = (col * wide + across - 1) / across; c < col_end; c++)
                read_lr_unit(plane);
    }
}
