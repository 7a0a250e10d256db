/*
 * Follows the intervals of a JPEG that is not progressive (ITU-T T.81, annex F). Here the time
 * goes: five bits a code, four million bytes a photo.
 *
 * An interval is made into words first, in its own place: the zeros that are stuffed behind 0xFF
 * are taken out, and the bytes of each word turned around. Then a place in it is one number, the
 * next 64 bits are in two words, and reading on from there waits for no branch.
 */

#include <wasm_simd128.h>

#include "jpeg.h"

/* Whole codes are taken three times before there are new bits: what is taken before them, twice
 * MOST_AT_ONCE, and WINDOW are 64 at most. */
#define MOST_FIRST (64 - 2 * MOST_AT_ONCE - WINDOW)

typedef struct {
    u64 *word;
    u64 at, end;           /* bits from the first word on */
    u64 kept;              /* what the last word was: bytes behind the interval are in it */
} Words;

/* Takes out what is stuffed, up to the next marker; returns where the bytes end. */
static u8 *unstuffed(Reader *r)
{
    u8 *from = r->at, *to = r->at;
    const v128_t marks = wasm_i8x16_splat(-1);
    while (from < r->end) {
        v128_t sixteen = wasm_v128_load(from);
        if (from + 16 <= r->end && !wasm_v128_any_true(wasm_i8x16_eq(sixteen, marks))) {
            wasm_v128_store(to, sixteen);
            from += 16, to += 16;
            continue;
        }
        if (*from == 0xFF && from[1])
            break;
        *to++ = *from;
        from += *from == 0xFF ? 2 : 1;
    }
    r->at = from;
    return to;
}

/* The compiler behind this one makes a dozen shifts of __builtin_bswap64. */
static inline u64 turned(u64 word)
{
    v128_t bytes = wasm_i64x2_splat((long long)word);
    return (u64)wasm_i64x2_extract_lane(
        wasm_i8x16_shuffle(bytes, bytes, 7, 6, 5, 4, 3, 2, 1, 0, 7, 6, 5, 4, 3, 2, 1, 0), 0);
}

static Words words_of(Reader *r)
{
    Words words;
    u32 start = (u32)r->at;
    words.word = (u64 *)(start & ~7u);
    words.at = 8 * (start & 7);
    words.end = 8ull * ((u32)unstuffed(r) - (start & ~7u));
    u64 *last = words.word + (words.end >> 6);
    words.kept = *last;
    for (u64 *word = words.word; word <= last; word++)
        *word = turned(*word);
    return words;
}

static inline u64 bits_at(const u64 *words, u64 at)
{
    const u64 *word = words + (u32)(at >> 6);
    u32 gone = at & 63;
    return word[0] << gone | word[1] >> 1 >> (63 - gone);
}

static inline u32 code_of(const Table *table, u64 bits)
{
    u32 found = table->one[bits >> (64 - PEEK)];
    return found ? found : code_in(table, (u32)(bits >> 48));
}

/* F.2.2.2, a code by itself: one that is long, or that others behind it go too far with. */
static u32 ac_one(const Table *table, const u64 *words, u64 *at, u32 *k)
{
    u32 found = code_of(table, bits_at(words, *at));
    u32 symbol = found & 255, size = symbol & 15;
    if (!found || (!size && symbol && symbol != 0xF0))
        return BAD_CODE;
    *at += (found >> 8) + size;
    *k += symbol ? (symbol >> 4) + 1 : ENDED;
    return FINE;
}

/* F.2.2.1 and F.2.2.2: one block; its values' bits are passed over. */
static inline u32 block(const Table *dc, const Table *ac, const u64 *words, u64 *place)
{
    u64 at = *place, bits = bits_at(words, at);
    u32 found = code_of(dc, bits), entry, k = 1;
    u32 used = (found >> 8) + (found & 255);
    if (!found || (found & 255) > 11)
        return BAD_CODE;
    at += used;
    bits = used > MOST_FIRST ? bits_at(words, at) : bits << used;
    for (;;) {
        u64 next;
        entry = ac->many[bits >> (64 - WINDOW)];
        at += entry & 31, bits <<= entry & 31;
        if ((k += entry >> 5) > 63)
            goto over;
        entry = ac->many[bits >> (64 - WINDOW)];
        at += entry & 31, bits <<= entry & 31;
        if ((k += entry >> 5) > 63)
            goto over;
        next = bits_at(words, at);
        entry = ac->many[bits >> (64 - WINDOW)];
        at += entry & 31, bits = next << (entry & 31);
        if ((k += entry >> 5) <= 63)
            continue;
    over:
        if (k != 64 && k - ENDED > 63) {
            k -= entry >> 5, at -= entry & 31;
            u32 bad = ac_one(ac, words, &at, &k);
            if (bad)
                return bad;
            bits = bits_at(words, at);
        }
        if (k == 64 || k >= ENDED)
            break;
        if (k > 64)
            return TOO_MANY;
    }
    *place = at;
    return FINE;
}

/* A.2.3: all blocks of one unit. */
static u32 unit(const Scan *scan, Words *words)
{
    u32 bad = FINE;
    u64 at = words->at;
    for (u32 which = 0; which < scan->count && !bad; which++) {
        const Component *one = scan->of[which];
        u32 blocks = scan->count == 1 ? 1 : one->across * one->down;
        while (blocks-- && !bad)
            bad = block(scan->dc[which], scan->ac[which], words->word, &at);
    }
    words->at = at;
    return bad;
}

static int interval_end(Reader *r, const Words *words)
{
    u64 left = words->end - words->at;
    if (left >= 8)
        return BYTES_LEFT;
    u64 last = bits_at(words->word, words->at);
    return padded(r, (u32)left, left ? (u32)(last >> (64 - left)) : 0);
}

int baseline_interval(Reader *r, const Scan *scan, const Units *units)
{
    Words words = words_of(r);
    u32 bad = FINE;
    for (u64 left = units->count; left && !bad; left--) {
        bad = unit(scan, &words);
        if (words.at > words.end)
            bad = ENDS_EARLY;
    }
    bad = bad ? bad : (u32)interval_end(r, &words);
    words.word[words.end >> 6] = words.kept;
    return (int)bad;
}
