/*
 * AAC, as it lies in MP4: ISO/IEC 14496-3, subpart 4 (the codes of Main, LC and LTP), with spectral
 * band replication (4.6.18) and parametric stereo (subpart 8).
 *
 * All readings answer FINE or what is wrong. Of what is read past the end, zeros come: each loop is
 * bounded by what the standard allows, and whether the end was passed is asked behind it.
 */

#ifndef AAC_H
#define AAC_H

#include "../bits.h"

/* Kinds of elements of a raw_data_block (4.5.2.1). */
enum { SINGLE = 0, PAIR = 1, COUPLING = 2, LOW = 3, DATA = 4, PROGRAM = 5, FILL = 6, END = 7 };

/* Object types (1.5.1.1). */
enum { MAIN = 1, LOW_COMPLEXITY = 2, LONG_TERM = 4, REPLICATED = 5, PARAMETRIC = 29 };

#define MOST_ELEMENTS 64
#define MOST_CODES 289

/* Books of codes: eleven for the spectrum come first, from 1 on. */
enum {
    SCALE_BOOK = 12,
    T_LEVEL_1_5_BOOK, F_LEVEL_1_5_BOOK, T_BALANCE_1_5_BOOK, F_BALANCE_1_5_BOOK,
    T_LEVEL_3_BOOK, F_LEVEL_3_BOOK, T_BALANCE_3_BOOK, F_BALANCE_3_BOOK,
    T_NOISE_BOOK, T_NOISE_BALANCE_BOOK,
    F_IID_BOOK, T_IID_BOOK, F_IID_FINE_BOOK, T_IID_FINE_BOOK,
    F_ICC_BOOK, T_ICC_BOOK, F_IPD_BOOK, T_IPD_BOOK, F_OPD_BOOK, T_OPD_BOOK,
    ALL_BOOKS
};

#define LONGEST 20
#define AT_ONCE 10

/* A complete code: each row of bits begins with exactly one of it. */
typedef struct {
    const u8 *codes;            /* their lengths, and what follows each */
    u32 from[MOST_CODES + 1];   /* the least 20 bits that begin with each, in their order */
    u16 first[1 << AT_ONCE];    /* which code the least 20 bits that begin with these 10 begin with */
} Book;

extern Book books[ALL_BOOKS];

void make_books(void);

/* Takes a code; what follows it is in the upper three bits of the answer. */
static inline u32 code(Bits *b, u32 which)
{
    const Book *book = &books[which];
    u32 next = peek(b, LONGEST), index = book->first[next >> (LONGEST - AT_ONCE)];
    while (book->from[index + 1] <= next)
        index++;
    u32 found = book->codes[index];
    skip(b, found & 31);
    return found;
}

static inline void skip_codes(Bits *b, u32 which, u32 count)
{
    while (count--)
        code(b, which);
}

/* An element of sound that each sample may hold once. */
typedef struct {
    u8 kind, tag, tag_known, seen;
} Element;

/* program_config_element, as the numbers that it is of. */
typedef struct {
    u8 fields[192];
    u32 count;
} Program;

/* What AudioSpecificConfig says, and what follows from it. */
typedef struct {
    u32 object_type, rate_index, short_frames, no_replication;
    u32 in_order;                    /* elements come as the channel configuration lists them */
    u32 count;
    Element elements[MOST_ELEMENTS];
    Program program;
    u32 bands[2];                    /* how many there are in a long and in a short window */
    u16 edges[2][56];                /* the lines where they begin, and where the last one ends */
} Settings;

extern Settings settings;

extern const u32 RATES[13];

u32 make_settings(Bits *b);
u32 program_config(Bits *b, Program *program);

/* A channel of one sample. */
typedef struct {
    u32 short_windows, max_band, groups;
    u32 intensity;                   /* whether bands may be those of the other channel */
    u8 windows[8];                   /* how many there are in each group */
    u8 books[8][52];                 /* which book the bands of each group are coded with */
} Channel;

u32 window_info(Bits *b, Channel *c, u32 common);
u32 channel_stream(Bits *b, Channel *c, u32 common);
u32 coupling_element(Bits *b);

/* Which element of the settings this is, or MOST_ELEMENTS. */
u32 listed_element(u32 kind, u32 tag);

/* Whether what an element without sound says is nothing: what fills it is always the same. */
u32 silent(Bits *b, u32 count, u32 first);

u32 fill_element(Bits *b, u32 element);
u32 replication(Bits *b, u32 element, u32 with_check);
void forget_replication(void);

/* What parametric stereo carries from one sample to the next. */
typedef struct {
    u8 with_iid, with_icc, with_more, fine, iid_bands, icc_bands, phase_bands;
} Stereo;

u32 parametric_stereo(Bits *b, Stereo *s);

/* How the copied bands lie: what a header says, and what follows from it. */
typedef struct {
    u32 start, stop, crossover, scale, alter, noise;   /* bs_start_freq and so on */
    u32 count[2];                                      /* bands of the low and the high resolution */
    u32 noise_bands;
} Layout;

u32 make_layout(Layout *l, u32 rate);

#endif
