/*
 * Follows the intervals of a JPEG that is not progressive (ITU-T T.81, annex F): unit by unit here,
 * and the long ones from several places at once (jpeg_lanes.c).
 *
 * The zeros that are stuffed behind 0xFF are taken out of an interval first, and its bytes turned
 * around, in its own place. Then a place in it is one number, and the next bits there are one load.
 */

#include <wasm_simd128.h>

#include "jpeg.h"

/* Bytes of an interval whose bits are counted in 32 of them. */
#define MOST_BYTES 0x1FFF0000u

/* Takes out what is stuffed, up to the next marker; returns where the bytes end. */
static u8 *unstuffed(Reader *r)
{
    u8 *from = r->at, *to = r->at;
    const v128_t marks = wasm_i8x16_splat(-1);
    while (from < r->end) {
        if (from + 16 <= r->end) {
            v128_t sixteen = wasm_v128_load(from);
            u32 found = wasm_i8x16_bitmask(wasm_i8x16_eq(sixteen, marks));
            if (!found) {
                wasm_v128_store(to, sixteen);
                from += 16, to += 16;
                continue;
            }
            for (u32 clear = (u32)__builtin_ctz(found); clear; clear--)
                *to++ = *from++;
        }
        if (*from == 0xFF && from[1])
            break;
        *to++ = *from;
        from += *from == 0xFF ? 2 : 1;
    }
    r->at = from;
    return to;
}

static inline v128_t turned(v128_t bytes)
{
    return wasm_i8x16_shuffle(bytes, bytes, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
}

/* Turns all bytes around, so that the last is the first. */
static void turn(u8 *start, u8 *end)
{
    while (end - start >= 32) {
        end -= 16;
        v128_t low = wasm_v128_load(start), high = wasm_v128_load(end);
        wasm_v128_store(start, turned(high));
        wasm_v128_store(end, turned(low));
        start += 16;
    }
    while (end - start > 1) {
        u8 low = *start;
        *start++ = *--end;
        *end = low;
    }
}

int dc_one(const Table *table, const u8 *first, u32 *at)
{
    u32 found = code_at(table, bits_at(first, *at));
    if (!found || (found & 255) > MOST_DIFFERENCE)
        return BAD_CODE;
    *at += (found >> 8) + (found & 255);
    return FINE;
}

int ac_one(const Table *table, const u8 *first, u32 *at, u32 *k)
{
    u32 found = code_at(table, bits_at(first, *at));
    u32 symbol = found & 255, size = symbol & 15;
    if (!found || (!size && symbol && symbol != 0xF0))
        return BAD_CODE;
    *at += (found >> 8) + size;
    *k += symbol ? (symbol >> 4) + 1 : ENDED;
    return FINE;
}

/* F.2.2.1 and F.2.2.2: one block; its values' bits are passed over. */
static inline int block(const Table *dc, const Table *ac, const u8 *first, u32 *place)
{
    u32 at = *place, k = 1, entry;
    int bad = dc_one(dc, first, &at);
    while (!bad) {
        u64 bits = bits_at(first, at);
        for (u32 times = 3;;) {
            entry = ac->many[bits >> (64 - WINDOW)];
            at += entry & USED, bits <<= entry & USED;
            if ((k += entry >> ABOVE) > 63 || !--times)
                break;
        }
        if (k <= 63)
            continue;
        if (k != 64 && k - ENDED > 63) {
            /* One by itself: it is long, or others behind it go too far with it. */
            k -= entry >> ABOVE, at -= entry & USED;
            bad = ac_one(ac, first, &at, &k);
        }
        if (k == 64 || k >= ENDED)
            break;
        if (k > 64)
            bad = TOO_MANY;
    }
    *place = at;
    return bad;
}

int baseline_unit(const Steps *steps, Interval *bits)
{
    u32 at = bits->at;
    int bad = FINE;
    for (u32 index = 0; index < steps->count && !bad; index++)
        bad = block(steps->dc[index], steps->ac[index], bits->first, &at);
    if (at > bits->end)
        return ENDS_EARLY;
    bits->at = bad ? bits->at : at;
    return bad;
}

static void steps_of(const Scan *scan, Steps *steps)
{
    steps->count = 0;
    for (u32 which = 0; which < scan->count; which++) {
        const Component *one = scan->of[which];
        u32 blocks = scan->count == 1 ? 1 : one->across * one->down;
        while (blocks--) {
            steps->dc[steps->count] = scan->dc[which];
            steps->ac[steps->count++] = scan->ac[which];
        }
    }
}

static int interval_end(Reader *r, const Interval *bits)
{
    u32 left = bits->end - bits->at;
    if (left >= 8)
        return BYTES_LEFT;
    return padded(r, left, left ? (u32)(bits_at(bits->first, bits->at) >> (64 - left)) : 0);
}

int baseline_interval(Reader *r, const Scan *scan, const Units *units)
{
    u8 *start = r->at, *end = unstuffed(r);
    Interval bits = {end - 8, 0, 8 * (u32)(end - start)};
    Steps steps;
    u64 left = units->count;
    int bad = FINE;
    if ((u32)(end - start) > MOST_BYTES)
        return TOO_LONG;
    turn(start, end);
    steps_of(scan, &steps);
    lanes(&steps, &bits, &left);
    for (; left && !bad; left--)
        bad = baseline_unit(&steps, &bits);
    return bad ? bad : bits.at > bits.end ? ENDS_EARLY : interval_end(r, &bits);
}
