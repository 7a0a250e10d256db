/*
 * A macroblock whose parts stand together: ISO/IEC 14496-2, 6.2.6. Types are those of table B-1:
 * 0 with one vector, 1 that and another quantiser, 2 with four vectors, 3 intra, 4 that and another
 * quantiser.
 */

#include "mpeg4.h"

#define STUFFING_I 8
#define STUFFING_P 20

/* dquant (6.3.6): one less, two less, one more, two more; never beyond 1 and 31. */
void new_quant(u32 change)
{
    static const signed char by[4] = {-1, -2, 1, 2};
    i32 quant = (i32)picture.quant + by[change];
    picture.quant = quant < 1 ? 1 : quant > 31 ? 31 : (u32)quant;
}

static u32 intra(Bits *b, u32 type, u32 chroma)
{
    Macroblock m = {.type = (u8)type};
    take(b, 1); /* ac_pred_flag */
    u32 luma = code(b, &tables[CBPY_ANY]);
    if (luma == NO_CODE)
        return BAD_CODE;
    m.coded = (u8)(luma << 2 | chroma);
    m.dc_apart = picture.quant < picture.threshold;
    if (type == 4)
        new_quant(take(b, 2));
    if (layer.interlaced)
        take(b, 1);
    return blocks(b, &m, 0);
}

/* The vectors of an inter macroblock of a P-VOP: one, two of fields, four, or the picture's own. */
static u32 inter_vectors(Bits *b, u32 type, u32 global)
{
    if (type == 2)
        return vectors(b, 4, picture.forward);
    if (global)
        return FINE;
    if (layer.interlaced && take(b, 1)) {
        take(b, 2);
        return vectors(b, 2, picture.forward);
    }
    return vectors(b, 1, picture.forward);
}

static u32 inter(Bits *b, u32 type, u32 chroma)
{
    Macroblock m = {.type = (u8)type};
    u32 global = picture.type == S_VOP && type < 2 && take(b, 1);
    u32 luma = code(b, &tables[CBPY_ANY]);
    if (luma == NO_CODE)
        return BAD_CODE;
    m.coded = (u8)((luma ^ 15) << 2 | chroma);
    if (type == 1)
        new_quant(take(b, 2));
    if (layer.interlaced && m.coded)
        take(b, 1);
    u32 answer = inter_vectors(b, type, global);
    return answer ? answer : blocks(b, &m, 0);
}

static u32 of_i_vop(Bits *b, u32 number)
{
    u32 mcbpc;
    do
        mcbpc = code(b, &tables[MCBPC_I]);
    while (mcbpc == STUFFING_I);
    if (mcbpc == NO_CODE)
        return BAD_CODE;
    left_out[number] = 0;
    return intra(b, 3 + (mcbpc >> 2), mcbpc & 3);
}

static u32 of_p_vop(Bits *b, u32 number)
{
    static const u8 types[5] = {0, 3, 1, 4, 2};
    u32 mcbpc;
    do {
        if (take(b, 1)) {
            left_out[number] = picture.type == P_VOP; /* in an S-VOP it moves with the picture */
            return over(b) ? ENDS_EARLY : FINE;
        }
        mcbpc = code(b, &tables[MCBPC_P]);
    } while (mcbpc == STUFFING_P);
    if (mcbpc == NO_CODE)
        return BAD_CODE;
    left_out[number] = 0;
    u32 type = types[mcbpc >> 2];
    return type >= 3 ? intra(b, type, mcbpc & 3) : inter(b, type, mcbpc & 3);
}

/* mb_type of a B-VOP, table B-3: 0 direct, 1 both ways, 2 backward, 3 forward. */
static u32 direction(Bits *b)
{
    u32 zeros = 0;
    while (zeros < 4 && !take(b, 1))
        zeros++;
    return zeros;
}

static u32 two_way_vectors(Bits *b, u32 way)
{
    u32 forward = way != 2, backward = way != 3, count = 1;
    if (layer.interlaced && take(b, 1)) {
        count = 2;
        skip(b, 2 * (forward + backward));
    }
    u32 answer = forward ? vectors(b, count, picture.forward) : FINE;
    if (!answer && backward)
        answer = vectors(b, count, picture.backward);
    return answer;
}

static u32 of_b_vop(Bits *b)
{
    Macroblock m = {0};
    if (take(b, 1))
        return over(b) ? ENDS_EARLY : FINE;
    u32 none = take(b, 1), way = direction(b);
    if (way > 3)
        return BAD_CODE;
    m.coded = none ? 0 : (u8)take(b, 6);
    if (way && m.coded && take(b, 1))
        take(b, 1); /* dbquant */
    if (layer.interlaced && m.coded)
        take(b, 1);
    u32 answer = way ? two_way_vectors(b, way) : vectors(b, 1, 1);
    return answer ? answer : blocks(b, &m, 0);
}

u32 macroblock(Bits *b, u32 number)
{
    if (picture.type == I_VOP)
        return of_i_vop(b, number);
    return picture.type == B_VOP ? of_b_vop(b) : of_p_vop(b, number);
}
