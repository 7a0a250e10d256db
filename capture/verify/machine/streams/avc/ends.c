/*
 * ITU-T H.264, 9.3.1.2: what stands behind bins, at the end of a slice and before plain samples: one bit, which is
 * the last one that the arithmetic code takes and the stop bit of the slice, and zeros to the end of the byte.
 *
 * One encoder, x264, sets the last of these zeros in some pictures: in those that a word of 32 bits names, by the
 * number of the picture (its common/cabac.c). That says nothing but that it was x264, as long as all
 * pictures of a stream follow that word; the first one alone may be anywhere in it, for a stream may have lost its
 * beginning, and so may a picture that needs no other, where streams were joined. What follows neither
 * the word nor the standard is refused.
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

/* Streams that were joined where a cut left one anywhere in the word. */
#define MOST_JOINS 8

/* The places in the word in which the pictures may have begun, a bit each, and whether none was signed. */
typedef struct {
    u32 places, unsigned_all;
} Guess;

static Guess whole = {0xFFFFFFFFu, 1}, latest; /* since the stream began, and since such a picture */
static u32 pictures, first_place, joins;

static u32 holds(Guess *guess, u32 at, u32 says)
{
    guess->unsigned_all &= !says;
    for (u32 place = 0; place < 32; place++)
        if ((WORD >> ((place + at) & 31) & 1) != says)
            guess->places &= ~(1u << place);
    return guess->places || guess->unsigned_all;
}

/*
 * Where one was joined to another: an encoder that began anew is at the first bit of the word, however often; one
 * that was cut is anywhere in it, but not often.
 */
static u32 joined(void)
{
    whole = latest;
    if (joins++ >= MOST_JOINS)
        whole = (Guess){latest.places & first_place, 0};
    return whole.places || whole.unsigned_all;
}

/* Answers whether a picture with this sign may come now; `anew`: whether it needs no other. */
u32 next_sign(u32 sign, u32 anew)
{
    u32 at = pictures++ & 31;
    if (anew)
        latest = (Guess){0xFFFFFFFFu, 1}, first_place = 1u << (-at & 31);
    if (sign == NO_SIGN)
        return FINE;
    holds(&latest, at, sign == ONE_SIGN);
    return holds(&whole, at, sign == ONE_SIGN) || joined() ? FINE : BITS_LEFT;
}
