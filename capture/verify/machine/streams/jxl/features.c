/* ISO/IEC 18181-1, K.4: curves that are drawn over the picture: how many points, and 128 numbers each. */

#include "symbols.h"

#define MOST_POINTS (1u << 20)
#define NUMBERS 128

/* The contexts of curves. */
enum { QUANT, START, CURVES, POINTS, POINT, NUMBER, SPLINE_CONTEXTS };

static u32 curve(Symbols *s, u32 *left)
{
    u32 points = numbered(s, POINTS);
    if (points > *left || !spend(NUMBERS + points))
        return TOO_LONG;
    *left -= points;
    for (u32 i = 0; i < 2 * points; i++)
        numbered(s, POINT);
    for (u32 i = 0; i < NUMBERS; i++)
        numbered(s, NUMBER);
    return s->wrong;
}

u32 read_splines(Low *b, const Frame *f)
{
    Codes codes;
    Symbols s;
    u32 most = f->width * f->height / 2, wrong = read_codes(b, SPLINE_CONTEXTS, &codes);
    if (wrong || (wrong = start(&s, b, &codes, 0)))
        return wrong;
    most = most > MOST_POINTS ? MOST_POINTS : most;
    u32 count = numbered(&s, CURVES);
    if (count >= most)
        return TOO_LONG;
    count++;
    for (u32 i = 0; i < 2 * count; i++)
        numbered(&s, START);
    numbered(&s, QUANT);
    most -= count;
    for (u32 i = 0; i < count && !past(b); i++)
        if ((wrong = curve(&s, &most)))
            return wrong;
    return (wrong = finish(&s)) ? wrong : unused(&codes);
}
