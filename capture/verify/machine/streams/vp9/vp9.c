/*
 * Follows VP9 (VP9 Bitstream & Decoding Process Specification, version 0.6): every sample is one
 * frame, or some that are not shown and one that is, with an index behind them (annex B). Each
 * header and each tile is an arithmetic code, which is read to where its number ends.
 */

#include "vp9.h"

#define MOST_MEMORY (512u << 20)
#define MARGIN 64
#define SETTINGS 12

static struct {
    u32 depth, ready, wrong;
    u32 capacity, width_capacity, taken;
    u32 width, height, shown, key; /* of the frame before */
    Unit *spare;
} state;

/* Whether a level and the colours (ITU-T H.273) are such as there are. */
static u32 named(u32 level, const u8 *colours)
{
    static const u8 levels[15] = {0, 10, 11, 20, 21, 30, 31, 40, 41, 50, 51, 52, 60, 61, 62};
    u32 found = 0;
    for (u32 index = 0; index < 15; index++)
        found |= levels[index] == level;
    return found && colours[0] <= 22 && colours[1] <= 18 && colours[2] <= 14;
}

/* "vpcC": version and flags, profile, level, depth and form, three of the colours, and no more. */
EXPORT(configure) u32 configure(const u8 *at, u32 size)
{
    if (size != SETTINGS || at[0] > 1 || at[1] || at[2] || at[3] || at[10] || at[11])
        return BROKEN_HEADER;
    frame.profile = at[4], state.depth = at[6] >> 4;
    u32 deep = state.depth == 10 || state.depth == 12;
    if (!named(at[5], at + 7) || (at[6] >> 1 & 7) > 4)
        return BROKEN_HEADER;
    if (frame.profile > 3 || (frame.profile < 2 ? state.depth != 8 : !deep))
        return BROKEN_HEADER;
    coefficients_begin();
    state.ready = 1;
    return FINE;
}

static void *more(u32 size)
{
    if (size > MOST_MEMORY - state.taken)
        return 0;
    state.taken += size;
    return room(size);
}

static u32 contexts_above(u32 columns)
{
    if (columns <= state.width_capacity)
        return FINE;
    u8 **all[] = {&nonzero_above[0], &nonzero_above[1], &nonzero_above[2], &modes_above,
                  &partition_above, &predicted_above};
    for (u32 index = 0; index < 6; index++)
        if (!(*all[index] = more(2 * columns + MARGIN)))
            return TOO_LONG;
    state.width_capacity = columns;
    return FINE;
}

static u32 grown(u32 count)
{
    if (count <= state.capacity)
        return FINE;
    units = more(count * sizeof(Unit)), state.spare = more(count * sizeof(Unit));
    segments = more(count), segments_before = more(count);
    state.capacity = count;
    return units && state.spare && segments && segments_before ? FINE : TOO_LONG;
}

/* 7.2.6: what is kept of the frame before is only of use at the same size. */
static u32 sized(void)
{
    u32 same = frame.width == state.width && frame.height == state.height;
    u32 count = frame.columns * frame.rows, columns = (frame.columns + 7) & ~7u;
    if (contexts_above(columns) || grown(count))
        return TOO_LONG;
    if (!same || frame.intra || frame.resilient)
        clear(segments_before, count);
    before = same && state.shown && !frame.resilient && !frame.intra ? state.spare : 0;
    for (u32 index = 0; index < 3; index++)
        clear(nonzero_above[index], 2 * columns);
    clear(modes_above, 2 * columns);
    clear(partition_above, columns);
    clear(predicted_above, columns);
    return FINE;
}

/* 8.10: what the frame leaves to those that follow. */
static void kept(void)
{
    Unit *last = units;
    units = state.spare, state.spare = last;
    if (segmentation.on) {
        u8 *map = segments;
        segments = segments_before, segments_before = map;
    }
    for (u32 index = 0; index < 8; index++)
        if (frame.refresh >> index & 1)
            slots[index] = (Slot){1, frame.width, frame.height, frame.format};
    state.width = frame.width, state.height = frame.height;
    state.shown = frame.shown, state.key = frame.key;
}

static u32 one_frame(const u8 *at, u32 size, u32 shown)
{
    u32 used = 0, bad = uncompressed_header(at, size, &used);
    if (bad)
        return bad;
    if (frame.existing) {
        if (!shown || !slots[frame.shows_slot].known)
            return BROKEN_HEADER;
        return size > used ? BYTES_LEFT : FINE;
    }
    if (frame.shown != shown || frame.depth != state.depth)
        return frame.shown != shown ? NOT_FOLLOWED : BROKEN_HEADER;
    at += used, size -= used;
    if (frame.header > size)
        return ENDS_EARLY;
    bad = sized();
    bad = bad ? bad : compressed_header(at, frame.header);
    bad = bad ? bad : tiles(at + frame.header, size - frame.header);
    bad = bad ? bad : idle_segmentation();
    bad = bad ? bad : adapt(state.key);
    if (!bad)
        kept();
    return bad;
}

static u32 size_at(const u8 *at, u32 bytes)
{
    u32 value = 0;
    while (bytes--)
        value = value << 8 | at[bytes];
    return value;
}

/* Encoders take as many bytes for a size as all of them together need; some round up at all ones. */
static u32 sizes_fit(const u8 *at, u32 count, u32 bytes)
{
    u32 all = 0;
    for (u32 index = 0; index < count; index++)
        all |= size_at(at + index * bytes, bytes);
    return bytes == 1 || all >> 8 * (bytes - 1) || all == (1u << 8 * (bytes - 1)) - 1;
}

/* Annex B: the frames of a superframe, and nothing between them. Only the last one is shown. */
static u32 superframe(const u8 *at, u32 size)
{
    u32 marker = at[size - 1], count = (marker & 7) + 1, bytes = (marker >> 3 & 3) + 1;
    u32 index_size = 2 + count * bytes, bad = FINE;
    if (size < index_size || at[size - index_size] != marker)
        return BROKEN_HEADER;
    size -= index_size;
    const u8 *sizes = at + size + 1;
    if (count < 2 || !sizes_fit(sizes, count, bytes))
        return BROKEN_HEADER;
    for (u32 index = 0; index < count && !bad; index++) {
        u32 length = size_at(sizes + index * bytes, bytes);
        if (!length || length > size)
            return ENDS_EARLY;
        bad = one_frame(at, length, index + 1 == count);
        at += length, size -= length;
    }
    return bad ? bad : size ? BYTES_LEFT : FINE;
}

EXPORT(follow) u32 follow(const u8 *at, u32 size)
{
    if (state.wrong || !state.ready || !size)
        return state.wrong ? state.wrong : ENDS_EARLY;
    u32 is_super = (at[size - 1] & 0xE0) == 0xC0;
    state.wrong = is_super ? superframe(at, size) : one_frame(at, size, 1);
    return state.wrong;
}
