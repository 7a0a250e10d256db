/*
 * The parameter sets that a stream has told, as they stand. A set that no picture uses could say
 * anything at all: so there may be few of them, and once there was a picture, one that says something
 * new has to come with the picture that uses it. ITU-T H.265, 7.4.2.4.2, would let them come earlier.
 */

#include "hevc.h"

#define MOST_BYTES 4096u
#define KINDS 3u

typedef struct {
    u32 size, fresh;
    u8 bytes[MOST_BYTES];
} Kept;

static Kept sets[KINDS][64];
static u32 counts[KINDS], fresh, pictures_read;

static u32 read(const u8 *unit, u32 size, u32 kind, u32 *index)
{
    Bits b = bits_of(unit, size);
    skip(&b, 16);
    return kind == VIDEO      ? video_set(&b, index)
           : kind == SEQUENCE ? sequence_set(&b, index)
                              : picture_set(&b, index);
}

static u32 same(const u8 *one, const u8 *other, u32 size)
{
    u32 at = 0;
    while (at < size && one[at] == other[at])
        at++;
    return at == size;
}

/* Of one index, no two that say different things stand before the same picture. */
static u32 keep(Kept *kept, const u8 *unit, u32 size, u32 kind)
{
    static const u32 most[KINDS] = {2, 4, 64};
    if (kept->size == size && same(kept->bytes, unit, size))
        return FINE;
    if (kept->fresh)
        return BAD_ORDER;
    if (!kept->size && ++counts[kind - VIDEO] > most[kind - VIDEO])
        return TOO_MANY;
    __builtin_memcpy(kept->bytes, unit, size);
    kept->size = size;
    fresh += kept->fresh = 1;
    return FINE;
}

u32 kept_set(const u8 *unit, u32 size, u32 kind)
{
    u32 index = 0;
    if (size > MOST_BYTES)
        return TOO_LONG;
    u32 wrong = read(unit, size, kind, &index);
    return wrong ? wrong : keep(&sets[kind - VIDEO][index], unit, size, kind);
}

void kept_known(void)
{
    for (u32 kind = 0; fresh && kind < KINDS; kind++)
        for (u32 index = 0; index < 64; index++)
            sets[kind][index].fresh = 0;
    fresh = 0;
}

u32 kept_used(u32 picture)
{
    u32 sequence = pictures[picture].sequence, known = 0;
    known += sets[0][sequences[sequence].video].fresh;
    known += sets[1][sequence].fresh;
    known += sets[2][picture].fresh;
    if (pictures_read && known != fresh)
        return BAD_ORDER;
    kept_known();
    pictures_read = 1;
    return FINE;
}
