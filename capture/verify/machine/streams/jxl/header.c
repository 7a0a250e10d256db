/*
 * ISO/IEC 18181-1, D and F: the headers of the image and of its one frame, and the table of contents.
 * What a faithful copy never holds is not followed: a profile, a preview, names, extensions, channels
 * but transparency, frames but one, filters and transforms of its own. Nor are curves and patches, which
 * can lie beside the picture, and the curves are of no encoder.
 */

#include "jxl.h"

#define MOST_SIDE (1u << 20)
#define MOST_PIXELS (1u << 28)

static u32 unusual;

/* Takes so many bits that must be zeros. */
static void none(Low *b, u32 bits)
{
    if (low(b, bits))
        unusual = 1;
}

static void one(Low *b)
{
    if (!low(b, 1))
        unusual = 1;
}

static u32 side(Low *b)
{
    static const Way SIDE[4] = {{9, 1}, {13, 1}, {18, 1}, {30, 1}};
    return pick(b, SIDE);
}

static void size(Low *b, Frame *f)
{
    static const u8 RATIOS[8][2] = {{0, 1}, {1, 1}, {6, 5}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};
    u32 eights = low(b, 1);
    f->full_height = eights ? 8 * (1 + low(b, 5)) : side(b);
    u32 ratio = low(b, 3);
    if (ratio)
        f->full_width = (u32)((u64)f->full_height * RATIOS[ratio][0] / RATIOS[ratio][1]);
    else
        f->full_width = eights ? 8 * (1 + low(b, 5)) : side(b);
}

static void depth(Low *b)
{
    static const Way REAL[4] = {{0, 32}, {0, 16}, {0, 24}, {6, 1}};
    static const Way WHOLE[4] = {{0, 8}, {0, 10}, {0, 12}, {6, 1}};
    if (low(b, 1)) {
        pick(b, REAL);
        low(b, 4);
    } else {
        pick(b, WHOLE);
    }
}

static void transparency(Low *b, Frame *f)
{
    static const Way HALVED[4] = {{0, 0}, {0, 3}, {0, 4}, {3, 1}};
    if (low(b, 1))
        return;
    none(b, 2);
    depth(b);
    f->alpha_halved = pick(b, HALVED);
    none(b, 2);
    low(b, 1);
}

static u32 name(Low *b)
{
    static const Way NAME[4] = {{0, 0}, {0, 1}, {4, 2}, {6, 18}};
    return pick(b, NAME);
}

static void points(Low *b, u32 count)
{
    static const Way POINT[4] = {{19, 0}, {19, 1 << 19}, {20, 1 << 20}, {21, 1 << 21}};
    for (u32 i = 0; i < 2 * count; i++)
        pick(b, POINT);
}

/* D.3.5, of which only the number of colours matters. */
static void colours(Low *b, Frame *f)
{
    none(b, 1);
    u32 space = name(b);
    f->is_gray = space == 1;
    if (space != 2) {
        if (name(b) == 2)
            points(b, 1);
        if (space != 1 && name(b) == 2)
            points(b, 3);
        if (low(b, 1))
            low(b, 24);
        else
            name(b);
    }
    name(b);
}

static void image(Low *b, Frame *f)
{
    f->is_xyb = 1;
    size(b, f);
    if (!low(b, 1)) {
        u32 more = low(b, 1);
        if (more) {
            low(b, 3);
            none(b, 3);
        }
        depth(b);
        low(b, 1);
        f->has_alpha = low(b, 1);
        none(b, 1);
        if (f->has_alpha)
            transparency(b, f);
        f->is_xyb = low(b, 1);
        if (!low(b, 1))
            colours(b, f);
        if (more && !low(b, 1)) {
            low(b, 32);
            low(b, 17);
        }
        none(b, 2);
    }
    one(b);
}

/* F.2: how each channel is halved. */
static void chroma(Low *b, Frame *f)
{
    u32 mode[3], across = 0, down = 0;
    if (f->is_xyb || !(f->is_ycc = low(b, 1)))
        return;
    for (u32 i = 0; i < 3; i++) {
        mode[i] = low(b, 2);
        across |= mode[i] == 1 || mode[i] == 2;
        down |= mode[i] == 1 || mode[i] == 3;
    }
    for (u32 i = 0; i < 3; i++) {
        f->across[i] = across - (mode[i] == 1 || mode[i] == 2);
        f->down[i] = down - (mode[i] == 1 || mode[i] == 3);
    }
}

static void passes(Low *b, Frame *f)
{
    static const Way PASSES[4] = {{0, 1}, {0, 2}, {0, 3}, {3, 4}};
    static const Way SHRUNK[4] = {{0, 0}, {0, 1}, {0, 2}, {1, 3}};
    static const Way LAST[4] = {{0, 0}, {0, 1}, {0, 2}, {3, 0}};
    f->passes = pick(b, PASSES);
    if (f->passes == 1)
        return;
    f->shrunk = pick(b, SHRUNK);
    low(b, 2 * (f->passes - 1));
    for (u32 i = 0; i < f->shrunk; i++)
        f->shrink[i] = low(b, 2);
    for (u32 i = 0; i < f->shrunk; i++)
        f->last_pass[i] = pick(b, LAST);
}

static void blending(Low *b, const Frame *f)
{
    static const Way MODE[4] = {{0, 0}, {0, 1}, {0, 2}, {2, 3}};
    static const Way CHANNEL[4] = {{0, 0}, {0, 1}, {0, 2}, {3, 3}};
    u32 mode = pick(b, MODE), mixes = f->has_alpha && (mode == 2 || mode == 3);
    if (mixes)
        pick(b, CHANNEL);
    if (mixes || mode == 4)
        low(b, 1);
    if (mode)
        low(b, 2);
}

static void filters(Low *b, const Frame *f)
{
    if (low(b, 1))
        return;
    if (low(b, 1))
        none(b, 1);
    if (low(b, 2)) {
        none(b, f->is_modular ? 2 : 3);
        if (f->is_modular)
            low(b, 16);
    }
    none(b, 2);
}

static void frame(Low *b, Frame *f)
{
    static const Way FLAGS[4] = {{0, 0}, {4, 1}, {8, 17}, {0, 0xFFFF}};
    f->passes = f->group_shift = 1;
    if (low(b, 1))
        return;
    none(b, 2);
    f->is_modular = low(b, 1);
    f->flags = pick(b, FLAGS);
    chroma(b, f);
    f->reduced = low(b, 2);
    if (f->has_alpha)
        f->alpha_reduced = low(b, 2);
    if (f->is_modular)
        f->group_shift = low(b, 2);
    else if (f->is_xyb)
        low(b, 6);
    passes(b, f);
    none(b, 1);
    for (u32 i = 0; i < 1 + f->has_alpha; i++)
        blending(b, f);
    one(b);
    none(b, 2);
    filters(b, f);
    none(b, 2);
}

static u32 parts(u32 whole, u32 part) { return (whole + part - 1) / part; }

/* G: blocks of 8 x 8, groups of them, and groups of 8 x 8 groups. */
static void measure(Frame *f)
{
    u32 wide = 0, high = 0;
    for (u32 i = 0; i < 3; i++) {
        wide |= f->across[i];
        high |= f->down[i];
    }
    f->width = parts(f->full_width, 1u << f->reduced);
    f->height = parts(f->full_height, 1u << f->reduced);
    f->blocks_wide = parts(f->width, 8u << wide) << wide;
    f->blocks_high = parts(f->height, 8u << high) << high;
    f->group = 128u << f->group_shift;
    f->groups_wide = parts(f->width, f->group);
    f->groups = f->groups_wide * parts(f->height, f->group);
    f->lf_wide = parts(f->blocks_wide, f->group);
    f->lf_groups = f->lf_wide * parts(f->blocks_high, f->group);
}

/* A byte's end, with zeros before it. */
static int aligned(Low *b) { return !low(b, -b->next & 7); }

u32 read_headers(Low *b, Frame *f)
{
    clear(f, sizeof *f);
    unusual = 0;
    if (low(b, 16) != 0x0AFF)
        return BROKEN_HEADER;
    image(b, f);
    if (past(b) || unusual)
        return unusual ? NOT_FOLLOWED : BROKEN_HEADER;
    if (!f->full_width || f->full_width > MOST_SIDE || f->full_height > MOST_SIDE ||
        (u64)f->full_width * f->full_height > MOST_PIXELS)
        return TOO_LONG;
    if (!aligned(b))
        return BITS_LEFT;
    frame(b, f);
    if (past(b) || unusual || f->flags & ~(u32)(NOISE | NO_SMOOTHING) || f->passes > 11)
        return unusual || !past(b) ? NOT_FOLLOWED : BROKEN_HEADER;
    measure(f);
    if (low(b, 1))
        return NOT_FOLLOWED;
    return aligned(b) ? FINE : BITS_LEFT;
}
