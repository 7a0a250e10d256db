/* ISO/IEC 18181-1, C.1 to C.3: the codes of a stream, what they are used for, and how it ends. */

#include "symbols.h"
#include "jxl_numbers.h"

#define MOST_CONTEXTS (1u << 22)
#define SHORT_CODE 40
#define SHORT_CODES 4

u32 window[WINDOW];

static u32 read_hybrid(Low *b, u32 log_alphabet, Hybrid *h)
{
    h->high = h->low = 0;
    h->exponent = low(b, ceil_log2(log_alphabet + 1));
    h->first = 1u << h->exponent;
    if (h->exponent == log_alphabet)
        return FINE;
    h->high = low(b, ceil_log2(h->exponent + 1));
    if (h->high > h->exponent)
        return BAD_CODE;
    h->low = low(b, ceil_log2(h->exponent - h->high + 1));
    return h->high + h->low > h->exponent ? BAD_CODE : FINE;
}

static u32 read_copies(Low *b, Codes *codes)
{
    static const Way FROM[4] = {{0, 224}, {0, 512}, {0, 4096}, {15, 8}};
    static const Way LEAST[4] = {{0, 3}, {0, 4}, {2, 5}, {8, 9}};
    codes->lz_from = pick(b, FROM);
    codes->lz_least = pick(b, LEAST);
    return read_hybrid(b, 8, &codes->lz_length);
}

/* C.2.2: each number names a place, and what is named moves to the front. */
static void moved_to_front(u8 *map, u32 size)
{
    u8 order[256];
    for (u32 i = 0; i < 256; i++)
        order[i] = (u8)i;
    for (u32 i = 0; i < size; i++) {
        u32 place = map[i];
        u8 value = order[place];
        map[i] = value;
        for (; place; place--)
            order[place] = order[place - 1];
        order[0] = value;
    }
}

/* Every cluster up to the last must have a context. */
static u32 counted(const u8 *map, u32 size, u32 *clusters)
{
    u8 there[256] = {0};
    u32 highest = 0, different = 0;
    for (u32 i = 0; i < size; i++) {
        different += !there[map[i]];
        there[map[i]] = 1;
        highest = map[i] > highest ? map[i] : highest;
    }
    *clusters = highest + 1;
    return different == highest + 1 ? FINE : BAD_CODE;
}

static u32 codes_of(Low *b, u32 contexts, Codes *codes, int plain);

static u32 coded_map(Low *b, u8 *map, u32 size)
{
    u32 moved = low(b, 1), highest = 0;
    Codes codes;
    Symbols s;
    u32 wrong = codes_of(b, 1, &codes, size <= 2);
    if (wrong || (wrong = start(&s, b, &codes, 0)))
        return wrong;
    for (u32 i = 0; i < size && !s.wrong; i++) {
        u32 value = numbered(&s, 0);
        highest |= value;
        map[i] = (u8)value;
    }
    if ((wrong = finish_own(&s)))
        return wrong;
    if (highest > 255)
        return BAD_CODE;
    if (moved)
        moved_to_front(map, size);
    return FINE;
}

/* C.2.2: which cluster each context has. */
u32 read_map(Low *b, u8 *map, u32 size, u32 *clusters)
{
    if (low(b, 1)) {
        u32 width = low(b, 2);
        for (u32 i = 0; i < size; i++)
            map[i] = (u8)low(b, width);
    } else {
        u32 mark = stored(), wrong = coded_map(b, map, size);
        give_back(mark);
        if (wrong)
            return wrong;
    }
    return past(b) ? ENDS_EARLY : counted(map, size, clusters);
}

static u32 read_prefixes(Low *b, Codes *codes)
{
    u32 alphabets[MOST_CLUSTERS];
    for (u32 i = 0; i < codes->clusters; i++) {
        alphabets[i] = varying(b, 4) + 1;
        if (alphabets[i] > 1u << 15)
            return BAD_CODE;
    }
    for (u32 i = 0; i < codes->clusters; i++) {
        Cluster *c = codes->cluster + i;
        c->prefix = store(sizeof *c->prefix);
        if (!c->prefix || !spend(alphabets[i]))
            return TOO_LONG;
        u32 wrong = past(b) ? ENDS_EARLY : read_prefix(b, alphabets[i], c);
        if (wrong)
            return wrong;
    }
    return FINE;
}

static u32 read_distributions(Low *b, Codes *codes, u32 log_alphabet)
{
    codes->shift = 12 - log_alphabet;
    for (u32 i = 0; i < codes->clusters; i++) {
        Cluster *c = codes->cluster + i;
        c->slots = store((u32)sizeof *c->slots << log_alphabet);
        u32 wrong = !c->slots ? TOO_LONG : past(b) ? ENDS_EARLY : read_ans(b, log_alphabet, c);
        if (wrong)
            return wrong;
    }
    return FINE;
}

static u32 read_clusters(Low *b, Codes *codes)
{
    codes->is_prefix = low(b, 1);
    u32 log_alphabet = codes->is_prefix ? 15 : low(b, 2) + 5;
    codes->cluster = store(codes->clusters * (u32)sizeof *codes->cluster);
    if (!codes->cluster)
        return TOO_LONG;
    for (u32 i = 0; i < codes->clusters; i++)
        if (read_hybrid(b, log_alphabet, &codes->cluster[i].hybrid))
            return BAD_CODE;
    return codes->is_prefix ? read_prefixes(b, codes) : read_distributions(b, codes, log_alphabet);
}

/* Copies are `plain`ly forbidden where a map of two contexts would need a map of two contexts. */
static u32 codes_of(Low *b, u32 contexts, Codes *codes, int plain)
{
    clear(codes, sizeof *codes);
    u32 copies = low(b, 1), wrong;
    codes->lz_from = 0xFFFFFFFFu;
    if (copies && (plain || read_copies(b, codes)))
        return BAD_CODE;
    codes->contexts = contexts + copies;
    codes->clusters = 1;
    if (contexts > MOST_CONTEXTS || !spend(codes->contexts))
        return TOO_LONG;
    if (!(codes->map = store(codes->contexts)))
        return TOO_LONG;
    if (codes->contexts > 1 && (wrong = read_map(b, codes->map, codes->contexts, &codes->clusters)))
        return wrong;
    if ((wrong = read_clusters(b, codes)))
        return wrong;
    if (copies)
        codes->lz_distance = codes->cluster + codes->map[contexts];
    return past(b) ? ENDS_EARLY : FINE;
}

u32 read_codes(Low *b, u32 contexts, Codes *codes) { return codes_of(b, contexts, codes, 0); }

u32 start(Symbols *s, Low *b, const Codes *codes, u32 wide)
{
    *s = (Symbols){b, codes, FINAL_STATE, wide, 0, 0, 0, FINE};
    if (!codes->is_prefix)
        s->state = low(b, 32);
    return past(b) ? ENDS_EARLY : FINE;
}

/* Nothing may be left: neither of the state, nor of numbers that are to be copied. */
u32 finish(const Symbols *s)
{
    if (s->wrong)
        return s->wrong;
    if (past(s->bits))
        return ENDS_EARLY;
    if (s->copies)
        return TOO_MANY;
    return s->state == FINAL_STATE ? FINE : BITS_LEFT;
}

/* The same of codes that this stream alone has: each of them must be of use. */
u32 finish_own(const Symbols *s)
{
    u32 wrong = finish(s);
    for (u32 i = 0; i < s->codes->clusters && !wrong; i++)
        if (!s->codes->cluster[i].used)
            wrong = NOT_FOLLOWED;
    return wrong;
}

/*
 * Of codes of several streams, what is of no use to any must say nothing: encoders write plain ones for
 * contexts that do not occur, and one of them always writes its five short prefix codes.
 */
u32 unused(const Codes *codes)
{
    u32 short_ones = 0;
    for (u32 i = 0; i < codes->clusters; i++) {
        const Cluster *c = codes->cluster + i;
        if (c->used || c->is_plain)
            continue;
        if (!codes->is_prefix || c->prefix->symbol_count > SHORT_CODE)
            return NOT_FOLLOWED;
        short_ones++;
    }
    return short_ones > SHORT_CODES ? NOT_FOLLOWED : FINE;
}

static u32 distance_of(Symbols *s)
{
    Cluster *c = s->codes->lz_distance;
    u32 far = hybrid(s, &c->hybrid, token_of(s, c));
    if (!s->wide)
        return far < 0xFFFFFFFFu ? far + 1 : far;
    if (far >= 120)
        return far - 119;
    i32 distance = NEAR[far][0] + (i32)s->wide * NEAR[far][1];
    return distance > 1 ? (u32)distance : 1;
}

/* What is copied where nothing was read yet is zeros. */
static void forget(Symbols *s)
{
    if (!spend(WINDOW))
        s->wrong = TOO_LONG;
    clear(window, sizeof window);
}

/* C.3.3: a token that says how many numbers are copied, or one more of them. */
u32 copied(Symbols *s, u32 token)
{
    const Codes *codes = s->codes;
    if (!s->copies) {
        u64 copies = (u64)hybrid(s, &codes->lz_length, token - codes->lz_from) + codes->lz_least;
        u32 distance = distance_of(s);
        distance = distance > s->done ? s->done : distance;
        distance = distance > WINDOW ? WINDOW : distance;
        if (copies >> 31)
            s->wrong = BAD_CODE;
        if (s->wrong)
            return 0;
        s->copies = (u32)copies;
        s->from = s->done - distance;
        if (!distance)
            forget(s);
    }
    s->copies--;
    u32 value = window[s->from++ & (WINDOW - 1)];
    window[s->done++ & (WINDOW - 1)] = value;
    return value;
}
