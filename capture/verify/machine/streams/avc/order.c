/*
 * ITU-T H.264, 7.4.3: the numbers by which pictures are counted. They follow from one another, so that none can
 * say anything else: but for the first picture of a stream, which may have lost its beginning.
 */

#include "avc.h"

static u32 began, expected, idrs, idr_id;
static u32 lone, lone_num; /* a field whose other half is still to come, in a sample of its own */

/* idr_pic_id differs from that of the last one: encoders count, or go to and fro between two. */
static u32 idr_number(const Picture *p, u32 second)
{
    u32 next = (idr_id + 1) & 0xFFFF, id = p->idr_id;
    if (p->frame_num)
        return BROKEN_HEADER;
    if (second ? id != idr_id : idrs && id > 1 && id != idr_id && id != next)
        return NOT_FOLLOWED;
    idrs = 1, idr_id = id;
    return FINE;
}

/* The first slice of a picture, or of the second field of one. */
u32 picture_number(const Header *h, u32 second)
{
    const Picture *p = &h->picture;
    u32 other_half = p->field && lone == 2u - p->bottom && p->frame_num == lone_num;
    u32 wrong = FINE;
    if (p->idr)
        wrong = idr_number(p, second);
    else if (began && !second && !other_half && p->frame_num != expected)
        wrong = h->sps->gaps ? NOT_FOLLOWED : BAD_ORDER;
    if (h->restarts)
        expected = 1;
    else if (p->ref_idc)
        expected = (p->frame_num + 1) & ((1u << h->sps->frame_num_bits) - 1);
    else if (!began)
        expected = p->frame_num;
    began = 1;
    lone = second || other_half || !p->field ? 0 : 1 + p->bottom;
    lone_num = p->frame_num;
    return wrong;
}
