/*
 * Follows the codes of a lossy WebP picture (VP8's key frame, RFC 6386) through all of its parts.
 *
 * An arithmetic code has no bit at which it ends. But encoders end it in one way, in which nothing
 * is left of its number once all is read; what has something left, or behind it, is refused.
 */

#include "machine.h"
#include "vp8_numbers.h"

#define MOST_PARTS 8

typedef struct {
    const u8 *at, *end;
    u64 value;   /* the next bits, from the highest on */
    i32 count;   /* how many of them are there, invented ones included */
    i32 invented;
    u32 range;
} Coder;

static u8 odds[4 * 8 * 3 * 11];

static void opened(Coder *c, const u8 *at, const u8 *end)
{
    c->at = at, c->end = end;
    c->value = 0;
    c->count = c->invented = 0;
    c->range = 255;
}

static inline u32 bit(Coder *c, u32 chance)
{
    while (c->count < 8) {
        u32 byte = 0;
        if (c->at < c->end)
            byte = *c->at++;
        else
            c->invented += 8;
        c->value |= (u64)byte << (56 - c->count);
        c->count += 8;
    }
    u32 split = 1 + (((c->range - 1) * chance) >> 8);
    u64 high = (u64)split << 56;
    u32 set = c->value >= high;
    if (set) {
        c->value -= high;
        c->range -= split;
    } else {
        c->range = split;
    }
    u32 shift = (u32)__builtin_clz(c->range) - 24;
    c->range <<= shift;
    c->value <<= shift;
    c->count -= (i32)shift;
    return set;
}

static u32 number(Coder *c, u32 bits)
{
    u32 value = 0;
    while (bits--)
        value = value << 1 | bit(c, 128);
    return value;
}

static void perhaps(Coder *c, u32 bits)
{
    if (bit(c, 128))
        number(c, bits);
}

/* What a picture says once: 9.2 to 9.11 and 19.2. */
typedef struct {
    u32 maps, segments[3], parts, skips, skip;
} Header;

static void header(Coder *c, Header *said)
{
    number(c, 2);
    said->segments[0] = said->segments[1] = said->segments[2] = 255;
    said->maps = 0;
    if (bit(c, 128)) {
        said->maps = bit(c, 128);
        if (bit(c, 128)) {
            bit(c, 128);
            for (u32 index = 0; index < 8; index++)
                perhaps(c, index < 4 ? 8 : 7);
        }
        for (u32 index = 0; said->maps && index < 3; index++)
            said->segments[index] = bit(c, 128) ? number(c, 8) : 255;
    }
    number(c, 1 + 6 + 3);
    if (bit(c, 128) && bit(c, 128))
        for (u32 index = 0; index < 8; index++)
            perhaps(c, 7);
    said->parts = 1u << number(c, 2);
    number(c, 7);
    for (u32 index = 0; index < 5; index++)
        perhaps(c, 5);
    bit(c, 128);
    for (u32 index = 0; index < sizeof odds; index++)
        odds[index] = bit(c, update_odds[index]) ? (u8)number(c, 8) : first_odds[index];
    said->skips = bit(c, 128);
    said->skip = said->skips ? number(c, 8) : 0;
}

enum { DC, TM, VERTICAL, HORIZONTAL };

/* What is known of a unit of 16 by 16 pixels, and of those above it and left of it. */
typedef struct {
    u8 modes[4];           /* of its lowest row, or of its last column */
    u8 luma[4], chroma[4]; /* whether the nearest blocks hold anything; chroma: two planes of two */
    u8 second;             /* the same of the block of means */
} Near;

typedef struct {
    u32 skipped, whole;
} Unit;

static void modes(Coder *c, const Header *said, Near *above, Near *left, Unit *unit)
{
    static const i8 tree[18] = {0, 1, -1, 2, -2, 3, 4, 6, -3, 5, -4, -5, -6, 7, -7, 8, -8, -9};
    if (said->maps)
        bit(c, said->segments[bit(c, said->segments[0]) ? 2 : 1]);
    unit->skipped = said->skips && bit(c, said->skip);
    unit->whole = bit(c, 145);
    if (unit->whole) {
        u32 mode = bit(c, 156) ? (bit(c, 128) ? TM : HORIZONTAL) : bit(c, 163) ? VERTICAL : DC;
        for (u32 index = 0; index < 4; index++)
            above->modes[index] = left->modes[index] = (u8)mode;
    } else {
        for (u32 row = 0; row < 4; row++) {
            for (u32 column = 0; column < 4; column++) {
                const u8 *chance = &mode_odds[(above->modes[column] * 10 + left->modes[row]) * 9];
                i32 step = tree[bit(c, chance[0])];
                while (step > 0)
                    step = tree[2 * step + (i32)bit(c, chance[step])];
                above->modes[column] = left->modes[row] = (u8)-step;
            }
        }
    }
    if (bit(c, 142) && bit(c, 114))
        bit(c, 183);
}

/* 13.2: the value of a coefficient that is larger than one, of which the bits are taken alone. */
static void large(Coder *c, const u8 *p)
{
    static const u8 long_ones[4][12] = {
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129},
    };
    if (!bit(c, p[3])) {
        if (bit(c, p[4]))
            bit(c, p[5]);
    } else if (!bit(c, p[6])) {
        if (!bit(c, p[7])) {
            bit(c, 159);
        } else {
            bit(c, 165);
            bit(c, 145);
        }
    } else {
        u32 high = bit(c, p[8]);
        u32 low = bit(c, p[9 + high]);
        for (const u8 *chance = long_ones[2 * high + low]; *chance; chance++)
            bit(c, *chance);
    }
}

/* 13.3: the coefficients of one block; returns how many there are, zeros at its end aside. */
static u32 block(Coder *c, u32 kind, u32 near, u32 n)
{
    static const u8 bands[17] = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
    const u8 *of = &odds[kind * 8 * 3 * 11];
    const u8 *p = &of[(bands[n] * 3 + near) * 11];
    for (; n < 16; n++) {
        if (!bit(c, p[0]))
            return n;
        while (!bit(c, p[1])) {
            if (++n == 16)
                return 16;
            p = &of[bands[n] * 3 * 11];
        }
        u32 more = bit(c, p[2]);
        if (more)
            large(c, p);
        p = &of[(bands[n + 1] * 3 + 1 + more) * 11];
        bit(c, 128);
    }
    return 16;
}

static void coefficients(Coder *c, const Unit *unit, Near *above, Near *left)
{
    u32 first = unit->whole, kind = unit->whole ? 0 : 3;
    if (unit->whole)
        above->second = left->second = block(c, 1, above->second + left->second, 0) > 0;
    for (u32 index = 0; index < 16; index++) {
        u8 *over = &above->luma[index & 3], *beside = &left->luma[index >> 2];
        *over = *beside = block(c, kind, *over + *beside, first) > first;
    }
    for (u32 index = 0; index < 8; index++) {
        u8 *over = &above->chroma[(index >> 2) * 2 + (index & 1)];
        u8 *beside = &left->chroma[(index >> 2) * 2 + (index >> 1 & 1)];
        *over = *beside = block(c, 2, *over + *beside, 0) > 0;
    }
}

static void nothing(const Unit *unit, Near *near)
{
    clear(near->luma, sizeof near->luma);
    clear(near->chroma, sizeof near->chroma);
    if (unit->whole)
        near->second = 0;
}

/*
 * All that decides something was there. Encoders then write the lowest of the numbers that decide
 * the same, which leaves nothing, and zeros (7.3).
 */
static int part_end(const Coder *c)
{
    if (c->invented > c->count + 8)
        return ENDS_EARLY;
    if (c->end - c->at > SPARE)
        return BYTES_LEFT;
    for (const u8 *at = c->at; at < c->end; at++)
        if (*at)
            return BYTES_LEFT;
    return c->value ? BITS_LEFT : FINE;
}

static u32 three(const u8 *at) { return at[0] | (u32)at[1] << 8 | (u32)at[2] << 16; }

/* 9.5: where each part of the coefficients lies. */
static int parts_of(const u8 *sizes, const u8 *end, u32 count, Coder *parts)
{
    const u8 *at = sizes + 3 * (count - 1);
    for (u32 index = 0; index < count; index++) {
        u32 size = index + 1 < count ? three(sizes + 3 * index) : (u32)(end - at);
        if (at > end || size > (u32)(end - at))
            return ENDS_EARLY;
        opened(&parts[index], at, at + size);
        at += size;
    }
    return FINE;
}

/* Follows a "VP8 " chunk's content. */
EXPORT(vp8) int vp8(const u8 *data, u32 size)
{
    static Coder parts[MOST_PARTS];
    Coder first;
    Header said;
    u32 length = size < 10 ? 0 : three(data) >> 5;
    if (size < 10 || data[0] & 1 || length > size - 10)
        return BROKEN_HEADER;
    u32 across = ((data[6] | (u32)data[7] << 8) & 0x3FFF) + 15;
    u32 down = ((data[8] | (u32)data[9] << 8) & 0x3FFF) + 15;
    across >>= 4, down >>= 4;
    opened(&first, data + 10, data + 10 + length);
    header(&first, &said);
    if (3 * (said.parts - 1) > size - 10 - length)
        return ENDS_EARLY;
    int bad = parts_of(data + 10 + length, data + size, said.parts, parts);
    Near *above = room((across + 1) * sizeof(Near));
    Unit *units = room((across + 1) * sizeof(Unit));
    if (bad || !above || !units)
        return bad ? bad : TOO_LONG;
    for (u32 row = 0; row < down; row++) {
        Coder *part = &parts[row & (said.parts - 1)];
        Near left;
        clear(&left, sizeof left);
        for (u32 column = 0; column < across; column++)
            modes(&first, &said, &above[column], &left, &units[column]);
        for (u32 column = 0; column < across; column++) {
            if (!units[column].skipped) {
                coefficients(part, &units[column], &above[column], &left);
            } else {
                nothing(&units[column], &above[column]);
                nothing(&units[column], &left);
            }
        }
        if (first.invented > 64 || part->invented > 64)
            return ENDS_EARLY;
    }
    bad = part_end(&first);
    for (u32 index = 0; !bad && index < said.parts; index++)
        bad = part_end(&parts[index]);
    return bad;
}
