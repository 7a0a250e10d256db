/* Bits of a big-endian stream, read from the highest of each byte on. */

#ifndef BITS_H
#define BITS_H

#include "stream.h"

/* `next` and `end` count bits from `bytes` on. Behind `end` there must be SLACK bytes to look at. */
typedef struct {
    const u8 *bytes;
    u64 next, end;
} Bits;

static inline Bits bits_of(const u8 *bytes, u32 size)
{
    return (Bits){bytes, 0, (u64)size * 8};
}

/* The next `count` bits, 1 to 32, without taking them. */
static inline u32 peek(const Bits *b, u32 count)
{
    u64 eight;
    __builtin_memcpy(&eight, b->bytes + (b->next >> 3), 8);
    return (u32)(__builtin_bswap64(eight) << (b->next & 7) >> (64 - count));
}

/* Whether more was taken than there is. What is taken from then on is zeros. */
static inline int over(const Bits *b) { return b->next > b->end; }

static inline void skip(Bits *b, u64 count)
{
    b->next += count;
    if (b->next > b->end)
        b->next = b->end + 1;
}

/* Takes 1 to 32 bits. */
static inline u32 take(Bits *b, u32 count)
{
    u32 value = b->next >= b->end ? 0 : peek(b, count);
    skip(b, count);
    return value;
}

/* ITU-T H.264 and H.265, 9.1 and 9.2: Exp-Golomb codes; 0xFFFFFFFF for what is none. */
static inline u32 ue(Bits *b)
{
    u32 zeros = 0;
    while (zeros < 32 && !over(b) && !take(b, 1))
        zeros++;
    if (over(b) || zeros == 32)
        return 0xFFFFFFFFu;
    return (zeros ? take(b, zeros) : 0) + (u32)((1ull << zeros) - 1);
}

static inline i32 se(Bits *b)
{
    u32 value = ue(b);
    return value & 1 ? (i32)(value / 2 + 1) : -(i32)(value / 2);
}

/* 7.2: whether there is more than the stop bit and the zeros behind it, in the last byte. */
static inline int more_rbsp_data(const Bits *b)
{
    if (b->next >= b->end)
        return 0;
    u64 last = b->end - 1;
    while (last > b->next && !(b->bytes[last >> 3] >> (7 - (last & 7)) & 1))
        last--;
    return b->next < last;
}

/* 7.3.2.11: the stop bit, and zeros to the end of the byte, which is the last one. */
static inline u32 rbsp_trailing(Bits *b)
{
    if (b->next >= b->end)
        return ENDS_EARLY;
    u32 left = (u32)(b->end - b->next);
    if (left > 8)
        return BYTES_LEFT;
    return take(b, left) == 1u << (left - 1) ? FINE : BITS_LEFT;
}

/*
 * 7.3.1: takes the emulation prevention bytes out of a unit, where it stands. Returns how many bytes
 * are left, or 0 where a unit holds three bytes that none may hold. Zeros follow what is left.
 */
static inline u32 unescape(u8 *at, u32 size)
{
    u32 to = 0, zeros = 0;
    for (u32 from = 0; from < size; from++) {
        u8 byte = at[from];
        if (zeros >= 2 && byte <= 3) {
            if (byte < 3 || (from + 1 < size && at[from + 1] > 3))
                return 0;
            zeros = 0;
            continue;
        }
        zeros = byte ? 0 : zeros + 1;
        at[to++] = byte;
    }
    clear(at + to, size - to);
    return to;
}

#endif
