/* ISO/IEC 18181-1, C.2.4 to C.2.6: how the codes of a stream are written, of both kinds. */

#include "jxl.h"
#include "jxl_numbers.h"

#define LOG_RANGE 12
#define RANGE (1 << LOG_RANGE)
#define MOST_SYMBOLS 256
#define SPACE 32768

/* A canonical code of these lengths, of at most 15 bits, that leaves no bits over. */
static void built(Prefix *p, const u8 *lengths, u32 alphabet)
{
    u32 code = 0, offset = 0;
    for (u32 symbol = 0; symbol < alphabet; symbol++)
        p->count[lengths[symbol]]++;
    p->count[0] = 0;
    for (u32 length = 1; length < 16; length++) {
        code = (code + p->count[length - 1]) << 1;
        p->first[length] = (u16)code;
        p->offset[length] = (u16)offset;
        offset += p->count[length];
    }
    u16 next[16];
    __builtin_memcpy(next, p->offset, sizeof next);
    for (u32 symbol = 0; symbol < alphabet; symbol++)
        if (lengths[symbol])
            p->symbols[next[lengths[symbol]]++] = (u16)symbol;
    p->symbol_count = offset;
}

static u32 reversed(u32 code, u32 length)
{
    u32 back = 0;
    for (u32 i = 0; i < length; i++)
        back |= (code >> i & 1) << (length - 1 - i);
    return back;
}

static void rooted(Prefix *p)
{
    for (u32 at = 0; at < 1 << ROOT; at++)
        p->root[at] = LONGER;
    for (u32 length = 1; length <= ROOT; length++)
        for (u32 i = 0; i < p->count[length]; i++) {
            u32 entry = (u32)p->symbols[p->offset[length] + i] << 4 | length;
            u32 at = reversed(p->first[length] + i, length);
            for (; at < 1 << ROOT; at += 1u << length)
                p->root[at] = entry;
        }
}

static void constant(Prefix *p, u32 symbol)
{
    for (u32 at = 0; at < 1 << ROOT; at++)
        p->root[at] = symbol << 4;
}

/* RFC 7932, 3.4: one to four symbols, each by its number. */
static u32 simple(Low *b, u32 alphabet, Prefix *p, u8 *lengths)
{
    static const u8 LENGTHS[5][4] = {{0}, {1, 1}, {1, 2, 2}, {2, 2, 2, 2}, {1, 2, 3, 3}};
    u32 width = ceil_log2(alphabet), count = low(b, 2) + 1, symbols[4];
    for (u32 i = 0; i < count; i++) {
        symbols[i] = low(b, width);
        if (symbols[i] >= alphabet)
            return BAD_CODE;
        for (u32 j = 0; j < i; j++)
            if (symbols[j] == symbols[i])
                return BAD_CODE;
    }
    if (count == 1) {
        constant(p, symbols[0]);
        return FINE;
    }
    const u8 *shape = LENGTHS[count == 4 ? 3 + low(b, 1) : count - 1];
    for (u32 i = 0; i < count; i++)
        lengths[symbols[i]] = shape[i];
    built(p, lengths, alphabet);
    rooted(p);
    return FINE;
}

/* RFC 7932, 3.5: the lengths of the codes of lengths. Returns how many are used, or 0. */
static u32 length_lengths(Low *b, u32 skipped, u8 lengths[18])
{
    i32 space = 32;
    u32 count = 0;
    for (u32 i = skipped; i < 18 && space > 0; i++) {
        const u8 *code = LENGTH_CODE[look(b) & 15];
        pass(b, code[0]);
        lengths[LENGTH_ORDER[i]] = code[1];
        if (code[1])
            space -= 32 >> code[1], count++;
    }
    return space == 0 || count == 1 ? count : 0;
}

/* One symbol of a code of lengths, which has at most five bits; of a single one, none. */
static u32 length_symbol(Low *b, const Prefix *p)
{
    u32 entry = p->root[look(b) & ((1 << ROOT) - 1)];
    pass(b, entry & 15);
    return entry >> 4;
}

typedef struct {
    u32 symbol, repeat, repeated, previous;
    i32 space;
} Lengths;

static u32 repeated(Low *b, Lengths *l, u32 code, u8 *lengths, u32 alphabet)
{
    u32 extra = code - 14, length = code == 16 ? l->previous : 0;
    if (l->repeated != length)
        l->repeat = 0, l->repeated = length;
    u32 old = l->repeat;
    if (l->repeat)
        l->repeat = (l->repeat - 2) << extra;
    l->repeat += low(b, extra) + 3;
    u32 count = l->repeat - old;
    if (l->repeat > SPACE || count > alphabet - l->symbol)
        return BAD_CODE;
    for (u32 i = 0; i < count; i++)
        lengths[l->symbol++] = (u8)length;
    if (length)
        l->space -= (i32)(count << (15 - length));
    return FINE;
}

static u32 all_lengths(Low *b, const Prefix *p, u8 *lengths, u32 alphabet)
{
    Lengths l = {0, 0, 0, 8, SPACE};
    while (l.symbol < alphabet && l.space > 0) {
        u32 code = length_symbol(b, p);
        if (code >= 16) {
            if (repeated(b, &l, code, lengths, alphabet))
                return BAD_CODE;
            continue;
        }
        l.repeat = 0;
        lengths[l.symbol++] = (u8)code;
        if (code)
            l.previous = code, l.space -= SPACE >> code;
    }
    return l.space ? BAD_CODE : FINE;
}

static u32 complex(Low *b, u32 skipped, u32 alphabet, Prefix *p, u8 *lengths)
{
    static Prefix code;
    static u16 symbols[18];
    u8 sizes[18] = {0};
    clear(&code, sizeof code);
    code.symbols = symbols;
    u32 count = length_lengths(b, skipped, sizes);
    if (!count)
        return BAD_CODE;
    if (count == 1) {
        u32 only = 0;
        while (!sizes[only])
            only++;
        constant(&code, only);
    } else {
        built(&code, sizes, 18);
        rooted(&code);
    }
    u32 wrong = all_lengths(b, &code, lengths, alphabet);
    if (wrong)
        return wrong;
    built(p, lengths, alphabet);
    rooted(p);
    return FINE;
}

/* One symbol, or all of them of one length. */
static u32 plain(const Prefix *p)
{
    for (u32 length = 1; length < 16; length++)
        if (p->count[length] && p->count[length] != p->symbol_count)
            return 0;
    return 1;
}

/* The cluster's code must be all zeros. */
u32 read_prefix(Low *b, u32 alphabet, Cluster *c)
{
    static u8 lengths[SPACE];
    Prefix *p = c->prefix;
    c->is_plain = 1;
    if (alphabet == 1) {
        constant(p, 0);
        return FINE;
    }
    p->symbols = store(alphabet * 2);
    if (!p->symbols)
        return TOO_LONG;
    clear(lengths, alphabet);
    u32 kind = low(b, 2);
    u32 wrong = kind == 1 ? simple(b, alphabet, p, lengths)
                          : complex(b, kind, alphabet, p, lengths);
    c->is_plain = plain(p);
    return wrong;
}

static void flat(u32 count, u32 *counts)
{
    for (u32 i = 0; i < count; i++)
        counts[i] = RANGE / count + (i < RANGE % count);
}

static u32 one_or_two(Low *b, u32 *counts)
{
    u32 two = low(b, 1), first = varying(b, 3);
    if (!two) {
        counts[first] = RANGE;
        return FINE;
    }
    u32 second = varying(b, 3);
    if (first == second)
        return BAD_CODE;
    counts[first] = low(b, LOG_RANGE);
    counts[second] = RANGE - counts[first];
    return FINE;
}

static u32 log_count(Low *b)
{
    u32 bits = look(b) & 127;
    const u8 *code = (bits & 15) == 1 ? RARE_LOG_COUNT[bits >> 4] : LOG_COUNT[bits & 15];
    pass(b, code[0]);
    return code[1];
}

/* The logarithms of all counts, and how long each repetition is. Returns the greatest, or `length`. */
static u32 log_counts(Low *b, u32 length, u8 *logs, u16 *runs)
{
    u32 greatest = length, high = 0;
    for (u32 i = 0; i < length; i++) {
        logs[i] = (u8)log_count(b);
        if (logs[i] == LOG_RANGE + 1) {
            u32 run = varying(b, 3) + 4;
            if (run > length - i)
                return length;
            runs[i] = (u16)run;
            i += run - 1;
        } else if (greatest == length || logs[i] > high) {
            greatest = i, high = logs[i];
        }
    }
    return greatest;
}

static u32 count_of(Low *b, u32 logarithm, u32 shift)
{
    if (logarithm < 2)
        return logarithm;
    i32 bits = (i32)shift - (i32)((LOG_RANGE + 1 - logarithm) >> 1);
    if (bits > (i32)logarithm - 1)
        bits = (i32)logarithm - 1;
    if (bits < 0)
        bits = 0;
    return (1u << (logarithm - 1)) + (low(b, (u32)bits) << (logarithm - 1 - (u32)bits));
}

static u32 by_logarithms(Low *b, u32 *counts)
{
    u8 logs[MOST_SYMBOLS + 4] = {0};
    u16 runs[MOST_SYMBOLS + 4] = {0};
    u32 ones = 0, total = 0;
    while (ones < 3 && low(b, 1))
        ones++;
    u32 shift = (low(b, ones) | 1u << ones) - 1;
    u32 length = varying(b, 3) + 3;
    if (shift > LOG_RANGE + 1 || length > MOST_SYMBOLS)
        return BAD_CODE;
    u32 greatest = log_counts(b, length, logs, runs);
    if (greatest == length || runs[greatest + 1])
        return BAD_CODE;
    for (u32 i = 0; i < length; i++) {
        if (runs[i]) {
            u32 same = i ? counts[i - 1] : 0;
            for (u32 run = runs[i]; run; run--)
                counts[i++] = same, total += same;
            i--;
        } else if (i != greatest) {
            counts[i] = count_of(b, logs[i], shift);
            total += counts[i];
        }
    }
    if (total >= RANGE)
        return BAD_CODE;
    counts[greatest] = RANGE - total;
    return FINE;
}

/* C.2.6: what every slot has too much is put where one has too little, last ones first. */
static void aliased(const u32 *counts, u32 log_alphabet, Slot *slots)
{
    u32 size = 1u << log_alphabet, entry = RANGE >> log_alphabet;
    u32 cut[MOST_SYMBOLS], full = 0, hollow = 0;
    u16 over[MOST_SYMBOLS], under[MOST_SYMBOLS];
    for (u32 i = 0; i < size; i++) {
        cut[i] = counts[i];
        if (cut[i] > entry)
            over[full++] = (u16)i;
        else if (cut[i] < entry)
            under[hollow++] = (u16)i;
    }
    while (full && hollow) {
        u32 from = over[--full], to = under[--hollow];
        cut[from] -= entry - cut[to];
        slots[to].symbol = (u8)from;
        slots[to].offset = (u16)cut[from];
        if (cut[from] < entry)
            under[hollow++] = (u16)from;
        else if (cut[from] > entry)
            over[full++] = (u16)from;
    }
    for (u32 i = 0; i < size; i++) {
        Slot *slot = slots + i;
        if (cut[i] == entry)
            slot->symbol = (u8)i, slot->offset = slot->cutoff = 0;
        else
            slot->offset -= (u16)cut[i], slot->cutoff = (u8)cut[i];
        slot->own = (u16)counts[i];
        slot->other = (u16)counts[slot->symbol];
    }
}

/* Where there is one symbol alone, the state never changes. */
static void single(u32 symbol, u32 log_alphabet, Slot *slots)
{
    for (u32 i = 0; i < 1u << log_alphabet; i++)
        slots[i] = (Slot){(u16)(i * (RANGE >> log_alphabet)), 0, RANGE, 0, (u8)symbol};
}

/* The slots are 2 to the power of `log_alphabet`, which is 5 to 8. */
u32 read_ans(Low *b, u32 log_alphabet, Cluster *c)
{
    u32 counts[MOST_SYMBOLS + 4] = {0}, wrong = FINE;
    Slot *slots = c->slots;
    if (low(b, 1))
        wrong = one_or_two(b, counts);
    else if ((c->is_plain = low(b, 1)))
        flat(varying(b, 3) + 1, counts);
    else
        wrong = by_logarithms(b, counts);
    if (wrong)
        return wrong;
    for (u32 i = 1u << log_alphabet; i < MOST_SYMBOLS; i++)
        if (counts[i])
            return BAD_CODE;
    for (u32 i = 0; i < 1u << log_alphabet; i++)
        if (counts[i] == RANGE) {
            single(i, log_alphabet, slots);
            c->is_plain = 1;
            return FINE;
        }
    aliased(counts, log_alphabet, slots);
    return FINE;
}
