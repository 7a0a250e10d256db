/*
 * Follows the codes of a lossless WebP picture (RFC 9649, 3) to its last bit.
 *
 * Colours are computed for one small picture alone, the one that says which codes hold where;
 * of all others it is enough to know how many pixels each code stands for.
 */

#include "machine.h"

enum { GREEN, RED, BLUE, ALPHA, DISTANCE, CODES };

#define LITERALS 256
#define LENGTHS 24
#define DISTANCES 40
#define LONGEST 15
#define PEEK 8
#define MOST_PIXELS (1u << 28)

typedef struct {
    const u8 *data;
    u32 size;
    u64 at; /* in bits */
} Bits;

/* A prefix code: symbols in the order of their codes, how many have each length. */
typedef struct {
    u16 count[LONGEST + 1];
    u16 *symbols;
    u16 only, single;            /* a code without bits, and its symbol */
    u16 look[1 << PEEK];         /* length << 12 | symbol, of short codes; else 0 */
} Code;

typedef struct {
    Code codes[CODES];
} Group;

typedef struct {
    u32 width, height;
    u32 cache_bits;
    u32 group_bits, group_stride;
    u32 *groups_of;              /* which group holds in each square; 0: one for all */
    Group *groups;
} Image;

static Bits bits;

static inline u64 window(void)
{
    /* Zeros follow what is read, so that eight bytes can be taken anywhere before its end. */
    u64 byte = bits.at >> 3;
    if (byte > bits.size)
        return 0;
    return *(const u64 *)(bits.data + byte) >> (bits.at & 7);
}

static inline u32 take(u32 count)
{
    u32 value = (u32)(window() & ((1u << count) - 1));
    bits.at += count;
    return value;
}

static int built(Code *code, const u8 *lengths, u32 symbols)
{
    u32 left = 1, used = 0, place[LONGEST + 2];
    clear(code->count, sizeof code->count);
    clear(code->look, sizeof code->look);
    for (u32 symbol = 0; symbol < symbols; symbol++)
        code->count[lengths[symbol]]++;
    used = symbols - code->count[0];
    code->count[0] = 0;
    code->single = used == 1;
    if (!used)
        return 0;
    place[1] = 0;
    for (u32 length = 1; length <= LONGEST; length++) {
        left <<= 1;
        if (code->count[length] > left)
            return 0;
        left -= code->count[length];
        place[length + 1] = place[length] + code->count[length];
    }
    if (used > 1 && left)
        return 0;
    code->symbols = room(used * 2);
    if (!code->symbols)
        return 0;
    for (u32 symbol = 0; symbol < symbols; symbol++)
        if (lengths[symbol])
            code->symbols[place[lengths[symbol]]++] = (u16)symbol;
    code->only = code->symbols[0];
    u32 first = 0, index = 0;
    for (u32 length = 1; length <= PEEK && !code->single; length++) {
        for (u32 number = 0; number < code->count[length]; number++, index++) {
            u32 reversed = 0;
            for (u32 bit = 0; bit < length; bit++)
                reversed |= ((first + number) >> bit & 1) << (length - 1 - bit);
            for (u32 high = 0; high < 1u << (PEEK - length); high++)
                code->look[high << length | reversed] = (u16)(length << 12 | code->symbols[index]);
        }
        first = (first + code->count[length]) << 1;
    }
    return 1;
}

static inline u32 symbol_of(const Code *code)
{
    if (code->single)
        return code->only;
    u64 next = window();
    u32 found = code->look[next & ((1 << PEEK) - 1)];
    if (found) {
        bits.at += found >> 12;
        return found & 0xFFF;
    }
    u32 value = 0, first = 0, index = 0;
    for (u32 length = 1; length <= LONGEST; length++) {
        value = value << 1 | (u32)(next >> (length - 1) & 1);
        u32 count = code->count[length];
        if (value - first < count) {
            bits.at += length;
            return code->symbols[index + value - first];
        }
        index += count;
        first = (first + count) << 1;
    }
    return 0; /* never: the code is complete */
}

/* 3.7.2.1.1 */
static int simple_code(Code *code, u32 symbols)
{
    static u8 lengths[LITERALS + LENGTHS + 2048];
    clear(lengths, sizeof lengths);
    u32 two = take(1), wide = take(1);
    u32 first = take(wide ? 8 : 1), second = two ? take(8) : first;
    if (first >= symbols || second >= symbols || (two && first == second))
        return 0;
    lengths[first] = lengths[second] = 1;
    return built(code, lengths, symbols);
}

/* 3.7.2.1.2 */
static int normal_code(Code *code, u32 symbols)
{
    static const u8 order[19] = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    static u8 lengths[LITERALS + LENGTHS + 2048];
    static Code how;
    u8 of[19];
    clear(of, sizeof of);
    clear(lengths, sizeof lengths);
    u32 count = 4 + take(4);
    for (u32 index = 0; index < count && index < 19; index++)
        of[order[index]] = (u8)take(3);
    if (count > 19 || !built(&how, of, 19))
        return 0;
    u32 left = symbols, before = 8;
    if (take(1)) {
        u32 size = 2 + 2 * take(3);
        left = 2 + take(size);
        if (left > symbols)
            return 0;
    }
    for (u32 symbol = 0; symbol < symbols && left--;) {
        u32 length = symbol_of(&how);
        if (length < 16) {
            lengths[symbol++] = (u8)length;
            before = length ? length : before;
            continue;
        }
        u32 times = length == 16 ? 3 + take(2) : length == 17 ? 3 + take(3) : 11 + take(7);
        if (times > symbols - symbol)
            return 0;
        while (times--)
            lengths[symbol++] = length == 16 ? (u8)before : 0;
    }
    return built(code, lengths, symbols);
}

static int group_of(Group *group, u32 cache_bits)
{
    u32 sizes[CODES] = {LITERALS + LENGTHS, LITERALS, LITERALS, LITERALS, DISTANCES};
    sizes[GREEN] += cache_bits ? 1u << cache_bits : 0;
    for (u32 which = 0; which < CODES; which++) {
        Code *code = &group->codes[which];
        if (!(take(1) ? simple_code(code, sizes[which]) : normal_code(code, sizes[which])))
            return BAD_CODE;
        if (bits.at > 8ull * bits.size)
            return ENDS_EARLY;
    }
    return FINE;
}

/* 3.6.2.2: how far back, or how many, a prefix and some bits say. */
static u32 number_of(u32 prefix)
{
    if (prefix < 4)
        return prefix + 1;
    u32 extra = (prefix - 2) >> 1;
    return ((2 + (prefix & 1)) << extra) + take(extra) + 1;
}

static u32 back(u32 number, u32 width)
{
    static const i8 near[120][2] = {
        {0, 1}, {1, 0}, {1, 1}, {-1, 1}, {0, 2}, {2, 0}, {1, 2}, {-1, 2}, {2, 1}, {-2, 1},
        {2, 2}, {-2, 2}, {0, 3}, {3, 0}, {1, 3}, {-1, 3}, {3, 1}, {-3, 1}, {2, 3}, {-2, 3},
        {3, 2}, {-3, 2}, {0, 4}, {4, 0}, {1, 4}, {-1, 4}, {4, 1}, {-4, 1}, {3, 3}, {-3, 3},
        {2, 4}, {-2, 4}, {4, 2}, {-4, 2}, {0, 5}, {3, 4}, {-3, 4}, {4, 3}, {-4, 3}, {5, 0},
        {1, 5}, {-1, 5}, {5, 1}, {-5, 1}, {2, 5}, {-2, 5}, {5, 2}, {-5, 2}, {4, 4}, {-4, 4},
        {3, 5}, {-3, 5}, {5, 3}, {-5, 3}, {0, 6}, {6, 0}, {1, 6}, {-1, 6}, {6, 1}, {-6, 1},
        {2, 6}, {-2, 6}, {6, 2}, {-6, 2}, {4, 5}, {-4, 5}, {5, 4}, {-5, 4}, {3, 6}, {-3, 6},
        {6, 3}, {-6, 3}, {0, 7}, {7, 0}, {1, 7}, {-1, 7}, {5, 5}, {-5, 5}, {7, 1}, {-7, 1},
        {4, 6}, {-4, 6}, {6, 4}, {-6, 4}, {2, 7}, {-2, 7}, {7, 2}, {-7, 2}, {3, 7}, {-3, 7},
        {7, 3}, {-7, 3}, {5, 6}, {-5, 6}, {6, 5}, {-6, 5}, {8, 0}, {4, 7}, {-4, 7}, {7, 4},
        {-7, 4}, {8, 1}, {8, 2}, {6, 6}, {-6, 6}, {8, 3}, {5, 7}, {-5, 7}, {7, 5}, {-7, 5},
        {8, 4}, {6, 7}, {-6, 7}, {7, 6}, {-7, 6}, {8, 5}, {7, 7}, {-7, 7}, {8, 6}, {8, 7},
    };
    if (number > 120)
        return number - 120;
    i32 distance = near[number - 1][0] + near[number - 1][1] * (i32)width;
    return distance < 1 ? 1 : (u32)distance;
}

static int pixels(const Image *image, u32 *colours)
{
    static u32 cache[2048];
    u32 total = image->width * image->height, done = 0, shift = 32 - image->cache_bits;
    clear(cache, sizeof cache);
    while (done < total) {
        const Group *group = image->groups;
        if (image->groups_of) {
            u32 column = done % image->width >> image->group_bits;
            u32 row = done / image->width >> image->group_bits;
            group += image->groups_of[row * image->group_stride + column];
        }
        u32 symbol = symbol_of(&group->codes[GREEN]), times = 1, from = 0, colour = 0;
        if (symbol < LITERALS) {
            u32 red = symbol_of(&group->codes[RED]), blue = symbol_of(&group->codes[BLUE]);
            colour = symbol_of(&group->codes[ALPHA]) << 24 | red << 16 | symbol << 8 | blue;
        } else if (symbol < LITERALS + LENGTHS) {
            times = number_of(symbol - LITERALS);
            from = back(number_of(symbol_of(&group->codes[DISTANCE])), image->width);
            if (times > total - done || from > done)
                return TOO_MANY;
        } else {
            colour = cache[(symbol - LITERALS - LENGTHS) & 2047];
        }
        for (; colours && times; times--, done++) {
            colours[done] = from ? colours[done - from] : colour;
            if (image->cache_bits)
                cache[(0x1e35a7bdu * colours[done]) >> shift] = colours[done];
        }
        done += times;
        if (bits.at > 8ull * bits.size)
            return ENDS_EARLY;
    }
    return FINE;
}

static int image(u32 width, u32 height, int outermost, u32 *colours);

/* 3.7.2.2: which group of codes holds in which square. */
static int groups_in(Image *whole, u32 *count)
{
    whole->group_bits = 2 + take(3);
    u32 side = 1u << whole->group_bits;
    whole->group_stride = (whole->width + side - 1) >> whole->group_bits;
    u32 rows = (whole->height + side - 1) >> whole->group_bits, most = 0;
    whole->groups_of = room(whole->group_stride * rows * 4);
    if (!whole->groups_of)
        return TOO_LONG;
    int bad = image(whole->group_stride, rows, 0, whole->groups_of);
    for (u32 index = 0; !bad && index < whole->group_stride * rows; index++) {
        whole->groups_of[index] = whole->groups_of[index] >> 8 & 0xFFFF;
        most = whole->groups_of[index] > most ? whole->groups_of[index] : most;
    }
    *count = most + 1;
    return bad;
}

static int image(u32 width, u32 height, int outermost, u32 *colours)
{
    Image whole = {.width = width, .height = height};
    u32 count = 1;
    if (take(1)) {
        whole.cache_bits = take(4);
        if (!whole.cache_bits || whole.cache_bits > 11)
            return BROKEN_HEADER;
    }
    if (outermost && take(1)) {
        int bad = groups_in(&whole, &count);
        if (bad)
            return bad;
    }
    /* A group takes 40 bits at least. */
    if ((u64)count * 5 > bits.size)
        return ENDS_EARLY;
    whole.groups = room(count * sizeof(Group));
    if (!whole.groups)
        return TOO_LONG;
    for (u32 index = 0; index < count; index++) {
        int bad = group_of(&whole.groups[index], whole.cache_bits);
        if (bad)
            return bad;
    }
    return pixels(&whole, colours);
}

static u32 divided(u32 value, u32 shift) { return (value + (1u << shift) - 1) >> shift; }

/* 3.5: what is to be done with the pixels afterwards, each at most once. */
static int transforms(u32 *width, u32 height)
{
    u32 seen = 0;
    while (take(1)) {
        u32 kind = take(2);
        if (seen >> kind & 1)
            return BAD_ORDER;
        seen |= 1 << kind;
        int bad = FINE;
        if (kind < 2) {
            u32 shift = 2 + take(3);
            bad = image(divided(*width, shift), divided(height, shift), 0, 0);
        } else if (kind == 3) {
            u32 colours = 1 + take(8);
            bad = image(colours, 1, 0, 0);
            *width = divided(*width, colours > 16 ? 0 : colours > 4 ? 1 : colours > 2 ? 2 : 3);
        }
        if (bad)
            return bad;
    }
    return FINE;
}

static int stream(u32 width, u32 height)
{
    if ((u64)width * height > MOST_PIXELS)
        return TOO_LONG;
    int bad = transforms(&width, height);
    bad = bad ? bad : image(width, height, 1, 0);
    if (bad)
        return bad;
    if (bits.at > 8ull * bits.size)
        return ENDS_EARLY;
    u64 next = (bits.at + 7) >> 3;
    if (window() & ((1u << (8 * next - bits.at)) - 1))
        return BITS_LEFT;
    if (bits.size - next > SPARE)
        return BYTES_LEFT;
    for (; next < bits.size; next++)
        if (bits.data[next])
            return BYTES_LEFT;
    return FINE;
}

/* Follows a "VP8L" chunk's content. */
EXPORT(vp8l) int vp8l(const u8 *data, u32 size)
{
    bits.data = data;
    bits.size = size;
    bits.at = 8;
    u32 width = take(14) + 1, height = take(14) + 1;
    take(1);
    return take(3) || data[0] != 0x2F ? BROKEN_HEADER : stream(width, height);
}

/* Follows an "ALPH" chunk's content, after four bytes that say width and height, 16 bits each. */
EXPORT(alph) int alph(const u8 *data, u32 size)
{
    if (size < 5)
        return ENDS_EARLY;
    u32 width = data[0] | (u32)data[1] << 8, height = data[2] | (u32)data[3] << 8;
    bits.data = data;
    bits.size = size;
    bits.at = 40;
    if ((data[4] & 3) > 1)
        return BROKEN_HEADER;
    if (data[4] & 1)
        return stream(width, height);
    u64 pixels_there = size - 5, wanted = (u64)width * height;
    return pixels_there > wanted ? BYTES_LEFT : pixels_there < wanted ? ENDS_EARLY : FINE;
}
