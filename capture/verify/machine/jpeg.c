/*
 * Follows the Huffman codes of a JPEG (ITU-T T.81, annexes B, F and G) to the last bit of each
 * interval, so that nothing can lie behind the last coded block.
 *
 * Baseline, extended and progressive, 8 bits, by Huffman codes. Values are not computed, only
 * how many bits each takes: a baseline block needs no more. A progressive one needs to know
 * which coefficients are not zero; one bit each is kept.
 *
 * The input ends in an end-of-image marker, and at least 16 bytes of zeros follow it.
 */

#include "machine.h"

enum { ONES = 1, ZEROS = 2 };

#define PEEK 12
#define MOST_BLOCKS (1ull << 28)
#define MOST_COMPONENTS 4

/* One Huffman table: how many symbols have each length, the symbols, and what is looked up. */
typedef struct {
    int there;
    i32 last[18];          /* the last code of each length, or -1 */
    i32 offset[18];        /* what added to a code gives its place among the symbols */
    u8 symbols[256];
    u16 one[1 << PEEK];    /* length << 8 | symbol of the code that the bits begin with, or 0 */
    u32 many[1 << PEEK];   /* bits | coefficients << 8 | end of block << 16, of all whole codes */
} Table;

typedef struct {
    u32 across, down;      /* sampling factors */
    u32 columns, rows;     /* blocks that the picture needs */
    u32 stride;            /* blocks in a row of whole units */
    u64 *nonzero;          /* one word a block, of a progressive picture */
    i8 shift[64];          /* how far each coefficient is coded; -1: not yet */
} Component;

typedef struct {
    const u8 *at, *end;
    u64 bits;              /* the next bits, from the highest on */
    i32 count;             /* how many of them there are, invented ones included */
    i32 invented;          /* bits that were made up behind the end of an interval */
    u32 paddings;          /* what intervals were padded with, so far */
} Reader;

static Table tables[2][4];
static Component components[MOST_COMPONENTS];
static u32 component_count, width, height, widest, tallest, interval, progressive;
static u64 blocks_seen;
static Reader reader;

/* Takes four bytes where none of them is 0xFF, else one byte after the other. */
static void refill_slowly(Reader *r)
{
    while (r->count <= 32) {
        u32 byte = 0;
        if (r->invented || r->at >= r->end || (r->at[0] == 0xFF && r->at[1] != 0))
            r->invented += 8;
        else {
            byte = r->at[0];
            r->at += byte == 0xFF ? 2 : 1;
        }
        r->bits |= (u64)byte << (56 - r->count);
        r->count += 8;
    }
}

static inline void refill(Reader *r)
{
    if (r->count > 32)
        return;
    u32 word = *(const u32 *)r->at;
    u32 holes = ~word;
    if (r->invented || ((holes - 0x01010101u) & ~holes & 0x80808080u)) {
        refill_slowly(r);
        return;
    }
    r->bits |= (u64)__builtin_bswap32(word) << (32 - r->count);
    r->count += 32;
    r->at += 4;
}

static inline u32 peek(Reader *r, u32 count) { return (u32)(r->bits >> (64 - count)); }

static inline void drop(Reader *r, u32 count)
{
    r->bits <<= count;
    r->count -= (i32)count;
}

static inline u32 take(Reader *r, u32 count)
{
    if (!count)
        return 0;
    refill(r);
    u32 value = peek(r, count);
    drop(r, count);
    return value;
}

/* Returns length << 8 | symbol of the code that 16 bits begin with, or 0. */
static u32 code_in(const Table *table, u32 sixteen)
{
    for (u32 length = 1; length <= 16; length++) {
        i32 code = (i32)(sixteen >> (16 - length));
        if (code <= table->last[length])
            return length << 8 | table->symbols[(code + table->offset[length]) & 255];
    }
    return 0;
}

static inline u32 code_of(Reader *r, const Table *table)
{
    refill(r);
    u32 found = table->one[peek(r, PEEK)];
    return found ? found : code_in(table, peek(r, 16));
}

/* Returns a symbol, or -1. */
static i32 symbol_of(Reader *r, const Table *table)
{
    u32 found = code_of(r, table);
    if (!found)
        return -1;
    drop(r, found >> 8);
    return (i32)(found & 255);
}

static u32 whole_codes(const Table *table, u32 window)
{
    u32 used = 0, coefficients = 0;
    while (used < PEEK) {
        u32 found = table->one[window << used & ((1 << PEEK) - 1)];
        u32 length = found >> 8, symbol = found & 255;
        if (!found || used + length > PEEK)
            break;
        used += length + (symbol & 15);
        if (!(symbol & 15) && symbol != 0xF0)
            return symbol ? 0 : used | coefficients << 8 | 1 << 16;
        coefficients += (symbol >> 4) + 1;
    }
    return used | coefficients << 8;
}

static void look_ahead(Table *table, int ac)
{
    for (u32 window = 0; window < 1 << PEEK; window++) {
        u32 found = code_in(table, window << (16 - PEEK));
        table->one[window] = found >> 8 <= PEEK ? (u16)found : 0;
    }
    for (u32 window = 0; ac && window < 1 << PEEK; window++)
        table->many[window] = whole_codes(table, window);
}

/* DHT: B.2.4.2. */
static int huffman(const u8 *body, u32 size)
{
    for (u32 at = 0; at < size;) {
        if (size - at < 17 || body[at] & 0xEC)
            return BROKEN_HEADER;
        Table *table = &tables[body[at] >> 4][body[at] & 3];
        u32 total = 0;
        i32 code = 0;
        for (u32 length = 1; length <= 16; length++) {
            u32 count = body[at + length];
            table->offset[length] = (i32)total - code;
            code += (i32)count;
            table->last[length] = count ? code - 1 : -1;
            total += count;
            if (code > 1 << length)
                return BROKEN_HEADER;
            code <<= 1;
        }
        if (total > 256 || size - at - 17 < total)
            return BROKEN_HEADER;
        for (u32 index = 0; index < total; index++)
            table->symbols[index] = body[at + 17 + index];
        table->there = 1;
        look_ahead(table, body[at] >> 4);
        at += 17 + total;
    }
    return FINE;
}

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

/* One scan: which components by which tables, which coefficients, and where the reading is. */
typedef struct {
    u32 count;
    Component *of[MOST_COMPONENTS];
    const Table *dc[MOST_COMPONENTS], *ac[MOST_COMPONENTS];
    u32 first, last, high, low;
    u32 run;               /* blocks that still end at once: G.1.2.2 */
} Scan;

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
    scan->run = 0;
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

/* F.2.2.1: the difference's size, and that many bits. */
static inline int dc_first(Reader *r, const Table *table)
{
    u32 found = code_of(r, table);
    u32 symbol = found & 255;
    if (!found || symbol > 11)
        return BAD_CODE;
    drop(r, (found >> 8) + symbol);
    return FINE;
}

static inline u32 ac_one(Reader *r, const Table *table, u32 *k, u32 *ended)
{
    u32 found = code_of(r, table);
    u32 symbol = found & 255, size = symbol & 15;
    if (!found || (!size && symbol && symbol != 0xF0))
        return BAD_CODE;
    drop(r, (found >> 8) + size);
    *ended = !symbol;
    *k += symbol ? (symbol >> 4) + 1 : 0;
    return FINE;
}

/* F.2.2.2, several codes at once where they stand in the next bits whole. */
static inline u32 ac_whole(Reader *r, const Table *table)
{
    u32 k = 1, ended = 0, bad = FINE;
    while (k < 64 && !ended && !bad) {
        refill(r);
        u32 found = table->many[peek(r, PEEK)];
        u32 ends = found >> 16, after = k + (found >> 8 & 255);
        if (found && after + ends <= 64) {
            drop(r, found & 255);
            k = after;
            ended = ends;
        } else {
            bad = ac_one(r, table, &k, &ended);
        }
    }
    return bad ? bad : k > 64 ? TOO_MANY : FINE;
}

/* A.2.3: all blocks of one unit of a picture that is not progressive. */
static int baseline(Reader *r, const Scan *scan)
{
    Reader here = *r; /* in registers, for this is where the time goes */
    u32 bad = FINE;
    for (u32 which = 0; which < scan->count && !bad; which++) {
        const Component *one = scan->of[which];
        u32 blocks = scan->count == 1 ? 1 : one->across * one->down;
        while (blocks-- && !bad) {
            bad = dc_first(&here, scan->dc[which]);
            bad = bad ? bad : ac_whole(&here, scan->ac[which]);
        }
    }
    *r = here;
    return (int)bad;
}

static u32 run_of(Reader *r, u32 size) { return (1u << size) + take(r, size); }

/* G.1.2.2. */
static int ac_first(Reader *r, Scan *scan, u64 *nonzero)
{
    if (scan->run) {
        scan->run--;
        return FINE;
    }
    for (u32 k = scan->first; k <= scan->last; k++) {
        i32 symbol = symbol_of(r, scan->ac[0]);
        if (symbol < 0)
            return BAD_CODE;
        u32 skipped = (u32)symbol >> 4, size = (u32)symbol & 15;
        if (!size && skipped < 15) {
            scan->run = run_of(r, skipped) - 1;
            return FINE;
        }
        k += skipped;
        if (k > scan->last)
            return TOO_MANY;
        take(r, size);
        *nonzero |= size ? 1ull << k : 0;
    }
    return FINE;
}

/* G.1.2.3: a bit for each coefficient that is passed and was not zero. */
static int ac_again(Reader *r, Scan *scan, u64 *nonzero)
{
    u32 k = scan->first;
    while (!scan->run && k <= scan->last) {
        i32 symbol = symbol_of(r, scan->ac[0]);
        if (symbol < 0)
            return BAD_CODE;
        u32 skipped = (u32)symbol >> 4, size = (u32)symbol & 15;
        if (size > 1)
            return BAD_CODE;
        if (!size && skipped < 15) {
            scan->run = run_of(r, skipped);
            break;
        }
        take(r, size);
        for (; k <= scan->last; k++) {
            if (*nonzero >> k & 1)
                take(r, 1);
            else if (!skipped--)
                break;
        }
        if (k > scan->last)
            return TOO_MANY;
        *nonzero |= (u64)size << k;
        k++;
    }
    if (scan->run) {
        for (; k <= scan->last; k++)
            if (*nonzero >> k & 1)
                take(r, 1);
        scan->run--;
    }
    return FINE;
}

static int block(Reader *r, Scan *scan, u32 which, u32 column, u32 row)
{
    if (!scan->first) {
        if (!scan->high)
            return dc_first(r, scan->dc[which]);
        take(r, 1);
        return FINE;
    }
    Component *one = scan->of[which];
    u64 *nonzero = &one->nonzero[(u64)row * one->stride + column];
    return scan->high ? ac_again(r, scan, nonzero) : ac_first(r, scan, nonzero);
}

/* The same of a progressive one. */
static int unit(Reader *r, Scan *scan, u32 column, u32 row)
{
    if (scan->count == 1)
        return block(r, scan, 0, column, row);
    for (u32 which = 0; which < scan->count; which++) {
        u32 blocks = scan->of[which]->across * scan->of[which]->down;
        for (u32 index = 0; index < blocks; index++) {
            int bad = block(r, scan, which, 0, 0);
            if (bad)
                return bad;
        }
    }
    return FINE;
}

/* F.1.2.3: fewer than eight bits are left, all ones (or, of some encoders, all zeros). */
static int interval_end(Reader *r, const Scan *scan)
{
    i32 left = r->count - r->invented;
    if (left < 0)
        return ENDS_EARLY;
    if (scan->run)
        return TOO_MANY;
    if (left >= 8 || (!r->invented && r->at < r->end && !(r->at[0] == 0xFF && r->at[1])))
        return BYTES_LEFT;
    if (left) {
        u32 padding = peek(r, (u32)left);
        if (padding && padding != (1u << left) - 1)
            return BITS_LEFT;
        r->paddings |= padding ? ONES : ZEROS;
    }
    r->bits = 0;
    r->count = r->invented = 0;
    return FINE;
}

static int coded(Reader *r, Scan *scan)
{
    const Component *only = scan->of[0];
    u32 columns = scan->count == 1 ? only->columns : divided(width, 8 * widest);
    u32 rows = scan->count == 1 ? only->rows : divided(height, 8 * tallest);
    u32 left = interval, restarts = 0;
    blocks_seen += (u64)columns * rows * (scan->count == 1 ? 1 : 8);
    if (blocks_seen > MOST_BLOCKS)
        return TOO_LONG;
    r->bits = 0;
    r->count = r->invented = 0;
    for (u32 row = 0; row < rows; row++) {
        for (u32 column = 0; column < columns; column++) {
            if (interval && !left) {
                int bad = interval_end(r, scan);
                if (bad)
                    return bad;
                if (r->at[0] != 0xFF || r->at[1] != (0xD0 | (restarts & 7)))
                    return BROKEN_HEADER;
                r->at += 2;
                restarts++;
                left = interval;
            }
            left--;
            int bad = progressive ? unit(r, scan, column, row) : baseline(r, scan);
            if (bad)
                return bad;
        }
        if (r->invented > r->count)
            return ENDS_EARLY;
    }
    return interval_end(r, scan);
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
        return huffman(body, size);
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
EXPORT(jpeg) int jpeg(const u8 *data, u32 size)
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
