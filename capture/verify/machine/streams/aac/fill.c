/*
 * Fill elements: ISO/IEC 14496-3, 4.4.2.7 (extension_payload) and 4.5.2.7. What they carry is
 * filler or replicated bands. Loudness (dynamic_range_info) is not followed: it has room for bytes
 * that no player uses, and cameras and phones do not write it.
 */

#include "aac.h"

enum { FILLER = 0, FILLER_DATA = 1, REPLICATION = 13, REPLICATION_CHECKED = 14 };

/* So many bytes behind a first one that is 0: all of them 0, or all of them 1010 0101. */
u32 silent(Bits *b, u32 count, u32 first)
{
    u32 wanted = 0;
    if (first)
        return BYTES_LEFT;
    for (u32 i = 0; i < count; i++) {
        u32 byte = take(b, 8);
        if (!i && byte == 0xA5)
            wanted = byte;
        if (byte != wanted)
            return BYTES_LEFT;
    }
    return over(b) ? ENDS_EARLY : FINE;
}

/* One extension_payload, which ends with the element at the latest. */
static u32 payload(Bits *b, u32 element)
{
    u32 type = take(b, 4);
    switch (type) {
    case FILLER:
    case FILLER_DATA: {
        u32 first = take(b, 4);
        return silent(b, (u32)((b->end - b->next) / 8), first);
    }
    case REPLICATION:
    case REPLICATION_CHECKED:
        return replication(b, element, type == REPLICATION_CHECKED);
    default:
        return NOT_FOLLOWED;
    }
}

/* `element` is that of the sound before it, or MOST_ELEMENTS. */
u32 fill_element(Bits *b, u32 element)
{
    u32 count = take(b, 4), wrong = FINE;
    if (count == 15)
        count += take(b, 8) - 1;
    if (over(b) || b->end - b->next < 8 * count)
        return ENDS_EARLY;
    Bits inside = {b->bytes, b->next, b->next + 8 * count};
    while (!wrong && inside.next < inside.end)
        wrong = payload(&inside, element);
    skip(b, 8 * count);
    return !wrong && over(&inside) ? ENDS_EARLY : wrong;
}
