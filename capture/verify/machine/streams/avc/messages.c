/*
 * ITU-T H.264, 7.3.2.3 and Annex D: the messages that a screen needs to show a picture right, and no others; each
 * to its last bit, and no more than once in a sample. What is said of the screen on which a
 * film was made is said once for all.
 */

#include "avc.h"

enum { RECOVERY = 6, TURN = 47, SCREEN = 137, LIGHT = 144, TRANSFER = 147 };
enum { KINDS = 5 };

static const u8 kinds[KINDS] = {RECOVERY, TURN, SCREEN, LIGHT, TRANSFER};
static u8 said[KINDS][24], said_sizes[KINDS];
static u32 seen;

void new_messages(void) { seen = 0; }

/* D.1: a payload that ends within a byte goes on with a one, and zeros. */
static u32 aligned(Reader *r)
{
    if (r->wrong)
        return r->wrong;
    if (over(&r->b))
        return ENDS_EARLY;
    return r->b.next == r->b.end ? FINE : rbsp_trailing(&r->b);
}

/* D.1.8: the group of slices that changes is none, for there is but one. */
static u32 recovery(Reader *r)
{
    up_to(r, 65535);
    number(r, 2);
    if (number(r, 2))
        return BROKEN_HEADER;
    return aligned(r);
}

/* D.1.27 */
static u32 turn(Reader *r)
{
    if (!number(r, 1)) {
        number(r, 18);
        up_to(r, 16384);
        if (number(r, 1))
            return BROKEN_HEADER;
    }
    return aligned(r);
}

/* Colours and light: whole bytes, which are the same in the whole stream. */
static u32 once(u32 index, const u8 *at, u32 size)
{
    static const u8 sizes[KINDS] = {0, 0, 24, 4, 1};
    if (size != sizes[index])
        return BROKEN_HEADER;
    for (u32 place = 0; place < size; place++)
        if (said_sizes[index] && said[index][place] != at[place])
            return NOT_FOLLOWED;
    said_sizes[index] = (u8)size;
    __builtin_memcpy(said[index], at, size);
    return FINE;
}

static u32 message(u32 kind, const u8 *at, u32 size)
{
    Reader r = {bits_of(at, size), FINE};
    for (u32 index = 0; index < KINDS; index++) {
        if (kinds[index] != kind)
            continue;
        if (seen >> index & 1)
            return BAD_ORDER;
        seen |= 1u << index;
        return kind == RECOVERY ? recovery(&r) : kind == TURN ? turn(&r) : once(index, at, size);
    }
    return NOT_FOLLOWED;
}

/* A unit of messages behind its header: a byte for the kind of each, one for its size, and the stop bit. */
u32 read_messages(u8 *at, u32 size)
{
    u32 left = unescape(at, size), place = 0;
    while (left - place > 2) {
        u32 length = at[place + 1];
        if (length > left - place - 2)
            return ENDS_EARLY;
        u32 wrong = message(at[place], at + place + 2, length);
        if (wrong)
            return wrong;
        place += 2 + length;
    }
    return place && left - place == 1 && at[place] == 0x80 ? FINE : BYTES_LEFT;
}
