/*
 * Follows the intervals of a JPEG that is not progressive (ITU-T T.81, annex F). Here the time
 * goes: five bits a code, four million bytes a photo.
 *
 * An interval is made into words first, in its own place: the zeros that are stuffed behind 0xFF
 * are taken out, and the bytes of each word turned around. Then a place in it is one number, the
 * next 64 bits are in two words, and reading on from there waits for no branch.
 */

#include <wasm_simd128.h>

#include "jpeg.h"

/* Codes are taken three times from 64 bits: 3 * MOST_AT_ONCE + WINDOW == 64. */

#define MOST_BLOCKS_OF_UNIT (MOST_COMPONENTS * 16)
/* From so many bits on, half an interval is long enough for a second reading to fall in. */
#define WORTHWHILE (1u << 16)
#define MOST_NOTED (1u << 24)

typedef struct {
    u64 *word;
    u64 at, end;           /* bits from the first word on */
    u64 kept;              /* what the last word was: bytes behind the interval are in it */
} Words;

/* Takes out what is stuffed, up to the next marker; returns where the bytes end. */
static u8 *unstuffed(Reader *r)
{
    u8 *from = r->at, *to = r->at;
    const v128_t marks = wasm_i8x16_splat(-1);
    while (from < r->end) {
        v128_t sixteen = wasm_v128_load(from);
        if (from + 16 <= r->end && !wasm_v128_any_true(wasm_i8x16_eq(sixteen, marks))) {
            wasm_v128_store(to, sixteen);
            from += 16, to += 16;
            continue;
        }
        if (*from == 0xFF && from[1])
            break;
        *to++ = *from;
        from += *from == 0xFF ? 2 : 1;
    }
    r->at = from;
    return to;
}

/* The compiler behind this one makes a dozen shifts of __builtin_bswap64. */
static inline u64 turned(u64 word)
{
    v128_t bytes = wasm_i64x2_splat((long long)word);
    return (u64)wasm_i64x2_extract_lane(
        wasm_i8x16_shuffle(bytes, bytes, 7, 6, 5, 4, 3, 2, 1, 0, 7, 6, 5, 4, 3, 2, 1, 0), 0);
}

static Words words_of(Reader *r)
{
    Words words;
    u32 start = (u32)r->at;
    words.word = (u64 *)(start & ~7u);
    words.at = 8 * (start & 7);
    words.end = 8ull * ((u32)unstuffed(r) - (start & ~7u));
    u64 *last = words.word + (words.end >> 6);
    words.kept = *last;
    for (u64 *word = words.word; word <= last; word++)
        *word = turned(*word);
    return words;
}

static inline u64 bits_at(const u64 *words, u64 at)
{
    const u64 *word = words + (u32)(at >> 6);
    u32 gone = at & 63;
    return word[0] << gone | word[1] >> 1 >> (63 - gone);
}

static inline u32 code_of(const Table *table, u64 bits)
{
    u32 found = table->one[bits >> (64 - PEEK)];
    return found ? found : code_in(table, (u32)(bits >> 48));
}

/* F.2.2.2, a code by itself: one that is long, or that others behind it go too far with. */
static u32 ac_one(const Table *table, const u64 *words, u64 *at, u32 *k)
{
    u32 found = code_of(table, bits_at(words, *at));
    u32 symbol = found & 255, size = symbol & 15;
    if (!found || (!size && symbol && symbol != 0xF0))
        return BAD_CODE;
    *at += (found >> 8) + size;
    *k += symbol ? (symbol >> 4) + 1 : ENDED;
    return FINE;
}

/* F.2.2.1 and F.2.2.2: one block; its values' bits are passed over. */
static inline u32 block(const Table *dc, const Table *ac, const u64 *words, u64 *place)
{
    u64 at = *place, bits = bits_at(words, at);
    u32 found = code_of(dc, bits), entry, k = 1;
    u32 used = (found >> 8) + (found & 255);
    if (!found || (found & 255) > MOST_DIFFERENCE)
        return BAD_CODE;
    at += used;
    bits = used > MOST_AT_ONCE ? bits_at(words, at) : bits << used;
    for (;;) {
        u64 next;
        entry = ac->many[bits >> (64 - WINDOW)];
        at += entry & 31, bits <<= entry & 31;
        if ((k += entry >> 5) > 63)
            goto over;
        entry = ac->many[bits >> (64 - WINDOW)];
        at += entry & 31, bits <<= entry & 31;
        if ((k += entry >> 5) > 63)
            goto over;
        next = bits_at(words, at);
        entry = ac->many[bits >> (64 - WINDOW)];
        at += entry & 31, bits = next << (entry & 31);
        if ((k += entry >> 5) <= 63)
            continue;
    over:
        if (k != 64 && k - ENDED > 63) {
            k -= entry >> 5, at -= entry & 31;
            u32 bad = ac_one(ac, words, &at, &k);
            if (bad)
                return bad;
            bits = bits_at(words, at);
        }
        if (k == 64 || k >= ENDED)
            break;
        if (k > 64)
            return TOO_MANY;
    }
    *place = at;
    return FINE;
}

/* A.2.3: the tables of the blocks of one unit, in their order. */
typedef struct {
    u32 count;
    const Table *dc[MOST_BLOCKS_OF_UNIT], *ac[MOST_BLOCKS_OF_UNIT];
} Steps;

static void steps_of(const Scan *scan, Steps *steps)
{
    steps->count = 0;
    for (u32 which = 0; which < scan->count; which++) {
        const Component *one = scan->of[which];
        u32 blocks = scan->count == 1 ? 1 : one->across * one->down;
        while (blocks--) {
            steps->dc[steps->count] = scan->dc[which];
            steps->ac[steps->count++] = scan->ac[which];
        }
    }
}

/* One unit; where it is broken, the reading stays at its beginning. */
static u32 unit(const Steps *steps, const Words *words, u64 *place)
{
    u64 at = *place;
    u32 bad = FINE;
    for (u32 index = 0; index < steps->count && !bad; index++)
        bad = block(steps->dc[index], steps->ac[index], words->word, &at);
    if (at > words->end)
        return ENDS_EARLY;
    *place = bad ? *place : at;
    return bad;
}

/*
 * One code has to be known before the next can be looked for, and a processor mostly waits. So a
 * long interval is read from two places at once: its beginning, and a bit in its middle that is
 * taken for the beginning of a unit, which it is not. After some wrong codes such a reading falls
 * in with the right one; for how it goes on depends on nothing but the bit at which a unit begins.
 * It notes all of these, and the first reading, once it comes upon one, has nothing more to read
 * than what the second did not. Where it never does, it reads on by itself.
 */
typedef struct {
    const u16 *many;
    const Table *table;
} Step;

typedef struct {
    u64 at, from;          /* the next bit, and where this unit began */
    const Step *step;      /* of each block the difference, then the others */
    u32 k;
} Reading;

typedef struct {
    u32 *begun;            /* where units begin, as the second reading has it */
    u32 count, room;
    u32 met;               /* how many of them lie before where the first reading is */
    u64 left;              /* units that the first reading still has to find */
    Step steps[2 * MOST_BLOCKS_OF_UNIT + 2];
    u16 stop[1 << WINDOW]; /* where there is no further table: all SLOW */
    const Step *end;
} Notes;

/* Says whether a unit that begins there was noted. */
static int met(Notes *notes, u64 at)
{
    while (notes->met < notes->count && notes->begun[notes->met] < at)
        notes->met++;
    return notes->met < notes->count && notes->begun[notes->met] == at;
}

/* One code by itself, where several were too many; returns whether there is one. */
static int one_code(Reading *one, const Notes *notes, const u64 *words)
{
    const Table *table = one->step->table;
    one->k &= 63;
    if ((one->step - notes->steps) & 1) {
        if (ac_one(table, words, &one->at, &one->k) || (one->k > 64 && one->k < ENDED))
            return 0;
    } else {
        u32 found = code_of(table, bits_at(words, one->at));
        if (!found || (found & 255) > MOST_DIFFERENCE)
            return 0;
        one->at += (found >> 8) + (found & 255);
        one->k = ENDED;
    }
    if (one->k > 63)
        one->k = 1, one->step++;
    return 1;
}

static int first_goes_on(Reading *one, const Words *words, Notes *notes)
{
    if (one->step != notes->end) {
        if (one->k & TOO_FAR && !one_code(one, notes, words->word))
            return 0;
        if (one->step != notes->end)
            return 1;
    }
    one->k = 1;
    one->step = notes->steps;
    one->from = one->at;
    notes->left--;
    return notes->left && one->at <= words->end && !met(notes, one->at);
}

static int begins(Reading *one, const Words *words, Notes *notes)
{
    one->step = notes->steps;
    one->k = 1;
    if (one->at > words->end || notes->count == notes->room)
        return 0;
    notes->begun[notes->count++] = (u32)one->at;
    return 1;
}

static int second_goes_on(Reading *one, const Words *words, Notes *notes)
{
    if (one->step != notes->end && one->k & TOO_FAR && !one_code(one, notes, words->word)) {
        /* What is noted leads to something that is no code: it was wrong, or the picture is over. */
        if (one->at + WORTHWHILE > words->end)
            return 0;
        notes->count = notes->met = 0;
        one->at++;
        return begins(one, words, notes);
    }
    return one->step != notes->end || begins(one, words, notes);
}

#define TAKE(entry, table, at, bits, k) \
    (entry = table[bits >> (64 - WINDOW)], at += entry & 31, k += entry >> 5)
/* The next table, where one came to its end: chosen, for a branch would be foreseen badly. */
#define TURN(entry, step, table, then, bits, behind, k) \
    (bits = (behind) << (entry & 31), step += k >> 8, \
     table = k >> 8 ? then : table, k = k >> 8 ? 1 : k, then = step[1].many)
#define STOPS ((k | j) & TOO_FAR)

/* Codes of both in turn, until one of them needs more than a table. */
static void codes(Reading *first, Reading *second, const u64 *words)
{
    u64 at = first->at, place = second->at, next = bits_at(words, at), after = bits_at(words, place);
    u64 bits = next, more = after;
    const Step *step = first->step, *pace = second->step;
    const u16 *many = step->many, *lots = pace->many, *one = step[1].many, *two = pace[1].many;
    u32 k = first->k, j = second->k, entry, found;
    for (;;) {
        TAKE(entry, many, at, bits, k);
        TAKE(found, lots, place, more, j);
        if (STOPS)
            break;
        TURN(entry, step, many, one, bits, bits, k);
        TURN(found, pace, lots, two, more, more, j);
        TAKE(entry, many, at, bits, k);
        TAKE(found, lots, place, more, j);
        if (STOPS)
            break;
        TURN(entry, step, many, one, bits, bits, k);
        TURN(found, pace, lots, two, more, more, j);
        next = bits_at(words, at), after = bits_at(words, place);
        TAKE(entry, many, at, bits, k);
        TAKE(found, lots, place, more, j);
        if (STOPS)
            break;
        TURN(entry, step, many, one, bits, next, k);
        TURN(found, pace, lots, two, more, after, j);
    }
    /* What led too far is taken back; the other is where it was led to. */
    if (k & TOO_FAR)
        at -= entry & 31, k = (k - (entry >> 5)) | TOO_FAR;
    else
        TURN(entry, step, many, one, bits, bits, k);
    if (j & TOO_FAR)
        place -= found & 31, j = (j - (found >> 5)) | TOO_FAR;
    else
        TURN(found, pace, lots, two, more, more, j);
    first->at = at, first->k = k, first->step = step;
    second->at = place, second->k = j, second->step = pace;
}

static void together(Reading *first, Reading *second, const Words *words, Notes *notes)
{
    int both = begins(second, words, notes);
    while (both) {
        codes(first, second, words->word);
        both = first_goes_on(first, words, notes);
        both = second_goes_on(second, words, notes) && both;
    }
}

static void note_steps(Notes *notes, const Steps *steps)
{
    notes->count = notes->met = 0;
    notes->end = notes->steps + 2 * steps->count;
    for (u32 index = 0; index < steps->count; index++) {
        notes->steps[2 * index] = (Step){steps->dc[index]->many, steps->dc[index]};
        notes->steps[2 * index + 1] = (Step){steps->ac[index]->many, steps->ac[index]};
    }
    notes->steps[2 * steps->count] = (Step){notes->stop, 0};
    for (u32 window = 0; window < 1 << WINDOW; window++)
        notes->stop[window] = (u16)(SLOW << 5);
}

/* Reads from two places until they meet; returns the bit from which on units are left to be read. */
static u64 halves(const Steps *steps, const Words *words, u64 *left)
{
    u64 from = words->at, half = (words->end - from) / 2;
    static Notes notes;
    if (half < WORTHWHILE || words->end >> 32 || *left > MOST_NOTED)
        return from;
    if (notes.room < *left) {
        notes.begun = room((u32)*left * 4);
        notes.room = notes.begun ? (u32)*left : 0;
    }
    if (!notes.room)
        return from;
    note_steps(&notes, steps);
    notes.left = *left;
    Reading first = {from, from, notes.steps, 1}, second = {from + half, 0, 0, 0};
    together(&first, &second, words, &notes);
    from = first.from;
    while (notes.left && !met(&notes, from) && notes.met < notes.count) {
        if (unit(steps, words, &from))
            break;
        notes.left--;
    }
    if (notes.left && met(&notes, from)) {
        u32 known = notes.count - 1 - notes.met;
        known = notes.left < known ? (u32)notes.left : known;
        from = notes.begun[notes.met + known];
        notes.left -= known;
    }
    *left = notes.left;
    return from;
}

static int interval_end(Reader *r, const Words *words)
{
    u64 left = words->end - words->at;
    if (left >= 8)
        return BYTES_LEFT;
    u64 last = bits_at(words->word, words->at);
    return padded(r, (u32)left, left ? (u32)(last >> (64 - left)) : 0);
}

int baseline_interval(Reader *r, const Scan *scan, const Units *units)
{
    Words words = words_of(r);
    Steps steps;
    u64 left = units->count;
    u32 bad = FINE;
    steps_of(scan, &steps);
    words.at = halves(&steps, &words, &left);
    for (; left && !bad; left--)
        bad = unit(&steps, &words, &words.at);
    bad = bad ? bad : words.at > words.end ? ENDS_EARLY : (u32)interval_end(r, &words);
    words.word[words.end >> 6] = words.kept;
    return (int)bad;
}
