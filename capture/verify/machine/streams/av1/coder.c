/* The symbol decoder (the AV1 specification, 8.2): what is needed seldom. */

#include "coder.h"

u32 symbol(Coder *c, u16 *odds, u32 values) { return one_of(c, odds, values); }

/* NS(n), 4.10.10 */
u32 uniform(Coder *c, u32 values)
{
    u32 bits = 32 - (u32)__builtin_clz(values), most = (1u << bits) - values;
    u32 value = number(c, bits - 1);
    return value < most ? value : (value << 1) - most + even(c);
}

/* 8.2.4: behind what was needed a one, and zeros; and no byte more. */
u32 closed(const Coder *c)
{
    u64 bit = needed(c), size = (u64)(c->end - c->from);
    if (bit >= size * 8)
        return ENDS_EARLY;
    if (bit >> 3 != size - 1)
        return BYTES_LEFT;
    u32 left = 8 - (u32)(bit & 7);
    return (c->end[-1] & ((1u << left) - 1)) == 1u << (left - 1) ? FINE : BITS_LEFT;
}
