/*
 * ITU-T H.264, 7.3.5.1 and 7.3.5.2: how a macroblock is predicted from other pictures: its parts, the references of
 * each and how far its vectors are from what is expected. The vectors themselves are never known.
 */

#include "avc.h"

/* Parts in blocks of 4x4, and the lists that each uses, a bit for each list. */
typedef struct {
    u8 row, column, height, width, lists, cuts; /* cuts: parts of this part, see `sub` */
} Part;

typedef struct {
    Part parts[4];
    u32 count;
} Parts;

/* Table 7-14: the lists of the first and the second part of B macroblocks 4 to 21, by twos. */
static const u8 b_lists[9][2] = {{1, 1}, {2, 2}, {1, 2}, {2, 1}, {1, 3}, {2, 3}, {3, 1}, {3, 2}, {3, 3}};

/* Tables 7-17 and 7-18: lists, and the size of the parts of an 8x8 part in blocks. */
static const u8 p_sub[4][3] = {{1, 2, 2}, {1, 1, 2}, {1, 2, 1}, {1, 1, 1}};
static const u8 b_sub[13][3] = {
    {0, 2, 2}, {1, 2, 2}, {2, 2, 2}, {3, 2, 2}, {1, 1, 2}, {1, 2, 1}, {2, 1, 2},
    {2, 2, 1}, {3, 1, 2}, {3, 2, 1}, {1, 1, 1}, {2, 1, 1}, {3, 1, 1},
};

/* `shape`: 0 whole, 1 upper and lower halves, 2 left and right halves. */
static void halves(Parts *all, u32 shape, u32 first, u32 second)
{
    u8 height = shape == 1 ? 2 : 4, width = shape == 2 ? 2 : 4;
    all->count = shape ? 2 : 1;
    all->parts[0] = (Part){0, 0, height, width, (u8)first, 0};
    all->parts[1] = (Part){shape == 1 ? 2 : 0, shape == 2 ? 2 : 0, height, width, (u8)second, 0};
}

static u32 sub_type(Slice *s)
{
    return s->h.pps->cabac ? coded_sub_type(s) : ue(&s->r.b);
}

/* 7.3.5.2; returns whether 8x8 blocks may follow. */
static u32 quarters(Slice *s, Parts *all, u32 *wrong)
{
    u32 large = 1, is_b = s->h.type == B_SLICE;
    all->count = 4;
    for (u32 index = 0; index < 4; index++) {
        u32 type = sub_type(s);
        if (type > (is_b ? 12 : 3)) {
            *wrong = BAD_CODE;
            type = 0;
        }
        const u8 *of = is_b ? b_sub[type] : p_sub[type];
        u8 cuts = (u8)(of[1] << 4 | of[2]);
        all->parts[index] = (Part){(u8)(index & 2), (u8)(2 * (index & 1)), 2, 2, of[0], cuts};
        large &= of[0] ? cuts == 0x22 : s->h.sps->direct_8x8;
    }
    return large;
}

static void fill_refs(Slice *s, u32 list, const Part *part, u32 value)
{
    for (i32 row = part->row / 2; row < (part->row + part->height) / 2; row++)
        for (i32 column = part->column / 2; column < (part->column + part->width) / 2; column++)
            s->refs[list][REF_CELL(row, column)] = (u8)value;
}

/* 9.1, te(v), or its code in bins. */
static u32 reference(Slice *s, u32 list, const Part *part, u32 most)
{
    if (s->h.pps->cabac)
        return coded_ref(s, list, REF_CELL(part->row / 2, part->column / 2));
    return most > 1 ? ue(&s->r.b) : !number(&s->r, 1);
}

static void references(Slice *s, u32 list, const Parts *all, u32 *wrong)
{
    u32 count = s->h.references[list] << (s->h.adaptive && s->field);
    for (u32 index = 0; count > 1 && index < all->count; index++) {
        const Part *part = &all->parts[index];
        if (!(part->lists >> list & 1))
            continue;
        u32 value = reference(s, list, part, count - 1);
        if (value >= count)
            *wrong = BAD_CODE;
        fill_refs(s, list, part, value);
    }
}

static void vlc_vector(Slice *s, u32 *wrong)
{
    for (u32 axis = 0; axis < 2; axis++) {
        i32 value = se(&s->r.b);
        if (value < -65536 || value > 65536)
            *wrong = BAD_CODE;
    }
}

static void vector(Slice *s, u32 list, i32 row, i32 column, u32 height, u32 width)
{
    u8(*cells)[2] = s->mvd[list];
    const u8 *left = cells[CELL(row, column - 1)], *above = cells[CELL(row - 1, column)];
    u32 across = coded_mvd(s, 0, (u32)left[0] + above[0]);
    u32 down = coded_mvd(s, 1, (u32)left[1] + above[1]);
    for (u32 line = 0; line < height; line++) {
        for (u32 index = 0; index < width; index++) {
            u8 *cell = cells[CELL(row + (i32)line, column + (i32)index)];
            cell[0] = (u8)across, cell[1] = (u8)down;
        }
    }
}

static void vectors(Slice *s, u32 list, const Part *part, u32 *wrong)
{
    u32 height = part->cuts ? part->cuts >> 4 : part->height, width = part->cuts ? part->cuts & 15 : part->width;
    for (u32 row = 0; row < part->height; row += height) {
        for (u32 column = 0; column < part->width; column += width) {
            if (s->h.pps->cabac)
                vector(s, list, (i32)(part->row + row), (i32)(part->column + column), height, width);
            else
                vlc_vector(s, wrong);
        }
    }
}

/* `type` as in Tables 7-13 and 7-14, without what is skipped or direct as a whole. */
u32 inter_prediction(Slice *s, u32 type, u32 *wrong)
{
    Parts all;
    u32 is_b = s->h.type == B_SLICE, large = 1;
    u32 lists = is_b ? 2 : 1;
    if (s->h.pps->cabac)
        load_vectors(s);
    if (is_b ? type == 22 : type >= 3)
        large = quarters(s, &all, wrong);
    else if (is_b && type > 3)
        halves(&all, 1 + (type & 1), b_lists[(type - 4) / 2][0], b_lists[(type - 4) / 2][1]);
    else if (is_b)
        halves(&all, 0, type, 0);
    else
        halves(&all, type, 1, 1);
    /* P_8x8ref0 uses the first reference alone. */
    for (u32 list = 0; list < lists && (is_b || type != 4); list++)
        references(s, list, &all, wrong);
    for (u32 list = 0; list < lists; list++)
        for (u32 index = 0; index < all.count; index++)
            if (all.parts[index].lists >> list & 1)
                vectors(s, list, &all.parts[index], wrong);
    if (s->h.pps->cabac)
        save_vectors(s);
    return large;
}
