/*
 * VP9, clauses 6.2 and 7.2: the uncompressed header of a frame. What stands there without deciding
 * anything would be a place to write to, so it has to be what encoders write there.
 */

#include "vp9.h"

/* Annex A: those of the highest level. */
#define MOST_SIDE 16384
#define MOST_PIXELS 35651584

Frame frame;
Segmentation segmentation;
Slot slots[8];

/* What the stream said before, and has to stay with. */
static struct {
    u32 colour, colour_known, width, height; /* the last two: as it is to be shown */
    u32 reset, sharpness;
    i8 deltas[6];
} said;

static u32 flag(Bits *b) { return take(b, 1); }

/* Magnitude and sign (su(n)); there is one zero only. */
static u32 signed_number(Bits *b, u32 bits, i32 *value)
{
    u32 magnitude = take(b, bits), negative = flag(b);
    *value = negative ? -(i32)magnitude : (i32)magnitude;
    return negative && !magnitude ? BROKEN_HEADER : FINE;
}

static u32 sync_code(Bits *b) { return take(b, 24) == 0x498342 ? FINE : BROKEN_HEADER; }

static void format_is(u32 depth, u32 sub_x, u32 sub_y)
{
    frame.depth = depth, frame.sub_x = sub_x, frame.sub_y = sub_y;
    frame.format = depth << 2 | sub_x << 1 | sub_y;
}

/* color_config(): the same all along. */
static u32 colours(Bits *b)
{
    u64 from = b->next;
    u32 odd = frame.profile & 1, depth = frame.profile < 2 ? 8 : flag(b) ? 12 : 10;
    u32 space = take(b, 3), x = 1, y = 1;
    if (space == 6 || (space == 7 && !odd))
        return BROKEN_HEADER;
    if (space != 7)
        flag(b);
    if (odd) {
        x = space == 7 ? 0 : flag(b), y = space == 7 ? 0 : flag(b);
        if (flag(b) || (x && y))
            return BROKEN_HEADER;
    }
    u32 colour = (u32)(b->next - from);
    *b = (Bits){b->bytes, from, b->end};
    colour = colour << 16 | take(b, colour);
    if (said.colour_known && said.colour != colour)
        return NOT_FOLLOWED;
    said.colour = colour, said.colour_known = 1;
    format_is(depth, x, y);
    return FINE;
}

static void size_of(Bits *b)
{
    frame.width = take(b, 16) + 1;
    frame.height = take(b, 16) + 1;
}

/* render_size(): that of the picture, or where it is coded smaller, the one that it had before. */
static u32 shown_size(Bits *b)
{
    u32 width = frame.width, height = frame.height;
    if (flag(b)) {
        width = take(b, 16) + 1, height = take(b, 16) + 1;
        if (width != said.width || height != said.height)
            return NOT_FOLLOWED;
        return width == frame.width && height == frame.height ? BROKEN_HEADER : FINE;
    }
    said.width = width, said.height = height;
    return FINE;
}

static u32 own_size(Bits *b)
{
    size_of(b);
    return shown_size(b);
}

/* frame_size_with_refs() */
static u32 size_with_references(Bits *b)
{
    u32 found = 0;
    for (u32 index = 0; index < 3 && !found; index++) {
        const Slot *slot = &slots[frame.slots[index]];
        found = flag(b);
        if (found)
            frame.width = slot->width, frame.height = slot->height;
    }
    if (!found)
        size_of(b);
    return shown_size(b);
}

static u32 references(Bits *b)
{
    static const u8 filters[4] = {1, 0, 2, 3};
    frame.refresh = take(b, 8);
    for (u32 index = 0; index < 3; index++) {
        frame.slots[index] = take(b, 3);
        frame.bias[LAST + index] = flag(b);
        const Slot *slot = &slots[frame.slots[index]];
        if (!slot->known || slot->format != frame.format)
            return BROKEN_HEADER;
    }
    u32 bad = size_with_references(b);
    frame.fine = flag(b);
    frame.filter = flag(b) ? SWITCHABLE : filters[take(b, 2)];
    return bad;
}

/* What a frame that is no key frame says of what it takes over. */
static u32 inter_or_intra(Bits *b)
{
    frame.intra = frame.shown ? 0 : flag(b);
    frame.reset = frame.resilient ? 0 : take(b, 2);
    if (!frame.intra)
        return references(b);
    if (sync_code(b))
        return BROKEN_HEADER;
    u32 bad = frame.profile ? colours(b) : FINE;
    if (!frame.profile)
        format_is(8, 1, 1);
    frame.refresh = take(b, 8);
    return bad ? bad : own_size(b);
}

static u32 key(Bits *b)
{
    frame.intra = 1;
    frame.refresh = 0xFF;
    frame.reset = 0;
    u32 bad = sync_code(b);
    bad = bad ? bad : colours(b);
    return bad ? bad : own_size(b);
}

/*
 * reset_frame_context decides something in a frame of its own alone; elsewhere, libvpx goes on
 * writing what it wrote last. frame_context_idx is not looked at where all is begun anew.
 */
static u32 context(Bits *b)
{
    frame.keeps = frame.resilient ? 0 : flag(b);
    frame.parallel = frame.resilient ? 1 : flag(b);
    frame.context = take(b, 2);
    u32 alone = frame.intra && !frame.key && !frame.resilient;
    if (frame.reset == 1 || (frame.reset && !alone && frame.reset != said.reset))
        return BROKEN_HEADER;
    if (frame.key || alone)
        said.reset = frame.reset;
    if ((frame.intra || frame.resilient) && frame.context && !(alone && frame.reset == 2))
        return BROKEN_HEADER;
    return FINE;
}

/* setup_past_independence() */
static void anew(void)
{
    static const i8 deltas[6] = {1, 0, -1, -1, 0, 0};
    __builtin_memcpy(said.deltas, deltas, sizeof deltas);
    clear(&segmentation, sizeof segmentation);
    begin_odds();
    for (u32 index = 0; index < 4; index++)
        if (frame.key || frame.resilient || frame.reset == 3 ||
            (frame.reset == 2 && index == frame.context))
            contexts[index] = odds;
    frame.context = 0;
}

/* loop_filter_params(): without a filter, there is nothing to change of it. */
static u32 filter_of_edges(Bits *b)
{
    u32 level = take(b, 6), sharpness = take(b, 3), bad = FINE;
    if (!level && sharpness && sharpness != said.sharpness)
        return BROKEN_HEADER;
    said.sharpness = sharpness;
    if (!flag(b) || !flag(b))
        return FINE;
    for (u32 index = 0; index < 6; index++) {
        i32 delta = said.deltas[index];
        if (flag(b))
            bad |= signed_number(b, 6, &delta);
        if (!level && delta != said.deltas[index])
            bad |= BROKEN_HEADER;
        said.deltas[index] = (i8)delta;
    }
    return bad;
}

/* quantization_params() */
static u32 quantizers(Bits *b)
{
    u32 bad = FINE, any = take(b, 8);
    for (u32 index = 0; index < 3; index++) {
        i32 delta = 0;
        if (flag(b)) {
            bad |= signed_number(b, 4, &delta);
            bad |= delta ? FINE : BROKEN_HEADER;
        }
        any |= (u32)delta;
    }
    frame.lossless = !any;
    return bad;
}

static u8 odds_of_map(Bits *b) { return flag(b) ? (u8)take(b, 8) : 255; }

static u32 features(Bits *b)
{
    static const u8 bits[FEATURES] = {8, 6, 2, 0};
    u32 bad = FINE;
    flag(b);
    clear(segmentation.active, sizeof segmentation.active);
    for (u32 index = 0; index < 8 * FEATURES; index++) {
        u32 segment = index / FEATURES, feature = index % FEATURES;
        if (!flag(b))
            continue;
        segmentation.active[segment] |= (u8)(1 << feature);
        i32 value = 0;
        if (feature < REFERENCE)
            bad |= signed_number(b, bits[feature], &value);
        else if (feature == REFERENCE)
            segmentation.reference[segment] = (u8)take(b, 2);
    }
    return bad;
}

/* segmentation_params() */
static u32 segments_of(Bits *b)
{
    segmentation.on = flag(b);
    segmentation.updates = segmentation.temporal = 0;
    clear(segmentation.tree_asked, sizeof segmentation.tree_asked);
    clear(segmentation.predicted_asked, sizeof segmentation.predicted_asked);
    if (!segmentation.on)
        return FINE;
    segmentation.updates = flag(b);
    if (segmentation.updates) {
        for (u32 index = 0; index < 7; index++)
            segmentation.tree[index] = odds_of_map(b);
        segmentation.temporal = flag(b);
        for (u32 index = 0; index < 3; index++)
            segmentation.predicted[index] = segmentation.temporal ? odds_of_map(b) : 255;
    }
    return flag(b) ? features(b) : FINE;
}

/* Odds that nothing was read by have to be those that encoders write then. */
static u32 idle(const u8 *odds_of, const u8 *was_asked, u32 count)
{
    u32 bad = FINE;
    for (u32 index = 0; index < count; index++)
        if (!was_asked[index] && odds_of[index] != 128 && odds_of[index] != 255)
            bad = NOT_FOLLOWED;
    return bad;
}

u32 idle_segmentation(void)
{
    if (!segmentation.on || !segmentation.updates)
        return FINE;
    u32 bad = idle(segmentation.tree, segmentation.tree_asked, 7);
    return bad ? bad : idle(segmentation.predicted, segmentation.predicted_asked, 3);
}

/* tile_info() */
static void tile_counts(Bits *b)
{
    u32 across = (frame.columns + 7) >> 3, least = 0, most = 1;
    while (64u << least < across)
        least++;
    while (across >> most >= 4)
        most++;
    frame.tile_columns = least;
    while (frame.tile_columns < most - 1 && flag(b))
        frame.tile_columns++;
    frame.tile_rows = flag(b);
    if (frame.tile_rows)
        frame.tile_rows += flag(b);
}

static u32 frame_begin(Bits *b)
{
    frame.key = !flag(b);
    frame.shown = flag(b);
    frame.resilient = flag(b);
    u32 bad = frame.key ? key(b) : inter_or_intra(b);
    if (bad || over(b))
        return bad ? bad : ENDS_EARLY;
    if (frame.width > MOST_SIDE || frame.height > MOST_SIDE || frame.width * frame.height > MOST_PIXELS)
        return TOO_LONG;
    frame.columns = (frame.width + 7) >> 3;
    frame.rows = (frame.height + 7) >> 3;
    /* What is not shown has to be for something. */
    return frame.shown || frame.refresh ? FINE : BROKEN_HEADER;
}

static u32 frame_rest(Bits *b)
{
    u32 bad = context(b);
    if (bad)
        return bad;
    if (frame.intra || frame.resilient)
        anew();
    bad = filter_of_edges(b);
    bad = bad ? bad : quantizers(b);
    bad = bad ? bad : segments_of(b);
    if (bad)
        return bad;
    tile_counts(b);
    frame.header = take(b, 16);
    return frame.header ? FINE : BROKEN_HEADER;
}

u32 uncompressed_header(const u8 *at, u32 size, u32 *used)
{
    Bits b = bits_of(at, size);
    u32 marker = take(&b, 2), low = flag(&b), profile = flag(&b) << 1 | low;
    if (marker != 2 || profile != frame.profile || (profile == 3 && flag(&b)))
        return BROKEN_HEADER;
    frame.existing = flag(&b);
    u32 bad = FINE;
    if (frame.existing) {
        frame.shows_slot = take(&b, 3);
    } else {
        bad = frame_begin(&b);
        bad = bad ? bad : frame_rest(&b);
    }
    if (bad || over(&b))
        return bad ? bad : ENDS_EARLY;
    u32 spare = (u32)-b.next & 7;
    *used = (u32)((b.next + 7) >> 3);
    return spare && take(&b, spare) ? BITS_LEFT : FINE;
}
