/* ITU-T H.264, 7.3.5.3.3 and 9.3.3.1.3: the coefficients of a block in the arithmetic code. */

#include "cabac.h"

/* Table 9-40 with 9-34: where the contexts of each of the 14 categories begin; fields have others. */
static const u16 flags_at[14] = {85,  89,  93,  97,  101, 1012, 460,
                                 464, 468, 1016, 472, 476, 480,  1020};
static const u16 places_at[2][14] = {
    {105, 120, 134, 149, 152, 402, 484, 499, 513, 660, 528, 543, 557, 718},
    {277, 292, 306, 321, 324, 436, 776, 791, 805, 675, 820, 835, 849, 733},
};
static const u16 lasts_at[2][14] = {
    {166, 181, 195, 210, 213, 417, 572, 587, 601, 690, 616, 631, 645, 748},
    {338, 353, 367, 382, 385, 451, 864, 879, 893, 699, 908, 923, 937, 757},
};
static const u16 levels_at[14] = {227, 237, 247, 257, 266, 426, 952, 962, 972, 708, 982, 992, 1002, 766};

/* Table 9-43: the contexts of the coefficients of an 8x8 block, in frames and in fields. */
static const u8 places_8x8[2][63] = {
    {0, 1, 2,  3,  4,  5,  5, 4, 4, 3, 3,  4,  4, 4, 5, 5,  4,  4,  4,  4,  3,
     3, 6, 7,  7,  7,  8,  9, 10, 9, 8, 7, 7, 6, 11, 12, 13, 11, 6, 7,  8,  9,
     14, 10, 9, 8, 6, 11, 12, 13, 11, 6, 9, 14, 10, 9, 11, 12, 13, 11, 14, 10, 12},
    {0,  1,  1,  2,  2,  3, 3, 4,  5,  6,  7,  7,  7,  8,  4,  5,  6,  9,  10, 10, 8,
     11, 12, 11, 9,  9,  10, 10, 8, 11, 12, 11, 9, 9,  10, 10, 8,  11, 12, 11, 9, 9,
     10, 10, 8,  13, 13, 9,  9, 10, 10, 8, 13, 13, 9, 9,  10, 10, 14, 14, 14, 14, 14},
};
static const u8 lasts_8x8[63] = {
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8,
};
static const u8 one_by_one[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
/* Chroma DC: numDecodAbsLevel over NumC8x8, no more than 2. */
static const u8 by_two[8] = {0, 0, 1, 1, 2, 2, 2, 2};

u32 coded_flag(Slice *s, u32 category, u32 near)
{
    return decide(&s->c, &s->odds[flags_at[category] + near]);
}

/* Which coefficients are not zero: how many. */
static inline u32 places(Coder *c, u8 *place, u8 *last, const u8 *place_map, const u8 *last_map, u32 most)
{
    u32 count = 0;
    for (u32 index = 0; index + 1 < most; index++) {
        if (decide(c, place + place_map[index])) {
            count++;
            if (decide(c, last + last_map[index]))
                return count;
        }
    }
    return count + 1;
}

/* 9.3.2.3 with uCoff 14 and k 0: what is behind the prefix of a level. */
static u32 escape(Coder *c)
{
    u32 bits = 0;
    while (bypass(c))
        if (++bits == 24)
            return BAD_CODE;
    while (bits--)
        bypass(c);
    return FINE;
}

/* coeff_abs_level_minus1 and coeff_sign_flag of so many coefficients. */
static u32 levels(Coder *c, u8 *contexts, u32 count, u32 most_large)
{
    u32 ones = 1, large = 0, wrong = FINE;
    while (count--) {
        u8 *first = contexts + (large ? 0 : ones);
        if (!decide(c, first)) {
            ones += ones < 4;
        } else {
            u8 *more = contexts + 5 + (large < most_large ? large : most_large);
            u32 prefix = 1;
            while (prefix < 14 && decide(c, more))
                prefix++;
            if (prefix == 14)
                wrong |= escape(c);
            large++;
        }
        bypass(c);
    }
    return wrong;
}

u32 coded_block(Slice *s, u32 category, u32 most)
{
    u32 field = s->field, count;
    Coder c = s->c;
    u8 *place = s->odds + places_at[field][category], *last = s->odds + lasts_at[field][category];
    if (most == 64)
        count = places(&c, place, last, places_8x8[field], lasts_8x8, 64);
    else if (category == 3 && most == 8)
        count = places(&c, place, last, by_two, by_two, most);
    else
        count = places(&c, place, last, one_by_one, one_by_one, most);
    if (levels(&c, s->odds + levels_at[category], count, category == 3 ? 3 : 4))
        s->r.wrong = BAD_CODE;
    s->c = c;
    return count;
}
