/*
 * Follows the intervals of a progressive JPEG (ITU-T T.81, annex G). Which coefficients are not
 * zero has to be known, for each gets a bit more in a later scan: one bit each is kept.
 */

#include "jpeg.h"

typedef struct {
    const u8 *at, *end;
    u64 bits;              /* the next bits, from the highest on */
    i32 count;             /* how many of them there are, invented ones included */
    i32 invented;          /* bits that were made up behind the end of an interval */
    u32 run;               /* blocks that still end at once: G.1.2.2 */
} Bits;

/* Takes four bytes where none of them is 0xFF, else one byte after the other. */
static void refill_slowly(Bits *r)
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

static inline void refill(Bits *r)
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

static inline u32 peek(Bits *r, u32 count) { return (u32)(r->bits >> (64 - count)); }

static inline void drop(Bits *r, u32 count)
{
    r->bits <<= count;
    r->count -= (i32)count;
}

static inline u32 take(Bits *r, u32 count)
{
    if (!count)
        return 0;
    refill(r);
    u32 value = peek(r, count);
    drop(r, count);
    return value;
}

static inline u32 code_of(Bits *r, const Table *table)
{
    refill(r);
    u32 found = table->one[peek(r, PEEK)];
    return found ? found : code_in(table, peek(r, 16));
}

/* Returns a symbol, or -1. */
static i32 symbol_of(Bits *r, const Table *table)
{
    u32 found = code_of(r, table);
    if (!found)
        return -1;
    drop(r, found >> 8);
    return (i32)(found & 255);
}

/* F.2.2.1: the difference's size, and that many bits. */
static int dc_first(Bits *r, const Table *table)
{
    u32 found = code_of(r, table);
    u32 symbol = found & 255;
    if (!found || symbol > 11)
        return BAD_CODE;
    drop(r, (found >> 8) + symbol);
    return FINE;
}

static u32 run_of(Bits *r, u32 size) { return (1u << size) + take(r, size); }

/* G.1.2.2. */
static int ac_first(Bits *r, const Scan *scan, u64 *nonzero)
{
    if (r->run) {
        r->run--;
        return FINE;
    }
    for (u32 k = scan->first; k <= scan->last; k++) {
        i32 symbol = symbol_of(r, scan->ac[0]);
        if (symbol < 0)
            return BAD_CODE;
        u32 skipped = (u32)symbol >> 4, size = (u32)symbol & 15;
        if (!size && skipped < 15) {
            r->run = run_of(r, skipped) - 1;
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
static int ac_again(Bits *r, const Scan *scan, u64 *nonzero)
{
    u32 k = scan->first;
    while (!r->run && k <= scan->last) {
        i32 symbol = symbol_of(r, scan->ac[0]);
        if (symbol < 0)
            return BAD_CODE;
        u32 skipped = (u32)symbol >> 4, size = (u32)symbol & 15;
        if (size > 1)
            return BAD_CODE;
        if (!size && skipped < 15) {
            r->run = run_of(r, skipped);
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
    if (r->run) {
        for (; k <= scan->last; k++)
            if (*nonzero >> k & 1)
                take(r, 1);
        r->run--;
    }
    return FINE;
}

static int block(Bits *r, const Scan *scan, u32 which, u32 column, u32 row)
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

/* A.2.3: all blocks of one unit. */
static int unit(Bits *r, const Scan *scan, u32 column, u32 row)
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

static int interval_end(Reader *r, Bits *bits)
{
    i32 left = bits->count - bits->invented;
    if (left < 0)
        return ENDS_EARLY;
    if (bits->run)
        return TOO_MANY;
    if (left >= 8 || (!bits->invented && bits->at < bits->end
                      && !(bits->at[0] == 0xFF && bits->at[1])))
        return BYTES_LEFT;
    r->at += bits->at - r->at;
    return padded(r, (u32)left, left ? peek(bits, (u32)left) : 0);
}

int progressive_interval(Reader *r, const Scan *scan, const Units *units)
{
    Bits bits = {r->at, r->end, 0, 0, 0, 0};
    u32 row = (u32)(units->first / units->columns), column = (u32)(units->first % units->columns);
    for (u64 left = units->count; left; left--) {
        int bad = unit(&bits, scan, column, row);
        if (bad)
            return bad;
        if (bits.invented > bits.count)
            return ENDS_EARLY;
        if (++column == units->columns)
            column = 0, row++;
    }
    return interval_end(r, &bits);
}
