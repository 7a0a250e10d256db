/*
 * ITU-T H.264, 7.3.2.1 to 7.3.2.2 and Annex E: the parameter sets, to their last bit.
 *
 * A set that nothing uses would be a place to hide in. So a picture set takes another's place only where that
 * was used meanwhile, or where both are the same; a sequence set takes no other's place, for a
 * stream has one description; and what is not used yet may not be long.
 */

#include "avc.h"

Sps all_sps[MOST_SPS];
Pps all_pps[MOST_PPS];

/* 7.3.2.1.1.1 */
static void scaling_list(Reader *r, u32 size)
{
    i32 last = 8, next = 8;
    for (u32 index = 0; index < size && next; index++) {
        next = (last + between(r, -128, 127) + 256) & 255;
        last = next ? next : last;
    }
}

static void scaling_lists(Reader *r, u32 count)
{
    for (u32 index = 0; index < count; index++)
        if (number(r, 1))
            scaling_list(r, index < 6 ? 16 : 64);
}

/* E.1.2: one schedule of a buffer; what has several is no recording of a camera. */
static void schedules(Reader *r)
{
    if (up_to(r, 31))
        r->wrong = NOT_FOLLOWED;
    number(r, 8);
    up_to(r, 0xFFFFFFFEu);
    up_to(r, 0xFFFFFFFEu);
    number(r, 1);
    number(r, 20);
}

static void require(Reader *r, u32 fine)
{
    if (!fine && !r->wrong)
        r->wrong = BROKEN_HEADER;
}

/* Tables E-3 to E-5, up to the last value that has a meaning. */
static void colours(Reader *r)
{
    require(r, number(r, 8) <= 22);
    require(r, number(r, 8) <= 18);
    require(r, number(r, 8) <= 15);
}

static void limits(Reader *r)
{
    number(r, 1);
    for (u32 index = 0; index < 6; index++)
        up_to(r, 16);
}

/* E.1.1 */
static void usability(Reader *r)
{
    if (number(r, 1)) {
        u32 aspect = number(r, 8);
        require(r, aspect <= 16 || aspect == 255);
        if (aspect == 255)
            number(r, 32);
    }
    if (number(r, 1))
        number(r, 1);
    if (number(r, 1)) {
        require(r, number(r, 3) <= 5);
        number(r, 1);
        if (number(r, 1))
            colours(r);
    }
    if (number(r, 1)) {
        up_to(r, 5);
        up_to(r, 5);
    }
    if (number(r, 1)) {
        number(r, 32);
        number(r, 32);
        number(r, 1);
    }
    u32 units = number(r, 1);
    if (units)
        schedules(r);
    u32 slices = number(r, 1);
    if (slices)
        schedules(r);
    if (units || slices)
        number(r, 1);
    number(r, 1);
    if (number(r, 1))
        limits(r);
}

static u32 has_chroma_format(u32 profile)
{
    return profile == 100 || profile == 110 || profile == 122 || profile == 244 || profile == 44;
}

/* What the High profiles say besides. */
static void formats(Reader *r, Sps *sps)
{
    sps->chroma = (u8)up_to(r, 3);
    if (sps->chroma == 3 && number(r, 1))
        r->wrong = NOT_FOLLOWED;
    sps->luma_depth = (u8)(8 + up_to(r, 6));
    sps->chroma_depth = (u8)(8 + up_to(r, 6));
    number(r, 1);
    if (number(r, 1))
        scaling_lists(r, sps->chroma == 3 ? 12 : 8);
}

/* Values that no camera needs would hold a text. */
static void offset(Reader *r)
{
    i32 value = se(&r->b);
    if (value < -1024 || value > 1024)
        r->wrong = NOT_FOLLOWED;
}

static void orders(Reader *r, Sps *sps)
{
    sps->order_type = (u8)up_to(r, 2);
    if (sps->order_type == 0)
        sps->order_bits = (u8)(4 + up_to(r, 12));
    if (sps->order_type != 1)
        return;
    sps->order_fixed = (u8)number(r, 1);
    offset(r);
    offset(r);
    u32 count = up_to(r, 255);
    if (count > 16)
        r->wrong = NOT_FOLLOWED;
    for (u32 index = 0; index < count && !r->wrong; index++)
        offset(r);
}

/* What is not shown is what fills the last macroblocks, and no more: else another picture might be there. */
static void cropping(Reader *r, const Sps *sps)
{
    u32 across = up_to(r, 16 * WIDEST), down;
    across += up_to(r, 16 * WIDEST);
    down = up_to(r, 16 * WIDEST);
    down += up_to(r, 16 * WIDEST);
    across *= sps->chroma == 1 || sps->chroma == 2 ? 2 : 1;
    down *= (sps->chroma == 1 ? 2u : 1u) * (2u - sps->frames_only);
    if (across > 31 || down > 31)
        r->wrong = NOT_FOLLOWED;
}

static void sizes(Reader *r, Sps *sps)
{
    u32 width = up_to(r, 65535), rows = up_to(r, 65535);
    sps->frames_only = (u8)number(r, 1);
    sps->adaptive = sps->frames_only ? 0 : (u8)number(r, 1);
    sps->direct_8x8 = (u8)number(r, 1);
    sps->width = width + 1;
    sps->rows = (rows + 1) * (2 - sps->frames_only);
    if (sps->width > WIDEST || sps->rows > WIDEST)
        r->wrong = TOO_LONG;
    require(r, sps->frames_only || sps->direct_8x8);
    if (number(r, 1))
        cropping(r, sps);
}

static u32 ending(Reader *r)
{
    if (r->wrong)
        return r->wrong;
    return over(&r->b) ? ENDS_EARLY : rbsp_trailing(&r->b);
}

static u32 sps_body(Reader *r, Sps *sps, u32 *id)
{
    sps->profile = (u8)number(r, 8);
    require(r, has_chroma_format(sps->profile) || sps->profile == 66 || sps->profile == 77 ||
                   sps->profile == 88);
    sps->compatible = (u8)number(r, 8);
    require(r, !(sps->compatible & 3));
    sps->level = (u8)number(r, 8);
    *id = up_to(r, MOST_SPS - 1);
    sps->chroma = 1, sps->luma_depth = sps->chroma_depth = 8;
    if (has_chroma_format(sps->profile))
        formats(r, sps);
    sps->frame_num_bits = (u8)(4 + up_to(r, 12));
    orders(r, sps);
    sps->references = (u8)up_to(r, 16);
    sps->gaps = (u8)number(r, 1);
    sizes(r, sps);
    if (number(r, 1))
        usability(r);
    return ending(r);
}

static u32 same(const u8 *one, const u8 *other, u32 size)
{
    for (u32 index = 0; index < size; index++)
        if (one[index] != other[index])
            return 0;
    return 1;
}

u32 read_sps(u8 *at, u32 size)
{
    static Sps fresh;
    clear(&fresh, sizeof fresh);
    if (size > LONGEST_SPS)
        return TOO_LONG;
    __builtin_memcpy(fresh.bytes, at, size);
    fresh.size = size;
    u32 left = unescape(at, size), id = 0;
    if (!left)
        return BROKEN_HEADER;
    Reader r = {bits_of(at, left), FINE};
    u32 wrong = sps_body(&r, &fresh, &id);
    if (wrong)
        return wrong;
    Sps *old = &all_sps[id];
    if (old->known && old->size == size && same(old->bytes, fresh.bytes, size))
        return FINE;
    if (old->known)
        return NOT_FOLLOWED;
    fresh.known = 1;
    *old = fresh;
    return FINE;
}

static u32 pps_body(Reader *r, Pps *pps, const Sps *sps)
{
    i32 deeper = 6 * (sps->luma_depth - 8);
    pps->cabac = (u8)number(r, 1);
    pps->field_orders = (u8)number(r, 1);
    if (up_to(r, 7))
        r->wrong = NOT_FOLLOWED;
    pps->references[0] = (u8)(1 + up_to(r, 31));
    pps->references[1] = (u8)(1 + up_to(r, 31));
    pps->weighted = (u8)number(r, 1);
    pps->weighted_b = (u8)number(r, 2);
    require(r, pps->weighted_b < 3);
    pps->first_qp = (i8)between(r, -26 - deeper, 25);
    between(r, -26, 25);
    between(r, -12, 12);
    pps->deblocking = (u8)number(r, 1);
    number(r, 1);
    pps->redundant = (u8)number(r, 1);
    if (more_rbsp_data(&r->b)) {
        pps->transform_8x8 = (u8)number(r, 1);
        if (number(r, 1))
            scaling_lists(r, 6 + (sps->chroma == 3 ? 6u : 2u) * pps->transform_8x8);
        between(r, -12, 12);
    }
    return ending(r);
}

u32 read_pps(u8 *at, u32 size)
{
    static Pps fresh;
    clear(&fresh, sizeof fresh);
    if (size > LONGEST_PPS)
        return TOO_LONG;
    __builtin_memcpy(fresh.bytes, at, size);
    fresh.size = size;
    u32 left = unescape(at, size);
    if (!left)
        return BROKEN_HEADER;
    Reader r = {bits_of(at, left), FINE};
    Pps *old = &all_pps[up_to(&r, MOST_PPS - 1)];
    fresh.sps = (u8)up_to(&r, MOST_SPS - 1);
    if (r.wrong || !all_sps[fresh.sps].known)
        return BROKEN_HEADER;
    u32 wrong = pps_body(&r, &fresh, &all_sps[fresh.sps]);
    if (wrong)
        return wrong;
    if (old->known && old->size == size && same(old->bytes, fresh.bytes, size))
        return FINE;
    if (old->known && !old->used)
        return BAD_ORDER;
    fresh.known = 1;
    *old = fresh;
    return FINE;
}

u32 unused_bytes(void)
{
    u32 sum = 0;
    for (u32 index = 0; index < MOST_SPS; index++)
        sum += all_sps[index].known && !all_sps[index].used ? all_sps[index].size : 0;
    for (u32 index = 0; index < MOST_PPS; index++)
        sum += all_pps[index].known && !all_pps[index].used ? all_pps[index].size : 0;
    return sum;
}
