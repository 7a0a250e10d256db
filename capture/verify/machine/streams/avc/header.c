/* ITU-T H.264, 7.3.3: the header of a slice, whole. */

#include "avc.h"

static void wrong_if(Reader *r, u32 bad, u32 what)
{
    if (bad && !r->wrong)
        r->wrong = what;
}

static Change lists[2][MOST_CHANGES], marks[MOST_CHANGES];
static u32 list_counts[2], mark_count;

/* The second field of a frame, and how far a picture is from where it is expected: near it. */
static i32 near(Reader *r, i32 most)
{
    i32 value = se(&r->b);
    wrong_if(r, value < -most || value > most, NOT_FOLLOWED);
    return value;
}

static void orders(Reader *r, Header *h)
{
    Picture *p = &h->picture;
    const Sps *sps = h->sps;
    if (sps->order_type == 0) {
        p->order = number(r, sps->order_bits);
        if (h->pps->field_orders && !p->field)
            p->deltas[0] = near(r, 2);
    } else if (sps->order_type == 1 && !sps->order_fixed) {
        p->deltas[0] = near(r, 64);
        if (h->pps->field_orders && !p->field)
            p->deltas[1] = near(r, 2);
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
    list_counts[list] = 0;
    if (!number(r, 1))
        return;
    u32 most = (2u << h->sps->frame_num_bits) - 1;
    for (u32 count = 0; !r->wrong; count++) {
        u32 what = up_to(r, 3);
        if (what == 3)
            return;
        wrong_if(r, count == h->references[list], BROKEN_HEADER);
        lists[list][count] = (Change){what, up_to(r, what == 2 ? 31 : most), 0};
        list_counts[list] = count + 1;
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
    mark_count = 0;
    if (h->picture.idr) {
        u32 output = number(r, 1);
        h->long_idr = number(r, 1);
        return 1 + output + 2 * h->long_idr;
    }
    if (!number(r, 1))
        return 0;
    u32 most = (2u << h->sps->frame_num_bits) - 1, sum = 2166136261u;
    while (mark_count < MOST_CHANGES && !r->wrong) {
        Change *c = &marks[mark_count];
        *c = (Change){up_to(r, 6), 0, 0};
        if (!c->what)
            return sum;
        h->restarts |= c->what == 5;
        if (c->what == 1 || c->what == 3)
            c->value = up_to(r, most);
        if (c->what != 1 && c->what != 5)
            c->index = up_to(r, 31);
        sum = mixed(mixed(mixed(sum, c->what), c->value), c->index);
        mark_count++;
    }
    wrong_if(r, 1, BROKEN_HEADER);
    return sum;
}

u32 lists_known(const Header *h)
{
    u32 wrong = h->type == I_SLICE ? FINE : changes_known(h, lists[0], list_counts[0]);
    return wrong || h->type != B_SLICE ? wrong : changes_known(h, lists[1], list_counts[1]);
}

u32 keeps(const Header *h) { return h->picture.ref_idc ? picture_kept(h, marks, mark_count) : FINE; }

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
