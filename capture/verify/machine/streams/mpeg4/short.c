/*
 * A picture with the short header: ISO/IEC 14496-2, 6.2.5.5 to 6.2.6, which is a picture of ITU-T
 * H.263 without its annexes. It has a size of five, one vector for a macroblock, and may be cut into
 * groups of macroblocks. Supplementary bytes behind its head must not be there.
 */

#include "mpeg4.h"

#define STUFFING_I 8
#define STUFFING_P 20
#define START_MARKER 0x20u
#define START_MARKER_BITS 22
#define GROUP_MARKER_BITS 17

typedef struct {
    u32 groups, in_group, inter, quant;
} Plane;

int is_short(const Bits *b)
{
    return b->end >= START_MARKER_BITS && peek(b, START_MARKER_BITS) == START_MARKER;
}

static u32 header(Bits *b, Plane *plane)
{
    static const u8 groups[8] = {0, 6, 9, 18, 18, 18}, rows[8] = {0, 8, 11, 22, 88, 176};
    skip(b, START_MARKER_BITS);
    take(b, 8); /* temporal_reference */
    if (take(b, 2) != 2)
        return BROKEN_HEADER;
    take(b, 3);
    u32 format = take(b, 3);
    plane->groups = groups[format];
    plane->in_group = format == 5 ? 2u * rows[format] : rows[format];
    plane->inter = take(b, 1);
    if (!plane->groups || take(b, 4))
        return NOT_FOLLOWED;
    plane->quant = take(b, 5);
    if (!plane->quant || take(b, 1))
        return BROKEN_HEADER;
    return take(b, 1) ? NOT_FOLLOWED : FINE; /* pei: psupp */
}

/* A value of so many bits that is neither zero nor the one that is forbidden. */
static u32 fixed(Bits *b)
{
    return take(b, 8) & 127 ? FINE : BAD_CODE;
}

static u32 block(Bits *b, u32 at)
{
    for (u32 last = 0; !last; at++) {
        u32 meaning = code(b, &coefficients[INTER_BLOCK].table), run;
        if (meaning == NO_CODE)
            return BAD_CODE;
        if (meaning & 31) {
            last = meaning >> 11;
            run = meaning >> 5 & 63;
            skip(b, 1);
        } else {
            last = take(b, 1);
            run = take(b, 6);
            if (fixed(b))
                return BAD_CODE;
        }
        at += run;
        if (at > 63)
            return TOO_MANY;
    }
    return FINE;
}

static u32 all_blocks(Bits *b, u32 coded, u32 intra)
{
    for (u32 index = 0; index < 6; index++) {
        u32 answer = intra ? fixed(b) : FINE;
        if (!answer && coded >> (5 - index) & 1)
            answer = block(b, intra);
        if (answer)
            return answer;
    }
    return over(b) ? ENDS_EARLY : FINE;
}

/* The type and which chroma is coded; `left` says that nothing of the macroblock is. */
static u32 type_of(Bits *b, const Plane *plane, u32 *left)
{
    u32 meaning, filler = plane->inter ? STUFFING_P : STUFFING_I;
    do {
        *left = plane->inter && take(b, 1);
        if (*left)
            return 0;
        meaning = code(b, &tables[plane->inter ? MCBPC_P : MCBPC_I]);
    } while (meaning == filler);
    return meaning;
}

static u32 short_macroblock(Bits *b, const Plane *plane)
{
    static const u8 types[5] = {0, 3, 1, 4, 2};
    u32 left, meaning = type_of(b, plane, &left);
    if (left)
        return over(b) ? ENDS_EARLY : FINE;
    if (meaning == NO_CODE)
        return BAD_CODE;
    u32 type = plane->inter ? types[meaning >> 2] : 3 + (meaning >> 2), intra = type >= 3;
    u32 luma = code(b, &tables[CBPY_ANY]);
    if (luma == NO_CODE || type == 2)
        return luma == NO_CODE ? BAD_CODE : NOT_FOLLOWED;
    if (type == 1 || type == 4)
        take(b, 2);
    u32 answer = intra ? FINE : vectors(b, 1, 1);
    return answer ? answer : all_blocks(b, (intra ? luma : luma ^ 15) << 2 | (meaning & 3), intra);
}

/* Zeros to the end of the byte, before a marker and at the end. */
static u32 to_byte(Bits *b)
{
    u32 gap = (u32)(-b->next & 7);
    return gap && take(b, gap) ? BITS_LEFT : FINE;
}

/* The head of a group, which may be there or not: its number, and of which kind its pictures are. */
static u32 group_head(Bits *b, u32 number)
{
    Bits ahead = *b;
    if (to_byte(&ahead) || peek(&ahead, GROUP_MARKER_BITS) != 1)
        return FINE;
    skip(&ahead, GROUP_MARKER_BITS);
    u32 said = take(&ahead, 5);
    take(&ahead, 2);
    u32 quant = take(&ahead, 5);
    *b = ahead;
    return said == number && quant ? FINE : BAD_ORDER;
}

u32 short_picture(Bits *b)
{
    Plane plane = {0};
    u32 answer = header(b, &plane);
    for (u32 group = 0; group < plane.groups && !answer; group++) {
        answer = group ? group_head(b, group) : FINE;
        for (u32 at = 0; at < plane.in_group && !answer; at++)
            answer = short_macroblock(b, &plane);
    }
    answer = answer ? answer : to_byte(b);
    if (!answer && over(b))
        return ENDS_EARLY;
    return !answer && b->next < b->end ? BYTES_LEFT : answer;
}
