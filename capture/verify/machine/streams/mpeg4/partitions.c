/*
 * A packet whose parts stand apart: ISO/IEC 14496-2, 6.2.5.3 and 6.2.5.4 (data_partitioned_i_vop and
 * data_partitioned_p_vop). First come the types of all macroblocks, with first values or vectors; then
 * a marker; then which blocks are coded; and then the coefficients.
 */

#include "mpeg4.h"

#define DC_MARKER 0x6B001u
#define DC_MARKER_BITS 19
#define MOTION_MARKER 0x1F001u
#define MOTION_MARKER_BITS 17
#define STUFFING_I 8
#define STUFFING_P 20
#define NOT_CODED 7

static Macroblock kept[MOST_MACROBLOCKS];

static u32 at_marker(const Bits *b)
{
    if (picture.type == I_VOP)
        return peek(b, DC_MARKER_BITS) == DC_MARKER;
    return peek(b, MOTION_MARKER_BITS) == MOTION_MARKER;
}

static u32 first_values(Bits *b, const Macroblock *m)
{
    u32 answer = FINE;
    for (u32 index = 0; index < 6 && m->dc_apart && !answer; index++)
        answer = dc(b, index);
    return answer;
}

static u32 first_of_i(Bits *b, Macroblock *m)
{
    u32 mcbpc = code(b, &tables[MCBPC_I]);
    if (mcbpc == NO_CODE)
        return BAD_CODE;
    m->type = (u8)(3 + (mcbpc >> 2));
    m->coded = mcbpc & 3;
    m->dc_apart = picture.quant < picture.threshold;
    if (m->type == 4)
        new_quant(take(b, 2));
    return first_values(b, m);
}

static u32 first_of_p(Bits *b, Macroblock *m, u32 number)
{
    static const u8 types[5] = {0, 3, 1, 4, 2};
    if (take(b, 1)) {
        left_out[number] = picture.type == P_VOP;
        m->type = NOT_CODED;
        return FINE;
    }
    left_out[number] = 0;
    u32 mcbpc = code(b, &tables[MCBPC_P]);
    if (mcbpc == NO_CODE)
        return BAD_CODE;
    m->type = types[mcbpc >> 2];
    m->coded = mcbpc & 3;
    if (m->type >= 3 || (picture.type == S_VOP && m->type < 2 && take(b, 1)))
        return FINE;
    return vectors(b, m->type == 2 ? 4 : 1, picture.forward);
}

/* Takes stuffing: codes that stand for no macroblock. */
static void fillers(Bits *b)
{
    if (picture.type == I_VOP)
        while (peek(b, 9) == 1 && !over(b))
            skip(b, 9);
    else
        while (peek(b, 10) == 1 && !over(b))
            skip(b, 10);
}

/* The first part, up to its marker. Says how many macroblocks there are. */
static u32 first_part(Bits *b, u32 from, u32 *until)
{
    u32 count = layer.width * layer.height, number = from;
    for (;; number++) {
        fillers(b);
        if (over(b))
            return ENDS_EARLY;
        if (at_marker(b))
            break;
        if (number == count)
            return TOO_MANY;
        Macroblock *m = &kept[number];
        *m = (Macroblock){0};
        u32 answer = picture.type == I_VOP ? first_of_i(b, m) : first_of_p(b, m, number);
        if (answer)
            return answer;
        if (picture.type == I_VOP)
            left_out[number] = 0;
    }
    skip(b, picture.type == I_VOP ? DC_MARKER_BITS : MOTION_MARKER_BITS);
    *until = number;
    return number > from ? FINE : BAD_ORDER;
}

static u32 second_of(Bits *b, Macroblock *m)
{
    if (m->type == NOT_CODED)
        return FINE;
    u32 intra = m->type >= 3;
    if (intra)
        take(b, 1); /* ac_pred_flag */
    u32 luma = code(b, &tables[CBPY_ANY]);
    if (luma == NO_CODE)
        return BAD_CODE;
    m->coded |= (u8)((intra ? luma : luma ^ 15) << 2);
    if (picture.type == I_VOP)
        return FINE;
    m->dc_apart = intra && picture.quant < picture.threshold;
    if (m->type == 1 || m->type == 4)
        new_quant(take(b, 2));
    return first_values(b, m);
}

u32 partitions(Bits *b, u32 *number)
{
    u32 from = *number, until = from, answer = first_part(b, from, &until);
    for (u32 at = from; at < until && !answer; at++)
        answer = second_of(b, &kept[at]);
    for (u32 at = from; at < until && !answer; at++)
        if (kept[at].type != NOT_CODED)
            answer = blocks(b, &kept[at], 1);
    *number = until;
    return answer ? answer : over(b) ? ENDS_EARLY : FINE;
}
