/*
 * The pictures that others refer to (the AV1 specification, 7.8, 7.20 and 7.21): eight places, and
 * one more for the picture that is being read. A picture may stand in several places.
 */

#include "av1.h"

#define MOST_ROOM (256u << 20)

Header header;
Frame *slots[8], *current;
static Frame frames[9];
static u32 room_taken;

static u32 standing(const Frame *f)
{
    for (u32 slot = 0; slot < 8; slot++)
        if (slots[slot] == f)
            return 1;
    return 0;
}

static Frame *unused(void)
{
    u32 index = 0;
    while (index < 8 && standing(&frames[index]))
        index++;
    return &frames[index];
}

/* Room, of all that is given to pictures; or 0. */
void *roomy(u32 size)
{
    if (size > MOST_ROOM - room_taken)
        return 0;
    room_taken += size;
    return room(size);
}

/* Of the largest picture that there may be, in squares of 8 by 8 pixels. */
u32 most_squares(void) { return ((sequence.width + 7) >> 3) * ((sequence.height + 7) >> 3); }

/* Whether there is room for the vectors of this picture, and its map of segments. */
static u32 roomed(Frame *f)
{
    u32 squares = most_squares(), units = 4 * squares;
    f->has_motion = sequence.ref_frame_mvs && !header.intra;
    if (f->has_motion && f->motion_room < squares) {
        f->mvs = roomy(squares * sizeof(Mv));
        f->mv_refs = roomy(squares);
        f->motion_room = squares;
        if (!f->mvs || !f->mv_refs)
            return f->motion_room = 0, TOO_LONG;
    }
    if (f->segments_room < units && !sequence.reduced) {
        f->segments = roomy(units);
        f->segments_room = units;
        if (!f->segments)
            return f->segments_room = 0, TOO_LONG;
    }
    return FINE;
}

static void before_any(void)
{
    first(current->odds);
    for (u32 ref = 0; ref < 8; ref++)
        header.prev_gm[ref][2] = header.prev_gm[ref][5] = 1 << 16;
}

/* load_cdfs and load_previous */
static void as_before(const Frame *f)
{
    __builtin_memcpy(current->odds, f->odds, sizeof f->odds);
    __builtin_memcpy(header.prev_gm, f->gm, sizeof f->gm);
    __builtin_memcpy(header.features, f->features, sizeof f->features);
    __builtin_memcpy(header.feature_data, f->feature_data, sizeof f->feature_data);
}

/* Makes a picture of the header's size the current one, with the odds that it begins with. */
u32 frame_begun(void)
{
    current = unused();
    current->known = 0;
    current->cols = header.cols;
    current->rows = header.rows;
    u32 answer = roomed(current);
    if (answer)
        return answer;
    if (header.primary_ref == 7)
        before_any();
    else
        as_before(slots[header.refs[header.primary_ref]]);
    return header.use_ref_frame_mvs ? motion_field_estimated() : FINE;
}

/*
 * Puts a picture to its places. Those that go may not have been there for nothing: what was neither
 * shown nor referred to by any block is no part of a film.
 */
static u32 put(Frame *f, u32 places)
{
    u32 answer = FINE;
    for (u32 slot = 0; slot < 8; slot++) {
        const Frame *gone = slots[slot];
        if (!(places >> slot & 1))
            continue;
        slots[slot] = f;
        if (gone && !gone->used && !standing(gone))
            answer = BAD_ORDER;
    }
    return answer;
}

/* 7.20: what is kept of the picture, wherever it says that it is to be kept. */
u32 frame_ended(void)
{
    Frame *f = current;
    const Header *h = &header;
    f->used = h->show;
    f->known = 1;
    f->type = h->type;
    f->intra = h->intra;
    f->showable = h->showable;
    f->order_hint = h->order_hint;
    f->id = h->id;
    f->height = h->height;
    f->upscaled = h->upscaled;
    f->has_segments = h->seg_enabled;
    __builtin_memcpy(f->order_hints, h->order_hints, sizeof f->order_hints);
    __builtin_memcpy(f->features, h->features, sizeof f->features);
    __builtin_memcpy(f->feature_data, h->feature_data, sizeof f->feature_data);
    __builtin_memcpy(f->gm, h->gm, sizeof f->gm);
    return put(f, h->refresh);
}

/* A key picture that is shown later replaces all the others, and is not shown once more. */
u32 shown_again(u32 slot)
{
    Frame *f = slots[slot];
    f->used = 1;
    if (f->type != KEY_FRAME)
        return FINE;
    f->showable = 0;
    return put(f, 0xFF);
}

/* The map of segments that this picture may refer to, or 0. */
const u8 *segments_before(void)
{
    if (header.primary_ref == 7)
        return 0;
    const Frame *f = slots[header.refs[header.primary_ref]];
    return f->has_segments && f->cols == header.cols && f->rows == header.rows ? f->segments : 0;
}

/* Where a picture says nothing of its segments, they are those of the one before. */
void segments_begun(void)
{
    if (!header.seg_enabled || header.seg_update_map)
        return;
    if (segments_before())
        __builtin_memcpy(current->segments, segments_before(), header.cols * header.rows);
    else
        clear(current->segments, header.cols * header.rows);
}

/* 7.8: the place with the nearest order hint before this picture, or behind it. */
typedef struct {
    i32 hints[8];
    u8 used[8];
} Order;

static i32 latest_before(const Order *o)
{
    i32 best = NONE;
    for (i32 slot = 0; slot < 8; slot++)
        if (!o->used[slot] && o->hints[slot] < 0 && (best < 0 || o->hints[slot] >= o->hints[best]))
            best = slot;
    return best;
}

static i32 behind(const Order *o, u32 latest)
{
    i32 best = NONE;
    for (i32 slot = 0; slot < 8; slot++) {
        if (o->used[slot] || o->hints[slot] < 0)
            continue;
        if (best < 0 || (latest ? o->hints[slot] >= o->hints[best] : o->hints[slot] < o->hints[best]))
            best = slot;
    }
    return best;
}

static void placed(Order *o, u32 ref, i32 slot)
{
    if (slot < 0)
        return;
    header.refs[ref - LAST_FRAME] = (u8)slot;
    o->used[slot] = 1;
}

u32 set_frame_refs(u32 last, u32 gold)
{
    static const u8 rest[5] = {LAST2_FRAME, LAST3_FRAME, BWDREF_FRAME, ALTREF2_FRAME, ALTREF_FRAME};
    Order o = {0};
    for (u32 slot = 0; slot < 8; slot++) {
        if (!slots[slot] || !slots[slot]->known)
            return NOT_FOLLOWED;
        o.hints[slot] = relative_distance(slots[slot]->order_hint, header.order_hint);
    }
    if (o.hints[last] >= 0 || o.hints[gold] >= 0)
        return BROKEN_HEADER;
    for (u32 index = 0; index < 7; index++)
        header.refs[index] = 0xFF;
    placed(&o, LAST_FRAME, (i32)last);
    placed(&o, GOLDEN_FRAME, (i32)gold);
    placed(&o, ALTREF_FRAME, behind(&o, 1));
    placed(&o, BWDREF_FRAME, behind(&o, 0));
    placed(&o, ALTREF2_FRAME, behind(&o, 0));
    for (u32 index = 0; index < 5; index++)
        if (header.refs[rest[index] - LAST_FRAME] == 0xFF)
            placed(&o, rest[index], latest_before(&o));
    u32 earliest = 0;
    for (u32 slot = 1; slot < 8; slot++)
        if (o.hints[slot] < o.hints[earliest])
            earliest = slot;
    for (u32 index = 0; index < 7; index++)
        if (header.refs[index] == 0xFF)
            header.refs[index] = (u8)earliest;
    return FINE;
}
