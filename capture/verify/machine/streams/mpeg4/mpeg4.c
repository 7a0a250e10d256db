/*
 * MPEG-4 Visual, ISO/IEC 14496-2, as it stands in MP4: the settings are headers, and a sample is one
 * picture, with headers before it that may come again. Between start codes there is nothing but what
 * is read: a unit ends in a zero and ones to the end of its byte.
 */

#include "mpeg4.h"

#define FIRST_LAYER 0x20
#define LAST_LAYER 0x2F
#define SEQUENCE 0xB0
#define SEQUENCE_END 0xB1
#define GROUP 0xB3
#define OBJECT 0xB5
#define VOP 0xB6
#define STUFFING 0xC3

#define MOST_SETTINGS 4096

/* The order in which units stand: each kind once at most. */
enum { A_SEQUENCE, AN_OBJECT, A_VIDEO_OBJECT, A_LAYER, A_GROUP, A_PICTURE, A_STUFFING, AN_END, UNKNOWN };

/* The headers of the settings: those of a sample say the same, byte for byte. */
typedef struct {
    u32 at, size;
} Header;

static u32 wrong, configuring;
static u8 settings[MOST_SETTINGS];
static Header headers[A_GROUP];

/* Bytes of ones, to make up for a rate that must be held. */
static u32 stuffing(Bits *b)
{
    while (b->next < b->end && peek(b, 24) != 1)
        if (take(b, 8) != 0xFF)
            return BYTES_LEFT;
    return FINE;
}

static u32 rank_of(u32 code)
{
    if (code < FIRST_LAYER)
        return A_VIDEO_OBJECT;
    if (code <= LAST_LAYER)
        return A_LAYER;
    switch (code) {
    case SEQUENCE:
        return A_SEQUENCE;
    case OBJECT:
        return AN_OBJECT;
    case GROUP:
        return A_GROUP;
    case VOP:
        return A_PICTURE;
    case STUFFING:
        return A_STUFFING;
    default:
        return code == SEQUENCE_END ? AN_END : UNKNOWN;
    }
}

static u32 unit(Bits *b, u32 rank)
{
    switch (rank) {
    case A_SEQUENCE:
        return sequence_header(b);
    case AN_OBJECT:
        return object_header(b);
    case A_LAYER:
        return layer_header(b);
    case A_GROUP:
        return group_header(b);
    case A_PICTURE:
        return configuring ? BAD_ORDER : vop(b);
    case A_STUFFING:
        return stuffing(b);
    default:
        return rank == UNKNOWN ? NOT_FOLLOWED : FINE;
    }
}

/* Keeps a header of the settings, from its start code on; looks whether one of a sample is the same. */
static u32 header_is_kept(const u8 *bytes, u32 at, u32 size, u32 rank)
{
    Header *header = &headers[rank];
    if (configuring) {
        *header = (Header){at, size};
        return FINE;
    }
    if (header->size != size)
        return BAD_ORDER;
    for (u32 each = 0; each < size; each++)
        if (settings[header->at + each] != bytes[at + each])
            return BAD_ORDER;
    return FINE;
}

/*
 * Returns what is wrong, and in `kinds` the kinds of units there are. Where the settings describe no
 * layer, pictures have short headers.
 */
static u32 units(u8 *at, u32 size, u32 *kinds)
{
    Bits b = bits_of(at, size);
    *kinds = 0;
    if (!configuring && !layer.known && is_short(&b)) {
        *kinds = 1u << A_PICTURE;
        return short_picture(&b);
    }
    while (b.next < b.end) {
        u32 from = (u32)(b.next / 8);
        if (take(&b, 24) != 1)
            return over(&b) ? ENDS_EARLY : BYTES_LEFT;
        u32 rank = rank_of(take(&b, 8));
        if (*kinds >> rank)
            return BAD_ORDER;
        *kinds |= 1u << rank;
        u32 answer = unit(&b, rank);
        if (over(&b))
            return ENDS_EARLY;
        if (!answer && rank < A_GROUP)
            answer = header_is_kept(at, from, (u32)(b.next / 8) - from, rank);
        if (answer)
            return answer;
    }
    return FINE;
}

EXPORT(configure) u32 configure(u8 *at, u32 size)
{
    u32 kinds;
    make_tables();
    layer = (Layer){0};
    clear(headers, sizeof headers);
    if (size > MOST_SETTINGS)
        return wrong = TOO_LONG;
    __builtin_memcpy(settings, at, size);
    configuring = 1;
    wrong = units(at, size, &kinds);
    configuring = 0;
    return wrong;
}

EXPORT(follow) u32 follow(u8 *at, u32 size)
{
    u32 kinds = 0;
    if (!wrong)
        wrong = units(at, size, &kinds);
    if (!wrong && !(kinds >> A_PICTURE & 1))
        wrong = ENDS_EARLY;
    return wrong;
}
