/* Bits of a codestream, the lowest of each byte first, and the numbers of its headers (18181-1, B). */

#ifndef JXL_LOW_H
#define JXL_LOW_H

#include "../stream.h"

typedef long long i64;

/* `next` and `end` count bits from `bytes` on. Behind `end` there must be SLACK bytes to look at. */
typedef struct {
    const u8 *bytes;
    u32 next, end;
} Low;

/* At least 57 of the next bits, without taking them. */
static inline u64 look(const Low *b)
{
    u64 eight;
    __builtin_memcpy(&eight, b->bytes + (b->next >> 3), 8);
    return eight >> (b->next & 7);
}

/* Once more was passed than there is, `next` stays behind `end`. */
static inline void pass(Low *b, u32 count)
{
    u32 next = b->next + count;
    b->next = next > b->end ? b->end + 1 : next;
}

static inline int past(const Low *b) { return b->next > b->end; }

/* Takes 0 to 32 bits. */
static inline u32 low(Low *b, u32 count)
{
    u32 value = (u32)(look(b) & ((1ull << count) - 1));
    pass(b, count);
    return value;
}

/* B.2.1: one of four ways to write a number, each so many bits and what is added to them. */
typedef struct {
    u8 bits;
    u32 more;
} Way;

static inline u32 pick(Low *b, const Way ways[4])
{
    const Way *way = ways + low(b, 2);
    return low(b, way->bits) + way->more;
}

/* B.2.2: whether a number of up to 64 bits is other than zero; how it goes on is not asked. */
static inline int any_u64(Low *b) { return low(b, 2) != 0; }

/* C.2.3: 0 as one bit, or how many bits follow and these. */
static inline u32 varying(Low *b, u32 width)
{
    if (!low(b, 1))
        return 0;
    u32 count = low(b, width);
    return low(b, count) + (1u << count);
}

static inline u32 floor_log2(u32 value) { return 31 - (u32)__builtin_clz(value); }

static inline u32 ceil_log2(u32 value) { return value > 1 ? floor_log2(value - 1) + 1 : 0; }

static inline i32 unpacked(u32 value) { return (i32)(value >> 1 ^ (0u - (value & 1))); }

#endif
