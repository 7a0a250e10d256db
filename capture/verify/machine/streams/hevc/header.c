/* The header of a slice segment of HEVC, whole: ITU-T H.265, 7.3.6. */

#include "hevc.h"

#define IDR_W_RADL 19u
#define IDR_N_LP 20u
#define FIRST_IRAP 16u

static const Sequence *sequence;
static const Picture *picture;

/* Ceil( Log2( count ) ) bits. */
static u32 one_of(Bits *b, u32 count)
{
    u32 bits = count > 1 ? 32 - (u32)__builtin_clz(count - 1) : 0;
    u32 value = bits ? take(b, bits) : 0;
    if (value < count)
        return value;
    b->next = b->end + 1;
    return 0;
}

static u32 used(const References *all)
{
    u32 count = 0;
    for (u32 index = 0; index < all->count; index++)
        count += all->used[index];
    return count;
}

static u32 near(Bits *b)
{
    if (take(b, 1))
        return sequence->sets ? used(&sequence->reference[one_of(b, sequence->sets)]) : 0;
    References *all = sequences[picture->sequence].reference;
    references(b, all, sequence->sets, sequence->sets);
    return used(&all[sequence->sets]);
}

static u32 far(Bits *b)
{
    u32 count = 0, known = sequence->long_terms ? at_most(b, sequence->long_terms) : 0;
    u32 all = known + at_most(b, 32);
    for (u32 index = 0; index < all && !over(b); index++) {
        if (index < known) {
            count += sequence->long_used >> one_of(b, sequence->long_terms) & 1;
        } else {
            take(b, sequence->order_bits);
            count += take(b, 1);
        }
        if (take(b, 1))
            at_most(b, 0xFFFFFFFFu >> sequence->order_bits);
    }
    return count;
}

/* 7.3.6.2 */
static void modification(Bits *b, const Slice *slice, u32 pictures_there)
{
    for (u32 list = 0; list < (slice->type == B_SLICE ? 2u : 1u); list++)
        if (take(b, 1))
            for (u32 left = slice->active[list] + 1; left; left--)
                one_of(b, pictures_there);
}

/* 7.3.6.3 */
static void weights(Bits *b, const Slice *slice)
{
    at_most(b, 7);
    if (sequence->chroma)
        within(b, -7, 7);
    for (u32 list = 0; list < (slice->type == B_SLICE ? 2u : 1u); list++) {
        u32 count = slice->active[list] + 1, luma = take(b, count);
        u32 chroma = sequence->chroma ? take(b, count) : 0;
        for (u32 left = count; left--;) {
            if (luma >> left & 1) {
                within(b, -128, 127);
                within(b, -32768, 32767);
            }
            for (u32 plane = 0; plane < 2 && chroma >> left & 1; plane++) {
                within(b, -128, 127);
                within(b, -262144, 262143);
            }
        }
    }
}

static void collocated(Bits *b, const Slice *slice)
{
    u32 list = slice->type == B_SLICE ? !take(b, 1) : 0;
    if (slice->active[list])
        at_most(b, slice->active[list]);
}

static void predicting(Bits *b, Slice *slice, u32 pictures_there, u32 temporal)
{
    u32 two = slice->type == B_SLICE;
    slice->active[0] = picture->references[0], slice->active[1] = picture->references[1];
    if (take(b, 1)) {
        slice->active[0] = at_most(b, 14);
        if (two)
            slice->active[1] = at_most(b, 14);
    }
    if (picture->modification && pictures_there > 1)
        modification(b, slice, pictures_there);
    slice->no_second = two && take(b, 1);
    slice->choice = picture->choice && take(b, 1);
    if (temporal)
        collocated(b, slice);
    if (two ? picture->both_weighted : picture->weighted)
        weights(b, slice);
    slice->candidates = 5 - at_most(b, 4);
}

static void filters(Bits *b, Slice *slice)
{
    u32 off = picture->loops_off;
    if (picture->override && take(b, 1)) {
        off = take(b, 1);
        if (!off) {
            within(b, -6, 6);
            within(b, -6, 6);
        }
    }
    if (picture->loops && (slice->luma_offsets || slice->chroma_offsets || !off))
        take(b, 1);
}

static u32 quality(Bits *b, Slice *slice)
{
    i32 least = -6 * (i32)(sequence->depth - 8);
    slice->quality = picture->quality + within(b, -128, 128);
    if (slice->quality < least || slice->quality > 51)
        return BROKEN_HEADER;
    if (picture->chroma_deltas) {
        within(b, -12, 12);
        within(b, -12, 12);
    }
    slice->chroma_list = picture->chroma_list && take(b, 1);
    return FINE;
}

/* What an independent segment says of the slice. */
static u32 independent(Bits *b, Slice *slice)
{
    u32 there = 0, temporal = 0;
    if (picture->extra && take(b, picture->extra))
        return NOT_FOLLOWED;
    slice->type = at_most(b, 2);
    if (picture->output)
        take(b, 1);
    slice->order = 0;
    if (slice->kind != IDR_W_RADL && slice->kind != IDR_N_LP) {
        slice->order = take(b, sequence->order_bits);
        there = near(b);
        if (sequence->long_term)
            there += far(b);
        temporal = sequence->temporal_motion && take(b, 1);
    }
    slice->luma_offsets = sequence->offsets && take(b, 1);
    slice->chroma_offsets = sequence->offsets && sequence->chroma && take(b, 1);
    slice->choice = slice->no_second = 0;
    if (slice->type != I_SLICE)
        predicting(b, slice, there, temporal);
    u32 wrong = over(b) ? BROKEN_HEADER : quality(b, slice);
    filters(b, slice);
    return wrong;
}

static u32 end(Bits *b, Slice *slice)
{
    slice->entries = 0;
    if (picture->tiles || picture->sync) {
        slice->entries = at_most(b, 32768);
        slice->entry_bits = slice->entries ? at_most(b, 31) + 1 : 0;
        slice->entry = *b;
        skip(b, (u64)slice->entries * slice->entry_bits);
    }
    if (picture->extension)
        at_most(b, 0);
    if (over(b) || !take(b, 1))
        return BROKEN_HEADER;
    while (b->next & 7 && !over(b))
        zeros(b, 1);
    return over(b) ? BROKEN_HEADER : FINE;
}

u32 header(Bits *b, u32 kind, Slice *slice)
{
    slice->kind = kind;
    slice->first = take(b, 1);
    if (kind >= FIRST_IRAP)
        take(b, 1);
    slice->picture = at_most(b, 63);
    picture = &pictures[slice->picture];
    sequence = &sequences[picture->sequence];
    if (over(b) || !picture->here || !sequence->here)
        return BROKEN_HEADER;
    slice->is_dependent = !slice->first && picture->dependent && take(b, 1);
    u32 address = slice->first ? 0 : one_of(b, sequence->columns * sequence->rows);
    if (!slice->is_dependent) {
        slice->address = address;
        u32 wrong = independent(b, slice);
        if (wrong)
            return wrong;
    }
    slice->segment = address;
    return end(b, slice);
}
