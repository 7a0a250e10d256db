/*
 * Follows a long interval of a JPEG from several places at once.
 *
 * One code has to be known before the next can be looked for, and a processor mostly waits. So an
 * interval is cut into stretches of as many bits, and several of them are read in turn, each from
 * a bit that is taken for the beginning of a unit, which it mostly is not. After some wrong codes
 * such a reading falls in with the right one; for how it goes on depends on nothing but the bit at
 * which a unit begins. Each notes where units begin. Then the right reading goes from the first
 * stretch on, unit by unit, until it comes upon a note: all that the stretch has noted from there
 * on is right, and is passed over at once. Where it never does, it reads on by itself.
 *
 * What is added up for four readings stands in one word, in a field of sixteen bits each: how
 * many bits were used since the last load and, above, which coefficient comes next.
 */

#include "jpeg.h"

#define LANES 8
#define FIELDS(value) ((u64)(value) * 0x0001000100010001ull)
#define FIELD(word, which) ((u32)((word) >> 16 * (which)) & 0xFFFF)
#define ALL_OVER 14 /* the bit of ENDED in a field */

/* A stretch is as long as this, at least; there are so many of them, or none at all. */
#define STRETCHES 24
#define SHORTEST (1u << 13)
#define MOST_NOTES 4096u
/* Units are noted where a row of them is over, which has so many tables in all. */
#define MOST_STEPS 768u
#define MOST_UNITS 32u
/* Interval that are used between two loads, at most. */
#define AT_MOST (3 * MOST_AT_ONCE)

/* The tables of a row of units, of each block the difference's and the others'; then two ends. */
typedef struct {
    u32 units, count;
    const u16 *many[MOST_STEPS + 3];
    const Table *table[MOST_STEPS];
    u16 stop[1 << WINDOW]; /* the end of a row: all SLOW */
    u16 rest[1 << WINDOW]; /* a reading that is over: nothing is used */
} Row;

typedef struct {
    u32 *at;               /* where rows of units begin */
    u32 count, met;
} Notes;

typedef struct {
    u64 sums[2], steps[2], far[2];
    u32 at[LANES], limit[LANES];
    Notes *notes[LANES];
    u32 live;
} Readings;

#define SET(words, lane, value) \
    ((words)[(lane) >> 2] = ((words)[(lane) >> 2] & ~(0xFFFFull << 16 * ((lane) & 3))) | \
                            (u64)(value) << 16 * ((lane) & 3))

static void rest(Readings *all, const Row *row, u32 lane)
{
    SET(all->sums, lane, 1 << ABOVE);
    SET(all->steps, lane, row->count + 2);
    all->limit[lane] = 0;
    all->live--;
}

static void begin_row(Readings *all, const Row *row, u32 lane)
{
    Notes *notes = all->notes[lane];
    SET(all->sums, lane, 1 << ABOVE);
    SET(all->steps, lane, 0);
    if (notes->count == MOST_NOTES)
        rest(all, row, lane);
    else
        notes->at[notes->count++] = all->at[lane];
}

/* A code by itself, where several were too many; or where a row begins, or what was no code. */
static void goes_on(Readings *all, const Row *row, const u8 *first, u32 lane)
{
    u32 step = FIELD(all->steps[lane >> 2], lane & 3);
    u32 k = FIELD(all->sums[lane >> 2], lane & 3) >> ABOVE;
    if (step == row->count) {
        begin_row(all, row, lane);
        return;
    }
    if (step & 1 ? ac_one(row->table[step], first, &all->at[lane], &k) || (k > 64 && k < ENDED)
                 : dc_one(row->table[step], first, &all->at[lane])) {
        /* What is noted leads to something that is no code: it was wrong, or the picture is over. */
        all->notes[lane]->count = 0;
        all->at[lane]++;
        begin_row(all, row, lane);
        return;
    }
    if (!(step & 1) || k > 63) {
        SET(all->steps, lane, step + 1);
        k = 1;
    }
    SET(all->sums, lane, k << ABOVE);
}

#define LOAD(lane, sums, field) \
    at##lane += (u32)((sums) >> 16 * (field)) & USED, bits##lane = bits_at(first, at##lane)
#define TAKE(lane, sums, steps, field) \
    do { \
        u64 entry = many[FIELD(steps, field)][bits##lane >> (64 - WINDOW)]; \
        sums += entry << 16 * (field), bits##lane <<= entry & USED; \
    } while (0)
/* The next table, where one came to its end: without a branch, for it would be foreseen badly. */
#define TURN(sums, steps) \
    do { \
        u64 over = (sums) >> ALL_OVER & FIELDS(1); \
        steps += over; \
        sums = ((sums) & (~((over << 16) - over) | FIELDS(USED))) + (over << ABOVE); \
    } while (0)
#define TAKE_ALL \
    before = low, behind = high; \
    TAKE(0, low, pace, 0); TAKE(4, high, gait, 0); TAKE(1, low, pace, 1); TAKE(5, high, gait, 1); \
    TAKE(2, low, pace, 2); TAKE(6, high, gait, 2); TAKE(3, low, pace, 3); TAKE(7, high, gait, 3); \
    if ((low | high) & FIELDS(TOO_FAR << ABOVE)) \
        break; \
    TURN(low, pace); \
    TURN(high, gait)
#define SAVE(lane, sums, field) \
    all->at[lane] = at##lane + ((u32)((sums) >> 16 * (field)) & USED)

/* Fields of which one bit is set, all of their bits. */
static u64 whole_fields(u64 bits)
{
    u64 one = (bits >> (ABOVE + 6) | bits >> (ABOVE + 7)) & FIELDS(1);
    return (one << 16) - one;
}

/* Codes of all in turn, until one of them needs more than a table; returns what is left of times. */
static u32 codes(Readings *all, const Row *row, const u8 *first, u32 times)
{
    const u16 *const *many = row->many;
    u64 low = all->sums[0], high = all->sums[1], pace = all->steps[0], gait = all->steps[1];
    u64 before = low, behind = high;
    u32 at0 = all->at[0], at1 = all->at[1], at2 = all->at[2], at3 = all->at[3];
    u32 at4 = all->at[4], at5 = all->at[5], at6 = all->at[6], at7 = all->at[7];
    u64 bits0, bits1, bits2, bits3, bits4, bits5, bits6, bits7;
    for (; times; times--) {
        LOAD(0, low, 0), LOAD(1, low, 1), LOAD(2, low, 2), LOAD(3, low, 3);
        LOAD(4, high, 0), LOAD(5, high, 1), LOAD(6, high, 2), LOAD(7, high, 3);
        low &= ~FIELDS(USED), high &= ~FIELDS(USED);
        TAKE_ALL;
        TAKE_ALL;
        TAKE_ALL;
    }
    /* What led too far is taken back; the others are where they were led to. */
    all->far[0] = times ? whole_fields(low & FIELDS(TOO_FAR << ABOVE)) : 0;
    all->far[1] = times ? whole_fields(high & FIELDS(TOO_FAR << ABOVE)) : 0;
    low = (low & ~all->far[0]) | (before & all->far[0]);
    high = (high & ~all->far[1]) | (behind & all->far[1]);
    TURN(low, pace);
    TURN(high, gait);
    SAVE(0, low, 0), SAVE(1, low, 1), SAVE(2, low, 2), SAVE(3, low, 3);
    SAVE(4, high, 0), SAVE(5, high, 1), SAVE(6, high, 2), SAVE(7, high, 3);
    all->sums[0] = low & ~FIELDS(USED), all->sums[1] = high & ~FIELDS(USED);
    all->steps[0] = pace, all->steps[1] = gait;
    return times;
}

static u32 times_of(const Readings *all, u32 lane)
{
    return all->at[lane] < all->limit[lane] ? (all->limit[lane] - all->at[lane]) / AT_MOST : 0;
}

/* Gives lanes that are over the next stretch; returns how often all can take codes at least. */
static u32 filled(Readings *all, const Row *row, const Interval *bits, Notes *notes, u32 *next)
{
    u32 least = 0, length = (bits->end - bits->at) / STRETCHES;
    for (u32 lane = 0; lane < LANES; lane++) {
        u32 times = times_of(all, lane);
        if (all->limit[lane] && !times)
            rest(all, row, lane);
        if (!all->limit[lane] && *next < STRETCHES) {
            all->at[lane] = bits->at + length * *next;
            all->limit[lane] = *next + 1 < STRETCHES ? all->at[lane] + length : bits->end;
            all->notes[lane] = notes + (*next)++;
            all->live++;
            begin_row(all, row, lane);
            times = times_of(all, lane);
        }
        if (times && (!least || times < least))
            least = times;
    }
    return least;
}

static void read_all(Readings *all, const Row *row, const Interval *bits, Notes *notes)
{
    u32 next = 0, times;
    all->live = LANES;
    for (u32 lane = 0; lane < LANES; lane++) {
        all->at[lane] = bits->at;
        rest(all, row, lane);
    }
    while ((times = filled(all, row, bits, notes, &next)))
        while (times && (times = codes(all, row, bits->first, times))) {
            times--;
            for (u32 lane = 0; lane < LANES; lane++)
                if (FIELD(all->far[lane >> 2], lane & 3))
                    goes_on(all, row, bits->first, lane);
        }
}

static void row_of(Row *row, const Steps *steps)
{
    u32 each = 2 * steps->count;
    row->units = MOST_STEPS / each < MOST_UNITS ? MOST_STEPS / each : MOST_UNITS;
    row->count = each * row->units;
    for (u32 step = 0; step < row->count; step++) {
        u32 block = step % each / 2;
        row->table[step] = step & 1 ? steps->ac[block] : steps->dc[block];
        row->many[step] = row->table[step]->many;
    }
    row->many[row->count] = row->many[row->count + 1] = row->stop;
    row->many[row->count + 2] = row->rest;
    for (u32 window = 0; window < 1 << WINDOW; window++)
        row->stop[window] = (u16)(SLOW << ABOVE);
}

/* Goes on from note to note; what lies between them is read unit by unit. */
static void passed_over(const Steps *steps, const Row *row, Interval *bits, Notes *notes, u64 *left)
{
    for (Notes *end = notes + STRETCHES; *left && notes < end;) {
        while (notes->met < notes->count && notes->at[notes->met] < bits->at)
            notes->met++;
        if (notes->met == notes->count) {
            notes++;
        } else if (notes->at[notes->met] == bits->at) {
            u64 rows = notes->count - 1 - notes->met;
            rows = *left / row->units < rows ? *left / row->units : rows;
            bits->at = notes->at[notes->met + (u32)rows];
            *left -= rows * row->units;
            notes++;
        } else {
            if (baseline_unit(steps, bits))
                return;
            --*left;
        }
    }
}

void lanes(const Steps *steps, Interval *bits, u64 *left)
{
    static Row row;
    static Readings all;
    Notes notes[STRETCHES];
    if ((bits->end - bits->at) / STRETCHES < SHORTEST)
        return;
    for (u32 which = 0; which < STRETCHES; which++) {
        notes[which] = (Notes){room(MOST_NOTES * 4), 0, 0};
        if (!notes[which].at)
            return;
    }
    row_of(&row, steps);
    read_all(&all, &row, bits, notes);
    passed_over(steps, &row, bits, notes, left);
}
