/*
 * Follows a stream of ITU-T H.264 (ISO/IEC 14496-10) to the last bit of every unit.
 *
 * Each macroblock of each picture is coded once, in its order, and nothing lies behind the last one. A
 * sample holds one frame, or one or two fields of one. Not followed: flexible order of macroblocks and groups of
 * slices, redundant pictures, partitions of slices (types 2 to 4), switching slices (SP and SI), planes that are
 * coded apart, zeros behind a slice that only fill it (cabac_zero_words), and streams in which frames
 * are missing or sequences change within one description.
 */

#include "avc.h"

enum {
    SLICE = 1,
    IDR_SLICE = 5,
    MESSAGES = 6,
    SEQUENCE_SET = 7,
    PICTURE_SET = 8,
    SEQUENCE_END = 10,
    STREAM_END = 11,
};

/* Bytes of sets that no picture used yet: some cameras write a few small ones. */
#define MOST_UNUSED 64

static Slice slice;
static u32 length_size;
static Header fresh;
/* Of the picture that is coming: how many of its macroblocks are still to come, and how many fields came. */
static u32 fields_seen;
/* What the padding of the slices of a sample says, which is the same in all of them. */
static u32 sign;
static u32 mark; /* the last end mark of the sample */

/* 7.3.2.1.1 and 7.3.2.2, with the header of the unit. */
static u32 set_unit(u8 *at, u32 size)
{
    if (!(at[0] & 0x60))
        return BROKEN_HEADER;
    return (at[0] & 31) == SEQUENCE_SET ? read_sps(at + 1, size - 1) : read_pps(at + 1, size - 1);
}

static u32 same_picture(const Picture *one, const Picture *other)
{
    return one->pps == other->pps && one->frame_num == other->frame_num && one->field == other->field &&
           one->bottom == other->bottom && one->idr == other->idr && one->idr_id == other->idr_id &&
           one->ref_idc == other->ref_idc && one->order == other->order && one->marking == other->marking &&
           one->deltas[0] == other->deltas[0] && one->deltas[1] == other->deltas[1];
}

/* The first slice of a picture: of the first one in its sample, or of the other field of the same frame. */
static u32 first_slice(const Header *h)
{
    const Picture *p = &h->picture, *last = &slice.h.picture;
    if (fields_seen && (!p->field || fields_seen > 1 || !last->field || last->bottom == p->bottom ||
                        last->frame_num != p->frame_num))
        return BAD_ORDER;
    u32 wrong = p->idr && fields_seen && !last->idr ? BAD_ORDER : picture_number(h, fields_seen);
    if (wrong)
        return wrong;
    slice.width = h->sps->width;
    slice.rows = h->sps->rows >> p->field;
    slice.left_count = slice.width * slice.rows;
    u32 format = h->sps->chroma;
    slice.chroma_columns = !format ? 0 : format == 3 ? 4 : 2;
    slice.chroma_rows = !format ? 0 : format == 1 ? 2 : 4;
    fields_seen++;
    all_sps[h->pps->sps].used = all_pps[p->pps].used = 1;
    return make_rows(slice.width);
}

/* `at` is behind the unit's header. */
static u32 slice_unit(u8 *at, u32 size, u32 kind, u32 ref_idc)
{
    u32 left = unescape(at, size);
    if (!left)
        return BROKEN_HEADER;
    if (!at[left - 1])
        return BYTES_LEFT;
    Reader r = {bits_of(at, left), FINE};
    u32 wrong = slice_header(&r, kind, ref_idc, &fresh);
    if (wrong)
        return wrong;
    if (!slice.left_count)
        wrong = first_slice(&fresh);
    else if (!same_picture(&slice.h.picture, &fresh.picture))
        wrong = BAD_ORDER;
    if (wrong)
        return wrong;
    u32 done = slice.width * slice.rows - slice.left_count;
    if (fresh.first << fresh.adaptive != done)
        return BAD_ORDER;
    wrong = lists_known(&fresh);
    if (wrong)
        return wrong;
    slice.h = fresh;
    slice.r = r;
    slice.number++;
    wrong = slice_data(&slice);
    if (!wrong && !slice.left_count)
        wrong = keeps(&slice.h);
    if (wrong || slice.sign == NO_SIGN)
        return wrong;
    if (sign != NO_SIGN && sign != slice.sign)
        return BITS_LEFT;
    sign = slice.sign;
    return FINE;
}

/* 7.4.1.2.3: behind the picture, and each no more than once. */
static u32 end_mark(u32 kind, u32 whole)
{
    if (!fields_seen || kind <= mark)
        return BAD_ORDER;
    mark = kind;
    return whole ? FINE : BYTES_LEFT;
}

static u32 unit(u8 *at, u32 size)
{
    u32 kind = at[0] & 31, ref_idc = at[0] >> 5;
    if (at[0] & 0x80)
        return BROKEN_HEADER;
    if (mark && kind != STREAM_END)
        return BAD_ORDER;
    if (kind == SLICE || kind == IDR_SLICE)
        return slice_unit(at + 1, size - 1, kind, ref_idc);
    if (slice.left_count)
        return BAD_ORDER;
    if (kind == SEQUENCE_SET || kind == PICTURE_SET)
        return set_unit(at, size);
    if (kind == SEQUENCE_END || kind == STREAM_END)
        return end_mark(kind, size == 1 && !ref_idc);
    if (kind != MESSAGES)
        return NOT_FOLLOWED;
    return ref_idc ? BROKEN_HEADER : read_messages(at + 1, size - 1);
}

static u32 big_endian(const u8 *at, u32 size)
{
    u32 value = 0;
    while (size--)
        value = value << 8 | *at++;
    return value;
}

EXPORT(follow) u32 follow(u8 *at, u32 size)
{
    const u8 *end = at + size;
    fields_seen = mark = 0, sign = NO_SIGN;
    new_messages();
    while (at < end) {
        if ((u32)(end - at) < length_size)
            return BROKEN_HEADER;
        u32 length = big_endian(at, length_size);
        at += length_size;
        if (!length || length > (u32)(end - at))
            return BROKEN_HEADER;
        u32 wrong = unit(at, length);
        if (wrong)
            return wrong;
        at += length;
    }
    if (slice.left_count)
        return ENDS_EARLY;
    if (unused_bytes() > MOST_UNUSED)
        return NOT_FOLLOWED;
    return fields_seen ? next_sign(sign, slice.h.picture.idr) : FINE;
}

/* ISO/IEC 14496-15, 5.3.3.1.2: sets behind their lengths; returns where they end, or 0. */
static u8 *sets(u8 *at, const u8 *end, u32 count, u32 kind, u32 *wrong)
{
    while (count--) {
        if (end - at < 2)
            return 0;
        u32 size = big_endian(at, 2);
        at += 2;
        if (!size || size > (u32)(end - at) || (at[0] & 0x9F) != kind)
            return 0;
        *wrong = set_unit(at, size);
        if (*wrong)
            return 0;
        at += size;
    }
    return at;
}

/* What the settings of the High profiles say again. Others write nothing there. */
static u32 again(const u8 *at, const u8 *end, const Sps *sps)
{
    if (at == end)
        return FINE;
    if (end - at < 4 || at[0] != (0xFC | sps->chroma) || at[1] != (0xF8 | (sps->luma_depth - 8)) ||
        at[2] != (0xF8 | (sps->chroma_depth - 8)))
        return BROKEN_HEADER;
    /* Sets for pictures of what is seen through: those are left out. */
    if (at[3])
        return NOT_FOLLOWED;
    return end - at == 4 ? FINE : BYTES_LEFT;
}

static const Sps *first_set(void)
{
    for (u32 index = 0; index < MOST_SPS; index++)
        if (all_sps[index].known)
            return &all_sps[index];
    return 0;
}

EXPORT(configure) u32 configure(u8 *at, u32 size)
{
    const u8 *end = at + size;
    u32 wrong = FINE;
    make_codes();
    if (size < 7 || at[0] != 1 || (at[4] & 0xFC) != 0xFC || (at[5] & 0xE0) != 0xE0)
        return BROKEN_HEADER;
    length_size = 1 + (at[4] & 3);
    u8 *next = length_size == 3 ? 0 : sets(at + 6, end, at[5] & 31, SEQUENCE_SET, &wrong);
    if (!next || next == end)
        return wrong ? wrong : BROKEN_HEADER;
    next = sets(next + 1, end, next[0], PICTURE_SET, &wrong);
    if (!next)
        return wrong ? wrong : BROKEN_HEADER;
    const Sps *sps = first_set();
    if (!sps)
        return next == end ? FINE : BYTES_LEFT;
    /* Some write no compatible profiles there. */
    if (at[1] != sps->profile || (at[2] && at[2] != sps->compatible) || at[3] != sps->level)
        return BROKEN_HEADER;
    return again(next, end, sps);
}
