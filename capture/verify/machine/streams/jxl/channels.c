/*
 * ISO/IEC 18181-1, H.6: the transforms of a stream of channels, as far as they say which channels are
 * coded in their place, and of what size. What the transforms make of them is not computed.
 */

#include "jxl.h"

enum { COLOURS, PALETTE, SQUEEZE, NO_TRANSFORM };

#define MOST_SQUEEZES 320
#define FIRST_PREVIEW 8
#define MOST_HALVINGS 30

typedef struct {
    u32 across, in_place, first, count;
} Squeeze;

static const Way FIRST[4] = {{3, 0}, {6, 8}, {10, 72}, {13, 1096}};

static int alike(const Channel *a, const Channel *b)
{
    return a->width == b->width && a->height == b->height && a->across == b->across &&
           a->down == b->down;
}

/* Whether there are so many channels from there on, all of one size. */
static int equal(const Channels *c, u32 first, u32 count)
{
    if (count > c->count || first > c->count - count)
        return 0;
    for (u32 i = first; i < first + count; i++)
        if (!alike(c->list + first, c->list + i))
            return 0;
    return 1;
}

static int inserted(Channels *c, u32 at, Channel channel)
{
    if (c->count == MOST_CHANNELS)
        return 0;
    for (u32 i = c->count++; i > at; i--)
        c->list[i] = c->list[i - 1];
    c->list[at] = channel;
    return 1;
}

static void removed(Channels *c, u32 at, u32 count)
{
    c->count -= count;
    for (u32 i = at; i < c->count; i++)
        c->list[i] = c->list[i + count];
}

static u32 colours(Low *b, const Channels *c)
{
    static const Way KIND[4] = {{0, 6}, {2, 0}, {4, 2}, {6, 10}};
    u32 first = pick(b, FIRST), kind = pick(b, KIND);
    return kind < 42 && equal(c, first, 3) ? FINE : BROKEN_HEADER;
}

/* One channel of indices in the place of all, and one of the colours before all others. */
static u32 palette(Low *b, Channels *c)
{
    static const Way COUNT[4] = {{0, 1}, {0, 3}, {0, 4}, {13, 1}};
    static const Way COLOUR[4] = {{8, 0}, {10, 256}, {12, 1280}, {16, 5376}};
    static const Way DELTA[4] = {{0, 0}, {8, 1}, {10, 257}, {16, 1281}};
    u32 first = pick(b, FIRST), count = pick(b, COUNT);
    u32 wide = pick(b, COLOUR);
    wide += pick(b, DELTA);
    if (low(b, 4) > 13 || !equal(c, first, count))
        return BROKEN_HEADER;
    if (first >= c->metas)
        c->metas++;
    else if (first + count > c->metas)
        return BROKEN_HEADER;
    else
        c->metas += 2 - count;
    removed(c, first + 1, count - 1);
    return inserted(c, 0, (Channel){wide, count, -1, -1, 0}) ? FINE : TOO_LONG;
}

static u32 halved(Channels *c, u32 at, u32 rest, u32 across)
{
    Channel *from = c->list + at;
    if (from->across > MOST_HALVINGS || from->down > MOST_HALVINGS || !from->width || !from->height)
        return BROKEN_HEADER;
    Channel other = *from;
    if (across) {
        from->width = (from->width + 1) / 2;
        other.width -= from->width;
        from->across += from->across >= 0;
    } else {
        from->height = (from->height + 1) / 2;
        other.height -= from->height;
        from->down += from->down >= 0;
    }
    other.across = from->across, other.down = from->down;
    return inserted(c, rest, other) ? FINE : TOO_LONG;
}

static u32 squeezed(Channels *c, const Squeeze *s)
{
    u32 end = s->first + s->count, wrong;
    if (end > c->count)
        return BROKEN_HEADER;
    if (s->first < c->metas) {
        if (end > c->metas || !s->in_place)
            return BROKEN_HEADER;
        c->metas += s->count;
    }
    u32 rest = s->in_place ? end : c->count;
    for (u32 i = 0; i < s->count; i++)
        if ((wrong = halved(c, s->first + i, rest + i, s->across)))
            return wrong;
    return FINE;
}

/* H.6.2.1: what is squeezed where nothing is said: all, until the first preview is small. */
static u32 usual(const Channels *c, Squeeze *list)
{
    u32 first = c->metas, channels = c->count - first, count = 0;
    if (c->count <= first)
        return 0;
    u32 width = c->list[first].width, height = c->list[first].height;
    if (channels > 2 && c->list[first + 1].width == width && c->list[first + 1].height == height) {
        list[count++] = (Squeeze){1, 0, first + 1, 2};
        list[count++] = (Squeeze){0, 0, first + 1, 2};
    }
    if (width <= height && height > FIRST_PREVIEW) {
        list[count++] = (Squeeze){0, 1, first, channels};
        height = (height + 1) / 2;
    }
    while (width > FIRST_PREVIEW || height > FIRST_PREVIEW) {
        if (width > FIRST_PREVIEW) {
            list[count++] = (Squeeze){1, 1, first, channels};
            width = (width + 1) / 2;
        }
        if (height > FIRST_PREVIEW) {
            list[count++] = (Squeeze){0, 1, first, channels};
            height = (height + 1) / 2;
        }
    }
    return count;
}

static u32 squeeze(Low *b, Channels *c)
{
    static const Way COUNT[4] = {{0, 0}, {4, 1}, {6, 9}, {8, 41}};
    static const Way CHANNELS[4] = {{0, 1}, {0, 2}, {0, 3}, {4, 4}};
    static Squeeze list[MOST_SQUEEZES];
    u32 count = pick(b, COUNT), wrong;
    for (u32 i = 0; i < count; i++) {
        list[i].across = low(b, 1), list[i].in_place = low(b, 1);
        list[i].first = pick(b, FIRST), list[i].count = pick(b, CHANNELS);
    }
    if (!count)
        count = usual(c, list);
    for (u32 i = 0; i < count; i++)
        if ((wrong = squeezed(c, list + i)))
            return wrong;
    return FINE;
}

static u32 transformed(Low *b, Channels *c)
{
    switch (low(b, 2)) {
    case COLOURS:
        return colours(b, c);
    case PALETTE:
        return palette(b, c);
    case SQUEEZE:
        return squeeze(b, c);
    default:
        return BROKEN_HEADER;
    }
}

u32 read_transforms(Low *b, Channels *channels, u32 *count)
{
    static const Way COUNT[4] = {{0, 0}, {0, 1}, {4, 2}, {8, 18}};
    *count = pick(b, COUNT);
    for (u32 i = 0; i < *count; i++) {
        u32 wrong = transformed(b, channels);
        if (wrong || past(b))
            return wrong ? wrong : ENDS_EARLY;
    }
    return FINE;
}
