/* VP9, clauses 6.4.21 to 6.4.24 and 9.3: the coefficients of a block, of which none is kept. */

#include "vp9.h"
#include "vp9_numbers.h"

#define MOST 1024

u8 *nonzero_above[3], nonzero_left[3][16];

/* The two that were read before and lie beside the next one, by their order, not by their place. */
typedef struct {
    u16 one, two;
} Beside;

/* The last of each looks at none: one is looked at behind the end. */
static Beside besides[10][MOST + 1];
static u8 bands[2][MOST + 1];

/* Where a transform changes along one side alone, what is near in that direction counts twice. */
static void beside_of(Beside *into, const u16 *scan, u32 shift, u32 kind)
{
    static u16 order[MOST];
    u32 side = 1u << shift, count = side * side;
    for (u32 index = 0; index < count; index++)
        order[scan[index]] = (u16)index;
    for (u32 index = 1; index < count; index++) {
        u32 place = scan[index], above = place - side, left = place - 1;
        if (place < side || (kind == 1 && place & (side - 1)))
            above = left;
        else if (!(place & (side - 1)) || kind == 2)
            left = above;
        into[index] = (Beside){order[above], order[left]};
    }
}

void coefficients_begin(void)
{
    static const u16 *const scans[10] = {
        scan_4, scan_4_rows, scan_4_columns, scan_8, scan_8_rows, scan_8_columns,
        scan_16, scan_16_rows, scan_16_columns, scan_32,
    };
    static const u8 first[2][21] = {
        {0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5},
        {0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4},
    };
    for (u32 index = 0; index < 10; index++)
        beside_of(besides[index], scans[index], 2 + index / 3, index % 3);
    for (u32 index = 0; index < 2 * (MOST + 1); index++) {
        u32 place = index % (MOST + 1);
        bands[index / (MOST + 1)][place] = place < 21 ? first[index / (MOST + 1)][place] : 5;
    }
}

static inline void extra(Coder *c, const u8 *chances)
{
    for (; *chances; chances++)
        bit(c, *chances);
}

/* 9.3.1 and 10.1: the rest of what is larger than one. Answers how much it counts for others. */
static inline u32 large(Coder *c, const u8 *p)
{
    static const u8 chances[6][15] = {
        {159}, {165, 145}, {173, 148, 140}, {176, 155, 140, 135}, {180, 157, 141, 134, 130},
        {254, 254, 254, 252, 249, 243, 230, 196, 177, 153, 140, 133, 130, 129},
    };
    if (!bit(c, p[0])) {
        if (!bit(c, p[1]))
            return 2;
        bit(c, p[2]);
        return 3;
    }
    if (!bit(c, p[3])) {
        extra(c, chances[bit(c, p[4])]);
        return 4;
    }
    u32 high = bit(c, p[5]), of = 2 + 2 * high + bit(c, p[6 + high]);
    for (u32 more = 8; of == 5 && more < frame.depth; more++)
        bit(c, 255);
    extra(c, chances[of]);
    return 5;
}

/*
 * tokens(): answers how many there are, zeros before the last one included. `order` counts scans,
 * `context` is that of the first one.
 */
static u32 tokens(Coder *coder, u32 size, u32 chroma, u32 inter, u32 order, u32 context)
{
    static u8 energy[MOST + 1];
    const u8(*odd)[6][3] = odds.coefficient[size][chroma][inter];
    u32(*count)[6][4] = counts.coefficient[size][chroma][inter];
    u32(*asked)[6] = counts.asked[size][chroma][inter];
    const Beside *beside = besides[3 * size + order];
    const u8 *band = bands[size > 0];
    Coder c = *coder;
    u32 most = 16u << 2 * size, index = 0;
    while (index < most) {
        u32 of = band[index];
        const u8 *p = odd[of][context];
        u32 *n = count[of][context];
        asked[of][context]++;
        if (!bit(&c, p[0])) {
            n[3]++;
            break;
        }
        while (!bit(&c, p[1])) {
            n[0]++;
            energy[index++] = 0;
            if (index == most)
                goto end;
            context = (1u + energy[beside[index].one] + energy[beside[index].two]) >> 1;
            of = band[index];
            p = odd[of][context], n = count[of][context];
        }
        u32 more = bit(&c, p[2]);
        n[1 + more]++;
        energy[index++] = (u8)(more ? large(&c, pareto[p[2] - 1]) : 1);
        bit(&c, 128);
        context = (1u + energy[beside[index].one] + energy[beside[index].two]) >> 1;
    }
end:
    *coder = c;
    return index;
}

static u32 any(const u8 *at, u32 count)
{
    u32 found = 0;
    while (count--)
        found |= *at++;
    return found;
}

/* What is outside of the picture holds nothing. */
static void mark(u8 *at, u32 count, u32 inside, u32 value)
{
    for (u32 index = 0; index < count; index++)
        at[index] = (u8)(index < inside && value);
}

/* get_scan() */
static u32 order_of(const Block *block, u32 x, u32 y)
{
    static const u8 orders[14] = {0, 1, 2, 0, 0, 1, 2, 2, 1};
    if (frame.lossless || block->unit.transform == 3)
        return 0;
    return orders[block->size < B8X8 ? block->modes[2 * y + x] : block->unit.mode];
}

typedef struct {
    u32 plane, size, wide, high, inside_x, inside_y;
    u8 *above, *left;
} Plane;

static Plane plane_of(const Block *block, u32 index)
{
    u32 x = index ? frame.sub_x : 0, y = index ? frame.sub_y : 0;
    u32 wide = 2u * units_wide[block->size] >> x, high = 2u * units_high[block->size] >> y;
    u32 least = wide < high ? wide : high, size = block->unit.transform;
    while (1u << size > least)
        size--;
    return (Plane){index, block->size < B8X8 ? 0 : size, wide, high,
                   2 * block->wide >> x, 2 * block->high >> y,
                   nonzero_above[index] + (2 * block->column >> x),
                   nonzero_left[index] + (2 * (block->row & 7) >> y)};
}

static u32 coded(Coder *c, const Block *block, const Plane *plane)
{
    u32 step = 1u << plane->size, found = 0, inter = block->unit.reference[0] > INTRA;
    for (u32 y = 0; y < plane->inside_y; y += step)
        for (u32 x = 0; x < plane->inside_x; x += step) {
            u8 *above = plane->above + x, *left = plane->left + y;
            u32 context = any(above, step) + any(left, step);
            u32 order = plane->plane || inter ? 0 : order_of(block, x, y);
            u32 some = tokens(c, plane->size, plane->plane > 0, inter, order, context) > 0;
            mark(above, step, plane->inside_x - x, some);
            mark(left, step, plane->inside_y - y, some);
            found |= some;
        }
    return found;
}

u32 residual(Coder *c, const Block *block)
{
    u32 found = 0;
    for (u32 index = 0; index < 3; index++) {
        Plane plane = plane_of(block, index);
        if (block->unit.skip) {
            clear(plane.above, plane.wide);
            clear(plane.left, plane.high);
        } else {
            found |= coded(c, block, &plane);
        }
    }
    return found;
}
