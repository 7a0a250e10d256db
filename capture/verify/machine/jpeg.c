/*
 * Follows the Huffman codes of a JPEG (ITU-T T.81, annexes B, F and G) to the last bit of each
 * interval, so that nothing can lie behind the last coded block.
 *
 * Baseline, extended and progressive, 8 bits, by Huffman codes. Values are not computed, only
 * how many bits each takes. What follows are the segments; the intervals are in files of their own.
 *
 * The input ends in an end-of-image marker.
 */

#include "jpeg.h"

#define MOST_BLOCKS (1ull << 28)

static Table tables[2][4];
static Component components[MOST_COMPONENTS];
static u32 component_count, width, height, widest, tallest, interval, progressive;
static u64 blocks_seen;
static Reader reader;

static u32 divided(u32 value, u32 by) { return (value + by - 1) / by; }

/* SOF: B.2.2, A.1.1 and A.2.4 for how many blocks there are. */
static int frame(const u8 *body, u32 size)
{
    if (component_count || size < 6 || body[0] != 8 || size != 6 + 3u * body[5])
        return BROKEN_HEADER;
    height = (u32)body[1] << 8 | body[2];
    width = (u32)body[3] << 8 | body[4];
    component_count = body[5];
    if (!width || !height || !component_count || component_count > MOST_COMPONENTS)
        return BROKEN_HEADER;
    widest = tallest = 1;
    for (u32 index = 0; index < component_count; index++) {
        Component *one = &components[index];
        one->across = body[7 + 3 * index] >> 4;
        one->down = body[7 + 3 * index] & 15;
        if (!one->across || one->across > 4 || !one->down || one->down > 4)
            return BROKEN_HEADER;
        widest = one->across > widest ? one->across : widest;
        tallest = one->down > tallest ? one->down : tallest;
    }
    for (u32 index = 0; index < component_count; index++) {
        Component *one = &components[index];
        one->columns = divided(divided(width * one->across, widest), 8);
        one->rows = divided(divided(height * one->down, tallest), 8);
        one->stride = divided(width, 8 * widest) * one->across;
        u64 blocks = (u64)one->stride * divided(height, 8 * tallest) * one->down;
        for (u32 k = 0; k < 64; k++)
            one->shift[k] = -1;
        if (blocks > MOST_BLOCKS)
            return TOO_LONG;
        one->nonzero = progressive ? room((u32)blocks * 8) : 0;
        if (progressive && !one->nonzero)
            return TOO_LONG;
    }
    return FINE;
}

static int in_order(Component *one, const Scan *scan)
{
    for (u32 k = scan->first; k <= scan->last; k++) {
        i32 before = one->shift[k];
        if (scan->high ? before != (i32)scan->high || scan->low + 1 != scan->high : before != -1)
            return 0;
        one->shift[k] = (i8)scan->low;
    }
    return 1;
}

/* SOS: B.2.3; components stand in the order of the frame and are numbered from 1. */
static int scan_header(const u8 *body, u32 size, Scan *scan)
{
    u32 before = 0;
    scan->count = size ? body[0] : 0;
    if (!scan->count || scan->count > component_count || size != 4 + 2 * scan->count)
        return BROKEN_HEADER;
    const u8 *rest = body + 1 + 2 * scan->count;
    scan->first = rest[0], scan->last = rest[1];
    scan->high = rest[2] >> 4, scan->low = rest[2] & 15;
    if (scan->first > scan->last || scan->last > 63 || scan->low > 13)
        return BROKEN_HEADER;
    if (!progressive && (scan->first || scan->last != 63 || rest[2]))
        return BROKEN_HEADER;
    if (progressive && (scan->first ? scan->count != 1 : scan->last != 0))
        return BROKEN_HEADER;
    for (u32 index = 0; index < scan->count; index++) {
        u32 number = body[1 + 2 * index], names = body[2 + 2 * index];
        if (number <= before || number > component_count || names & 0xCC)
            return BROKEN_HEADER;
        before = number;
        scan->of[index] = &components[number - 1];
        scan->dc[index] = &tables[0][names >> 4];
        scan->ac[index] = &tables[1][names & 15];
        if (!scan->first && !scan->high && !scan->dc[index]->there)
            return BROKEN_HEADER;
        if (scan->last && !scan->ac[index]->there)
            return BROKEN_HEADER;
        if (!in_order(scan->of[index], scan))
            return BAD_ORDER;
    }
    return FINE;
}

/* F.1.2.3. */
int padded(Reader *r, u32 left, u32 padding)
{
    if (left && padding && padding != (1u << left) - 1)
        return BITS_LEFT;
    if (left)
        r->paddings |= padding ? ONES : ZEROS;
    return FINE;
}

/* All intervals of a scan, and the markers between them. */
static int coded(Reader *r, const Scan *scan)
{
    const Component *only = scan->of[0];
    u32 columns = scan->count == 1 ? only->columns : divided(width, 8 * widest);
    u32 rows = scan->count == 1 ? only->rows : divided(height, 8 * tallest);
    u64 all = (u64)columns * rows, each = interval ? interval : all;
    blocks_seen += all * (scan->count == 1 ? 1 : 8);
    if (blocks_seen > MOST_BLOCKS)
        return TOO_LONG;
    Units units = {columns, 0, 0};
    for (u32 restarts = 0;; restarts++) {
        units.count = all - units.first < each ? all - units.first : each;
        int bad = (progressive ? progressive_interval : baseline_interval)(r, scan, &units);
        units.first += units.count;
        if (bad || units.first == all)
            return bad;
        if (r->at[0] != 0xFF || r->at[1] != (0xD0 | (restarts & 7)))
            return BROKEN_HEADER;
        r->at += 2;
    }
}

/* Each component has its pixels' means, at least; and all intervals are padded alike. */
static int whole(const Reader *r)
{
    for (u32 index = 0; index < component_count; index++)
        if (components[index].shift[0] < 0)
            return BAD_ORDER;
    if (!component_count || r->end - r->at != 2 || r->at[0] != 0xFF || r->at[1] != 0xD9)
        return BROKEN_HEADER;
    return r->paddings == (ONES | ZEROS) ? BITS_LEFT : FINE;
}

static int segment(Reader *r)
{
    u32 marker = r->at[1], size = (u32)r->at[2] << 8 | r->at[3];
    const u8 *body = r->at + 4;
    Scan scan;
    int bad = FINE;
    if (r->at[0] != 0xFF || size < 2 || (u32)(r->end - r->at) < size + 2)
        return BROKEN_HEADER;
    r->at += 2 + size;
    size -= 2;
    if (marker == 0xC4)
        return huffman(tables, body, size);
    if (marker == 0xDD) {
        interval = (u32)body[0] << 8 | body[1];
        return size == 2 ? FINE : BROKEN_HEADER;
    }
    if (marker == 0xC0 || marker == 0xC1 || marker == 0xC2) {
        progressive = marker == 0xC2;
        return frame(body, size);
    }
    if (marker != 0xDA)
        return FINE;
    bad = scan_header(body, size, &scan);
    return bad ? bad : coded(r, &scan);
}

/* Follows a whole JPEG of so many bytes; returns what is wrong with it, or nothing. */
EXPORT(jpeg) int jpeg(u8 *data, u32 size)
{
    clear(&reader, sizeof reader);
    clear(tables, sizeof tables);
    component_count = interval = 0;
    blocks_seen = 0;
    if (size < 4 || data[0] != 0xFF || data[1] != 0xD8)
        return BROKEN_HEADER;
    reader.at = data + 2;
    reader.end = data + size;
    while (reader.end - reader.at > 2) {
        int bad = segment(&reader);
        if (bad)
            return bad;
    }
    return whole(&reader);
}

/* Returns how many bytes the reading came. */
EXPORT(reached) u32 reached(const u8 *data) { return (u32)(reader.at - data); }
