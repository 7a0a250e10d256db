/* What the files about JPEG share: its tables, its frame, a scan, and where the reading is. */

#include "machine.h"

enum { ONES = 1, ZEROS = 2 };

#define PEEK 12
#define MOST_COMPONENTS 4

/* Several whole codes of a baseline block, found by so many bits, which take up no more than ... */
#define WINDOW 13
#define MOST_AT_ONCE 22
/* What is added to the coefficients by those that end a block, and where none can be found so. */
#define ENDED 256
#define SLOW 128
/* In what they add up to: more than a block has, or SLOW. */
#define TOO_FAR 192
/* An entry: how many bits are used, and above them how many coefficients these are. */
#define USED 63
#define ABOVE 6
#define MOST_DIFFERENCE 11

/* One Huffman table: how many symbols have each length, the symbols, and what is looked up. */
typedef struct {
    int there;
    i32 last[18];          /* the last code of each length, or -1 */
    i32 offset[18];        /* what added to a code gives its place among the symbols */
    u8 symbols[256];
    u16 one[1 << PEEK];    /* length << 8 | symbol of the code that the bits begin with, or 0 */
    u16 many[1 << WINDOW]; /* bits | coefficients << ABOVE, of all whole codes */
} Table;

typedef struct {
    u32 across, down;      /* sampling factors */
    u32 columns, rows;     /* blocks that the picture needs */
    u32 stride;            /* blocks in a row of whole units */
    u64 *nonzero;          /* one word a block, of a progressive picture */
    i8 shift[64];          /* how far each coefficient is coded; -1: not yet */
} Component;

/* One scan: which components by which tables, and which coefficients. */
typedef struct {
    u32 count;
    Component *of[MOST_COMPONENTS];
    const Table *dc[MOST_COMPONENTS], *ac[MOST_COMPONENTS];
    u32 first, last, high, low;
} Scan;

typedef struct {
    u8 *at, *end;
    u32 paddings;          /* what intervals were padded with, so far */
} Reader;

/* Units that are coded together, in rows of so many; the first of them, and how many there are. */
typedef struct {
    u32 columns;
    u64 first, count;
} Units;

/* A.2.3: the tables of the blocks of one unit, in their order. */
#define MOST_BLOCKS_OF_UNIT (MOST_COMPONENTS * 16)
typedef struct {
    u32 count;
    const Table *dc[MOST_BLOCKS_OF_UNIT], *ac[MOST_BLOCKS_OF_UNIT];
} Steps;

/* A baseline interval without its stuffing, its last byte first: so the next bits are one load. */
typedef struct {
    const u8 *first;       /* where the eight bytes begin, the highest of which is the first */
    u32 at, end;           /* bits from the first byte on */
} Interval;

/* The next bits at a place, 57 at least, from the highest on. */
static inline u64 bits_at(const u8 *first, u32 at)
{
    u64 eight;
    __builtin_memcpy(&eight, first - (at >> 3), 8);
    return eight << (at & 7);
}

/* DHT: B.2.4.2. */
int huffman(Table tables[2][4], const u8 *body, u32 size);
/* Returns length << 8 | symbol of the code that 16 bits begin with, or 0. */
u32 code_in(const Table *table, u32 sixteen);
/* Read one interval, up to the marker behind it. */
int baseline_interval(Reader *r, const Scan *scan, const Units *units);
int progressive_interval(Reader *r, const Scan *scan, const Units *units);
/* F.1.2.3: what is left of an interval, of fewer than eight bits: ones, or of some encoders zeros. */
int padded(Reader *r, u32 left, u32 padding);
/* F.1.2.3: the code that 57 bits begin with, as code_in() has it. */
static inline u32 code_at(const Table *table, u64 bits)
{
    u32 found = table->one[bits >> (64 - PEEK)];
    return found ? found : code_in(table, (u32)(bits >> 48));
}

/* Reads one difference, or one code of the others, by itself; or says what is wrong with it. */
int dc_one(const Table *table, const u8 *first, u32 *at);
int ac_one(const Table *table, const u8 *first, u32 *at, u32 *k);
/* Reads one unit; where it is broken, the reading stays at its beginning. */
int baseline_unit(const Steps *steps, Interval *bits);
/* Reads as many units as can be read from several places at once, and takes them off the count. */
void lanes(const Steps *steps, Interval *bits, u64 *left);
