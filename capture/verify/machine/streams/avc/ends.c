/*
 * ITU-T H.264, 9.3.1.2: what stands behind bins, at the end of a slice and before plain samples: one bit, which is
 * the last one that the arithmetic code takes and the stop bit of the slice, and zeros to the end of the byte.
 *
 * One encoder, x264, sets the last of these zeros in some pictures: in those that a word of 32 bits names, by the
 * number of the picture (its common/cabac.c). That says nothing but that it was x264, as long as all
 * pictures of a stream follow that word; the first one alone may be anywhere in it, for a stream may have lost its
 * beginning. What follows neither the word nor the standard is refused.
 */

#include "avc.h"

#define WORD 0x35A4E4F5u

/* The stop bit, and zeros to the end of this byte. It is not yet asked whether it is the last one. */
u32 code_ends(Slice *s)
{
    Bits *b = &s->r.b;
    b->next = (u64)(s->c.start - b->bytes) * 8 + coder_taken(&s->c) - 1;
    if (b->next >= b->end)
        return ENDS_EARLY;
    u32 left = 8 - (b->next & 7), bits = take(b, left), set = bits & 1;
    if (left == 1)
        return set ? FINE : BITS_LEFT;
    if (bits != (1u << (left - 1) | set) || (s->sign != NO_SIGN && s->sign != ZERO_SIGN + set))
        return BITS_LEFT;
    s->sign = ZERO_SIGN + set;
    return FINE;
}

static u32 pictures, others = 0xFFFFFFFFu, zeros = 1;

/* Answers whether a picture with this sign may come now. */
u32 next_sign(u32 sign)
{
    u32 at = pictures++ & 31;
    if (sign == NO_SIGN)
        return FINE;
    u32 says = sign == ONE_SIGN;
    zeros &= !says;
    for (u32 start = 0; start < 32; start++)
        if ((WORD >> ((start + at) & 31) & 1) != says)
            others &= ~(1u << start);
    return zeros || others ? FINE : BITS_LEFT;
}
