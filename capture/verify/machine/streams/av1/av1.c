/*
 * Follows the codes of an AV1 stream to their last bit (the AV1 specification, 5.3 to 5.11).
 *
 * Of a unit, everything is read: headers to their trailing bits, and of each tile all symbols, behind
 * which the standard fixes what stands. Layers, lists of tiles and models of a decoder's buffers are
 * not followed. What is not picture is let through where its length is fixed and its meaning known.
 */

#include "av1.h"

enum { SEQUENCE_HEADER = 1, TEMPORAL_DELIMITER, FRAME_HEADER, TILE_GROUP, METADATA, FRAME, REDUNDANT_HEADER,
       TILE_LIST, PADDING = 15 };
enum { LIGHT_LEVEL = 1, MASTERING = 2 };

#define MOST_SEQUENCE 128u
#define MOST_PICTURES 32u /* in one sample: hidden ones, and the one that is shown */

Sequence sequence;
static u8 first_sequence[MOST_SEQUENCE];
static u32 sequence_size, provisional, configured;
static u8 settings[4];

/* What of a sample has been seen: one picture that is shown is to be in each. */
static u32 seen_header, next_tile, shown, pictures, seen_kinds, copies;
static const u8 *header_at;
static u32 header_size;

/* What the stream says of its light, of which there is one each: what comes later is the same. */
static u8 lights[2][26];

/*
 * 5.3.4: a one, and zeros to the end, which is in the same byte. Or in the next one, where SVT-AV1
 * shows a picture again that has several tiles.
 */
static u32 trailing_bits(Bits *b, u32 spare)
{
    if (b->next >= b->end)
        return ENDS_EARLY;
    u32 left_over = (u32)(b->end - b->next);
    if (left_over > 8 && left_over != (-b->next & 7) + 8 * spare)
        return BYTES_LEFT;
    return take(b, left_over) == 1u << (left_over - 1) ? FINE : BITS_LEFT;
}

static u32 alike(const u8 *one, const u8 *other, u32 size)
{
    for (u32 index = 0; index < size; index++)
        if (one[index] != other[index])
            return 0;
    return 1;
}

/* Whether the settings say of the stream what it says itself. */
static u32 agrees(void)
{
    const Sequence *s = &sequence;
    u32 flags = (u32)s->tier << 7 | (s->depth > 8) << 6 | (s->depth == 12) << 5 | (u32)s->mono << 4 |
                (u32)s->subx << 3 | (u32)s->suby << 2 | s->chroma_position;
    return settings[1] == (s->profile << 5 | s->level) && settings[2] == flags;
}

/* The same one all along. But some encoders write another one into the settings before they begin. */
static u32 one_sequence(const u8 *at, u32 size)
{
    Sequence said;
    Bits b = bits_of(at, size);
    if (sequence_size && !provisional)
        return size == sequence_size && alike(at, first_sequence, size) ? FINE : NOT_FOLLOWED;
    u32 answer = sequence_header(&b, &said);
    if (!answer)
        answer = trailing_bits(&b, 0);
    if (!answer && size > MOST_SEQUENCE)
        answer = TOO_LONG;
    if (answer)
        return answer;
    sequence = said;
    sequence_size = size;
    provisional = !configured;
    __builtin_memcpy(first_sequence, at, size);
    return agrees() ? FINE : BROKEN_HEADER;
}

/* Whether such a thing has been in this sample already; each may be there once. */
static u32 again(u32 what)
{
    u32 before = seen_kinds >> what & 1;
    seen_kinds |= 1u << what;
    return before;
}

static u32 metadata(const u8 *at, u32 size)
{
    if (!size || (at[0] != LIGHT_LEVEL && at[0] != MASTERING))
        return NOT_FOLLOWED;
    u8 *kept = lights[at[0] - 1];
    if (size != (at[0] == LIGHT_LEVEL ? 6 : 26))
        return BYTES_LEFT;
    if (at[size - 1] != 0x80)
        return BITS_LEFT;
    if (again(16u + at[0]) || (kept[0] && !alike(kept, at, size)))
        return BAD_ORDER;
    __builtin_memcpy(kept, at, size);
    return FINE;
}

static u32 tiles(const u8 *at, u32 size)
{
    u32 answer = tile_group(at, size, &next_tile);
    copies = 0;
    if (answer || next_tile < header.tile_cols * header.tile_rows)
        return answer;
    seen_header = 0;
    shown += header.show;
    return frame_ended();
}

/* The header of a picture, alone or with its tiles behind it. */
static u32 frame(const u8 *at, u32 size, u32 alone)
{
    Bits b = bits_of(at, size);
    i32 existing;
    if (seen_header || !sequence_size || shown)
        return BAD_ORDER;
    if (++pictures > MOST_PICTURES)
        return TOO_LONG;
    u32 answer = uncompressed_header(&b, &existing);
    if (answer)
        return answer;
    if (existing != NONE) {
        shown++;
        answer = alone ? trailing_bits(&b, 1) : BROKEN_HEADER;
        return answer ? answer : shown_again((u32)existing);
    }
    seen_header = 1, next_tile = 0, provisional = 0;
    header_at = at, header_size = alone ? size : 0;
    if (alone)
        return trailing_bits(&b, 0);
    u32 rest = (u32)(-b.next & 7);
    if (rest && take(&b, rest))
        return BITS_LEFT;
    u32 start = (u32)(b.next >> 3);
    return start < size ? tiles(at + start, size - start) : ENDS_EARLY;
}

/* frame_header_copy: once between two groups of tiles */
static u32 copied_header(const u8 *at, u32 size)
{
    if (!seen_header || size != header_size || copies++)
        return BAD_ORDER;
    return alike(at, header_at, size) ? FINE : BAD_ORDER;
}

static u32 unit(u32 kind, const u8 *at, u32 size)
{
    switch (kind) {
    case SEQUENCE_HEADER:
        return again(kind) || pictures ? BAD_ORDER : one_sequence(at, size);
    case TEMPORAL_DELIMITER:
        return size ? BYTES_LEFT : seen_kinds || pictures ? BAD_ORDER : (again(kind), FINE);
    case FRAME_HEADER:
        return seen_header ? copied_header(at, size) : frame(at, size, 1);
    case REDUNDANT_HEADER:
        return copied_header(at, size);
    case FRAME:
        return frame(at, size, 0);
    case TILE_GROUP:
        return seen_header ? tiles(at, size) : BAD_ORDER;
    case METADATA:
        return metadata(at, size);
    case PADDING:
        return BYTES_LEFT;
    default:
        return NOT_FOLLOWED;
    }
}

/* leb128(), of at most four bytes; returns how many it has, or 0. */
static u32 length_of(const u8 *at, u32 size, u32 *length)
{
    *length = 0;
    for (u32 index = 0; index < size && index < 4; index++) {
        *length |= (at[index] & 0x7Fu) << (7 * index);
        if (!(at[index] & 0x80))
            return index + 1;
    }
    return 0;
}

static u32 units(const u8 *at, u32 size)
{
    while (size) {
        u32 first_byte = *at, length = size - 1, taken = 1;
        if (first_byte & 0x81)
            return BROKEN_HEADER;
        if (first_byte & 4)
            return NOT_FOLLOWED;
        if (first_byte & 2) {
            u32 bytes = length_of(at + 1, size - 1, &length);
            taken += bytes;
            if (!bytes || length > size - taken)
                return ENDS_EARLY;
        }
        u32 answer = unit(first_byte >> 3 & 15, at + taken, length);
        if (answer)
            return answer;
        at += taken + length, size -= taken + length;
    }
    return FINE;
}

/* The AV1 codec configuration: four bytes, and units that come before all others. */
EXPORT(configure) u32 configure(u8 *at, u32 size)
{
    if (size < 4 || at[0] != 0x81 || at[3] & 0xE0 || (!(at[3] & 0x10) && at[3] & 0x0F))
        return BROKEN_HEADER;
    __builtin_memcpy(settings, at, sizeof settings);
    u32 answer = units(at + 4, size - 4);
    if (!answer && pictures)
        answer = BAD_ORDER;
    configured = !answer;
    return answer;
}

EXPORT(follow) u32 follow(u8 *at, u32 size)
{
    if (!configured)
        return BAD_ORDER;
    shown = pictures = seen_kinds = copies = 0;
    u32 answer = units(at, size);
    if (!answer)
        answer = seen_header ? ENDS_EARLY : shown == 1 ? FINE : BAD_ORDER;
    configured = !answer;
    return answer;
}
