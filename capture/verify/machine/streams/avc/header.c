/* ITU-T H.264, 7.3.3: the header of a slice, whole. */

#include "avc.h"

static void wrong_if(Reader *r, u32 bad, u32 what)
{
    if (bad && !r->wrong)
        r->wrong = what;
}

static void orders(Reader *r, Header *h)
{
    Picture *p = &h->picture;
    const Sps *sps = h->sps;
    if (sps->order_type == 0) {
        p->order = number(r, sps->order_bits);
        if (h->pps->field_orders && !p->field)
            p->deltas[0] = se(&r->b);
    } else if (sps->order_type == 1 && !sps->order_fixed) {
        p->deltas[0] = se(&r->b);
        if (h->pps->field_orders && !p->field)
            p->deltas[1] = se(&r->b);
    }
}

static void places(Reader *r, Header *h, u32 ref_idc)
{
    Picture *p = &h->picture;
    p->ref_idc = ref_idc;
    p->frame_num = number(r, h->sps->frame_num_bits);
    if (!h->sps->frames_only) {
        p->field = number(r, 1);
        if (p->field)
            p->bottom = number(r, 1);
    }
    h->adaptive = h->sps->adaptive && !p->field;
    p->idr = h->unit_type == 5;
    if (p->idr)
        p->idr_id = up_to(r, 65535);
    orders(r, h);
    /* A redundant picture is another one, that is not shown. */
    if (h->pps->redundant)
        wrong_if(r, up_to(r, 127) != 0, NOT_FOLLOWED);
}

static void counts(Reader *r, Header *h)
{
    h->references[0] = h->pps->references[0];
    h->references[1] = h->pps->references[1];
    if (h->type == B_SLICE)
        number(r, 1);
    if (h->type != I_SLICE && number(r, 1)) {
        h->references[0] = 1 + up_to(r, 31);
        if (h->type == B_SLICE)
            h->references[1] = 1 + up_to(r, 31);
    }
    if (h->type != B_SLICE)
        h->references[1] = 0;
    if (h->type == I_SLICE)
        h->references[0] = 0;
    u32 most = h->picture.field ? 32 : 16;
    wrong_if(r, h->references[0] > most || h->references[1] > most, BROKEN_HEADER);
}

/* 7.3.3.1: no list is changed more often than it is long. */
static void changed_list(Reader *r, const Header *h, u32 list)
{
    if (!number(r, 1))
        return;
    u32 most = (2u << h->sps->frame_num_bits) - 1;
    for (u32 count = 0; !r->wrong; count++) {
        u32 what = up_to(r, 3);
        if (what == 3)
            return;
        wrong_if(r, count == h->references[list], BROKEN_HEADER);
        up_to(r, what == 2 ? 31 : most);
    }
}

static void weights_of(Reader *r, u32 count, u32 chroma)
{
    for (u32 index = 0; index < count && !r->wrong; index++) {
        if (number(r, 1)) {
            between(r, -128, 127);
            between(r, -128, 127);
        }
        if (chroma && number(r, 1))
            for (u32 value = 0; value < 4; value++)
                between(r, -128, 127);
    }
}

/* 7.3.3.2 */
static void weights(Reader *r, const Header *h)
{
    u32 wanted = h->type == P_SLICE ? h->pps->weighted : h->type == B_SLICE && h->pps->weighted_b == 1;
    if (!wanted)
        return;
    up_to(r, 7);
    if (h->sps->chroma)
        up_to(r, 7);
    weights_of(r, h->references[0], h->sps->chroma);
    weights_of(r, h->references[1], h->sps->chroma);
}

/* A number for what was said, to see whether all slices of a picture say the same. */
static u32 mixed(u32 sum, u32 value) { return (sum ^ value) * 16777619u; }

/* 7.3.3.3 */
static u32 marking(Reader *r, Header *h)
{
    if (h->picture.idr)
        return 1 + number(r, 2);
    if (!number(r, 1))
        return 0;
    u32 most = (2u << h->sps->frame_num_bits) - 1, sum = 2166136261u;
    for (u32 count = 0; count < 66 && !r->wrong; count++) {
        u32 what = up_to(r, 6);
        sum = mixed(sum, what);
        h->restarts |= what == 5;
        if (what == 0)
            return sum;
        if (what == 1 || what == 3)
            sum = mixed(sum, up_to(r, most));
        if (what == 2 || what == 3 || what == 4 || what == 6)
            sum = mixed(sum, up_to(r, 32));
    }
    wrong_if(r, 1, BROKEN_HEADER);
    return sum;
}

static void quantizer(Reader *r, Header *h)
{
    i32 least = -6 * (h->sps->luma_depth - 8);
    h->qp = 26 + h->pps->first_qp + between(r, -128, 127);
    wrong_if(r, h->qp < least || h->qp > 51, BROKEN_HEADER);
    if (h->pps->deblocking && up_to(r, 2) != 1) {
        between(r, -6, 6);
        between(r, -6, 6);
    }
}

static u32 begins(Reader *r, Header *h, u32 unit_type)
{
    h->unit_type = unit_type;
    h->first = up_to(r, WIDEST * WIDEST);
    h->type = up_to(r, 9) % 5;
    h->picture.pps = up_to(r, MOST_PPS - 1);
    h->pps = &all_pps[h->picture.pps];
    if (r->wrong || !h->pps->known)
        return BROKEN_HEADER;
    h->sps = &all_sps[h->pps->sps];
    return h->type > I_SLICE ? NOT_FOLLOWED : FINE;
}

u32 slice_header(Reader *r, u32 unit_type, u32 ref_idc, Header *h)
{
    clear(h, sizeof *h);
    u32 wrong = begins(r, h, unit_type);
    if (wrong)
        return wrong;
    places(r, h, ref_idc);
    wrong_if(r, h->picture.idr && (!ref_idc || h->type != I_SLICE), BROKEN_HEADER);
    counts(r, h);
    if (h->type != I_SLICE)
        changed_list(r, h, 0);
    if (h->type == B_SLICE)
        changed_list(r, h, 1);
    weights(r, h);
    if (ref_idc)
        h->picture.marking = marking(r, h);
    if (h->pps->cabac && h->type != I_SLICE)
        h->odds = 1 + up_to(r, 2);
    quantizer(r, h);
    return r->wrong ? r->wrong : over(&r->b) ? ENDS_EARLY : FINE;
}
